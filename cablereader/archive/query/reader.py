"""What was typed, to a query: a grammar of a page, read from left to right.

::

    query     = [ orexpr ]
    orexpr    = andexpr { ( "OR" | "|" ) andexpr }
    andexpr   = unary { [ "AND" ] unary }
    unary     = [ "NOT" | "-" | "!" ] primary
    primary   = "(" orexpr ")" | near | atleast | field | text
    near      = text ( "NEAR" | "THEN" ) [ "/" int ] text
    atleast   = "atleast:" int ":" text
    field     = name ":" ( values | range | compare | regex | "(" orexpr ")" )
    text      = [ "=" | "~" ] word [ "*" ] | '"' words '"' [ "~" int ]
    directive = "sort:" [ "-" ] key | "limit:" int | "group:" key

Directives stand anywhere outside of brackets. Only capitals make an operator, so that
"and" can be searched. Signs alone are no words, and are passed over. A word without a
sign is the beginning of a word, but one of two letters or less is whole.
"""

from __future__ import annotations

import re
from typing import Final

from cablereader.archive.query.conjunction import conjunction
from cablereader.archive.query.field import read_regex, read_texts, read_values
from cablereader.archive.query.scanner import Scanner
from cablereader.archive.query.text import (
    NAME,
    skip_signs,
    take_number,
    take_pattern,
    take_text,
)
from cablereader.model.frozen import replace
from cablereader.model.nearest import meant, nearest
from cablereader.model.query import (
    SORTS,
    AtLeast,
    Condition,
    Contains,
    Everything,
    InParagraph,
    Match,
    Not,
    Phrase,
    Query,
    Sort,
    any_of,
)
from cablereader.model.query_field import (
    FIELDS,
    GROUP_KEYS,
    RELATED,
    SECOND_NAMES,
    FieldKind,
    QueryField,
)

LISTED_BY: Final = "how to search (z/) and search --help list the fields"
DEEPEST: Final = 30
"""Brackets in brackets."""
NESTED: Final = {
    ("para", "paraclass"),
    ("subject", "atleast"),
    ("body", "atleast"),
    ("header", "atleast"),
}
"""Fields whose brackets may hold another one."""
DIRECTIVE: Final = re.compile(r"(?P<name>sort|limit|group):(?P<value>[^\s()\"|]*)")
OR: Final = re.compile(r"OR(?![^\s()\"|])|\|")
AND: Final = re.compile(r"AND(?![^\s()\"|])")
NOT: Final = re.compile(r"NOT(?![^\s()\"|])|[-!](?![\s)|]|$)")


