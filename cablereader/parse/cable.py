"""From the strings of a source to a cable: calls the other parsers in order."""

from __future__ import annotations

from typing import Final

from cablereader.model.block import Block, Paragraph
from cablereader.model.cable import Cable, Message, Page
from cablereader.model.defect import Defect
from cablereader.model.header import Header
from cablereader.model.raw import RawCable
from cablereader.parse.authority import read_authority
from cablereader.parse.body import read_body
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.captions import read_captions
from cablereader.parse.classification import classification_of, read_classification
from cablereader.parse.dates import creation_time, preamble_time, read_time
from cablereader.parse.executive_order import read_order
from cablereader.parse.front import Front
from cablereader.parse.grammar import fields as grammar
from cablereader.parse.header import is_partial, read_header
from cablereader.parse.lookalikes import ROUND
from cablereader.parse.marking import take_marking
from cablereader.parse.posts import (
    known_post,
    origin_of,
    post_of_origin,
    post_of_routing,
)
from cablereader.parse.reference import read_references
from cablereader.parse.slip import is_slip
from cablereader.parse.summary import read_summary
from cablereader.parse.tags import read_tags
from cablereader.parse.unwrap import blank_between

ENCRYPTED: Final = "E F T O"
"""Encrypt for transmission only: a caption that stands in the classification line."""
MISREAD: Final = 2
"""Letters of an id that a scanner may have misread."""


def read_cable(raw: RawCable) -> Cable:
    """The cable of a source's strings.

    Never raises: what cannot be placed is a block of kind ``text``.
    """
    header, header_defects = read_header(raw.header, scanned=raw.scanned)
    body = read_body(raw)
    front = body.front
    captions, attention = read_captions(_caption_lines(front))
    told = preamble_time(raw.body[raw.header_at : body.top])
    created = creation_time(read_time(raw.created), header.dtg, told)
    year = created.year if created else _year_of(raw.cable_id)
    message = _message(front, year)
    cable_id = _cable_id(raw, _computed_id(message, header, year))
    post = _post(cable_id, header, year)
    tags, tags_text = read_tags(front.tags)
    classified_by, reasons = read_authority(front.authority or _authority(body.blocks))
    return Cable(
        cable_id=cable_id,
        source=raw.source,
        body=raw.body,
        blocks=body.blocks,
        header=header,
        created=created,
        released=read_time(raw.released),
        page=_page(raw),
        message=message,
        partial=is_partial(raw.header),
        classification=(
            classification_of(raw.classification)
            or read_classification(front.opening, captions, header.security_prosign)
        ),
        origin=_origin(raw, post),
        articles=raw.articles,
        section=front.opening.section if front.opening else None,
        captions=captions,
        attention=attention,
        executive_order=read_order(front.order),
        tags=tags,
        tags_text=tags_text,
        subject=_subject(front),
        references=read_references("\n".join(front.reference), year=year, post=post),
        classified_by=classified_by,
        reasons=reasons,
        summary=read_summary(body.blocks),
        signers=body.signers,
        defects=(*header_defects, *sorted(body.defects, key=_place)),
    )


def _place(defect: Defect) -> tuple[int, str]:
    return defect.span.start, defect.code


def _origin(raw: RawCable, post: str | None) -> str | None:
    """The archive's name of the post; the source's own unless a scanner cut it."""
    known = origin_of(post) if post else None
    cut = raw.scanned and raw.origin and post_of_origin(raw.origin) is None
    return known or raw.origin if cut else raw.origin or known


def _page(raw: RawCable) -> Page | None:
    if not (raw.released or raw.title):
        return None
    return Page(created=raw.created, released=raw.released, title=raw.title)


def _message(front: Front, year: int | None) -> Message | None:
    """What the classification line names."""
    opening = front.opening
    if opening is None or opening.post is None or opening.number is None:
        return None
    number = opening.number.translate(ROUND)
    post = opening.post.upper()
    named = read_cable_id(f"{post}{number}", year)
    return Message(post=post, number=number, cable_id=str(named) if named else "")


def _cable_id(raw: RawCable, computed: str | None) -> str | None:
    """The id by its source, unless a letter of that was misread."""
    if raw.cable_id is None:
        return computed
    if raw.scanned and computed and _misread(raw.cable_id, computed):
        return computed
    return raw.cable_id


def _misread(cable_id: str, computed: str) -> bool:
    """Whether two ids are one but for two misread letters, or one lost."""
    if len(cable_id) != len(computed):
        return is_slip(cable_id, computed)
    different = [a != b for a, b in zip(cable_id, computed, strict=True)]
    return different.count(True) <= MISREAD


def _computed_id(
    message: Message | None, header: Header, year: int | None
) -> str | None:
    """The id of a cable whose source does not name it.

    The header's serial is one of four digits; that of the classification line is whole,
    but may be another cable's, which this one hands on.
    """
    post = _post(None, header, year)
    named = read_cable_id(message.cable_id) if message and message.cable_id else None
    if named and post in (named.post, None):
        return str(named)
    if post and header.serial and year:
        named = read_cable_id(f"{post}{header.serial.partition('/')[0]}", year)
    return str(named) if named else None


def _year_of(cable_id: str | None) -> int | None:
    """The year of an id, for want of a date."""
    named = read_cable_id(cable_id) if cable_id else None
    return named.year if named else None


def _post(cable_id: str | None, header: Header, year: int | None) -> str | None:
    """The id name of the post that sent a cable."""
    if cable_id and (named := read_cable_id(cable_id, year)):
        return named.post
    if header.sender and (post := known_post(header.sender.name)):
        return post
    return post_of_routing(header.station) if header.station else None


def _caption_lines(front: Front) -> tuple[str, ...]:
    """The lines with captions; one of them stands in the classification line."""
    encrypted = front.opening is not None and front.opening.sent_encrypted
    return (ENCRYPTED, *front.captions) if encrypted else front.captions


def _subject(front: Front) -> str | None:
    """The subject on one line, without its marking."""
    words = " ".join(_joined(front.subject).split())
    words = grammar.SUBJECT.sub("", words, count=1)
    if taken := take_marking(words):
        words = words[taken.stop :]
    return words.strip() or None


def _joined(lines: tuple[str, ...]) -> str:
    """The lines as one, a word that was divided at its hyphen whole again."""
    return "".join(
        blank_between(before, words) + words
        for before, words in zip(("", *lines), lines, strict=False)
    )


def _authority(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Find "Classified By" where it stands in a paragraph of its own."""
    for block in blocks:
        if isinstance(block, Paragraph) and grammar.AUTHORITY_TEXT.match(block.text):
            return (block.text,)
    return ()
