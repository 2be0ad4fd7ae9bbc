"""The reader's own verdict on a cable.

A cable that nobody has touched has the value of every aspect empty, and takes no room
anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from cablereader.model.frozen import frozen, replace
from cablereader.model.step import Aspect, Change


class State(StrEnum):
    """How far the reader is with a cable."""

    UNREAD = "unread"
    READ = "read"
    ASIDE = "aside"
    """Set aside: not relevant."""


STAR: Final = "*"
UNKNOWN: Final = "-"
"""A time that nobody knows."""
MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
"""How the time of a state is written: UTC, whole seconds."""


@frozen(kw_only=True)
class Triage:
    """What the reader made of one cable."""

    state: State = State.UNREAD
    since: str = ""
    """When it got this state, as of `MOMENT`; empty if unread, or if nobody knows."""
    starred: bool = False
    labels: tuple[str, ...] = ()
    """In alphabetical order, each once."""
    note: str = ""

    @property
    def is_decided(self) -> bool:
        """Whether the reader is done with it."""
        return self.state is not State.UNREAD

    def value(self, aspect: Aspect, label: str = "") -> str:
        """The value of an aspect, empty if it is that of an untouched cable.

        Args:
            aspect: One of a cable's.
            label: Which label, for that aspect.
        """
        match aspect:
            case Aspect.STATE:
                return state_value(self.state, self.since)
            case Aspect.STAR:
                return STAR if self.starred else ""
            case Aspect.LABEL:
                return label if label in self.labels else ""
            case Aspect.NOTE:
                return self.note
            case _:
                return ""

    def joined(self, other: Triage) -> Triage:
        """With all that another one has: the later state, both notes."""
        later = max(self, other, key=lambda each: (each.is_decided, each.since))
        return Triage(
            state=later.state,
            since=later.since,
            starred=self.starred or other.starred,
            labels=label_set((*self.labels, *other.labels)),
            note=joined_notes(self.note, other.note),
        )

    def changed(self, change: Change) -> Triage:
        """With the new value of a change, whatever the old one was."""
        match change.aspect:
            case Aspect.STATE:
                state, since = read_state(change.after)
                return replace(self, state=state, since=since)
            case Aspect.STAR:
                return replace(self, starred=bool(change.after))
            case Aspect.LABEL:
                others = (each for each in self.labels if each != change.label)
                return replace(self, labels=label_set((*others, change.after)))
            case Aspect.NOTE:
                return replace(self, note=change.after)
            case _:
                return self


UNTOUCHED: Final = Triage()


@frozen
class Counts:
    """How many cables are what."""

    read: int
    aside: int
    starred: int
    labelled: int
    noted: int


def is_same(aspect: Aspect, old: str, new: str) -> bool:
    """Whether a new value says the same as the old one.

    A new state that does not say since when is the same whenever it was.
    """
    if aspect is Aspect.STATE and " " not in new:
        return read_state(old)[0] is read_state(new)[0]
    return old == new


def joined_notes(one: str, other: str) -> str:
    """Two notes as one, the other below; what one contains is not said twice."""
    if other in one:
        return one
    return other if one in other else f"{one}\n\n{other}"


def state_value(state: State, since: str) -> str:
    """A state as the value of its aspect: ``read 2026-11-24T03:00:00Z``."""
    return "" if state is State.UNREAD else f"{state} {since or UNKNOWN}"


def read_state(value: str) -> tuple[State, str]:
    """The state that such a value says, and since when, if it says so."""
    state, _, since = value.partition(" ")
    return State(state or State.UNREAD), since if since != UNKNOWN else ""


def moment(time: datetime) -> str:
    """A time as a state has it.

    Args:
        time: UTC.
    """
    return time.strftime(MOMENT)


def label_set(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels in alphabetical order, each once, without empty ones."""
    return tuple(sorted(set(filter(None, labels))))
