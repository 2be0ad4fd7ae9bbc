"""Changes of what is stored, in steps that can be taken back.

A value is a text, and the empty text is what everything begins with: unread, no star,
no label, no note. So all changes are of one kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from cablereader.model.counted import counted
from cablereader.model.frozen import frozen, replace


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


@frozen
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


@frozen
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


@frozen
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


def cables_of(changed: Iterable[Change | str]) -> str:
    """The cables that are changed, for a sentence: an id, or how many."""
    keys = {each.key if isinstance(each, Change) else each for each in changed}
    return next(iter(keys)) if len(keys) == 1 else counted(len(keys), "cable")
