"""A part of a screen: one thing that can be done there.

A screen is put together from parts. Commands name their actions by namespace: of
``find.next`` it is the method ``action_next`` of the part that the screen calls
``find``. What a part needs from its screen is a `Host`; what it needs from others, it
is given.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from inspect import isawaitable
from typing import Final, Protocol, TypeVar

from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen, ScreenResultCallbackType
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

from cablereader.app.command import Command
from cablereader.app.state.words import Words
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt

Answer = TypeVar("Answer")

NO_ARCHIVE: Final = "no archive is open to look in"
"""Why something cannot be done that is a part of the library only."""


class Host(Protocol):
    """What a part may ask of the screen that it belongs to."""

    @property
    def pane(self) -> LineView:
        """The pane that has the keys."""

    @property
    def size(self) -> Size:
        """Columns and rows of the screen."""

    @property
    def prompt(self) -> Prompt:
        """The line in which words are typed."""

    def say(self, text: str) -> None:
        """Tell what just happened."""

    def warn(self, text: str) -> None:
        """Tell what went wrong, so that it is not overlooked."""

    def show_place(self) -> None:
        """Show where the reader is now."""

    def show_hints(self) -> None:
        """Show what can be done now."""

    def ask(self, kind: str, label: str, text: str = "", asked: str = "") -> None:
        """Ask for words of a kind; the part that they are of takes them.

        Args:
            kind: One of those in the ``words`` of the screen's parts.
            label: The same in words, shown while nothing is typed.
            text: To begin with.
            asked: What stands before the words; the name of the kind if empty.
        """

    def push(
        self,
        page: Screen[Answer],
        then: ScreenResultCallbackType[Answer] | None = None,
    ) -> Awaitable[object]:
        """Lay a page over the screen; its answer is given to ``then``."""

    def mount(self, *widgets: Widget) -> Awaitable[object]:
        """Add widgets at the bottom of the screen."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Do something in so many seconds."""

    def beside(self, work: Callable[[], None], group: str) -> Worker[None]:
        """Do something in a thread of its own, instead of the last of its group."""

    def post_message(self, message: Message) -> bool:
        """Have a message handled, from any thread."""

    def from_beside(self, tell: Callable[..., object], *arguments: object) -> None:
        """Have something done by the screen, from such a thread."""

    def suspended(self) -> AbstractContextManager[None]:
        """As long as it lasts the terminal is not ours."""

    def get_selected_text(self) -> str | None:
        """What the mouse has selected."""


class Commanded(Host, Protocol):
    """A screen, for those parts that have to do with its commands themselves."""

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that can be given now."""

    @property
    def words(self) -> Mapping[str, Words]:
        """What can be asked for, by kind."""

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys that give a command."""

    def reading_of(self, line: str) -> Words | None:
        """What takes a line of the command line that is no command."""

    async def give(self, command: Command, count: int = 0) -> None:
        """Carry out a command."""


async def done(outcome: object) -> None:
    """Wait until what was begun is done: actions may be coroutines, or not."""
    if isawaitable(outcome):
        await outcome


class Part:
    """Something that can be done on a screen; by itself it takes part in nothing."""

    words: Mapping[str, Words] = {}
    """What it asks for, by kind."""

    @property
    def hints(self) -> Mapping[str, str]:
        """Its words for commands on the hint lines, by their ids, as things are now."""
        return {}

    def reading_of(self, line: str) -> Words | None:  # noqa: ARG002  # for who has one
        """What it makes of a line of the command line that is no command."""
        return None

    def before(self, command: Command) -> None:
        """A command is about to be carried out."""

    def escape(self) -> bool:
        """Leave one thing that this part has open; whether there was any."""
        return False

    def interrupt(self) -> bool:
        """Stop what this part is doing; whether there was anything."""
        return False

    def leave(self) -> None:
        """Remember what the next session begins with."""
