"""A query as a tree of conditions on a cable; printed, it reads back as the same tree.

`cablereader.archive.query.typed` reads what was typed;
`cablereader.archive.finding.plan` asks it of an archive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from cablereader.model.frozen import frozen


class Match(StrEnum):
    """How a word must stand in a text."""

    PREFIX = "prefix"
    """A word begins with it."""
    EXACT = "exact"
    """A word is it."""
    CASED = "cased"
    """A word is it, in capitals and small letters as well."""
    STEM = "stem"
    """A word has the stem of it: ``visited`` is found by ``visits``."""


SHORTEST: Final = 3
"""Letters that make a beginning: fewer are a word, as in EU, UN and U.S.; with a star
they are a beginning all the same."""


@frozen
class Word:
    """A word, or several that signs join: ``wine``, ``state-secret``, ``O'Brien``.

    Several stand one after the other; ``match`` is of the last.
    """

    text: str
    match: Match = Match.PREFIX

    def __str__(self) -> str:
        if self.match is not Match.PREFIX:
            return f"{'~' if self.match is Match.STEM else '='}{self.text}"
        end = self.text[-SHORTEST:]
        plain = len(end) == SHORTEST and end.isalnum() and end.isascii()
        return self.text if plain else f"{self.text}*"


@frozen
class Phrase:
    """Words in quotation marks: exact, and one after the other."""

    text: str
    within: int | None = None
    """Or in any order, with at most so many other words among them."""

    def __str__(self) -> str:
        return f'"{self.text}"' + ("" if self.within is None else f"~{self.within}")


@frozen
class Near:
    """Two texts near each other."""

    left: Word | Phrase
    right: Word | Phrase
    within: int
    """At most so many words between them."""
    ordered: bool = False
    """Whether the left one must come first."""

    def __str__(self) -> str:
        operator = "THEN" if self.ordered else "NEAR"
        return f"{self.left} {operator}/{self.within} {self.right}"


@frozen
class AtLeast:
    """A text that stands so many times in a cable."""

    count: int
    text: Word | Phrase

    def __str__(self) -> str:
        return f"atleast:{self.count}:{self.text}"


Pattern: TypeAlias = Word | Phrase | Near | AtLeast


@frozen
class Contains:
    """A text stands in a part of the cable."""

    pattern: Pattern
    field: str | None = None
    """Name of the part; ``None`` for what a reader takes for the text: subject, body,
    references, TAGS."""

    def __str__(self) -> str:
        return _with_field(self.field, str(self.pattern))


@frozen
class InParagraph:
    """All of a condition holds in one and the same paragraph."""

    condition: Condition

    def __str__(self) -> str:
        return f"para:({self.condition})"


@frozen
class Is:
    """A field has a value."""

    field: str
    value: str
    """As typed, without quotation marks."""

    def __str__(self) -> str:
        return f"{self.field}:{quoted(self.value)}"


@frozen
class Compare:
    """A field is above or below a value."""

    field: str
    sign: str
    """``<``, ``<=``, ``>`` or ``>=``."""
    value: str

    def __str__(self) -> str:
        return f"{self.field}:{self.sign}{quoted(self.value)}"


@frozen
class Between:
    """A field is between two values, both included; either may be missing."""

    field: str
    low: str | None
    high: str | None

    def __str__(self) -> str:
        bounds = (quoted(each) if each else "" for each in (self.low, self.high))
        return f"{self.field}:{'..'.join(bounds)}"


@frozen
class Around:
    """A time is at most so many days before or after a cable's."""

    field: str
    days: int
    cable_id: str | None = None
    """``None`` for the cable that is open."""

    def __str__(self) -> str:
        return f"{self.field}:{self.cable_id or ''}~{self.days}d"


@frozen
class Matches:
    """A field has a match of a regular expression."""

    field: str
    expression: str
    r"""Without the slashes around it; one inside of it is ``\/``."""

    def __str__(self) -> str:
        return f"{self.field}:/{self.expression}/"


@frozen
class Everything:
    """No condition."""

    def __str__(self) -> str:
        return ""


@frozen
class Not:
    """A condition does not hold."""

    part: Condition

    def __str__(self) -> str:
        return f"-{_grouped(self.part, And, Or, Not)}"


@frozen
class And:
    """All of some conditions hold."""

    parts: tuple[Condition, ...]
    """At least two, none of them an `And`."""

    def __str__(self) -> str:
        return " ".join(_grouped(part, Or) for part in self.parts)


