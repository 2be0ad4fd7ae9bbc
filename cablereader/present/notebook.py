"""The bookmarks as a paper to work with: quoted, cited, with what the reader noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from cablereader.model.bookmark import Bookmark, find
from cablereader.model.cable import Cable
from cablereader.present import escape
from cablereader.present.citation import CopySettings, Fields, fields_of
from cablereader.present.copy_form import FORMS, Form, copies, form_named
from cablereader.present.refusal import Refusal
from cablereader.present.remarks import remarks_of
from cablereader.present.visible import visible, visible_line

MARKDOWN: Final = "markdown"
NO_LABEL: Final = "Without a label"


class Grouping(StrEnum):
    """What stands under one heading."""

    CABLE = "cable"
    LABEL = "label"


def bookmark_fields(
    mark: Bookmark, cable: Cable | None, settings: CopySettings | None = None
) -> Fields:
    """What can be said of a bookmarked paragraph, with or without its cable.

    Without the cable, or where the paragraph is not in it any more, the first words
    stand for the text.
    """
    remarks = remarks_of(mark)
    paragraph = find(cable, mark)[0] if cable else None
    if cable and paragraph:
        return fields_of(cable, paragraph, settings=settings, remarks=remarks)
    marking = visible_line(mark.marking) if mark.marking else None
    words = f"({marking}) {mark.quote} …" if marking else f"{mark.quote} …"
    return Fields(
        cable_id=visible_line(mark.ref.cable_id),
        labels_cited=(visible_line(mark.ref.label),),
        marking=marking,
        text=visible(words),
        remarks=remarks,
    )


def paper(
    marks: Iterable[Bookmark],
    cables: Mapping[str, Cable],
    style: str = MARKDOWN,
    by: Grouping = Grouping.CABLE,
) -> str | Refusal:
    """Bookmarks to be read or cited, with the newline at the end.

    Args:
        marks: In the order wanted.
        cables: Those that there are, by the ids that the bookmarks have.
        style: `MARKDOWN`, or the name of a form of copying that gathers paragraphs.
        by: What a heading is.
    """
    entries = [bookmark_fields(mark, cables.get(mark.ref.cable_id)) for mark in marks]
    if style == MARKDOWN:
        return "\n\n".join(markdown_notebook(entries, by)) + "\n"
    text = citations(entries, style)
    return text if isinstance(text, Refusal) else f"{text}\n"


def markdown_notebook(entries: Sequence[Fields], by: Grouping) -> Iterator[str]:
    """Headings, quotations and notes in Markdown; an empty line goes between them."""
    yield "# Bookmarks"
    for heading, group in _groups(entries, by).items():
        yield f"## {heading}"
        for fields in group:
            yield from _entry(fields, labelled=by is Grouping.CABLE)


def citations(entries: Iterable[Fields], style: str) -> str | Refusal:
    """One citation a cable in a form of copying, of all its bookmarked paragraphs."""
    form = form_named(style)
    if form is None:
        return Refusal(f"no style {style}")
    by_cable = sorted(entries, key=lambda fields: fields.cable_id or "")
    return copies(form, by_cable)


def _groups(entries: Sequence[Fields], by: Grouping) -> Mapping[str, Sequence[Fields]]:
    """The entries under their headings; under each of its labels, an entry again."""
    headings: Callable[[Fields], Sequence[str]]
    headings = _of_cable if by is Grouping.CABLE else _of_labels
    groups: dict[str, list[Fields]] = {}
    for fields in entries:
        for heading in headings(fields):
            groups.setdefault(heading, []).append(fields)
    groups[NO_LABEL] = groups.pop(NO_LABEL, [])
    return {heading: group for heading, group in groups.items() if group}


def _of_cable(fields: Fields) -> Sequence[str]:
    parts = filter(None, (fields.cable_id, fields.title))
    return (": ".join(map(escape.markdown, parts)),)


def _of_labels(fields: Fields) -> Sequence[str]:
    return tuple(map(escape.markdown, fields.remarks.labels)) or (NO_LABEL,)


QUOTE: Final[Form] = next(form for form in FORMS if form.name == "quote")


def _entry(fields: Fields, *, labelled: bool) -> Iterator[str]:
    quotation = copies(QUOTE, [fields])
    yield f"> {fields.ref}" if isinstance(quotation, Refusal) else quotation
    if fields.note.strip():
        yield fields.note.strip()
    if labelled and fields.labels:
        yield f"Labels: {escape.markdown(fields.labels)}"
