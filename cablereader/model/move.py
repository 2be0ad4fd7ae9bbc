"""What the keys of triage do to whatever cables are meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.model.step import Aspect, Change, Step, cables_of
from cablereader.model.triage import STAR, State, Triage, is_same


@frozen(kw_only=True)
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
