"""The words of a cable that tell its story: names and subject words before others.

A name is what has a capital inside sentences, too, and is never written without; where
all is in capitals, what `cablereader.archive.words.shouted_names` can tell. Words
of plain English, of the trade, and of the cable's own country are left out: they say
nothing of a story, or are said by its TAGS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from cablereader.archive.words.folding import word_spans, words_of
from cablereader.archive.words.plain_words import OF_TITLES, PLAIN, TRADE
from cablereader.archive.words.shouted_names import shouted_names
from cablereader.explain import table
from cablereader.explain.acronyms import governments, is_redaction
from cablereader.explain.posts import country_of
from cablereader.explain.tags import tag_kind, tag_meaning
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen

SHORTEST: Final = 4
"""Letters of a word that can tell a story; of an acronym one less."""
SHOUTED: Final = 5
"""A text with fewer small letters than one in so many is all in capitals."""
ENDS: Final = frozenset(".!?:;\"'()[]-*")
"""Signs before a word that may have its capital from its place."""
DEMONYM: Final = 3
"""Letters of a country's name that its adjective may not have: ``Norwegian``."""


@frozen
class TellingWords:
    """What a cable says that few others may say."""

    counts: Mapping[str, int]
    """How often, by the words as the index has them."""
    spelling: Mapping[str, str]
    """The same words as they stand in the cable."""
    names: frozenset[str]
    subject: frozenset[str]
    """The words of the subject among them."""
    following: Mapping[str, str]
    """By names: the name that mostly stands right behind."""

    def phrases(self, words: Sequence[str]) -> tuple[str, ...]:
        """Words as they stand in the cable, names that belong together in one.

        Args:
            words: In the form of the index, the most telling first.
        """
        found: list[str] = []
        used: set[str] = set()
        after = {each: self.following.get(each) for each in words}
        before = {each: name for name, each in after.items() if each in after}
        for word in words:
            if word in used:
                continue
            parts = [word]
            while (then := before.get(parts[0])) and then not in {*parts, *used}:
                parts.insert(0, then)
            while (then := after.get(parts[-1])) in after and then not in parts:
                parts.append(then)
            used.update(parts)
            found.append(" ".join(self.spelling[part] for part in parts))
        return tuple(found)


def telling_words(cable: Cable) -> TellingWords:
    """Read them off a cable."""
    ignored = frozenset(_own_country(cable))
    reading = _Reading(ignored)
    for paragraph in cable.paragraphs:
        reading.add(paragraph.text)
    names = reading.names
    subject = frozenset(reading.add(cable.title))
    return TellingWords(
        counts=reading.counts,
        spelling=reading.spelling,
        names=names,
        subject=subject,
        following=reading.following(names),
    )


class _Reading:
    """Words that are counted, with how they are written."""

    def __init__(self, ignored: frozenset[str]) -> None:
        self.counts: Counter[str] = Counter()
        self.spelling: dict[str, str] = {}
        self._ignored = ignored
        self._named: set[str] = set()
        self._small: set[str] = set()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def add(self, text: str) -> Iterable[str]:
        """Count the words of a text that may tell something; which these are."""
        shouted = sum(map(str.islower, text)) * SHOUTED < len(text)
        last, end = "", -2
        found: set[str] = set()
        for word, start, stop in word_spans(text):
            own = text[start:stop]
            if not self._tells(word, own, acronym=own.isupper() and not shouted):
                continue
            self.counts[word] += 1
            found.add(word)
            if not shouted:
                self._note(word, own, at_start=_at_start(text, start))
            if start == end + 1 and text[end] == " ":
                self._pairs[last, word] += 1
            self.spelling.setdefault(word, own)
            last, end = word, stop
        if shouted:
            self._named |= found.intersection(shouted_names(text)) - _no_names()
        return found

    @property
    def names(self) -> frozenset[str]:
        """The words that are names, as far as can be told by now."""
        return frozenset(self._named - self._small)

    def following(self, names: frozenset[str]) -> dict[str, str]:
        """The name right behind each name, where that is so half of the time."""
        return {
            first: then
            for (first, then), count in self._pairs.items()
            if first in names
            and then in names
            and 2 * count >= max(self.counts[first], self.counts[then])
        }

    def _note(self, word: str, own: str, *, at_start: bool) -> None:
        if own.islower() or word in _no_names():
            self._small.add(word)
        elif own.isupper() or not at_start:
            self._named.add(word)
        if not own.isupper():
            self.spelling[word] = own

    def _tells(self, word: str, own: str, *, acronym: bool) -> bool:
        return (
            len(word) >= SHORTEST - acronym
            and word[0].isalpha()
            and word not in PLAIN
            and not is_redaction(word)
            and own not in _trade()
            and not any(map(word.startswith, self._ignored))
        )


def _at_start(text: str, start: int) -> bool:
    """Whether a word may begin a sentence, or stands behind a sign."""
    before = text[max(start - 3, 0) : start].rstrip()
    return not before or before[-1] in ENDS


def _own_country(cable: Cable) -> Iterator[str]:
    """How words begin that name the post, its country, or one of the TAGS."""
    origin = cable.origin or ""
    names = [origin, country_of(origin)]
    names += [tag_meaning(tag) for tag in cable.tags if tag_kind(tag) == "geographic"]
    for name in names:
        for word in words_of(name):
            if len(word) >= SHORTEST and word not in PLAIN:
                yield word[: min(max(len(word) - DEMONYM, SHORTEST), SHORTEST + 1)]


@cache
def _no_names() -> frozenset[str]:
    """Words of titles, and of countries that have a TAG: too many cables have them."""
    return OF_TITLES.union(
        word
        for tag in table.every("tags", "tags")
        if tag_kind(tag) == "geographic"
        for word in words_of(tag_meaning(tag))
    )


@cache
def _trade() -> frozenset[str]:
    """The spellings of words that stand in cables about anything: ``Poloff``.

    The letters of a government are among them, which several countries share.
    """
    return frozenset(governments()).union(
        spelling
        for term, facts in table.every("glossary", "terms").items()
        if facts.text("kind") in TRADE
        for spelling in (term, *facts.texts("variants"))
    )
