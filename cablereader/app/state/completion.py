"""What a word that is being typed may become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from cablereader.model.frozen import frozen, replace
from cablereader.model.query import SORTS, quoted
from cablereader.model.query_field import FIELDS, GROUP_KEYS, RELATED, SECOND_NAMES


@frozen
class Choice:
    """What a text may become."""

    text: str
    """All of it."""
    name: str
    """What it is called beside others."""
    query: str = ""
    """What finds the cables that the new word stands for; empty if it is for none."""

    def behind(self, text: str) -> Choice:
        """The choice for the same words behind a text."""
        return replace(self, text=f"{text}{self.text}")


Completions: TypeAlias = Callable[[str], Sequence[Choice]]
"""Of a text: what it may become, the best first."""


def no_completions(_: str) -> Sequence[Choice]:
    """Of a text that is free."""
    return ()


def completions_among(texts: Iterable[str]) -> Completions:
    """Completions of a whole text to one of those known."""
    known = tuple(Choice(text, text) for text in texts)

    def complete(text: str) -> Sequence[Choice]:
        return [
            each for each in known if each.text.startswith(text) and each.text != text
        ]

    return complete


MEANT: Final = ("tag", "origin")
"""Fields that somebody may mean who types no more than one of their values."""
OF_THE_SCREEN: Final = "in"
"""The field whose values stand for what is on the screen, which no archive knows."""


def query_completions(names: Mapping[str, Iterable[str]]) -> Completions:
    """Completions of the last word of a query: names of fields, and their values.

    Args:
        names: Of the archive and the reader's own, by the field that takes them, the
            likeliest first.
    """
    values: dict[str, tuple[str, ...]] = {
        **{name: field.words for name, field in FIELDS.items()},
        "sort": tuple(SORTS),
        "group": GROUP_KEYS,
        **{name: tuple(own) for name, own in names.items()},
    }

    def complete(text: str) -> Sequence[Choice]:
        before, blank, word = text.rpartition(" ")
        sign = word[: len(word) - len(word.lstrip("-!("))]
        start = f"{before}{blank}{sign}"
        name, colon, value = word[len(sign) :].partition(":")
        if not colon:
            fields = (f"{each}:" for each in _fields(name, values))
            return [
                *(Choice(f"{start}{each}", each, each) for each in meant(name)),
                *(Choice(f"{start}{each}", each) for each in fields),
            ]
        name = SECOND_NAMES.get(name.lower(), name)
        others, comma, begun = value.rpartition(",")
        found = _begun(begun.lstrip('"'), values.get(name.lower(), ()))
        known = f"{start}{name}:{others}{comma}"
        return [
            Choice(f"{known}{quoted(each)}", each, _query(name, each)) for each in found
        ]

    def meant(word: str) -> Iterator[str]:
        for field in MEANT:
            known = {each.casefold(): each for each in values.get(field, ())}
            if word.casefold() in known:
                yield f"{field}:{quoted(known[word.casefold()])}"

    return complete


def _fields(begun: str, known: Iterable[str]) -> Iterator[str]:
    """The fields that begin like this; if none does, those that people call so."""
    begun = begun.lower()
    if own := [each for each in known if each.startswith(begun)]:
        yield from own
        return
    called = {**{name: (field,) for name, field in SECOND_NAMES.items()}, **RELATED}
    meant = (fields for name, fields in called.items() if name.startswith(begun))
    yield from dict.fromkeys(chain.from_iterable(meant))


def _begun(begun: str, known: Iterable[str]) -> Iterator[str]:
    """The names that begin like this, in any case, and go on."""
    for each in known:
        if each.casefold().startswith(begun.casefold()) and each != begun:
            yield each


def _query(field: str, value: str) -> str:
    """What finds all cables with a value of a field, if that finds cables."""
    name = field.lower()
    finds = name in FIELDS and name != OF_THE_SCREEN
    return f"{name}:{quoted(value)}" if finds else ""
