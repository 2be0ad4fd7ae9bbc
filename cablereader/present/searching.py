"""How to search, as rows: what can be typed, the fields, and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.model.query_field import NAMED, SECOND_NAMES, QueryField
from cablereader.present.definition import defined
from cablereader.present.piece import Piece, Row

NAME: Final = 26
"""Cells of what is typed, with the blanks around it."""
FIELD: Final = 14
"""Cells of a field's name, with the blanks around it."""


@frozen
class Form:
    """Something that can be typed."""

    typed: str
    meaning: str


HOW: Final = (
    "s searches all cables, l limits the list to some of its cables. Type what you look"
    " for and press Enter; Tab completes, ? in the empty line lists the fields."
)
WORDS: Final = (
    Form("light", "words that begin so: lighthouse, lights"),
    Form("=light", "this word alone; with a capital, its capitals count"),
    Form("~visit", "its other forms too: visits, visited, visiting"),
    Form("lamp keeper", "both, anywhere in the cable"),
    Form('"lighthouse keeper"', "these words, one behind the other"),
    Form("state-owned", "the same for words with a hyphen"),
    Form("lamp OR light", "either; OR, AND and NOT in capitals"),
    Form("lamp -keeper", "the first, but not the second"),
    Form("(lamp OR light) keeper", "brackets say what belongs together"),
    Form("lamp NEAR/5 keeper", "at most five words apart; THEN/5: in this order"),
    Form("para:(lamp keeper)", "both in the same paragraph"),
    Form("atleast:3:lamp", "three times or more in the cable"),
)
VALUES: Final = (
    Form("origin:oslo", "a field, a colon, a value; no blank between them"),
    Form('origin:"The Hague"', "a value of several words"),
    Form("origin:oslo,lisbon", "either of them"),
    Form("tag:PREL tag:NO", "both: a cable has several TAGS, but one origin"),
    Form("date:2008", "a year; 2008-03 a month, 2008-03-14 a day, 2008-q1"),
    Form("date:2007..2009", "from, to; ..2007 and 2009.. are open"),
    Form("len:>500", "more than; also < <= >="),
    Form("class:>=confidential", "so secret, or more"),
    Form("subject:/light(house|ship)/", "a regular expression"),
    Form("-tag:EFIS", "without it"),
)
EXAMPLES: Final = (
    Form("lighthouse date:2007..2009", "the word, in cables of three years"),
    Form("origin:oslo class:secret is:unread", "secret, from Oslo, not read yet"),
    Form("para:(keeper sheep) -origin:reykjavik", "in one paragraph, not from there"),
    Form("ref:07OSLO9012", "what cites this cable"),
    Form("to:secstate precedence:immediate", "urgent, and Washington must act"),
    Form("has:note OR is:starred", "what you made notes on, or starred"),
    Form("lumpsucker sort:-date limit:5", "the five latest"),
)


def searching_rows(width: int) -> Iterator[Row]:
    """The page.

    Roles: ``title``, ``key`` for what is typed, ``value`` for what it finds.
    """
    yield from defined("", HOW, 0, width)
    yield from _part("Words", WORDS, NAME, width)
    yield from _part("Fields and their values", VALUES, NAME, width)
    yield from _part("Examples", EXAMPLES, NAME, width)
    fields = (_form(field) for field in NAMED)
    yield from _part("All fields", fields, FIELD, width)


def _form(field: QueryField) -> Form:
    """A field with the only values that it takes, and what else it may be called."""
    others = [name for name, meant in SECOND_NAMES.items() if meant == field.name]
    also = f" (also {', '.join(f'{name}:' for name in others)})" if others else ""
    return Form(f"{field.name}:", f"{field.told}{also}")


def _part(title: str, forms: Iterable[Form], name: int, width: int) -> Iterator[Row]:
    yield ()
    yield (Piece(title, "title"),)
    for form in forms:
        if len(form.typed) > name - 3:
            yield (Piece(f"  {form.typed}", "key"),)
            yield from defined("", form.meaning, name, width)
        else:
            yield from defined(f"  {form.typed}", form.meaning, name, width)
