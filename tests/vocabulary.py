"""Words for generated cables: built from syllables, as unevenly used as real ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Final

WORDS: Final = 60_000
TABLE: Final = 1 << 20
"""Draws are from a table in which a word stands as often as it is to occur, so that
one costs as little as possible."""
PHRASES: Final = 600
FREQUENT: Final = """
the of to and in a that for on is was with as he by said be at are from has an would
not have his they it will had were we their which or this but also its been more
government minister embassy embassy's officials president meeting foreign security
support political country party ambassador noted told issue economic police between
agreement visit talks ministry national program international military post trade
comment summary report states united would-be official including
"""
"""Real ones before the built ones: a text needs them to look like one."""
ONSETS: Final = (*"bcdfghjklmnprstvw", "gr", "qu", "sh", "st", "tr")
VOWELS: Final = (*"aeiou", "ea")
CODAS: Final = (*[""] * 8, *"lmnrst", "nd")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What generated text is drawn from."""

    words: tuple[str, ...]
    """By rank, the most frequent first."""
    table: tuple[str, ...]
    """Words and phrases, each as often as Zipf's law says."""
    letters: float
    """Length of a draw with the blank after it, on the average."""

    def drawn(self, random: Random, letters: int) -> list[str]:
        """Words that come to about so many letters."""
        number = round(letters / self.letters)
        return " ".join(random.choices(self.table, k=number)).split(" ")

    def name(self, number: int) -> str:
        """The name of a person: a rare word, for no other number the same."""
        first, last = divmod(number, len(ONSETS) * len(VOWELS))
        stem = self.words[-1 - first % WORDS // 2]
        onset, vowel = divmod(last, len(VOWELS))
        return f"{stem}{ONSETS[onset]}{VOWELS[vowel]}".capitalize()


def make_vocabulary(random: Random) -> Vocabulary:
    """The same vocabulary for the same random numbers."""
    words = tuple(built_words(random))
    ranked = [*words]
    for _ in range(PHRASES):
        rank = random.randrange(100, 4_000)
        ranked.insert(rank, " ".join(random.choices(words[100:20_000], k=3)))
    table = zipf_table(ranked)
    letters = sum(len(word) + 1 for word in table) / len(table)
    return Vocabulary(words, table, letters)


def built_words(random: Random) -> list[str]:
    """The real words and words of one to three syllables, short ones first."""
    built = dict.fromkeys(FREQUENT.split())
    for number in count():
        syllables = 1 + (number > 300) + (number > 6_000 and random.random() < 0.7)
        built["".join(syllable(random) for _ in range(syllables))] = None
        if len(built) == WORDS:
            break
    return list(built)


def syllable(random: Random) -> str:
    return "".join(random.choice(part) for part in (ONSETS, VOWELS, CODAS))


def zipf_table(ranked: list[str]) -> tuple[str, ...]:
    """Each word as often as the inverse of its rank says, but once at least."""
    scale = TABLE / sum(1 / rank for rank in range(1, len(ranked) + 1))
    return tuple(
        word
        for rank, word in enumerate(ranked, 1)
        for _ in range(max(1, round(scale / rank)))
    )