class QueryReader:
    """Reads one query."""

    def __init__(self, scanner: Scanner, match: Match) -> None:
        self._scanner = scanner
        self._match = match
        self._query = Query()
        self._field: QueryField | None = None
        """Whose brackets we are in."""
        self._depth = 0

    def query(self) -> Query:
        """The whole text."""
        self._skip()
        condition: Condition = Everything()
        if not self._scanner.ended:
            condition = self._alternatives()
        if not self._scanner.ended:
            raise self._scanner.error("this bracket closes nothing; leave it out")
        return replace(self._query, condition=condition)

    def _skip(self) -> None:
        """Go on to what is a condition, and keep directives on the way."""
        skip_signs(self._scanner)
        while self._depth == 0 and (found := self._scanner.sees(DIRECTIVE)):
            self._direct(found["name"], found["value"], found.start("value"))
            self._scanner.at = found.end()
            skip_signs(self._scanner)

    def _direct(self, name: str, value: str, at: int) -> None:
        match name:
            case "sort":
                key = self._key(value.removeprefix("-"), tuple(SORTS), at)
                self._query = replace(
                    self._query, sort=Sort(key, descending=value.startswith("-"))
                )
            case "group":
                self._query = replace(
                    self._query, group=self._key(value, GROUP_KEYS, at)
                )
            case _:
                if not (value.isascii() and value.isdigit() and len(value) < 10):
                    raise self._scanner.error("limit: takes a number", at)
                self._query = replace(self._query, limit=int(value))

    def _key(self, value: str, known: tuple[str, ...], at: int) -> str:
        if value not in known:
            near = nearest(value, known) or f"; take {', '.join(known)}"
            raise self._scanner.error(f"no such order: {value or 'nothing'}{near}", at)
        return value

    def _alternatives(self) -> Condition:
        parts = [self._conjunction()]
        while self._scanner.take(OR):
            self._skip()
            parts.append(self._conjunction())
        return any_of(tuple(parts))

    def _conjunction(self) -> Condition:
        parts = [self._unary()]
        while True:
            self._skip()
            if self._scanner.take(AND):
                self._skip()
            elif self._at_end():
                return conjunction(parts)
            parts.append(self._unary())

    def _at_end(self) -> bool:
        """Whether no further condition of a conjunction follows."""
        scanner = self._scanner
        return scanner.ended or scanner.next == ")" or bool(scanner.sees(OR))

    def _unary(self) -> Condition:
        if self._scanner.take(NOT):
            skip_signs(self._scanner)
            return Not(self._primary())
        return self._primary()

    def _primary(self) -> Condition:
        scanner = self._scanner
        if self._at_end():
            raise scanner.error("a condition is missing here")
        if scanner.next == "(":
            return self._brackets(self._field)
        if self._field and not self._field_takes_text():
            return read_regex(scanner, self._field) or read_values(scanner, self._field)
        if name := scanner.sees(NAME):
            return self._named(name["name"].lower(), name.end())
        return Contains(take_pattern(scanner, self._match), self._part())

    def _field_takes_text(self) -> bool:
        return self._field is not None and self._field.kind is FieldKind.TEXT

    def _part(self) -> str | None:
        """The part of the cable that a text is looked for in."""
        inside = self._field
        return None if inside is None or inside.name == "para" else inside.name

    def _brackets(self, field: QueryField | None) -> Condition:
        scanner = self._scanner
        start = scanner.at
        if self._depth >= DEEPEST:
            raise scanner.error(f"more than {DEEPEST} brackets in each other")
        scanner.take_sign("(")
        outside, self._field = self._field, field
        self._depth += 1
        self._skip()
        if scanner.next == ")":
            raise scanner.error("nothing stands between these brackets", start)
        condition = self._alternatives()
        if not scanner.take_sign(")"):
            raise scanner.error("this bracket is not closed; add )", start)
        self._depth -= 1
        self._field = outside
        return condition

    def _named(self, name: str, after: int) -> Condition:
        """The condition of a name with a colon behind it."""
        scanner = self._scanner
        if self._field and (self._field.name, name) not in NESTED:
            raise scanner.error(
                f"no other field inside of {self._field.name}:(…); close it before"
            )
        if name in ("sort", "limit", "group"):
            raise scanner.error(f"{name}: stands outside of all brackets")
        if name == "atleast":
            scanner.at = after
            return self._at_least()
        field = FIELDS.get(SECOND_NAMES.get(name, name))
        if field is None:
            raise scanner.error(f"no field is called {name}:{_meant(name)}")
        scanner.at = after
        return self._of_field(field)

    def _of_field(self, field: QueryField) -> Condition:
        scanner = self._scanner
        if scanner.next == "(":
            inside = self._brackets(field)
        elif expression := read_regex(scanner, field):
            inside = expression
        elif field.kind is not FieldKind.TEXT:
            inside = read_values(scanner, field)
        else:
            inside = read_texts(scanner, field, self._match)
        return InParagraph(inside) if field.name == "para" else inside

    def _at_least(self) -> Condition:
        scanner = self._scanner
        count = take_number(scanner)
        if not scanner.take_sign(":"):
            raise scanner.error("atleast: takes a number and a text, atleast:5:word")
        start = scanner.at
        text = take_text(scanner, self._match)
        if isinstance(text, Phrase) and text.within is not None:
            raise scanner.error("atleast: counts words and phrases without ~", start)
        return Contains(AtLeast(count, text), self._part())


def _meant(name: str) -> str:
    """What to write instead of the name of no field: by its meaning, else its form."""
    if name in RELATED:
        return meant(RELATED[name])
    return nearest(name, FIELDS) or f"; to search for it, quote it; {LISTED_BY}"
