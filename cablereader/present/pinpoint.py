"""Where in a cable: the paragraphs of a citation, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

ORDINALS: Final = {"2": "second", "3": "third"}


def pinpoint(labels: Iterable[str], word: str = "para.") -> str:
    """``para. 5``, ``paras. 5–7, 9``, ``second para. 5``, ``unnumbered para. 1``.

    Args:
        labels: Of the paragraphs, in the order of the text; none gives nothing.
        word: For one paragraph, with its full stop.
    """
    return ", ".join(_groups(tuple(labels), word))


def _groups(labels: tuple[str, ...], word: str) -> Iterator[str]:
    for numbered, group in groupby(labels, str.isdigit):
        if numbered:
            numbers = [int(label) for label in group]
            many = len(numbers) > 1
            yield f"{_plural(word) if many else word} {', '.join(_ranges(numbers))}"
        else:
            yield from (_odd(label, word) for label in group)


def _plural(word: str) -> str:
    return word.replace(".", "s.")


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Runs that count up by one as ``5–7``."""
    counted = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    for _, run in counted:
        first, *rest = [number for _, number in run]
        yield f"{first}–{rest[-1]}" if rest else str(first)


def _odd(label: str, word: str) -> str:
    number, tilde, occurrence = label.partition("~")
    if tilde:
        return f"{ORDINALS.get(occurrence, f'{occurrence}th')} {word} {number}"
    if label.startswith("p") and label[1:].isdigit():
        return f"unnumbered {word} {label[1:]}"
    return f"{word} {label}"
