"""What a theme may say: the names of its entries, and what may stand after them."""

from __future__ import annotations

from typing import Final

from cablereader.model.nearest import nearest
from cablereader.present.theme_file import Entry
from cablereader.present.visible import visible_line

COLORS: Final = (
    "background",
    "surface",
    "panel",
    "foreground",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "muted",
)
MARKINGS: Final = (
    "UNCLASSIFIED",
    "SBU",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
    "unmarked",
)
READER: Final = ("cursor", "hit", "hit-text", "note", "redaction", "heading")
SECTIONS: Final = {"colors": COLORS, "markings": MARKINGS, "reader": READER}
TOP: Final = ("name", "description", "dark")
PATHS: Final = frozenset(
    {(name,) for name in TOP}
    | {(section, name) for section, names in SECTIONS.items() for name in names}
)
ANSI: Final = frozenset(
    f"ansi_{bright}{name}"
    for bright in ("", "bright_")
    for name in (
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
    )
) | {"ansi_default"}
"""The terminal's own colours, by the names that Textual has for them."""
YES_OR_NO: Final = {"true": True, "yes": True, "false": False, "no": False}


def problem_with(entry: Entry) -> str | None:
    """What is wrong with an entry."""
    if entry.path not in PATHS:
        known = (".".join(path) for path in PATHS)
        return f"unknown name {visible_line(str(entry))}{nearest(str(entry), known)}"
    if entry.path == ("dark",):
        return None if entry.value.lower() in YES_OR_NO else "dark is true or false"
    if entry.path == ("name",) and not entry.value.replace("-", "").isalnum():
        return "a name has letters, digits and dashes only"
    return _colour_problem(entry) if len(entry.path) > 1 else None


def _colour_problem(entry: Entry) -> str | None:
    value = entry.value.lower()
    if not value:
        return f'{entry} is empty; a colour needs quotation marks: "#c8102e"'
    if value in ANSI or _is_hex(value):
        return None
    return f"{entry} is no colour: {visible_line(entry.value)}" + (
        nearest(value, ANSI) or "; write #rrggbb"
    )


def _is_hex(value: str) -> bool:
    digits = value.removeprefix("#")
    return (
        value.startswith("#")
        and len(digits) in (3, 6)
        and not set(digits) - set("0123456789abcdef")
    )


def normal(entry: Entry) -> str:
    """A colour as ``#rrggbb``; anything else as it stands."""
    if len(entry.path) == 1:
        return entry.value
    value = entry.value.lower()
    return "#" + "".join(2 * digit for digit in value[1:]) if len(value) == 4 else value
