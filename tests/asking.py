"""Queries that make sense for given cables, drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from oracle import field_parts, tokens

from cablereader.archive.query.days import read_period
from cablereader.model.cable import Cable
from cablereader.model.query import (
    And,
    Around,
    AtLeast,
    Between,
    Compare,
    Condition,
    Contains,
    InParagraph,
    Is,
    Match,
    Matches,
    Near,
    Not,
    Or,
    Phrase,
    Word,
    any_of,
)

SIGNS = st.sampled_from(("<", "<=", ">", ">="))
CLASSES = st.sampled_from(
    ("u", "c", "S", "secret", "sbu", "noforn", "s/nf", "secret//noforn", "CN", "none")
)
LEVELS = st.sampled_from(("u", "sbu", "C", "secret"))
PERIODS = st.sampled_from(
    ("2007", "2008", "2009", "2010", "2009-q4", "2009-03", "2010-02-22", "1986")
)
FLAGS = st.sampled_from(
    (
        ("is", "redacted"), ("is", "partial"), ("is", "duplicate"), ("has", "article"),
        ("has", "refs"), ("has", "attachment"), ("in", "all"),
    )
)  # fmt: skip
TEXT_FIELDS = ("subject", "body", "header", "signed", "classifiedby", "reason", "decl")


def conditions(cables: Sequence[Cable]) -> SearchStrategy[Condition]:
    """Conditions about what is in some cables."""
    leaves = st.one_of(
        st.builds(Contains, patterns(cables, None)),
        st.builds(Contains, patterns(cables, None)),
        *(
            st.builds(Contains, patterns(cables, field), st.just(field))
            for field in TEXT_FIELDS
        ),
        st.builds(InParagraph, in_paragraph(cables)),
        values(cables),
    )
    return st.recursive(leaves, combined, max_leaves=5)


def combined(inner: SearchStrategy[Condition]) -> SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, several), st.builds(Or, several), st.builds(Not, inner)
    )


def in_paragraph(cables: Sequence[Cable]) -> SearchStrategy[Condition]:
    leaves = st.one_of(
        st.builds(Contains, texts(cables, "body")),
        st.builds(Contains, texts(cables, "body")),
        st.builds(Contains, near(cables, "body")),
        st.builds(Is, st.just("paraclass"), CLASSES),
        st.builds(Compare, st.just("paraclass"), SIGNS, LEVELS),
    )
    return st.recursive(leaves, combined, max_leaves=3)


def patterns(
    cables: Sequence[Cable], field: str | None
) -> SearchStrategy[Word | Phrase | Near | AtLeast]:
    text = texts(cables, field)
    kinds: list[SearchStrategy[Word | Phrase | Near | AtLeast]] = [
        text,
        text,
        near(cables, field),
    ]
    if field in (None, "subject", "body", "header"):
        strict = text.filter(
            lambda each: not isinstance(each, Phrase) or each.within is None
        )
        kinds.append(st.builds(AtLeast, st.integers(0, 4), strict))
    return st.one_of(kinds)


def near(cables: Sequence[Cable], field: str | None) -> SearchStrategy[Near]:
    text = texts(cables, field).map(strictly)
    return st.builds(Near, text, text, st.integers(0, 12), st.booleans())


def strictly(text: Word | Phrase) -> Word | Phrase:
    return Phrase(text.text) if isinstance(text, Phrase) else text


def texts(cables: Sequence[Cable], field: str | None) -> SearchStrategy[Word | Phrase]:
    """Words and phrases that stand in a field of some cable, or nearly so."""
    places = st.integers(0, len(cables) - 1)
    runs = places.flatmap(lambda place: stretches(cables[place], field))
    return runs.flatmap(asked_for)


def stretches(cable: Cable, field: str | None) -> SearchStrategy[list[str]]:
    """A few words, one after the other, as written."""
    parts = [part for part in field_parts(cable, field) if part.tokens]
    if not parts:
        return st.just(["nothing"])

    def cut(where: tuple[int, int, int]) -> list[str]:
        part, start, size = where
        written = [each for _, each in parts[part % len(parts)].tokens]
        start %= len(written)
        return written[start : start + size]

    return st.tuples(st.integers(0, 200), st.integers(0, 2000), st.integers(1, 3)).map(
        cut
    )


def asked_for(written: list[str]) -> SearchStrategy[Word | Phrase]:
    """Ways to ask for words that stand one after the other."""
    first = written[0]
    joined = "-".join(written)
    ways: list[SearchStrategy[Word | Phrase]] = [
        st.just(Word(first.lower())),
        st.integers(2, 6).map(lambda size: Word(first[:size].lower())),
        st.just(Word(first.lower(), Match.EXACT)),
        st.just(Word(first.lower(), Match.STEM)),
        st.just(Word(joined.lower(), Match.STEM)),
        st.just(Word(joined)),
        st.just(Phrase(" ".join(written))),
        st.integers(0, 6).map(lambda within: Phrase(" ".join(written), within)),
    ]
    if first != first.lower():
        ways.append(st.just(Word(first, Match.CASED)))
    return st.one_of(ways).filter(is_sayable)


def is_sayable(text: Word | Phrase) -> bool:
    """Whether there is a word in it, and no operator that it would be taken for."""
    return bool(tokens(text.text)) and text.text not in ("AND", "OR", "NOT", "NEAR")


def values(cables: Sequence[Cable]) -> SearchStrategy[Condition]:
    """Conditions on the fields that are no texts."""
    ids = st.sampled_from([cable.cable_id or "" for cable in cables])
    cited = [r.cable_id for cable in cables for r in cable.references if r.cable_id]
    tags = sorted({tag for cable in cables for tag in cable.tags} | {"PREL"})
    origins = sorted({cable.origin for cable in cables if cable.origin} | {"Oslo"})
    sizes = st.integers(0, 40).map(lambda number: str(number * number))
    ends = PERIODS | st.none()
    span = st.tuples(ends, ends).filter(any).map(forwards)
    names = (
        "RUEHC",
        "secstate",
        "SECSTATE WASHDC",
        "amembassy",
        "RUEHZL",
        "collective",
    )
    return st.one_of(
        st.builds(Is, st.sampled_from(("class", "paraclass")), CLASSES),
        st.builds(Compare, st.sampled_from(("class", "paraclass")), SIGNS, LEVELS),
        st.builds(Is, st.just("origin"), st.sampled_from(origins).flatmap(beginnings)),
        st.builds(Is, st.just("tag"), st.sampled_from(tags)),
        st.builds(Is, st.sampled_from(("id", "refby")), ids),
        st.lists(ids, min_size=2, max_size=4, unique=True).map(either_id),
        st.builds(Is, st.just("ref"), st.sampled_from([*cited, "none"])),
        st.builds(Is, st.just("num"), ids.map(digits_at_the_end)),
        st.builds(Is, st.sampled_from(("to", "info", "from")), st.sampled_from(names)),
        st.builds(Is, st.just("route"), st.sampled_from(("RUEHC", "RUEH", "RUEHDL"))),
        st.builds(
            Is,
            st.just("precedence"),
            st.sampled_from(("routine", "priority", "immediate")),
        ),
        st.builds(Is, st.sampled_from(("date", "released")), PERIODS),
        st.builds(Compare, st.sampled_from(("date", "released")), SIGNS, PERIODS),
        st.builds(
            lambda field, ends: Between(field, *ends),
            st.sampled_from(("date", "released")),
            span,
        ),
        st.builds(
            Around, st.sampled_from(("date", "released")), st.integers(0, 400), ids
        ),
        st.builds(Is, st.just("paras"), st.integers(0, 20).map(str)),
        st.builds(Compare, st.sampled_from(("len", "paras")), SIGNS, sizes),
        st.builds(
            Matches, st.just("subject"), st.sampled_from(("GOAT|LAKE", "^[A-M]"))
        ),
        st.builds(Matches, st.sampled_from(("origin", "tag")), st.just("O[A-Z]*R|^P")),
        st.builds(lambda flag: Is(*flag), FLAGS),
    )


def either_id(names: Sequence[str]) -> Condition:
    return any_of(tuple(Is("id", name) for name in names))


def forwards(ends: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """The ends of a range with the earlier one first: no other is read."""
    low, high = ends
    if low and high:
        low, high = sorted((low, high), key=lambda each: read_period(each) or (0, 0))
    return low, high


def beginnings(name: str) -> SearchStrategy[str]:
    """A name, one of its words, or how one of them begins."""
    words = name.split()
    return st.one_of(
        st.just(name),
        st.sampled_from(words),
        st.sampled_from(words).map(lambda w: w[:4]),
    )


def digits_at_the_end(cable_id: str) -> str:
    return cable_id.lstrip("0123456789").strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or "1"
