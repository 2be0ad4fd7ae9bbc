"""Whether a query finds a cable, by reading the cable: slow, simple, and not indexed.

Written from the words of the specification, with nothing of the archive's own code but
the tree that a query is read into.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property
from itertools import product
from typing import Final

from cablereader.explain.tags import tag_meaning
from cablereader.model.block import Heading, PageMarker, Paragraph, Passage
from cablereader.model.cable import Cable
from cablereader.model.classification import Level, Marking
from cablereader.model.query import (
    And,
    Around,
    AtLeast,
    Between,
    Compare,
    Condition,
    Contains,
    Everything,
    InParagraph,
    Is,
    Match,
    Matches,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Word,
)
from cablereader.parse.cable_id import canonical_id, read_cable_id
from cablereader.parse.posts import known_post, post_of_origin, post_of_routing


@cache
def plain(character: str) -> str:
    """A character without case and diacritics; a blank for a sign."""
    letters = unicodedata.normalize("NFKD", character).casefold()
    kept = (each for each in letters if unicodedata.category(each) != "Mn")
    return "".join(each if each.isalnum() else " " for each in kept)


def tokens(text: str) -> list[tuple[str, str]]:
    """The words of a text, plain and as written."""
    found = []
    word = written = ""
    for character in f"{text} ":
        for piece in plain(character):
            if piece != " ":
                word += piece
                written += (
                    ""
                    if written.endswith(character) and len(plain(character)) > 1
                    else character
                )
            elif word:
                found.append((word, written))
                word = written = ""
    return found


def words(text: str) -> list[str]:
    return [word for word, _ in tokens(text)]


@dataclass(frozen=True)
class Part:
    """A stretch of text whose words are neighbours."""

    text: str
    marking: Marking | None = None
    is_marked: bool = False
    """Whether it is a paragraph, or a heading with a marking."""

    @cached_property
    def tokens(self) -> list[tuple[str, str]]:
        return tokens(self.text)


@dataclass(frozen=True)
class World:
    """All cables of an archive, each with its parts."""

    cables: tuple[Cable, ...]

    @cached_property
    def by_canonical(self) -> dict[str, list[Cable]]:
        found: dict[str, list[Cable]] = {}
        for cable in self.cables:
            found.setdefault(canonical_id(cable.cable_id or ""), []).append(cable)
        return found

    def find(self, condition: Condition) -> set[str]:
        """The ids of the cables that it holds for."""
        return {
            cable.cable_id or ""
            for cable in self.cables
            if holds(condition, cable, self)
        }


@cache
def text_parts(cable: Cable) -> tuple[Part, ...]:
    """The blocks of the text."""
    parts = []
    for block in cable.blocks:
        match block:
            case PageMarker():
                continue
            case Passage(kind=kind, text=text):
                if kind not in ("preamble", "front") and text:
                    parts.append(Part(text))
            case Heading(text=text, marking=marking):
                parts.append(Part(text, marking, marking is not None))
            case Paragraph(text=text, marking=marking):
                parts.append(Part(text, marking, is_marked=True))
    return tuple(part for part in parts if part.text)


@cache
def field_parts(  # noqa: PLR0911  # a case a field
    cable: Cable, field: str | None
) -> tuple[Part, ...]:
    """The texts that a field of text is."""
    by = cable.classified_by
    order = cable.executive_order
    match field:
        case None:
            return (
                *field_parts(cable, "subject"),
                *text_parts(cable),
                Part(references_text(cable)),
            )
        case "subject":
            return (Part(cable.title),)
        case "body":
            return text_parts(cable)
        case "signed":
            return (Part("\n".join(cable.signers)),)
        case "classifiedby":
            return (Part("\n".join(filter(None, (by.name, by.title))) if by else ""),)
        case "reason":
            return (Part("\n".join(cable.reasons)),)
        case "decl":
            until = order.declassify.isoformat() if order and order.declassify else ""
            return (Part(f"{order.text}\n{until}" if order else ""),)
        case _:
            above = (
                block.text or block.span.of(cable.body)
                for block in cable.blocks
                if isinstance(block, Passage) and block.kind in ("preamble", "front")
            )
            return (Part("\n".join((cable.header.text, *above))),)


def references_text(cable: Cable) -> str:
    lines = []
    for reference in cable.references:
        lines.append(reference.text)
        if reference.cable_id and reference.cable_id not in reference.text:
            lines.append(reference.cable_id)
    return "\n".join((*lines, *cable.tags, *map(tag_meaning, cable.tags)))


def starts(text: Word | Phrase, part: Part) -> Iterator[int]:
    """Where a word or phrase begins in a part."""
    wanted = tokens(text.text)
    match = text.match if isinstance(text, Word) else Match.EXACT
    for at in range(len(part.tokens) - len(wanted) + 1):
        found = part.tokens[at : at + len(wanted)]
        if match is Match.CASED:
            same = found == wanted
        else:
            same = all(
                one[0] == other[0]
                for one, other in zip(found[:-1], wanted[:-1], strict=True)
            )
            last, wanted_last = found[-1][0], wanted[-1][0]
            if match is Match.STEM:
                last, wanted_last = porter(last), porter(wanted_last)
            same = same and (
                last.startswith(wanted_last)
                if match is Match.PREFIX
                else last == wanted_last
            )
        if same:
            yield at


@cache
def stemmer() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE word USING fts5 (text, tokenize = 'porter ascii')")
    db.execute("CREATE VIRTUAL TABLE stem USING fts5vocab (word, row)")
    return db


@cache
def porter(word: str) -> str:
    """The stem of a word, asked for one by one."""
    db = stemmer()
    db.execute("DELETE FROM word")
    db.execute("INSERT INTO word (text) VALUES (?)", (word,))
    ((stem,),) = db.execute("SELECT term FROM stem").fetchall()
    return str(stem)


def stands(pattern: Pattern, parts: Iterable[Part]) -> bool:
    """Whether a pattern stands in some parts of a cable."""
    if isinstance(pattern, AtLeast):
        return sum(sum(1 for _ in starts(pattern.text, part)) for part in parts) >= (
            pattern.count
        )
    return any(stands_in(pattern, part) for part in parts)


def stands_in(pattern: Pattern, part: Part) -> bool:
    match pattern:
        case Near():
            sizes = [len(words(each.text)) for each in (pattern.left, pattern.right)]
            for left, right in product(
                starts(pattern.left, part), starts(pattern.right, part)
            ):
                between = (
                    right - left - sizes[0]
                    if left <= right
                    else left - right - sizes[1]
                )
                in_order = left + sizes[0] <= right
                if between <= pattern.within and (in_order or not pattern.ordered):
                    return True
            return False
        case Phrase(text=text, within=int(within)):
            wanted = set(words(text))
            own = [word for word, _ in part.tokens]
            return any(
                wanted <= set(own[max(last - within - 1, 0) : last + 1])
                for last in range(len(own))
            )
        case AtLeast():
            raise AssertionError(pattern)
        case _:
            return any(True for _ in starts(pattern, part))


def holds(  # noqa: C901, PLR0911  # a case a kind
    condition: Condition, cable: Cable, world: World
) -> bool:
    match condition:
        case Everything():
            return True
        case And(parts=parts):
            return all(holds(part, cable, world) for part in with_markings(parts))
        case Or(parts=parts):
            return any(holds(part, cable, world) for part in parts)
        case Not(part=part):
            return not holds(part, cable, world)
        case Contains(pattern=pattern, field=field):
            return stands(pattern, field_parts(cable, field))
        case InParagraph(condition=inner):
            return any(holds_in(inner, part) for part in text_parts(cable))
        case Is():
            return FIELDS[condition.field](condition.value, cable, world)
        case Compare(field=field, sign=sign, value=value):
            return compares(field, sign, value, cable)
        case Between(field=field, low=low, high=high):
            return (low is None or compares(field, ">=", low, cable)) and (
                high is None or compares(field, "<=", high, cable)
            )
        case Around(field=field, days=days, cable_id=cable_id):
            others = world.by_canonical.get(canonical_id(cable_id or ""), [])
            middle = others[0].created if others else None
            own = getattr(cable, TIMES[field])
            return bool(own and middle and abs(own - middle) <= timedelta(days=days))
        case Matches(field=field, expression=expression):
            texts = {
                "subject": (cable.title,),
                "origin": (cable.origin or "",),
                "tag": cable.tags,
            }[field]
            return any(re.search(expression, text, re.IGNORECASE) for text in texts)


def with_markings(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Beside ``para:``, ``paraclass:`` is of the same paragraph."""
    markings = tuple(part for part in parts if is_marking(part))
    if not any(isinstance(part, InParagraph) for part in parts):
        return parts
    return tuple(
        InParagraph(And((part.condition, *markings)))
        if isinstance(part, InParagraph)
        else part
        for part in parts
        if part not in markings
    )


