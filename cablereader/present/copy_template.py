"""Templates of copies: ``{id} {created:%B %-d, %Y} {text|oneline|cut:200}``.

A template names fields, and nothing that it holds is ever executed: names, filters and
date directives are looked up in tables. ``{{`` and ``}}`` are braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final, TypeAlias

from cablereader.model.frozen import frozen
from cablereader.model.nearest import nearest
from cablereader.present import escape
from cablereader.present.citation import NAMES, Fields
from cablereader.present.day import DAY, DIRECTIVES, day, unknown_directive
from cablereader.present.refusal import Refusal
from cablereader.present.title_case import title_case
from cablereader.present.visible import visible_line

PIECE: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
DATES: Final = frozenset({"created", "released"})
LONGEST_CUT: Final = 6
"""Digits in the argument of ``cut``."""


def cut(text: str, length: int) -> str:
    """At most so many characters, ended at a word and by an ellipsis when shortened."""
    if len(text) <= length:
        return text
    head = text[: max(length - 1, 0)]
    words = head if text[len(head)].isspace() else head.rpartition(" ")[0]
    return (words or head).rstrip(" ,;:-") + "…"


def one_line(text: str) -> str:
    """Every run of blanks and line breaks as one space."""
    return " ".join(text.split())


FILTERS: Final[dict[str, Callable[[str], str]]] = {
    "oneline": one_line,
    "title": title_case,
    "upper": str.upper,
    "lower": str.lower,
    "markdown": escape.markdown,
    "html": escape.html,
    "brackets": escape.brackets,
    "bibtex": escape.bibtex,
    "csv": escape.csv,
    "json": escape.json,
    "url": escape.url,
    "shell": escape.shell,
}
"""Beside them ``cut:N``, the only one with an argument."""
WHY_MISSING: Final = {
    "id": "this text has no reference id",
    "ref": "this text has no reference id",
    "par": "no paragraph here",
    "num": "a paragraph without a number",
    "marking": "a paragraph without a marking",
    "text": "no paragraph here",
    "raw": "no paragraph here",
    "url": "no address: its date of creation is not known",
    "url_base": "no address: its date of creation is not known",
    "created": "its date of creation is not known",
    "released": "its date of release is not known",
}


class TemplateError(ValueError):
    """A template that cannot be used; the message says why."""


@frozen
class Place:
    """Where a field stands in a template."""

    name: str
    date_format: str = DAY
    filters: tuple[Callable[[str], str], ...] = ()


Template: TypeAlias = tuple[str | Place, ...]
"""What a template says, in order: literal texts and places of fields."""


def parse_template(text: str) -> Template:
    """The pieces of a template.

    Raises:
        TemplateError: For unknown names, with the nearest right one, and lone braces.
    """
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[str | Place]:
    end = 0
    for match in PIECE.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        end = match.end()
        if match[0] in ("{{", "}}"):
            yield match[0][0]
        elif match[1] is None:
            raise TemplateError(f"a lone {match[0]}; write it twice to mean itself")
        else:
            yield _place(match[1])
    if end < len(text):
        yield text[end:]


def _place(words: str) -> Place:
    field, *filters = words.split("|")
    name, colon, date_format = field.partition(":")
    name = name.strip()
    if name not in NAMES:
        raise TemplateError(f"unknown field {_shown(name)}{nearest(name, NAMES)}")
    if colon and name not in DATES:
        raise TemplateError(f"{name} is no date, and takes no format")
    if unknown := unknown_directive(date_format):
        raise TemplateError(
            f"unknown date directive {_shown(unknown)}{nearest(unknown, DIRECTIVES)}"
        )
    return Place(name, date_format or DAY, tuple(map(_filter, filters)))


def _filter(words: str) -> Callable[[str], str]:
    name, colon, argument = (part.strip() for part in words.partition(":"))
    if name == "cut":
        if not (argument.isascii() and argument.isdigit()):
            raise TemplateError("cut needs a number: {text|cut:200}")
        length = int(argument[:LONGEST_CUT])
        return lambda text: cut(text, length)
    if name not in FILTERS:
        known = (*FILTERS, "cut")
        raise TemplateError(f"unknown filter {_shown(name)}{nearest(name, known)}")
    if colon:
        raise TemplateError(f"{name} takes no argument")
    return FILTERS[name]


def _shown(name: str) -> str:
    return f"`{visible_line(name[:40])}`"


def render(template: Template, fields: Fields) -> str | Refusal:
    """The text that a template makes of a paragraph or cable.

    Never raises: a field that the cable does not have is the reason of a refusal.
    """
    texts: list[str] = []
    for piece in template:
        text = piece if isinstance(piece, str) else _value(piece, fields)
        if isinstance(text, Refusal):
            return text
        texts.append(text)
    return "".join(texts)


def _value(place: Place, fields: Fields) -> str | Refusal:
    value = getattr(fields, NAMES[place.name])
    if value is None:
        return Refusal(WHY_MISSING[place.name])
    text = day(value, place.date_format) if isinstance(value, datetime) else str(value)
    for change in place.filters:
        text = change(text)
    return text
