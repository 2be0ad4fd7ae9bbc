"""Texts that something was done to, as a bad disk or a bad copy does."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def spoilt(text: str, random: Random, scraps: Sequence[str]) -> str:
    """The text with a few stretches gone, doubled, or replaced.

    Args:
        text: A sound one.
        random: Decides.
        scraps: What is put in between, beside any sign at all.
    """
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        at = random.randrange(len(text) + 1)
        match random.randrange(5):
            case 0:
                text = text[:at] + text[at + random.choice((1, 4, 30, 300)) :]
            case 1:
                other = random.randrange(len(text) + 1)
                copy = text[other : other + random.choice((3, 40, 300))]
                text = text[:at] + copy + text[at:]
            case 2:
                text = text[:at] + chr(random.randrange(0xD800)) + text[at + 1 :]
            case _:
                scrap = random.choice(scraps) * random.choice((1, 1, 4))
                text = text[:at] + scrap + text[at:]
    return text
