"""What a list of cables is made of: how many of each origin, time, class and TAG."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cablereader.model.frozen import frozen


@frozen
class Count:
    """How many cables have a value."""

    value: str
    """As it is shown, and as a query takes it."""
    cables: int


@frozen(kw_only=True)
class Facets:
    """The counts of a list; a cable without a value is in no count of its kind."""

    cables: int
    """All of the list."""
    origins: tuple[Count, ...]
    """Most frequent first."""
    classifications: tuple[Count, ...]
    """From open to closed."""
    tags: tuple[Count, ...]
    """Most frequent first."""
    months: tuple[Count, ...]
    """Of creation, oldest first: ``2009-11``; a month without cables is left out."""

    @property
    def years(self) -> tuple[Count, ...]:
        """Of creation, oldest first."""
        return summed(self.months, lambda month: month[:4])

    @property
    def quarters(self) -> tuple[Count, ...]:
        """Of creation, oldest first: ``2009-q4``."""
        return summed(self.months, quarter_of)


def quarter_of(month: str) -> str:
    """The quarter of a month: ``2009-11`` is in ``2009-q4``."""
    return f"{month[:4]}-q{(int(month[5:7]) + 2) // 3}"


def summed(counts: Iterable[Count], name: Callable[[str], str]) -> tuple[Count, ...]:
    """The counts of those that get the same name together, in order of their firsts."""
    sums: dict[str, int] = {}
    for count in counts:
        sums[name(count.value)] = sums.get(name(count.value), 0) + count.cables
    return tuple(Count(*each) for each in sums.items())
