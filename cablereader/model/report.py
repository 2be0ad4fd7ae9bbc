"""What was read when, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from cablereader.model.facets import Count
from cablereader.model.frozen import frozen
from cablereader.model.triage import State, Triage

RECENT: Final = 7
"""Days on which the reader worked that say how fast it goes."""


@frozen
class Coverage:
    """How far the reader is with some cables."""

    cables: int
    read: int
    aside: int = 0

    @property
    def done(self) -> int:
        """Read, or set aside."""
        return self.read + self.aside

    @property
    def left(self) -> int:
        """Neither read nor set aside."""
        return max(self.cables - self.done, 0)

    @property
    def percent(self) -> int:
        """How much is done; 100 only when nothing is left."""
        return 100 * self.done // self.cables if self.cables else 100

    def __str__(self) -> str:
        aside = f", {self.aside:,} set aside" if self.aside else ""
        return f"{self.read:,} of {self.cables:,} read{aside}"


@frozen
class Named:
    """The same of those that share something, such as an origin or a day."""

    name: str
    coverage: Coverage


@frozen(kw_only=True)
class Report:
    """What was read when and of whom, and what is left."""

    query: str
    """What is reported on; empty for everything."""
    days: tuple[Named, ...]
    """Oldest first, of those on which something was done; by the reader's clock."""
    undated: int = 0
    """Cables that are done, nobody knows since when."""
    origins: tuple[Named, ...] = ()
    """Where most was done first; none without an archive."""
    coverage: Coverage | None = None
    """Of all; ``None`` without an archive."""

    @property
    def pace(self) -> int:
        """Cables a day, on the last days on which the reader worked."""
        recent = self.days[-RECENT:]
        return round(sum(day.coverage.done for day in recent) / max(len(recent), 1))

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "query": self.query,
            **(_numbers(self.coverage) if self.coverage else {}),
            "days": [
                {
                    "day": day.name,
                    "read": day.coverage.read,
                    "aside": day.coverage.aside,
                }
                for day in self.days
            ],
            "undated": self.undated,
            "origins": [
                {"origin": each.name, **_numbers(each.coverage)}
                for each in self.origins
            ],
        }


def days_of(decided: Iterable[Triage], day: Mapping[str, str]) -> tuple[Named, ...]:
    """The days on which cables got their state.

    Args:
        decided: Of cables that are read or set aside.
        day: The reader's day of each time that a state may say.
    """
    sums: dict[str, list[int]] = {}
    for triage in decided:
        if triage.since in day:
            both = sums.setdefault(day[triage.since], [0, 0])
            both[triage.state is State.ASIDE] += 1
    return tuple(
        Named(name, Coverage(read + aside, read, aside))
        for name, (read, aside) in sorted(sums.items())
    )


def origins_of(
    cables: Iterable[Count], read: Iterable[Count], aside: Iterable[Count]
) -> tuple[Named, ...]:
    """The origins of cables, that of which most is done first.

    Args:
        cables: All of each.
        read: Those that are read.
        aside: Those that are set aside.
    """
    done = {each.value: each.cables for each in read}
    gone = {each.value: each.cables for each in aside}
    named = (
        Named(
            each.value,
            Coverage(each.cables, done.get(each.value, 0), gone.get(each.value, 0)),
        )
        for each in cables
    )
    return tuple(sorted(named, key=lambda each: -each.coverage.done))


def _numbers(coverage: Coverage) -> dict[str, int]:
    return {
        "cables": coverage.cables,
        "read": coverage.read,
        "aside": coverage.aside,
        "left": coverage.left,
    }
