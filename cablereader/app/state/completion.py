"""What a word that is being typed may become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from cablereader.model.query import SORTS, quoted
from cablereader.model.query_field import FIELDS, GROUP_KEYS

Completions: TypeAlias = Callable[[str], Sequence[str]]
"""Of a text: the texts that it may become, the best first."""


def no_completions(_: str) -> Sequence[str]:
    """Of a text that is free."""
    return ()


def completions_among(texts: Iterable[str]) -> Completions:
    """Completions of a whole text to one of those known."""
    known = tuple(texts)

    def complete(text: str) -> Sequence[str]:
        return [each for each in known if each.startswith(text) and each != text]

    return complete


MEANT: Final = ("tag", "origin")
"""Fields that somebody may mean who types no more than one of their values."""


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

    def complete(text: str) -> Sequence[str]:
        before, blank, word = text.rpartition(" ")
        sign = word[: len(word) - len(word.lstrip("-!("))]
        start = f"{before}{blank}{sign}"
        name, colon, value = word[len(sign) :].partition(":")
        if not colon:
            fields = (f"{each}:" for each in values if each.startswith(name))
            return [f"{start}{each}" for each in (*meant(name), *fields)]
        others, comma, begun = value.rpartition(",")
        found = _begun(begun.lstrip('"'), values.get(name.lower(), ()))
        return [f"{start}{name}:{others}{comma}{quoted(each)}" for each in found]

    def meant(word: str) -> Iterator[str]:
        for field in MEANT:
            known = {each.casefold(): each for each in values.get(field, ())}
            if word.casefold() in known:
                yield f"{field}:{quoted(known[word.casefold()])}"

    return complete


def _begun(begun: str, known: Iterable[str]) -> Iterator[str]:
    """The names that begin like this, in any case, and go on."""
    for each in known:
        if each.casefold().startswith(begun.casefold()) and each != begun:
            yield each