def is_marking(condition: Condition) -> bool:
    match condition:
        case Is(field="paraclass") | Compare(field="paraclass"):
            return True
        case Not(part=part):
            return is_marking(part)
        case Or(parts=parts):
            return all(map(is_marking, parts))
        case _:
            return False


def holds_in(condition: Condition, part: Part) -> bool:
    match condition:
        case And(parts=parts):
            return all(holds_in(each, part) for each in parts)
        case Or(parts=parts):
            return any(holds_in(each, part) for each in parts)
        case Not(part=inner):
            return not holds_in(inner, part)
        case Contains(pattern=pattern):
            return stands_in(pattern, part)
        case Is(value=value):
            return part.is_marked and is_class(part.marking, value)
        case Compare(sign=sign, value=value):
            return part.is_marked and is_beside(part.marking, sign, value)
        case _:
            raise AssertionError(condition)


CLASSES: Final = {
    "u": (Level.UNCLASSIFIED, ()),
    "unclassified": (Level.UNCLASSIFIED, ()),
    "uo": (Level.UNCLASSIFIED, ("SENSITIVE",)),
    "sbu": (Level.UNCLASSIFIED, ("SENSITIVE",)),
    "fouo": (Level.UNCLASSIFIED, ("SENSITIVE",)),
    "c": (Level.CONFIDENTIAL, ()),
    "confidential": (Level.CONFIDENTIAL, ()),
    "cn": (Level.CONFIDENTIAL, ("NOFORN",)),
    "s": (Level.SECRET, ()),
    "secret": (Level.SECRET, ()),
    "s/nf": (Level.SECRET, ("NOFORN",)),
    "secret//noforn": (Level.SECRET, ("NOFORN",)),
    "noforn": (None, ("NOFORN",)),
    "rel": (None, ("REL",)),
}


