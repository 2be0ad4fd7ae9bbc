"""``cablereader export``: whole cables, for other programs and for paper."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from cablereader.archive.query import read_query
from cablereader.archive.store import Archive
from cablereader.cli.archive_path import archive_path
from cablereader.cli.complaint import complain
from cablereader.errors import NothingFoundError
from cablereader.library.own_notebook import OwnNotebook
from cablereader.model.cable import Cable, minute
from cablereader.present import escape
from cablereader.present.json_line import json_line
from cablereader.present.markdown import markdown_cable
from cablereader.present.show import plain, rows
from cablereader.present.visible import visible

WIDTH: Final = 80
COLUMNS: Final = (
    "id", "created", "released", "classification", "origin", "tags", "subject",
    "header", "body",
)  # fmt: skip


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``export``."""
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="which cables, as in search: 'tag:SNAR date:2009'",
    )
    parser.add_argument(
        "--format", choices=WRITERS, default="markdown", help="markdown if missing"
    )


def run(options: Namespace) -> int:
    """Write all cables that a query finds to standard output, however many."""
    query = read_query(" ".join(options.query))
    found = 0
    with Archive(archive_path(options), notebook=OwnNotebook()) as archive:
        for remark in archive.remarks(query):
            complain(remark)
        write = WRITERS[options.format]
        for found, entry in enumerate(archive.each(query), 1):
            write(archive.at(entry.place), found)
    return 0 if found else NothingFoundError.exit_status


def _write_markdown(cable: Cable, number: int) -> None:
    if number > 1:
        print("\n---\n")
    print("\n\n".join(markdown_cable(cable)))


def _write_text(cable: Cable, number: int) -> None:
    if number > 1:
        print("\f" if not sys.stdout.isatty() else "")
    for line in plain(rows(cable, None, WIDTH)):
        print(line)


def _write_json(cable: Cable, _number: int) -> None:
    sys.stdout.buffer.write(json_line(cable.to_dict()))


def _write_csv(cable: Cable, number: int) -> None:
    if number == 1:
        print(",".join(COLUMNS))
    print(",".join(escape.csv(visible(column)) for column in _columns(cable)))


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


WRITERS: Final[Mapping[str, Callable[[Cable, int], None]]] = {
    "markdown": _write_markdown,
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
