from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cablereader.model.joining import onto
from cablereader.model.move import (
    ASIDE,
    FINISHED,
    READ,
    STARRED,
    UNREAD,
    UNSTARRED,
    Move,
    labelled,
    noted,
    toggled,
    unlabelled,
)
from cablereader.model.step import Aspect, Change, Step, Taken
from cablereader.model.triage import UNTOUCHED, State, Triage, moment

OSLO, PRAIA = "09OSLO9012", "10PRAIA9003"
THEN = "2026-11-24T03:00:00Z"
SEEN = Triage(state=State.READ, since=THEN)
GONE = Triage(state=State.ASIDE, since=THEN)
FULL = Triage(state=State.READ, since=THEN, starred=True, labels=("fish",), note="ask")


@pytest.mark.parametrize(
    ("move", "before", "sentence"),
    [
        (READ, UNTOUCHED, "marked 09OSLO9012 as read"),
        (READ, GONE, "marked 09OSLO9012 as read"),
        (READ, SEEN, None),
        (UNREAD, SEEN, "marked 09OSLO9012 as unread"),
        (UNREAD, UNTOUCHED, None),
        (FINISHED, UNTOUCHED, "read 09OSLO9012"),
        (FINISHED, GONE, None),
        (ASIDE, SEEN, "set 09OSLO9012 aside"),
        (STARRED, SEEN, "starred 09OSLO9012"),
        (STARRED, FULL, None),
        (UNSTARRED, FULL, "took the star off 09OSLO9012"),
        (labelled("port"), FULL, "labelled 09OSLO9012 port"),
        (labelled("fish"), FULL, None),
        (unlabelled("fish"), FULL, "took the label fish off 09OSLO9012"),
        (unlabelled("port"), FULL, None),
        (noted("call"), FULL, "wrote a note on 09OSLO9012"),
        (noted("ask"), FULL, None),
        (noted(""), FULL, "deleted the note on 09OSLO9012"),
    ],
)
def test_a_move_says_what_it_does_or_does_nothing(
    move: Move, before: Triage, sentence: str | None
) -> None:
    step = move.step({OSLO: before})
    assert bool(step) == (sentence is not None)
    if sentence:
        assert step.sentence == sentence
        after = before.changed(step.changes[0])
        assert move.holds({OSLO: after})


def test_many_cables_are_counted() -> None:
    cables = {f"09OSLO{number}": UNTOUCHED for number in range(1, 1_235)}
    assert ASIDE.step(cables).sentence == "set 1,234 cables aside"
    assert ASIDE.step({**cables, OSLO: GONE}).sentence == "set 1,234 cables aside"


@pytest.mark.parametrize(
    ("move", "cables", "result"),
    [
        (READ, {OSLO: UNTOUCHED, PRAIA: SEEN}, READ),
        (READ, {OSLO: SEEN, PRAIA: SEEN}, UNREAD),
        (ASIDE, {OSLO: GONE}, UNREAD),
        (STARRED, {OSLO: FULL}, UNSTARRED),
        (UNSTARRED, {OSLO: SEEN}, STARRED),
        (labelled("fish"), {OSLO: FULL}, unlabelled("fish")),
        (unlabelled("fish"), {OSLO: SEEN}, labelled("fish")),
        (noted("ask"), {OSLO: FULL}, noted("ask")),
        (STARRED, {}, STARRED),
    ],
)
def test_a_toggle_goes_back_only_where_all_is_so(
    move: Move, cables: dict[str, Triage], result: Move
) -> None:
    assert toggled(move, cables) == result


def test_the_reverse_of_a_step_takes_it_back() -> None:
    step = labelled("port").step({OSLO: FULL})
    triage = FULL.changed(step.changes[0])
    assert triage.changed(step.reversed.changes[0]) == FULL


def test_changes_of_other_things_do_not_touch_a_cable() -> None:
    change = Change(Aspect.SEARCH, "left", "", " is:unread")
    assert FULL.changed(change) == FULL
    assert FULL.value(Aspect.SEARCH) == ""


@pytest.mark.parametrize(
    ("change", "current", "after"),
    [
        (Change(Aspect.STATE, OSLO, "", "read"), f"aside {THEN}", "read"),
        (Change(Aspect.STATE, OSLO, "", "read"), f"read {THEN}", None),
        (Change(Aspect.STATE, OSLO, "", "read -"), f"read {THEN}", "read -"),
        (Change(Aspect.STAR, OSLO, "", "*"), "*", None),
        (Change(Aspect.NOTE, OSLO, "", "mine"), "theirs", "mine\n\ntheirs"),
        (Change(Aspect.NOTE, OSLO, "old", "mine"), "old", "mine"),
        (Change(Aspect.NOTE, OSLO, "old", "mine"), "", "mine"),
        (Change(Aspect.NOTE, OSLO, "old", "mine, theirs"), "theirs", "mine, theirs"),
        (Change(Aspect.NOTE, OSLO, "old", ""), "theirs", None),
        (Change(Aspect.NOTE, OSLO, "old", ""), "old", ""),
    ],
)
def test_where_another_session_was_faster(
    change: Change, current: str, after: str | None
) -> None:
    result = onto(change, current)
    assert (result and result.after) == after
    if result:
        assert result.before == current


@pytest.mark.parametrize(
    ("taken", "text"),
    [
        (
            Taken(Step("starred X", (Change(Aspect.STAR, "X", "", "*"),))),
            "taken back: ",
        ),
        (
            Taken(Step("starred X", (Change(Aspect.STAR, "X", "", "*"),)), again=True),
            "done again: ",
        ),
        (
            Taken(Step("starred X", ()), left=1),
            "not taken back, because it was changed since: ",
        ),
    ],
)
def test_what_was_taken_back_is_named(taken: Taken, text: str) -> None:
    assert str(taken) == f"{text}starred X"


def test_a_moment_is_written_in_utc_with_whole_seconds() -> None:
    assert moment(datetime(2026, 11, 24, 3, 0, 0, 999, UTC)) == THEN
