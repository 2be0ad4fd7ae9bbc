"""Values of a field that look like one that an archive does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.notebook import Notebook
from cablereader.archive.words.folding import words_of
from cablereader.archive.words.term import Kind
from cablereader.model.nearest import nearest_names
from cablereader.model.query import Is

MOST: Final = 3
SHARE: Final = 0.7
"""Of a name, that must be as typed."""
KINDS: Final = {
    "to": Kind.TO,
    "info": Kind.INFO,
    "from": Kind.FROM,
    "route": Kind.ROUTE,
}
"""Fields whose values are known to the index of whole cables alone."""
OWN: Final = frozenset({"label", "saved"})
"""Fields whose values are names that the reader gave."""


class NearValues:
    """What the values of one archive, and of its reader's notebook, look like."""

    def __init__(self, lookup: Lookup, notebook: Notebook) -> None:
        self._lookup = lookup
        self._notebook = notebook

    def of(self, asked: Is) -> Sequence[str]:
        """Values that may have been meant, the nearest first."""
        field, value = asked.field, asked.value
        if field == "tag":
            codes = _near(value.upper(), self._lookup.tags)
            return codes or _near(_plain(value), self._ends(field))
        if field in KINDS:
            names = self._lookup.spelling(mark=KINDS[field], whole=False)
            return names.nearest("".join(words_of(value)), MOST)
        if field in OWN:
            return _near(value, self._notebook.names(field))
        return _near(_plain(value), self._ends(field))

    def _ends(self, field: str) -> Iterator[str]:
        """The names of a field from each of their words on, as one may ask for them."""
        for name in self._names(field):
            words = words_of(name)
            yield from (" ".join(words[at:]) for at in range(len(words)))

    def _names(self, field: str) -> Iterable[str]:
        match field:
            case "origin":
                return self._lookup.origins
            case "country" | "region":
                return map(_fact(field), self._lookup.origins)
            case "tag":
                from cablereader.explain.tags import tag_meaning  # noqa: PLC0415  # tables

                return map(tag_meaning, self._lookup.tags)
            case _:
                return ()


def _fact(field: str) -> Callable[[str], str]:
    from cablereader.explain.posts import country_of, region_of  # noqa: PLC0415  # tables

    return country_of if field == "country" else region_of


def _plain(value: str) -> str:
    return " ".join(words_of(value))


def _near(value: str, known: Iterable[str]) -> Sequence[str]:
    return nearest_names(value, known, most=MOST, share=SHARE)
