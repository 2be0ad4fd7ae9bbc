"""Who answers is sent no more than is seen; who does not is never waited for."""

from __future__ import annotations

import asyncio
import time
from threading import Timer

import pytest

from cablereader.app.terminal.pace import OFTEN, QUESTION, WINDOW, Pace

PICTURE = "." * OFTEN


def begun(calls: list[str]) -> Pace:
    """A pace in the loop of a test; calls are noted."""
    return Pace(asyncio.get_running_loop(), lambda: calls.append("caught up"))


async def answer(pace: Pace) -> None:
    pace.hear()
    await asyncio.sleep(0.01)


async def test_a_terminal_that_never_answers_is_asked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cablereader.app.terminal.pace.FIRST", 0.0)
    pace = begun([])
    assert [pace.after(PICTURE) for _ in range(9)] == [QUESTION] + [""] * 8
    assert not pace.is_behind
    pace.wait(1000)


async def test_the_first_answer_is_awaited_though_none_came_before() -> None:
    pace = begun([])
    pace.after(PICTURE)
    heard = []

    def answer_late() -> None:
        heard.append("answer")
        pace.hear()

    Timer(0.05, answer_late).start()
    pace.wait(1000)
    assert heard == ["answer"]


async def test_small_pictures_are_not_asked_about_one_by_one() -> None:
    pace = begun([])
    assert not any(pace.after("....") for _ in range(OFTEN // 4 - 1))
    assert pace.after("....") == QUESTION


async def test_a_line_is_not_slow_because_the_application_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cablereader.app.terminal.pace.SLOW", 0.05)
    pace = begun([])
    assert pace.ask() == QUESTION
    pace.hear()
    time.sleep(0.1)  # noqa: ASYNC251  # the loop is held up
    await asyncio.sleep(0.01)
    assert pace.after("....") == ""


async def test_what_is_on_its_way_is_limited_once_a_terminal_has_answered() -> None:
    calls: list[str] = []
    pace = begun(calls)
    pace.after(PICTURE)
    await answer(pace)
    assert calls == ["caught up"]
    sent = 0
    while not pace.is_behind:
        pace.after(PICTURE)
        sent += len(PICTURE)
    await answer(pace)
    assert (sent, pace.is_behind) == (WINDOW, False)
    assert calls == ["caught up"] * 2


async def test_a_slow_line_gets_one_picture_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cablereader.app.terminal.pace.SLOW", 0.0)
    pace = begun([])
    pace.after(PICTURE)
    await answer(pace)
    assert pace.after("a key") == QUESTION
    assert pace.is_behind


async def test_pictures_that_followed_a_question_are_asked_about_when_it_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cablereader.app.terminal.pace.SLOW", 0.0)
    pace = begun([])
    pace.after(PICTURE)
    assert pace.after("." * WINDOW) == ""
    await answer(pace)
    assert pace.after("") == QUESTION
    assert pace.is_behind
    await answer(pace)
    assert pace.after("") == ""
    assert not pace.is_behind


async def test_a_terminal_that_stops_answering_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cablereader.app.terminal.pace.PATIENCE", 0.01)
    given_up = asyncio.Event()
    pace = Pace(asyncio.get_running_loop(), given_up.set)
    pace.after(PICTURE)
    await answer(pace)
    given_up.clear()
    pace.after("." * WINDOW)
    behind = pace.is_behind
    await given_up.wait()
    assert (behind, pace.is_behind) == (True, False)


async def test_an_answer_that_nobody_asked_for_is_none() -> None:
    calls: list[str] = []
    pace = begun(calls)
    await answer(pace)
    assert calls == []
