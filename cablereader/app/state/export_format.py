"""In which formats cables and bookmarks can be exported from the screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cablereader.model.frozen import frozen


class Kind(StrEnum):
    """What is in an exported file."""

    CABLES = "cables"
    BOOKMARKS = "bookmarks"


@frozen
class Format:
    """One choice of the menu of exports."""

    key: str
    """After the key of the menu."""
    kind: Kind
    name: str
    """As on the command line: ``cablereader export --format``."""
    title: str
    suffix: str

    @property
    def command(self) -> str:
        """The end of its command's id."""
        return self.name if self.kind is Kind.CABLES else f"bookmarks-{self.name}"


FORMATS: Final = (
    Format("m", Kind.CABLES, "markdown", "Markdown", ".md"),
    Format("t", Kind.CABLES, "text", "text", ".txt"),
    Format("j", Kind.CABLES, "json", "JSON lines", ".jsonl"),
    Format("c", Kind.CABLES, "csv", "CSV", ".csv"),
    Format("M", Kind.BOOKMARKS, "markdown", "Markdown", ".md"),
    Format("J", Kind.BOOKMARKS, "json", "JSON", ".json"),
    Format("C", Kind.BOOKMARKS, "csv", "CSV", ".csv"),
    Format("B", Kind.BOOKMARKS, "bibtex", "BibTeX", ".bib"),
    Format("Z", Kind.BOOKMARKS, "csl-json", "CSL-JSON", ".json"),
)
FORMAT_BY_COMMAND: Final = {each.command: each for each in FORMATS}
