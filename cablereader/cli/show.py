"""``cablereader show``: one cable, printed."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from cablereader.cli.complaint import Complaints, complain
from cablereader.cli.what import add_named, find_named, paragraph_of
from cablereader.errors import ArchiveError, UsageError
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.parse.address import address_of
from cablereader.parse.cable import read_cable
from cablereader.present.visible import visible

PLAIN_TERMINALS: Final = ("", "dumb")
Writer: TypeAlias = Callable[[Cable, Paragraph | None], None]
"""Prints a cable, or one paragraph of it."""
WIDEST: Final = 100
"""Cells; nothing is printed wider than this, whatever the terminal."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``show``."""
    add_named(parser)
    parser.add_argument(
        "--format",
        choices=WRITERS,
        help="rich (in colour; what a terminal gets), text (what a pipe gets), raw"
        " (as received), json, markdown",
    )
    parser.add_argument(
        "--paragraph",
        metavar="N",
        help="only this one, by the number that is printed; or several: 1,3 or 2-4",
    )


def run(options: Namespace) -> int:
    """Print each cable that is named."""
    complaints = Complaints()
    form = options.format or ("rich" if _takes_colours() else "text")
    if form == "rich" and not options.color:
        form = "text"
    write, asked = WRITERS[form], _labels(options.paragraph)
    for number, named in enumerate(find_named(options.what, complaints, options)):
        if number and form in APART:
            print()
        cable = read_cable(named.raw)
        labels = asked or filter(None, (named.label,))
        only = tuple(paragraph_of(cable, label) for label in labels)
        if form == "json" and not only:
            _write_object(_with_backlinks(cable, options))
        else:
            _write_each(write, cable, only, apart=form in APART)
    return complaints.exit_status


def _labels(text: str | None) -> tuple[str, ...]:
    """The paragraphs that ``--paragraph`` asks for; none without it.

    Raises:
        UsageError: If they are not understood.
    """
    if text is None:
        return ()
    labels = address_of("", text.strip()).labels
    if not labels:
        raise UsageError(f"--paragraph {text}: write 3, or several as 1,3 or 2-4")
    return labels


def _write_each(
    write: Writer, cable: Cable, only: Sequence[Paragraph], *, apart: bool
) -> None:
    for number, paragraph in enumerate(only or (None,)):
        if number and apart:
            print()
        write(cable, paragraph)


def _takes_colours() -> bool:
    terminal = os.environ.get("TERM", "")
    return sys.stdout.isatty() and terminal not in PLAIN_TERMINALS


def _write_text(cable: Cable, only: Paragraph | None) -> None:
    from cablereader.present.show import plain, rows

    lines = plain(rows(cable, only, _width()))
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _write_rich(cable: Cable, only: Paragraph | None) -> None:
    from cablereader.present.colours import print_rows
    from cablereader.present.palette import shipped_palette
    from cablereader.present.show import rows

    if palette := shipped_palette("terminal"):
        print_rows(rows(cable, only, _width()), palette, sys.stdout)
    else:
        _write_text(cable, only)


def _width() -> int:
    columns = os.get_terminal_size().columns if sys.stdout.isatty() else 80
    return min(columns or 80, WIDEST)


def _write_raw(cable: Cable, only: Paragraph | None) -> None:
    """The source's own characters; on a terminal, made safe for it."""
    whole = "\n\n".join(filter(None, (cable.header.text, cable.body)))
    text = only.span.of(cable.body) if only else whole
    text = visible(text) if sys.stdout.isatty() else text
    print(text, end="" if text.endswith("\n") else "\n")


def _write_json(cable: Cable, only: Paragraph | None) -> None:
    _write_object((only or cable).to_dict())


def _write_object(value: Mapping[str, Any]) -> None:
    from cablereader.present.json_line import json_line

    sys.stdout.flush()
    sys.stdout.buffer.write(json_line(value))


def _with_backlinks(cable: Cable, options: Namespace) -> Mapping[str, Any]:
    """The object of a cable, and who cites it where an archive can tell."""
    from cablereader.cli.archive_path import archive_if_any

    value = cable.to_dict()
    path = archive_if_any(options)
    if path is None or cable.cable_id is None:
        return value
    from cablereader.archive.by_id import citing_ids

    try:
        return {**value, "cited_by": citing_ids(path, cable.cable_id)}
    except ArchiveError as error:
        complain(str(error))
        return value


def _write_markdown(cable: Cable, only: Paragraph | None) -> None:
    from cablereader.present.markdown import markdown_cable, markdown_paragraph

    pieces = [markdown_paragraph(only)] if only else markdown_cable(cable)
    print("\n\n".join(pieces))


WRITERS: Final[Mapping[str, Writer]] = {
    "rich": _write_rich,
    "text": _write_text,
    "raw": _write_raw,
    "json": _write_json,
    "markdown": _write_markdown,
}
APART: Final = frozenset({"rich", "text", "markdown"})
"""Forms in which an empty line stands between two cables."""
