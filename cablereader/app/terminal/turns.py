"""Gives the application one message at a time: the next when the last took effect.

Over a slow line several keys come at once. Textual gives all of them to the widget
that has the focus when they come; a prompt that the first of them opens would never see
the others, and the screen would take them for commands.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections import deque
from collections.abc import Callable
from typing import Final

from textual.events import Key
from textual.message import Message

PATIENCE: Final = 0.25
"""Seconds after which the next message is given, however busy the application is."""


class Turns:
    """Messages from the terminal, in their order."""

    def __init__(
        self, loop: AbstractEventLoop, give: Callable[[Message], None]
    ) -> None:
        """No messages yet.

        Args:
            loop: The application's; all is done in its thread.
            give: Hands one message to the application.
        """
        self._loop = loop
        self._give = give
        self._messages: deque[Message] = deque()
        self._give_up_at = 0.0

    @property
    def are_over(self) -> bool:
        """Whether nothing waits for its turn."""
        return not self._messages

    @property
    def keys_wait(self) -> bool:
        """Whether a key is among what waits for its turn."""
        return any(isinstance(message, Key) for message in self._messages)

    def add(self, message: Message) -> None:
        """Give a message when its turn comes."""
        self._messages.append(message)
        if len(self._messages) == 1:
            self._take_turn()

    def _take_turn(self) -> None:
        self._give_up_at = self._loop.time() + PATIENCE
        self._loop.call_soon(self._look)

    def _look(self) -> None:
        if self._is_busy() and self._loop.time() < self._give_up_at:
            self._loop.call_soon(self._look)
            return
        self._give(self._messages.popleft())
        if self._messages:
            self._take_turn()

    def _is_busy(self) -> bool:
        """Whether anything is ready to run: then the last message still takes effect.

        Asyncio has no public name for it; without it nothing is waited for.
        """
        return bool(getattr(self._loop, "_ready", ()))
