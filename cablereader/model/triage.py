"""The reader's own verdict on cables: what it can be, and how it changes.

A value of an aspect is a text, and the empty text is what every cable begins with:
unread, no star, no label, no note. So all changes are of one kind, and a cable that
nobody has touched takes no room anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far the reader is with a cable."""

    UNREAD = "unread"
    READ = "read"
    ASIDE = "aside"
    """Set aside: not relevant."""


class Aspect(StrEnum):
    """What a change is about."""

    STATE = "state"
    STAR = "star"
    LABEL = "label"
    NOTE = "note"
    SEARCH = "search"
    """A saved search; the change names it where others name a cable."""
    BOOKMARK = "bookmark"
    """A bookmark, by its key."""


STAR: Final = "*"
MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
"""How the time of a state is written: UTC, whole seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What the reader made of one cable."""

    state: State = State.UNREAD
    since: str = ""
    """When it got this state, as of `MOMENT`; empty if unread, or if nobody knows."""
    starred: bool = False
    labels: tuple[str, ...] = ()
    """In alphabetical order, each once."""
    note: str = ""

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


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cables are what."""

    read: int
    aside: int
    starred: int
    labelled: int
    noted: int


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one cable that becomes another."""

    aspect: Aspect
    key: str
    """Reference id of the cable; the name of a saved search; the key of a bookmark."""
    before: str
    after: str

    @property
    def label(self) -> str:
        """Which label is given or taken, if it is one."""
        return (self.after or self.before) if self.aspect is Aspect.LABEL else ""

    @property
    def reversed(self) -> Change:
        """The change that takes it back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """What one key did, and what one ``u`` takes back."""

    sentence: str
    """In the past tense, in lower case: ``starred 09OSLO9012``."""
    changes: tuple[Change, ...]
    """At most one of each aspect of a cable, and of each of its labels."""

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def reversed(self) -> Step:
        """The step that takes it back."""
        return replace(self, changes=tuple(each.reversed for each in self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something that a key does to whatever cables are meant."""

    aspect: Aspect
    value: str
    """What it becomes; empty for that of an untouched cable."""
    label: str = ""
    """Which one is given or taken off, if one is."""
    words: tuple[str, str]
    """What the sentence says before and after the cables."""
    gentle: bool = False
    """Whether it leaves alone what the reader has decided already."""

    def change(self, cable_id: str, triage: Triage) -> Change | None:
        """The change of one cable; ``None`` where all is so already."""
        before = triage.value(self.aspect, self.label)
        if is_same(self.aspect, before, self.value) or (self.gentle and before):
            return None
        return Change(self.aspect, cable_id, before, self.value)

    def step(self, cables: Mapping[str, Triage]) -> Step:
        """The step that it is for some cables; without changes where all is so already.

        Args:
            cables: What is known of each, by its reference id.
        """
        found = (self.change(*each) for each in cables.items())
        changes = tuple(change for change in found if change)
        first, last = self.words
        words = (first, cables_of(changes or cables), last)
        return Step(" ".join(filter(None, words)), changes)

    def holds(self, cables: Mapping[str, Triage]) -> bool:
        """Whether all is so already."""
        return not any(self.change(*each) for each in cables.items())


READ: Final = Move(aspect=Aspect.STATE, value=State.READ, words=("marked", "as read"))
UNREAD: Final = Move(aspect=Aspect.STATE, value="", words=("marked", "as unread"))
FINISHED: Final = Move(
    aspect=Aspect.STATE, value=State.READ, words=("read", ""), gentle=True
)
"""What reading to the end does: what was set aside stays so."""
ASIDE: Final = Move(aspect=Aspect.STATE, value=State.ASIDE, words=("set", "aside"))
STARRED: Final = Move(aspect=Aspect.STAR, value=STAR, words=("starred", ""))
UNSTARRED: Final = Move(aspect=Aspect.STAR, value="", words=("took the star off", ""))


def labelled(label: str) -> Move:
    """The move that gives a label."""
    return Move(
        aspect=Aspect.LABEL, value=label, label=label, words=("labelled", label)
    )


def unlabelled(label: str) -> Move:
    """The move that takes a label off."""
    words = (f"took the label {label} off", "")
    return Move(aspect=Aspect.LABEL, value="", label=label, words=words)


def noted(note: str) -> Move:
    """The move that writes a note in the place of the old one."""
    verb = "wrote a note on" if note else "deleted the note on"
    return Move(aspect=Aspect.NOTE, value=note, words=(verb, ""))


def toggled(move: Move, cables: Mapping[str, Triage]) -> Move:
    """The move, or the one that takes it back where all is so already."""
    if not cables or not move.holds(cables):
        return move
    match move.aspect:
        case Aspect.STATE:
            return UNREAD
        case Aspect.STAR:
            return UNSTARRED if move.value else STARRED
        case Aspect.LABEL:
            return unlabelled(move.label) if move.value else labelled(move.label)
        case _:
            return move


def cables_of(changed: Iterable[Change | str]) -> str:
    """The cables that are changed, for a sentence: an id, or how many."""
    keys = {each.key if isinstance(each, Change) else each for each in changed}
    return next(iter(keys)) if len(keys) == 1 else f"{len(keys):,} cables"


def is_same(aspect: Aspect, one: str, other: str) -> bool:
    """Whether two values say the same; for states, whenever it was."""
    if aspect is Aspect.STATE:
        return read_state(one)[0] is read_state(other)[0]
    return one == other


def onto(change: Change, current: str) -> Change | None:
    """A change as it is where another session was faster.

    The last one wins, but no note is lost: one that was changed meanwhile is kept
    under the new one, and not deleted.

    Args:
        change: As it was meant.
        current: The value as it is by now.

    Returns:
        ``None`` where there is nothing left to change.
    """
    after = change.after
    if change.aspect is Aspect.NOTE and current not in {"", change.before}:
        after = after if not after or current in after else f"{after}\n\n{current}"
        after = after or current
    if is_same(change.aspect, current, after):
        return None
    return replace(change, before=current, after=after)


def state_value(state: State, since: str = "") -> str:
    """A state as the value of its aspect: ``read 2026-11-24T03:00:00Z``."""
    return "" if state is State.UNREAD else f"{state} {since}".rstrip()


def read_state(value: str) -> tuple[State, str]:
    """The state that such a value says, and since when."""
    state, _, since = value.partition(" ")
    return State(state or State.UNREAD), since


def moment(time: datetime) -> str:
    """A time as a state has it.

    Args:
        time: UTC.
    """
    return time.strftime(MOMENT)


def label_set(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels in alphabetical order, each once, without empty ones."""
    return tuple(sorted(set(filter(None, labels))))


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken back, or done again."""

    step: Step
    """What was changed by it now; no changes if nothing was left of it."""
    again: bool = False
    """Whether it was done again."""
    left: int = 0
    """How many of its changes were not touched, because others came after them."""

    def __str__(self) -> str:
        verb = "done again" if self.again else "taken back"
        if not self.step:
            return f"not {verb}, because it was changed since: {self.step.sentence}"
        kept = f" ({self.left:,} changed since, and left so)" if self.left else ""
        return f"{verb}: {self.step.sentence}{kept}"