def is_class(marking: Marking | None, value: str) -> bool:
    if value == "none":
        return marking is None
    level, caveats = CLASSES[value.lower()]
    if marking is None or (level is not None and marking.level is not level):
        return False
    return all(
        marking.sensitive
        if caveat == "SENSITIVE"
        else any(own.startswith(caveat) for own in marking.caveats)
        for caveat in caveats
    )


def is_beside(marking: Marking | None, sign: str, value: str) -> bool:
    level, caveats = CLASSES[value.lower()]
    assert level is not None
    wanted = (level, "SENSITIVE" in caveats)
    return marking is not None and COMPARE[sign](
        (marking.level, marking.sensitive), wanted
    )


COMPARE: Final[dict[str, Callable[[object, object], bool]]] = {
    "<": lambda one, other: one < other,  # type: ignore[operator]  # of one kind
    "<=": lambda one, other: one <= other,  # type: ignore[operator]
    ">": lambda one, other: one > other,  # type: ignore[operator]
    ">=": lambda one, other: one >= other,  # type: ignore[operator]
}
TIMES: Final = {"date": "created", "released": "released"}


def number_of(field: str, cable: Cable) -> int:
    if field == "paras":
        return len(cable.paragraphs)
    return sum(len(part.text.split()) for part in text_parts(cable))


def period(text: str) -> tuple[datetime, datetime]:
    """A year, quarter, month or day: its beginning, and its end, not included."""
    year, *rest = text.lower().split("-")
    first = datetime(int(year), 1, 1)  # noqa: DTZ001  # UTC
    if not rest:
        return first, first.replace(year=first.year + 1)
    if rest[0].startswith("q"):
        start = first.replace(month=3 * int(rest[0][1:]) - 2)
        return start, month_after(month_after(month_after(start)))
    start = first.replace(month=int(rest[0]))
    if len(rest) == 1:
        return start, month_after(start)
    start = start.replace(day=int(rest[1]))
    return start, start + timedelta(days=1)


def month_after(month: datetime) -> datetime:
    return (month + timedelta(days=31)).replace(day=1)


def compares(field: str, sign: str, value: str, cable: Cable) -> bool:
    if field == "class":
        return is_beside(cable.classification, sign, value)
    if field == "paraclass":
        return any(holds_in(Compare(field, sign, value), p) for p in text_parts(cable))
    if field in TIMES:
        own = getattr(cable, TIMES[field])
        start, stop = period(value)
        if own is None:
            return False
        return bool(
            {"<": own < start, "<=": own < stop, ">": own >= stop, ">=": own >= start}[
                sign
            ]
        )
    return COMPARE[sign](number_of(field, cable), int(value))


