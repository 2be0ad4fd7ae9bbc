"""Where two sessions or two notebooks meet: both are right, and no note is lost."""

from __future__ import annotations

from collections.abc import Mapping

from cablereader.model.bookmark import Bookmark
from cablereader.model.frozen import replace
from cablereader.model.step import Aspect, Change
from cablereader.model.triage import UNTOUCHED, Triage, is_same, joined_notes


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
    if change.aspect is Aspect.NOTE:
        after = _joined_note(change.before, after, current)
    if is_same(change.aspect, current, after):
        return None
    return replace(change, before=current, after=after)


def joined_bookmark(
    before: Bookmark | None, after: Bookmark | None, current: Bookmark
) -> Bookmark:
    """An edit of a bookmark that another session made or edited meanwhile.

    Args:
        before: As it was when the edit was begun, if there was one.
        after: As it was meant; ``None`` to remove it, which it is not then.
        current: As it is by now.
    """
    if after is None:
        return current
    old = before.labels if before else ()
    theirs = (each for each in current.labels if each not in old)
    kept = (each for each in after.labels if each not in old or each in current.labels)
    return replace(
        after,
        labels=tuple(dict.fromkeys((*kept, *theirs))),
        note=_joined_note(before.note if before else "", after.note, current.note),
    )


def _joined_note(before: str, after: str, current: str) -> str:
    if current == before:
        return after
    return current if after == before else joined_notes(after, current)


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
