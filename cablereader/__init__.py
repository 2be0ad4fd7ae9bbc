"""A reader for US diplomatic cables: parser, archive and terminal screens.

Its functions are loaded when they are first used, so that importing the package
costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

__version__ = "0.1.0"

HOMES: Final = {
    "parse": ("cablereader.parse.document", "parse"),
    "read": ("cablereader.source.reading", "read"),
    "canonical_id": ("cablereader.parse.cable_id", "canonical_id"),
    "title_case": ("cablereader.present.title_case", "title_case"),
}


def __getattr__(name: str) -> Any:
    try:
        module, attribute = HOMES[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *HOMES})
