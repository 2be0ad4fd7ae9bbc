"""The fields that a query may ask for: the one table of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cablereader.model.frozen import frozen


class FieldKind(StrEnum):
    """What may stand after the name of a field, and what it means to ask twice."""

    TEXT = "text"
    """Words of a part of the cable; asked twice, both must stand there."""
    ORDERED = "ordered"
    """A value in an order; plain values asked twice: either of them."""
    SINGLE = "single"
    """One value a cable; asked twice: either of them."""
    RANGE = "range"
    """A number or time; plain values asked twice: either of them."""
    MULTI = "multi"
    """Several values a cable; asked twice: both."""
    FLAG = "flag"
    """One of a few words; asked twice: both."""
    NAME = "name"
    """The name of something that the reader has made; asked twice: both."""


@frozen(kw_only=True)
class QueryField:
    """One field."""

    name: str
    kind: FieldKind
    meaning: str
    """In one line, for the help."""
    words: tuple[str, ...] = ()
    """The only values that it takes; any if empty."""

    @property
    def told(self) -> str:
        """What it means, and the only values that it takes."""
        return f"{self.meaning}: {' '.join(self.words)}" if self.words else self.meaning


def _field(name: str, kind: FieldKind, meaning: str, words: str = "") -> QueryField:
    return QueryField(name=name, kind=kind, meaning=meaning, words=tuple(words.split()))


FIELDS: Final = {
    field.name: field
    for field in (
        _field("subject", FieldKind.TEXT, "words of the subject"),
        _field("body", FieldKind.TEXT, "words of the text"),
        _field("header", FieldKind.TEXT, "words of all that stands above the text"),
        _field("para", FieldKind.TEXT, "all in one paragraph: para:(pemex theft)"),
        _field("paraclass", FieldKind.ORDERED, "marking of a paragraph: S, >=C"),
        _field("class", FieldKind.ORDERED, "classification: secret, >=C, noforn"),
        _field("origin", FieldKind.SINGLE, "who sent it: a name, or how it begins"),
        _field("country", FieldKind.SINGLE, "country of the post that sent it"),
        _field("region", FieldKind.SINGLE, "bureau of that country: NEA, WHA"),
        _field("id", FieldKind.SINGLE, "reference id in any form"),
        _field("num", FieldKind.SINGLE, "number of the cable"),
        _field("date", FieldKind.RANGE, "created: 2009, 2009-11, 2009-q4, 2008..2010"),
        _field("released", FieldKind.RANGE, "released, in the same forms"),
        _field("tag", FieldKind.MULTI, "TAGS, by code or name"),
        _field(
            "tagkind",
            FieldKind.MULTI,
            "kind of its TAGS",
            "geo subject program organization person term",
        ),
        _field("to", FieldKind.MULTI, "who must act: name or routing indicator"),
        _field("info", FieldKind.MULTI, "who should know"),
        _field("from", FieldKind.MULTI, "who signs as sender in the header"),
        _field("route", FieldKind.MULTI, "routing indicator anywhere in the header"),
        _field(
            "precedence",
            FieldKind.MULTI,
            "how urgent: a word, or R P O Z",
            "routine priority immediate niact_immediate niact flash r p o z",
        ),
        _field("ref", FieldKind.MULTI, "cites that cable; none: cites nothing"),
        _field("refby", FieldKind.MULTI, "is cited by that cable"),
        _field("signed", FieldKind.TEXT, "who signed it"),
        _field("classifiedby", FieldKind.TEXT, "who made it secret"),
        _field("reason", FieldKind.TEXT, "why it is secret: 1.4(b)"),
        _field("decl", FieldKind.TEXT, "until when it is secret"),
        _field("article", FieldKind.MULTI, "named in an article at that address"),
        _field("label", FieldKind.MULTI, "your label"),
        _field("note", FieldKind.TEXT, "words of your notes"),
        _field(
            "is",
            FieldKind.FLAG,
            "what it is to you, or what it is",
            "unread read starred aside bookmarked noted new redacted partial duplicate",
        ),
        _field(
            "has",
            FieldKind.FLAG,
            "what there is with it",
            "bookmark note article refs releases attachment",
        ),
        _field("len", FieldKind.RANGE, "words of its text: >1500, 200..400"),
        _field("paras", FieldKind.RANGE, "number of its paragraphs"),
        _field("saved", FieldKind.NAME, "what a saved search finds"),
        _field("in", FieldKind.NAME, "where to look", "selection bookmarks list all"),
    )
}
REGEX_FIELDS: Final = frozenset({"subject", "origin", "tag", "note"})
"""Those that take a regular expression between slashes."""
DIRECTIVES: Final = (
    _field("sort", FieldKind.NAME, "the order; with - before it, downwards"),
    _field("limit", FieldKind.NAME, "so many cables at most"),
    _field("group", FieldKind.NAME, "all that have it in common stand together"),
)
"""What makes a list of what was found; their values are no conditions."""
NAMED: Final = (*FIELDS.values(), *DIRECTIVES)
"""All that may stand before a colon, for the help."""
SECOND_NAMES: Final = {
    "year": "date",
    "created": "date",
    "post": "origin",
    "title": "subject",
    "text": "body",
    "classification": "class",
    "marking": "paraclass",
    "tags": "tag",
    "sender": "from",
    "signer": "signed",
    "cites": "ref",
    "words": "len",
}
"""What people call a field that has another name, and the name that it has."""
RELATED: Final = {
    "author": ("signed", "from", "classifiedby"),
    "who": ("signed", "from", "classifiedby"),
    "level": ("class", "paraclass"),
    "secret": ("class", "reason"),
    "keyword": ("tag", "subject"),
    "topic": ("tag", "subject"),
    "embassy": ("origin", "country"),
    "place": ("origin", "country"),
    "month": ("date", "released"),
    "day": ("date", "released"),
}
"""What no field is called, and those that have something of it."""
GROUP_KEYS: Final = ("origin", "year", "month", "released", "class", "tag")