def is_in_order(field: str) -> Callable[[str, Cable, World], bool]:
    return lambda value, cable, _: (
        compares(field, ">=", value, cable) and compares(field, "<=", value, cable)
    )


def is_origin(value: str, cable: Cable, _: World) -> bool:
    if cable.origin is None:
        return False
    wanted = "".join(words(value))
    post = known_post(value) or post_of_routing(value)
    return any(name.startswith(wanted) for name in squeezed(cable.origin)) or (
        post is not None and post_of_origin(cable.origin) == post
    )


def squeezed(name: str) -> list[str]:
    """A name without its blanks, from each of its words on."""
    own = words(name)
    return ["".join(own[at:]) for at in range(len(own))]


def is_addressed(role: str) -> Callable[[str, Cable, World], bool]:
    def found(value: str, cable: Cable, _: World) -> bool:
        header = cable.header
        known = {
            "to": header.action,
            "info": header.info,
            "from": (header.sender,) if header.sender else (),
        }[role]
        wanted = "".join(words(value))
        return any(
            name.startswith(wanted)
            for each in known
            for name in (*squeezed(each.name), (each.routing or "").lower())
        )

    return found


def is_routed(value: str, cable: Cable, _: World) -> bool:
    header = cable.header
    stations = (
        header.station,
        *header.relay,
        *(each.routing for each in (*header.action, *header.info)),
    )
    return any(each and each.startswith(value.upper()) for each in stations)


def is_precedence(value: str, cable: Cable, _: World) -> bool:
    group = cable.header.dtg.precedence if cable.header.dtg else ()
    return any(
        each.name == value.upper() for each in (*cable.header.precedence, *group)
    )


def cites(value: str, cable: Cable, _: World) -> bool:
    if value == "none":
        return not cable.references
    return canonical_id(value) in {each.cable_id for each in cable.references}


def is_cited_by(value: str, cable: Cable, world: World) -> bool:
    own = canonical_id(cable.cable_id or "")
    return any(
        own in {each.cable_id for each in other.references}
        for other in world.by_canonical.get(canonical_id(value), [])
    )


def is_numbered(value: str, cable: Cable, _: World) -> bool:
    name = read_cable_id(cable.cable_id or "")
    return name is not None and name.number == int(value)


def is_flagged(value: str, cable: Cable, world: World) -> bool:
    match value:
        case "partial":
            return cable.partial
        case "redacted":
            crosses = re.search("X{5}|x{5}|\u0425{5}", cable.body)
            words = re.search(r"\[[^\[\]\n]{1,30} removed\b", cable.body, re.IGNORECASE)
            return bool(crosses or words)
        case "article":
            return bool(cable.articles)
        case "refs":
            return bool(cable.references)
        case "duplicate":
            own = [part.text for part in text_parts(cable)]
            return any(
                other is not cable and [p.text for p in text_parts(other)] == own
                for other in world.cables
            )
        case "attachment":
            return stands(Word("attachment"), field_parts(cable, None))
        case _:
            raise AssertionError(value)


FIELDS: Final[dict[str, Callable[[str, Cable, World], bool]]] = {
    "class": lambda value, cable, _: is_class(cable.classification, value),
    "paraclass": lambda value, cable, _: any(
        holds_in(Is("paraclass", value), part) for part in text_parts(cable)
    ),
    "origin": is_origin,
    "id": lambda value, cable, _: (
        canonical_id(cable.cable_id or "") == canonical_id(value)
    ),
    "num": is_numbered,
    "date": is_in_order("date"),
    "released": is_in_order("released"),
    "len": is_in_order("len"),
    "paras": is_in_order("paras"),
    "tag": lambda value, cable, _: value.upper() in cable.tags,
    "to": is_addressed("to"),
    "info": is_addressed("info"),
    "from": is_addressed("from"),
    "route": is_routed,
    "precedence": is_precedence,
    "ref": cites,
    "refby": is_cited_by,
    "article": lambda value, cable, _: any(
        all(
            any(own.startswith(word) for own in words(address)) for word in words(value)
        )
        for address in cable.articles
    ),
    "is": is_flagged,
    "has": is_flagged,
    "in": lambda value, _cable, _world: value == "all",
}
