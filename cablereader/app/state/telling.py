"""What is said of a change that the eye may not find: of colours, or of none at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cablereader.app.state.reader import ReaderState

SWITCHES: Final[Mapping[str, tuple[str, str, str]]] = {
    "received_toggled": ("received", "lines as received", "lines reflowed"),
    "cut_toggled": ("cut", "long lines cut: right and left move", "long lines wrapped"),
    "colours_toggled": ("gutter_only", "colours in the gutter only", "text in colours"),
    "notes_toggled": ("notes", "notes under their paragraphs", "notes put away"),
}
"""By move of the state: its field, and what to say where that is true, and false."""
NOTHING_CHANGED: Final[Mapping[str, str]] = {
    "moved": "no paragraph further on",
    "none_selected": "nothing is selected",
    "all_selected": "all paragraphs are selected",
}


def told(move: str, before: ReaderState, after: ReaderState) -> str:
    """What to say of a move of the state; nothing where it is plain to see."""
    if switch := SWITCHES.get(move):
        field, if_so, if_not = switch
        return if_so if getattr(after, field) else if_not
    return NOTHING_CHANGED.get(move, "") if after == before else ""
