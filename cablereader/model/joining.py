"""Where two sessions or two notebooks meet: both are right, and no note is lost."""

from __future__ import annotations

from collections.abc import Mapping

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
    if change.aspect is Aspect.NOTE and current != change.before:
        after = joined_notes(after, current)
    if is_same(change.aspect, current, after):
        return None
    return replace(change, before=current, after=after)


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
