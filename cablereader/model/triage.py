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
UNKNOWN: Final = "-"
"""A time that nobody knows."""
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


def is_same(aspect: Aspect, old: str, new: str) -> bool:
    """Whether a new value says the same as the old one.

    A new state that does not say since when is the same whenever it was.
    """
    if aspect is Aspect.STATE and " " not in new:
        return read_state(old)[0] is read_state(new)[0]
    return old == new


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
    if change.aspect is Aspect.NOTE and current != change.before:
        after = joined_notes(after, current)
    if is_same(change.aspect, current, after):
        return None
    return replace(change, before=current, after=after)


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


def restoring(
    own: Mapping[str, Triage], other: Mapping[str, Triage], *, replacing: bool
) -> tuple[Change, ...]:
    """What brings the triage of another notebook into this one.

    Args:
        own: All cables of this one, by their canonical ids.
        other: All of the other one.
        replacing: Whether what the other one does not have goes; else nothing of this
            one is lost.
    """
    cables = {**(own if replacing else {}), **other}
    changes: list[Change] = []
    for cable_id in cables:
        before, after = own.get(cable_id, UNTOUCHED), other.get(cable_id, UNTOUCHED)
        wanted = after if replacing else before.joined(after)
        changes += differences(cable_id, before, wanted)
    return tuple(changes)


def differences(cable_id: str, before: Triage, after: Triage) -> tuple[Change, ...]:
    """The changes that make one triage of another."""
    labels = sorted({*before.labels, *after.labels})
    aspects = (
        (Aspect.STATE, ""),
        (Aspect.STAR, ""),
        *((Aspect.LABEL, label) for label in labels),
        (Aspect.NOTE, ""),
    )
    changes = (
        Change(
            aspect, cable_id, before.value(aspect, label), after.value(aspect, label)
        )
        for aspect, label in aspects
    )
    return tuple(change for change in changes if change.before != change.after)


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
