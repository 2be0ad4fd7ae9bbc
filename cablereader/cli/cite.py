"""``cablereader cite``: citations and references, as the reader copies them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import Final

from cablereader.cli.complaint import Complaints
from cablereader.cli.what import find_named, paragraph_of
from cablereader.errors import NothingFoundError, UsageError
from cablereader.model.nearest import nearest
from cablereader.parse.cable import read_cable
from cablereader.present.citation import Fields, fields_of
from cablereader.present.copy_form import FORMS, Form, copies, form_named
from cablereader.present.refusal import Refusal

SHORT_NAMES: Final = {"ref": "ref-para", "url": "url-para", "hashtag": "hashtags"}
"""What is meant here: of a paragraph where one is named, else of the cable."""
STYLES: Final = (
    *SHORT_NAMES,
    *(
        form.name
        for form in FORMS
        if form.name not in {*SHORT_NAMES, *SHORT_NAMES.values()}
    ),
)
"""All there are, each once."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``cite``."""
    parser.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="a file, - for standard input, a reference id (09MEXICO3195), or a"
        " paragraph of one (09MEXICO3195:5)",
    )
    parser.add_argument(
        "--style",
        default="ref",
        metavar="NAME",
        help=f"one of {', '.join(STYLES)} (ref if missing)",
    )


def run(options: Namespace) -> int:
    """Print all that is named in one style."""
    form = _form(options.style)
    complaints = Complaints()
    fields = tuple(_fields(options.what, complaints))
    if fields:
        text = copies(form, fields)
        if isinstance(text, Refusal):
            raise NothingFoundError(f"no {options.style} of {text}")
        print(text)
    return complaints.exit_status


def _form(style: str) -> Form:
    form = form_named(SHORT_NAMES.get(style, style))
    if form is None:
        raise UsageError(
            f"unknown style {style}{nearest(style, STYLES)}"
            "; `cablereader cite --help` lists them"
        )
    return form


def _fields(what: Sequence[str], complaints: Complaints) -> Iterator[Fields]:
    for named in find_named(what, complaints):
        cable = read_cable(named.raw)
        label = named.label
        yield fields_of(cable, paragraph_of(cable, label) if label else None)
