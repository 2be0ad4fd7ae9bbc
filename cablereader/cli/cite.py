"""``cablereader cite``: citations and references, as the reader copies them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final

from cablereader.cli.complaint import Complaints, complain
from cablereader.cli.what import add_named, find_named, paragraph_of
from cablereader.errors import NothingFoundError, UsageError
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.nearest import nearest
from cablereader.parse.cable import read_cable
from cablereader.present.citation import CopySettings, Fields, Remarks, fields_of
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
    add_named(parser)
    parser.add_argument(
        "--style",
        default="ref",
        metavar="NAME",
        help=f"one of {', '.join(STYLES)} (ref if missing)",
    )


def run(options: Namespace) -> int:
    """Print all that is named in one style."""
    settings, forms = _chosen(options)
    form = _form(options.style, forms)
    complaints = Complaints()
    fields = tuple(_fields(options, settings, complaints))
    if fields:
        text = copies(form, fields)
        if isinstance(text, Refusal):
            raise NothingFoundError(f"no {options.style} of {text}")
        print(text)
    return complaints.exit_status


def _chosen(options: Namespace) -> tuple[CopySettings, Sequence[Form]]:
    """What the configuration says of copies; what is wrong with it is said too."""
    from cablereader.library import locations

    path = Path(options.config) if options.config else locations.config()
    if not options.config and not path.exists():
        return CopySettings(), FORMS
    from cablereader.library.settings import load_settings
    from cablereader.present.user_forms import forms_with

    configuration = load_settings(path)
    chosen = configuration.settings
    loaded = forms_with(chosen.copy)
    for wrong in configuration.problems:
        complain(str(wrong))
    for problem in loaded.problems:
        line = chosen.lines.get(f"copy.{problem.name}", 1)
        complain(f"{path}:{line}: {problem}")
    return CopySettings(chosen.base_url, chosen.title_case), loaded.forms


def _form(style: str, forms: Sequence[Form]) -> Form:
    form = form_named(SHORT_NAMES.get(style, style), forms)
    if form is None:
        names = (*STYLES, *(form.name for form in forms))
        raise UsageError(
            f"unknown style {style}{nearest(style, names)}"
            "; `cablereader cite --help` lists them"
        )
    return form


def _fields(
    options: Namespace, settings: CopySettings, complaints: Complaints
) -> Iterator[Fields]:
    bookmarks = cache(_bookmarks)
    for named in find_named(options.what, complaints, options):
        cable = read_cable(named.raw)
        paragraph = paragraph_of(cable, named.label) if named.label else None
        remarks = bookmarks()(cable, paragraph) if paragraph else None
        yield fields_of(cable, paragraph, settings=settings, remarks=remarks)


def _bookmarks() -> Callable[[Cable, Paragraph], Remarks]:
    """What the reader said of paragraphs, by the bookmarks that the screen has too."""
    from cablereader.library import locations

    path = locations.bookmarks()
    if not path.exists():
        return lambda _cable, _paragraph: Remarks()
    from cablereader.library.bookmarks.bookmark_file import BookmarkFile
    from cablereader.present.remarks import remarks_on

    loaded = BookmarkFile(path).load()
    if not loaded.usable:
        complain(f"{loaded.read_only}; cited without notes")
    for problem in loaded.problems:
        complain(str(problem))
    return partial(remarks_on, bookmarks=loaded.bookmarks)
