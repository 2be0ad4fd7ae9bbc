"""Whole cables as files for other programs and for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cablereader.model.cable import Cable, minute
from cablereader.model.frozen import frozen
from cablereader.present import escape
from cablereader.present.json_line import json_line
from cablereader.present.markdown import markdown_cable
from cablereader.present.show import plain, rows
from cablereader.present.visible import visible

WIDTH: Final = 80
"""Cells of a line of plain text."""
COLUMNS: Final = (
    "id", "created", "released", "classification", "origin", "tags", "subject",
    "header", "body",
)  # fmt: skip


@frozen
class CableFormat:
    """A format of files that hold any number of cables."""

    write: Callable[[Cable], str]
    """One cable, with the newline at its end."""
    head: str = ""
    """What stands before the first one."""
    between: str = ""
    """What stands between two."""

    def before(self, number: int) -> str:
        """What stands before a cable, counted from 1."""
        return self.head if number == 1 else self.between


def _markdown(cable: Cable) -> str:
    return "\n\n".join(markdown_cable(cable)) + "\n"


def _text(cable: Cable) -> str:
    return "".join(f"{line}\n" for line in plain(rows(cable, None, WIDTH)))


def _json(cable: Cable) -> str:
    return json_line(cable.to_dict()).decode()


def _csv(cable: Cable) -> str:
    cells = (escape.csv(visible(column)) for column in _columns(cable))
    return ",".join(cells) + "\n"


def _columns(cable: Cable) -> Iterator[str]:
    yield cable.cable_id or ""
    yield minute(cable.created) or ""
    yield minute(cable.released) or ""
    yield str(cable.classification or "")
    yield cable.origin or ""
    yield " ".join(cable.tags)
    yield cable.title
    yield cable.header.text
    yield cable.body


CABLE_FORMATS: Final = {
    "markdown": CableFormat(_markdown, between="\n---\n\n"),
    "text": CableFormat(_text, between="\f\n"),
    "json": CableFormat(_json),
    "csv": CableFormat(_csv, head=",".join(COLUMNS) + "\n"),
}
"""By the name that ``cablereader export --format`` takes."""
