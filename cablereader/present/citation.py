"""What can be said of a cable and a paragraph, once, for all forms of copying.

Every string is clean for a terminal; what the cable does not say is ``None``, or empty
where an empty text serves.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cablereader.model.block import Paragraph, Passage
from cablereader.model.cable import Cable
from cablereader.model.defect import Span
from cablereader.model.frozen import frozen
from cablereader.present import escape
from cablereader.present.office import office
from cablereader.present.title_case import title_case
from cablereader.present.visible import visible, visible_line

SITE: Final = "https://wikileaks.org"


@frozen
class CopySettings:
    """What the reader chose about copies."""

    base_url: str = SITE
    """Where the pages are; sites move."""
    title_case: bool = True
    """Whether citations have titles in title case; else as sent, in capitals."""


@frozen(kw_only=True)
class Remarks:
    """What is known beside the cable itself."""

    note: str = ""
    labels: tuple[str, ...] = ()
    query: str = ""
    """The search in which it was found."""
    country: str = ""
    """That its post is in."""


@frozen(kw_only=True)
class Fields:
    """All that a form of copying can name; `NAMES` says under which names."""

    cable_id: str | None
    """``09MEXICO3195``."""
    labels_cited: tuple[str, ...] = ()
    """Of the paragraphs: ``("5",)``; empty where the whole cable is meant."""
    number: str | None = None
    """As printed before the paragraph."""
    marking: str | None = None
    """Of the paragraph, as written: ``S/NF``."""
    text: str | None = None
    """The paragraph with its marking; blocks of their own after an empty line."""
    raw: str | None = None
    """The paragraph as received."""
    url: str | None = None
    """Of the page, with the site's anchor of the paragraph."""
    page_url: str | None = None
    """The same without an anchor."""
    created: datetime | None = None
    released: datetime | None = None
    origin: str = ""
    """``Embassy Mexico``."""
    post: str = ""
    """``Mexico``."""
    sender: str = ""
    """``U.S. Embassy Mexico``."""
    recipient: str = ""
    """``Secretary of State``."""
    classification: str = ""
    """``SECRET//NOFORN``."""
    letters: str = ""
    """Classification in one to three letters."""
    subject: str = ""
    """As sent."""
    subject_title: str = ""
    """In title case."""
    title: str = ""
    """The one of the two that the reader chose for citations."""
    tags: str = ""
    articles: str = ""
    remarks: Remarks = Remarks()

    @property
    def label(self) -> str | None:
        """Of the paragraph, unique in its cable: ``5``, ``5~2``, ``p1``."""
        return self.labels_cited[0] if self.labels_cited else None

    @property
    def ref(self) -> str | None:
        """``09MEXICO3195 ¶5``, or the reference id of the whole cable."""
        if self.cable_id is None or self.label is None:
            return self.cable_id
        return f"{self.cable_id} ¶{self.label}"

    @property
    def note(self) -> str:
        """The reader's own words on it."""
        return self.remarks.note

    @property
    def labels(self) -> str:
        """The reader's labels, after commas."""
        return ", ".join(self.remarks.labels)

    @property
    def query(self) -> str:
        """The search in which it was found."""
        return self.remarks.query

    @property
    def country(self) -> str:
        """Of its post."""
        return self.remarks.country


NAMES: Final = {
    "id": "cable_id",
    "ref": "ref",
    "par": "label",
    "num": "number",
    "marking": "marking",
    "url": "url",
    "url_base": "page_url",
    "origin": "origin",
    "post": "post",
    "country": "country",
    "created": "created",
    "released": "released",
    "class": "classification",
    "class_short": "letters",
    "subject": "subject",
    "subject_title": "subject_title",
    "tags": "tags",
    "to": "recipient",
    "from": "sender",
    "text": "text",
    "raw": "raw",
    "note": "note",
    "labels": "labels",
    "articles": "articles",
    "query": "query",
}
"""The names that templates use, and the attribute of `Fields` that each stands for."""


def fields_of(
    cable: Cable,
    paragraph: Paragraph | None = None,
    *,
    settings: CopySettings | None = None,
    remarks: Remarks | None = None,
) -> Fields:
    """What can be said of a paragraph of a cable, or of the whole cable."""
    settings = settings or CopySettings()
    subject = visible_line(cable.title)
    subject_title = title_case(subject)
    origin = visible_line(cable.origin or "")
    page_url = _page_url(cable, settings.base_url)
    return Fields(
        cable_id=visible_line(cable.cable_id) if cable.cable_id else None,
        labels_cited=(paragraph.label,) if paragraph else (),
        number=paragraph.number if paragraph else None,
        marking=_marking(paragraph),
        text=_text(paragraph) if paragraph else None,
        raw=visible(_received(cable, paragraph)) if paragraph else None,
        url=page_url + _anchor(paragraph) if page_url else None,
        page_url=page_url,
        created=cable.created,
        released=cable.released,
        origin=origin,
        post=_post(origin),
        sender=office(origin or _name(cable, "sender")),
        recipient=office(_name(cable, "action")),
        classification=(
            visible_line(str(cable.classification)) if cable.classification else ""
        ),
        letters=cable.classification.letters if cable.classification else "",
        subject=subject,
        subject_title=subject_title,
        title=subject_title if settings.title_case else subject,
        tags=visible_line(", ".join(cable.tags)),
        articles=visible(" ".join(cable.articles)),
        remarks=remarks or Remarks(),
    )


def _marking(paragraph: Paragraph | None) -> str | None:
    if paragraph is None or paragraph.marking is None:
        return None
    return visible_line(str(paragraph.marking))


def _text(paragraph: Paragraph) -> str:
    marking = _marking(paragraph)
    return (f"({marking}) " if marking else "") + visible(paragraph.text)


def _received(cable: Cable, paragraph: Paragraph) -> str:
    """From its first to its last character, page lines inside it and all."""
    rest = (
        block.span.stop
        for block in cable.blocks
        if isinstance(block, Passage) and block.continues == paragraph.label
    )
    stop = max((paragraph.span.stop, *rest))
    return Span(paragraph.span.start, stop).of(cable.body).strip("\r\n")


def _page_url(cable: Cable, base: str) -> str | None:
    """The page's address: its month is that of creation, and in no id."""
    if cable.cable_id is None or cable.created is None:
        return None
    folder = f"{cable.created:%Y/%m}"
    return f"{base.rstrip('/')}/cable/{folder}/{escape.url(cable.cable_id)}.html"


def _anchor(paragraph: Paragraph | None) -> str:
    """The site's: it knows no second ``par5``, and none where nothing is numbered."""
    if paragraph is None or paragraph.number is None:
        return ""
    return f"#par{escape.url(paragraph.label.partition('~')[0])}"


def _post(origin: str) -> str:
    """An origin without the kind of its post."""
    for kind in ("Embassy ", "Consulate ", "Mission "):
        if origin.startswith(kind):
            return origin.removeprefix(kind)
    return origin


def _name(cable: Cable, role: str) -> str:
    header = cable.header
    first = header.sender if role == "sender" else next(iter(header.action), None)
    return visible_line(first.name) if first else ""