@frozen
class Or:
    """At least one of some conditions holds."""

    parts: tuple[Condition, ...]
    """At least two, none of them an `Or`."""

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))


Condition: TypeAlias = (
    Contains
    | InParagraph
    | Is
    | Compare
    | Between
    | Around
    | Matches
    | Everything
    | Not
    | And
    | Or
)


@frozen
class Sort:
    """The order of a list."""

    key: str
    """One of `SORTS`."""
    descending: bool = False

    def __str__(self) -> str:
        return f"sort:{'-' if self.descending else ''}{self.key}"


NEWEST_FIRST: Final = Sort("date", descending=True)
OLDEST_FIRST: Final = Sort("date")
SORTS: Final[Mapping[str, Sort]] = {
    sort.key: sort
    for sort in (
        NEWEST_FIRST,
        Sort("released", descending=True),
        Sort("origin"),
        Sort("class", descending=True),
        Sort("relevance"),
        Sort("length", descending=True),
        Sort("id"),
        Sort("subject"),
    )
}
"""The orders of a list, by key, each in the direction that a reader wants first.

A typed ``sort:`` says its own direction.
"""


@frozen
class Query:
    """What to find, and how to list it."""

    condition: Condition = Everything()  # frozen
    sort: Sort | None = None
    """``None`` for `NEWEST_FIRST`."""
    limit: int | None = None
    group: str | None = None
    """What the list is grouped by, if it is."""

    def __str__(self) -> str:
        directives = (
            str(self.sort) if self.sort else "",
            "" if self.limit is None else f"limit:{self.limit}",
            f"group:{self.group}" if self.group else "",
        )
        return " ".join(filter(None, (str(self.condition), *directives)))

    @property
    def finds_all(self) -> bool:
        """Whether all cables are meant, in whichever order."""
        return self.condition == Everything() and self.limit is None

    @property
    def is_in_time(self) -> bool:
        """Whether the list is in the order of time."""
        return (self.sort or NEWEST_FIRST).key == NEWEST_FIRST.key and not self.group

    @property
    def lists_all(self) -> bool:
        """Whether all cables are meant in the order of time."""
        return self.finds_all and self.is_in_time

    def narrowed_to(self, other: Query) -> Query:
        """This query with another as a limit on top; its order wins if it names one."""
        return Query(
            all_of((self.condition, other.condition)),
            other.sort or self.sort,
            self.limit if other.limit is None else other.limit,
            other.group or self.group,
        )


def all_of(parts: tuple[Condition, ...]) -> Condition:
    """The condition that all of some hold."""
    flat = [
        each
        for part in parts
        for each in (part.parts if isinstance(part, And) else (part,))
        if each != Everything()
    ]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else Everything()


def any_of(parts: tuple[Condition, ...]) -> Condition:
    """The condition that at least one of some holds.

    Args:
        parts: At least one.
    """
    flat = [
        each
        for part in parts
        for each in (part.parts if isinstance(part, Or) else (part,))
    ]
    return Or(tuple(flat)) if len(flat) > 1 else flat[0]


def texts_in(condition: Condition) -> Iterator[Contains]:
    """The texts that a cable is found by, which a reader wants to see marked."""
    match condition:
        case Contains():
            yield condition
        case InParagraph(condition=inner):
            yield from texts_in(inner)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from texts_in(part)
        case _:
            return


PLAIN: Final = frozenset("0123456789abcdefghijklmnopqrstuvwxyz_./#@%+&'’-")
"""Characters that a value may have without quotation marks (any letter may)."""


def quoted(value: str) -> str:
    """A value as it is typed: in quotation marks where it needs them."""
    plain = all(each.isalnum() or each in PLAIN for each in value)
    if plain and value and value[0] not in "/-" and ".." not in value:
        return value
    return f'"{value}"'


NEEDS_BRACKETS: Final = (",", ":", " NEAR/", " THEN/")


def _with_field(field: str | None, text: str) -> str:
    """A text after the name of its part, in brackets where the name takes less."""
    if field is None:
        return text
    simple = text[0].isalnum() or text[0] in '"='
    if simple and not any(map(text.__contains__, NEEDS_BRACKETS)):
        return f"{field}:{text}"
    return f"{field}:({text})"


def _grouped(part: Condition, *kinds: type) -> str:
    return f"({part})" if isinstance(part, kinds) else str(part)
