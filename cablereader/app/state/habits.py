"""Keys for those who come from another reader: ``compat`` in ``config.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cablereader.library.settings import Keys, Settings

LESS: Final[Keys] = MappingProxyType(
    {
        "move.half-up": ("u", "ctrl+u"),
        "app.undo": ("U",),
        "app.redo": ("g U", "ctrl+r"),
        "app.help": ("?", "h", "f1"),
    }
)
"""All that less has otherwise: `u` scrolls there, and here takes a change back."""
HABITS: Final[Mapping[str, Keys]] = {"none": MappingProxyType({}), "less": LESS}
HINTS: Final[Mapping[str, Mapping[str, str]]] = {
    "none": {},
    "less": {"move.half-up": "half page up"},
}
"""Words on the hint lines for what has none otherwise."""


def habitual_keys(settings: Settings) -> Keys:
    """The keys of the other reader, and over them those that were chosen here."""
    return {**HABITS[settings.compat], **settings.keys}
