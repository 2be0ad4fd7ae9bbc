"""``cablereader export``: whole cables, for other programs and for paper."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Final

from cablereader.archive.store import Archive
from cablereader.cli.archive_path import archive_to_search
from cablereader.cli.query_words import check_whole, query_of
from cablereader.cli.remarks import say_nothing_found, say_remarks
from cablereader.errors import NothingFoundError
from cablereader.library.own_notebook import OwnNotebook
from cablereader.model.nearest import nearest
from cablereader.present.cable_format import CABLE_FORMATS

FORM_FEED: Final = "\f"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``export``."""
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="which cables, as in search: 'tag:SNAR date:2009'",
    )
    parser.add_argument(
        "--format",
        type=_format,
        choices=CABLE_FORMATS,
        default="markdown",
        help="markdown if missing",
    )


def _format(name: str) -> str:
    """The format of a name.

    Raises:
        ArgumentTypeError: If there is none; says who writes citations.
    """
    if name in CABLE_FORMATS:
        return name
    from cablereader.present.copy_form import form_named

    if form_named(name):
        raise ArgumentTypeError(
            f"{name} is a citation: `cablereader cite --style {name}` prints it, and"
            f" `cablereader bookmarks export --format {name}` that of your bookmarks"
        )
    names = ", ".join(CABLE_FORMATS)
    raise ArgumentTypeError(f"{name} is none of {names}{nearest(name, CABLE_FORMATS)}")


def run(options: Namespace) -> int:
    """Write all cables that a query finds to standard output, however many."""
    check_whole(options.query)
    query = query_of(options.query, options)
    found = 0
    with Archive(archive_to_search(options), notebook=OwnNotebook()) as archive:
        say_remarks(archive, query)
        form = CABLE_FORMATS[options.format]
        for found, entry in enumerate(archive.each(query), 1):
            _write(form.before(found))
            _write(form.write(archive.at(entry.place)))
        if not found:
            say_nothing_found(archive, query)
    return 0 if found else NothingFoundError.exit_status


def _write(text: str) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(text.replace(FORM_FEED, ""))
    else:
        sys.stdout.buffer.write(text.encode(errors="replace"))
