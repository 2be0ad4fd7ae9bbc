"""The text of a theme file as entries with line numbers.

The text may come from anybody, so that no YAML object is ever built: the parser's
events are walked, and anything but a mapping of names, at most two deep, is a problem.

YAML itself is slow to load, a twentieth of the reader's start: a theme that is written
as plainly as those of the program is read without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cablereader.model.frozen import frozen

if TYPE_CHECKING:
    from yaml.events import Event

DEEPEST: Final = 2
"""``colors: {background: …}``."""
PLAIN_LINE: Final = re.compile(
    r"""
    (?P<inner> [ ]{2} )? (?P<name> [A-Za-z](?: [A-Za-z -]{0,30}[A-Za-z] )? ) :
    (?: [ ] (?: "(?P<quoted> \#[0-9A-Fa-f]{3,6} )"
              | (?P<bare> [A-Za-z](?: [\w ,.;-]*\w )? ) ) )?
    (?: [ ]+ \#.* )?
    """,
    re.VERBOSE,
)
"""``muted: "#9aa3ad"  # …``: what no YAML can mean anything else by."""


@frozen
class Entry:
    """One name with its value."""

    path: tuple[str, ...]
    """``("colors", "background")``."""
    value: str
    line: int
    """Of its name, counted from 1."""

    def __str__(self) -> str:
        return ".".join(self.path)


class ThemeFileError(ValueError):
    """The text is no theme; ``line`` says where it stops to be one."""

    def __init__(self, text: str, line: int = 1) -> None:
        super().__init__(text)
        self.line = line


class _Walk:
    """Where in the mapping the events have come to."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.depth = 0
        self.documents = 0
        self.key: str | None = None
        self.line = 1
        """Of the key."""


def read_entries(text: str) -> Iterator[Entry]:
    """The entries of a theme file, in order.

    Raises:
        ThemeFileError: From the entry on that is none. Nothing else is raised.
    """
    plain = plainly_written(text)
    return _entries_of_yaml(text) if plain is None else iter(plain)


def plainly_written(text: str) -> list[Entry] | None:
    """The entries of a text with one in a line; ``None`` if any line says more."""
    entries: list[Entry] = []
    section, begun = "", False
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = PLAIN_LINE.fullmatch(line)
        if not match or not line.isprintable():
            return None
        inner, name = match["inner"], match["name"]
        value = match["quoted"] or match["bare"]
        if (begun and not inner) or (inner and not (section and value)):
            return None
        if not inner:
            section, begun = "" if value else name, not value
        if value:
            path = (section, name) if inner else (name,)
            entries.append(Entry(path, value, number))
            begun = False
    return None if begun else entries


def _entries_of_yaml(text: str) -> Iterator[Entry]:
    import yaml  # noqa: PLC0415  # as said above

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    walk = _Walk()
    try:
        for event in yaml.parse(text, Loader=loader):
            if entry := _step(walk, event):
                yield entry
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ThemeFileError(f"not YAML: {error.problem}", line) from error
    except yaml.YAMLError as error:
        raise ThemeFileError("not YAML: it has control characters") from error


def _step(walk: _Walk, event: Event) -> Entry | None:
    from yaml import events  # noqa: PLC0415  # already loaded by the caller

    line = event.start_mark.line + 1 if event.start_mark else 1
    match event:
        case events.DocumentStartEvent():
            walk.documents += 1
            if walk.documents > 1:
                raise ThemeFileError("one file holds one theme", line)
        case events.MappingStartEvent(tag=None):
            _enter(walk, line)
        case events.MappingEndEvent():
            walk.depth -= 1
            walk.path = walk.path[: walk.depth - 1]
        case events.ScalarEvent(tag=None, value=str(value)) if walk.depth:
            return _take(walk, value, line)
        case events.NodeEvent() if not walk.depth:
            raise ThemeFileError("a theme is a list of `name: value` lines", line)
        case events.NodeEvent():
            raise ThemeFileError("only names and colours can stand here", line)
    return None


def _enter(walk: _Walk, line: int) -> None:
    if walk.depth == DEEPEST or (walk.depth and walk.key is None):
        raise ThemeFileError("only names and colours can stand here", line)
    if walk.key is not None:
        walk.path.append(walk.key)
    walk.key = None
    walk.depth += 1


def _take(walk: _Walk, value: str, line: int) -> Entry | None:
    if walk.key is None:
        walk.key, walk.line = value, line
        return None
    entry = Entry((*walk.path, walk.key), value, walk.line)
    walk.key = None
    return entry
