"""What a word that is being typed may become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from cablereader.model.query import SORTS
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


def query_completions(names: Mapping[str, Iterable[str]]) -> Completions:
    """Completions of the last word of a query: names of fields, and their values.

    Args:
        names: The reader's own names, by the field that takes them.
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
        name, colon, value = word[len(sign) :].partition(":")
        if colon:
            head, begun, known = f"{name}:", value, values.get(name, ())
        else:
            head, begun, known = "", name, tuple(f"{each}:" for each in values)
        return [
            f"{before}{blank}{sign}{head}{each}"
            for each in known
            if each.startswith(begun) and each != begun
        ]

    return complete
