"""The reference tables: YAML of a narrow kind, of which one entry can be read alone.

Each entry is a line: a term in double quotes, a colon, and a value in JSON, which is
YAML too. So people edit what any YAML tool reads, nothing is generated from it, and
looking up one term costs a search for its line, not the parsing of 200 kB.

No other module of this package may open a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from os import sep
from typing import Final

TABLES: Final = f"{__file__.rpartition(sep)[0]}{sep}tables{sep}"
"""The folder of the tables. The package always lies in one, so that neither
`importlib.resources` nor `pathlib` is needed, which are slow to load."""
INDENT: Final = "  "
"""Before each entry of a section."""


class Facts:
    """One entry of a table: what is known of a term."""

    __slots__ = ("_own",)

    def __init__(self, own: Mapping[str, object]) -> None:
        self._own = own

    def text(self, name: str) -> str:
        """A fact in words; empty where it is not known."""
        own = self._own.get(name)
        return own if isinstance(own, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Several of one name."""
        own = self._own.get(name)
        return tuple(map(str, own)) if isinstance(own, list) else ()

    def number(self, name: str) -> int:
        """A count; 0 where it is not known."""
        own = self._own.get(name)
        return own if isinstance(own, int) else 0

    def __contains__(self, name: str) -> bool:
        return name in self._own

    @property
    def doubtful(self) -> bool:
        """Whether the table itself says that it is not certain."""
        return "confidence" in self._own


def find(table: str, section: str, term: str) -> Facts | None:
    """The entry of a term as it is spelled there; ``None`` if there is none."""
    text = _section(table, section)
    head = f"\n{INDENT}{json.dumps(term, ensure_ascii=False)}: "
    start = text.find(head)
    if start < 0:
        return None
    start += len(head)
    return Facts(json.loads(text[start : text.find("\n", start)]))


def mentions(table: str, section: str, word: str) -> bool:
    """Whether a word is a term, or one of a list of facts: much faster than `every`."""
    return json.dumps(word, ensure_ascii=False) in _section(table, section)


@cache
def every(table: str, section: str) -> Mapping[str, Facts]:
    """All entries of a section, in their order."""
    lines = filter(None, _section(table, section).split("\n"))
    entries = json.loads("{" + ",".join(lines) + "}")
    return {term: Facts(own) for term, own in entries.items()}


@cache
def source(table: str) -> str:
    """Where a table is from, in words."""
    text = _text(table)
    start = text.index("\nsource: ") + len("\nsource: ")
    return str(json.loads(text[start : text.index("\n", start)]))


@cache
def _section(table: str, section: str) -> str:
    """The lines of a section, a newline before and behind each."""
    text = _text(table)
    start = text.index(f"\n{section}:\n") + len(section) + 2
    stop = text.find("\n\n", start)
    return text[start : stop + 1] if stop >= 0 else text[start:]


@cache
def _text(table: str) -> str:
    return _read(f"{table}.yaml")


def prose(name: str) -> str:
    """A text that is no table, as it was written."""
    return _read(f"{name}.md")


def _read(name: str) -> str:
    with open(f"{TABLES}{name}", encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
