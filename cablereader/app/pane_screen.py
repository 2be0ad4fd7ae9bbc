"""Screens with panes to move in and the lines below them, put together from parts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen, ScreenResultCallbackType
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker

from cablereader.app.beneath.curtain_screen import CurtainScreen
from cablereader.app.beneath.driver_of import driver_of
from cablereader.app.command import Command, Context
from cablereader.app.key_screen import OwnKeys
from cablereader.app.panes.remark import Remark
from cablereader.app.part import NO_ARCHIVE, Part, done
from cablereader.app.parts.alarm import Alarm
from cablereader.app.parts.command_line import CommandLine
from cablereader.app.parts.pages import Pages
from cablereader.app.state.hints import hints
from cablereader.app.state.keymap import Pending
from cablereader.app.state.words import Words
from cablereader.app.terminal.driver import keys_wait, redraw
from cablereader.app.widgets.choice_line import ChoiceLine
from cablereader.app.widgets.key_popup import TURNING, KeyPopup
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt
from cablereader.app.widgets.status_line import HintLine, StatusLine

Answer = TypeVar("Answer")

SMALLEST: Final = (40, 10)
"""Columns and rows; a smaller terminal is told so."""
TALL: Final = 20
"""From so many rows on there are two hint lines."""


class PaneScreen(CurtainScreen):
    """Panes of lines over a status line, hint lines, a prompt and a popup of keys.

    It is the `cablereader.app.part.Host` of its parts. What several of them may have
    a say in, they are asked about in their order.
    """

    @dataclass
    class ThemeWanted(Message):
        """Other colours were asked for on the command line."""

        name: str

    ALLOW_IN_MAXIMIZED_VIEW = (
        "#popup, #explain, #status, #hints, #choices, #fault, #asking"
    )
    ESCAPE_TO_MINIMIZE = False  # `escape` does, after what lies over the pane

    @property
    def contexts(self) -> tuple[Context, ...]:
        return (Context.MOVEMENT, Context.EVERYWHERE)

    def __init__(
        self,
        own_keys: OwnKeys,
        theme_names: tuple[str, ...],
        more: tuple[Command, ...] = (),
    ) -> None:
        """A screen with the reader's own keys, and themes that can be asked for."""
        super().__init__(own_keys, more)
        self._alarm = Alarm(self)
        self._hinted: object = None
        pages = Pages(self)
        self.parts: Mapping[str, Part] = {
            "pages": pages,
            "line": CommandLine(
                self,
                pages,
                theme_names,
                lambda name: self.post_message(self.ThemeWanted(name)),
            ),
        }

    def equip(self, parts: Mapping[str, Part]) -> None:
        """Have more parts, each under the name that commands have for it."""
        self.parts = {**self.parts, **parts}

    @property
    def namespaces(self) -> Mapping[str, object]:
        return self.parts

    @property
    def words(self) -> Mapping[str, Words]:
        """What can be asked for, by kind."""
        return {
            kind: words
            for part in self.parts.values()
            for kind, words in part.words.items()
        }

    def reading_of(self, line: str) -> Words | None:
        """What takes a line of the command line that is no command."""
        readings = (part.reading_of(line) for part in self.parts.values())
        return next(filter(None, readings), None)

    def fit(self, size: Size) -> None:
        """Have the classes of a size from the start; else all is styled twice."""
        for breakpoints, cells in (
            (self.HORIZONTAL_BREAKPOINTS, size.width),
            (self.VERTICAL_BREAKPOINTS, size.height),
        ):
            fitting = [name for least, name in breakpoints or () if cells >= least]
            self.add_class(*fitting[-1:], update=False)

    def compose(self) -> ComposeResult:
        yield from self.compose_panes()
        yield KeyPopup(id="popup")
        yield StatusLine(id="status")
        yield HintLine(id="hints")
        yield ChoiceLine(id="choices")
        yield Static("", id="fault", markup=False)
        with Horizontal(id="asking"):
            yield Static("", id="asked", markup=False)
            yield Prompt(id="prompt")
        yield Static("", id="tiny", markup=False)

    def compose_panes(self) -> ComposeResult:
        """The panes, from top to bottom."""
        raise NotImplementedError

    @property
    def prompt(self) -> Prompt:
        """The line in which words are typed."""
        return self.query_one(Prompt)

    @property
    def main_pane(self) -> LineView:
        """The pane that has the keys when nothing else has."""
        raise NotImplementedError

    @property
    def pane(self) -> LineView:
        """The pane that movements move in."""
        return self.focused if isinstance(self.focused, LineView) else self.main_pane

    def on_mount(self) -> None:
        self.show_hints()

    def on_descendant_focus(self) -> None:
        if not isinstance(self.focused, Prompt):
            if self.maximized and self.focused not in self._lines_alone:
                self.minimize()  # the keys went to another pane
            self.show_hints()
            self.show_place()

    def show_hints(self) -> None:
        """Show what can be done now, and with which keys."""
        self._hinted = self._hinted_by
        line = self.query_one(HintLine)
        if self.prompt.kind:
            line.show(self.prompt.hints, ())
        else:
            line.show(*hints(self.commands, self.hints, self.own_keys, self.keymap))

    @property
    def _hinted_by(self) -> object:
        """What the hints depend on."""
        return self.prompt.kind, self.contexts, self.hints

    @property
    def hints(self) -> Mapping[str, str]:
        """Words for commands on the hint lines, by their ids, as things are now."""
        words: dict[str, str] = {}
        for part in self.parts.values():
            words = {**part.hints, **words}
        return words

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        tiny = width < SMALLEST[0] or height < SMALLEST[1]
        self.set_class(tiny, "-tiny")
        self.set_class(height < TALL, "-short")
        if tiny:
            self.minimize()
            self.query_one("#tiny", Static).update(
                f"This window has {width} columns and {height} rows. "
                f"Make it at least {SMALLEST[0]} by {SMALLEST[1]}."
            )
        elif self.focused is None:
            self.call_after_refresh(self.focus_pane)  # the keys were with what was hid

    def say(self, text: str) -> None:
        """Tell what just happened, on the status line."""
        self.query_one(StatusLine).say(text)

    def warn(self, text: str) -> None:
        """Tell what went wrong, over the panes."""
        self._alarm.warn(text)

    @on(Remark)
    def _take_remark(self, event: Remark) -> None:
        (self.warn if event.wrong else self.say)(event.text)

    @on(events.Key)
    def _key_pressed(self, event: events.Key) -> None:
        self._alarm.key_pressed()
        if event.key == "escape" and not self.pending and not self.prompt.display:
            self.escape()

    def escape(self) -> None:
        """Leave one thing that lies over the panes or in them.

        No command is needed for it: what it leaves has other keys as well.
        """
        _ = any(part.escape() for part in self.parts.values())

    async def give(self, command: Command, count: int = 0) -> None:
        for part in self.parts.values():
            part.before(command)
        if self.maximized and command.id == "app.back":
            self.minimize()
        else:
            await super().give(command, count)

    def show_place(self) -> None:
        """Show where the reader is, the keys typed so far, and hints if others."""
        if self._hinted != self._hinted_by:
            self.show_hints()
        pending = f"   {self.pending}" if self.pending else ""
        alone = "q shows all panes  " if self.maximized else ""
        self.query_one(StatusLine).show_place(f" {alone}{self.place}{pending}")

    def watch_maximized(self) -> None:
        """Say how to come back, as long as one pane is alone."""
        if self.is_running:
            self.show_place()

    @property
    def place(self) -> str:
        """Where the reader is, in a few words."""
        raise NotImplementedError

    def show_pending(self, pending: Pending) -> None:
        if pending and keys_wait(self.app):
            return  # nobody is shown what they typed on already
        if pending:
            self.say("")  # what it may have hidden is where the keys are shown
        self.query_one(KeyPopup).show(self.keymap, pending)
        self.show_place()

    def turn_choices(self, key: str) -> bool:
        return key == TURNING and self.query_one(KeyPopup).turn()

    def ask(self, kind: str, label: str, text: str = "", asked: str = "") -> None:
        """Ask for words of a kind; the part that they are of takes them."""
        if words := self.words.get(kind):
            words.begun()
            self.set_class(words.answered, "-telling")
            self.prompt.ask(kind, words, label, text, asked)
            self.show_hints()
        else:
            self.say(NO_ARCHIVE)

    def action_ask(self, kind: str, label: str) -> None:
        self.ask(kind, label)

    @on(Prompt.Typed)
    def _take_typed(self, event: Prompt.Typed) -> None:
        self.words[event.kind].typed(event.text)

    @on(Prompt.Left)
    def _leave_prompt(self, event: Prompt.Left) -> None:
        self.words[event.kind].left()
        self.focus_pane()

    @on(Prompt.Entered)
    async def _take_entered(self, event: Prompt.Entered) -> None:
        self.show_hints()
        await done(self.words[event.kind].take(event.text))
        if not self.prompt.kind and self.focused is None:
            self.focus_pane()

    def focus_pane(self) -> None:
        """Give the keys back to the panes: to the one that is alone, if one is."""
        next(iter(self._lines_alone), self.main_pane).focus()

    @property
    def _lines_alone(self) -> Sequence[LineView]:
        """The lines of the pane that is alone; none where no pane is."""
        alone = self.maximized
        return alone.walk_children(LineView, with_self=True) if alone else ()

    def frame_of(self, pane: LineView) -> Widget:
        """What is shown alone with a pane: itself, or all that belongs to it."""
        return pane

    def action_next_pane(self, step: int) -> None:
        """To the pane after this one; a count is not for panes, so it is a step."""
        self.minimize()
        (self.focus_next if step > 0 else self.focus_previous)(LineView)

    def action_quit(self) -> None:
        """Leave the program; nothing can be lost."""
        for part in self.parts.values():
            part.leave()
        self.app.exit()

    def action_interrupt(self) -> None:
        if not any(part.interrupt() for part in self.parts.values()):
            self.say("q goes back, Q quits")

    def push(
        self,
        page: Screen[Answer],
        then: ScreenResultCallbackType[Answer] | None = None,
    ) -> Awaitable[object]:
        """Lay a page over the screen; its answer is given to ``then``."""
        return self.app.push_screen(page, then)

    def beside(self, work: Callable[[], None], group: str) -> Worker[None]:
        """Do something in a thread of its own, instead of the last of its group."""
        return self.run_worker(work, group=group, exclusive=True, thread=True)

    def from_beside(self, tell: Callable[..., object], *arguments: object) -> None:
        """Have something done by the screen, from such a thread."""
        self.app.call_from_thread(tell, *arguments)

    def suspended(self) -> AbstractContextManager[None]:
        """As long as it lasts the terminal is not ours."""
        return self.app.suspend()

    def write_terminal(self, text: str) -> None:
        """Send control sequences past the screen."""
        if driver := driver_of(self.app):
            driver.write(text)

    def action_redraw(self) -> None:
        redraw(self.app)
        self.refresh(layout=True)
