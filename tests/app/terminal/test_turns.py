"""A message is given when the one before it took effect."""

from __future__ import annotations

import asyncio

from textual import events
from textual.message import Message

from cablereader.app.terminal.turns import Turns

SLOW = 20
"""So many steps a message takes to have its effect."""


class Application:
    """Does what each message asks for in small steps, one task a message."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.all_done = asyncio.Event()
        self.done: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []

    def give(self, message: Message) -> None:
        assert isinstance(message, events.Key)
        self.done.append(f"{message.key} begins")
        self.tasks.append(asyncio.create_task(self._work(message.key)))

    async def _work(self, key: str) -> None:
        for _ in range(SLOW):
            await asyncio.sleep(0)
        self.done.append(f"{key} ends")
        if len(self.done) == 2 * self._count:
            self.all_done.set()


async def test_messages_take_effect_one_after_the_other() -> None:
    application = Application(3)
    turns = Turns(asyncio.get_running_loop(), application.give)
    for key in "abc":
        turns.add(events.Key(key, key))
    await application.all_done.wait()
    assert application.done == [
        f"{key} {what}" for key in "abc" for what in ("begins", "ends")
    ]


async def test_a_busy_application_does_not_stop_the_keys() -> None:
    application = Application(2)
    turns = Turns(asyncio.get_running_loop(), application.give)
    for key in "ab":
        turns.add(events.Key(key, key))
    while not application.all_done.is_set():  # noqa: ASYNC110  # it must never rest
        await asyncio.sleep(0)
    assert [line for line in application.done if "begins" in line] == [
        "a begins",
        "b begins",
    ]


async def test_it_is_known_whether_a_key_waits() -> None:
    application = Application(2)
    turns = Turns(asyncio.get_running_loop(), application.give)
    seen = []
    for key in "zr":
        turns.add(events.Key(key, key))
    while len(application.done) < 4:
        seen.append((len(application.done), turns.keys_wait))
        await asyncio.sleep(0)
    assert (1, True) in seen
    assert (3, False) in seen
