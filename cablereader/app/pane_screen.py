"""Screens with panes to move in, and the lines below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from cablereader.app.command import Command, Context
from cablereader.app.command_screen import CommandScreen
from cablereader.app.commands import HINT_ORDER
from cablereader.app.key_screen import OwnKeys
from cablereader.app.panes.remark import Remark
from cablereader.app.state.keymap import Pending
from cablereader.app.terminal.driver import redraw
from cablereader.app.widgets.body_rail import rail_signs
from cablereader.app.widgets.key_popup import KeyPopup
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt
from cablereader.app.widgets.status_line import HintLine, StatusLine

Answer = TypeVar("Answer")

SMALLEST: Final = (40, 10)
"""Columns and rows; a smaller terminal is told so."""
ALWAYS: Final = frozenset({Context.EVERYWHERE})
"""Where the commands are from that have their hints in any case."""
PATIENCE: Final = 5.0
"""Seconds that a warning stays, unless a key is pressed."""
TALL: Final = 20
"""From so many rows on there are two hint lines."""


class PaneScreen(CommandScreen[Answer]):
    """Panes of lines over a status line, hint lines, a prompt and a popup of keys."""

    ALLOW_IN_MAXIMIZED_VIEW = "#popup, #explain, #status, #hints, #fault, #asking"
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
        super().__init__(own_keys, theme_names, more)
        self._warnings: list[str] = []
        self._keyed = False
        self._patience: Timer | None = None

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
        yield Static("", id="fault", markup=False)
        with Horizontal(id="asking"):
            yield Static("", id="asked", markup=False)
            yield Prompt(id="prompt")
        yield Static("", id="tiny", markup=False)

    def compose_panes(self) -> ComposeResult:
        """The panes, from top to bottom."""
        raise NotImplementedError

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
        hinted = [
            (command, (keys[0].replace(" ", ""), word))
            for command in sorted(self.commands, key=_rank)
            if (word := self.hint_of(command))
            and (keys := self.keys_of(command))
            and self.keymap.gives(command, keys[0])
        ]
        self.query_one(HintLine).show(
            (hint for command, hint in hinted if command.context not in ALWAYS),
            (hint for command, hint in hinted if command.context in ALWAYS),
        )

    def hint_of(self, command: Command) -> str:
        """The word for a command on the hint lines, as things are now."""
        return command.hint

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

    def say(self, text: str) -> None:
        """Tell what just happened, on the status line."""
        self.query_one(StatusLine).say(text)

    def warn(self, text: str) -> None:
        """Tell what went wrong, over the panes; one such thing at a time.

        What became of a key does not wait behind what was wrong at the start.
        """
        self._warnings.insert(0 if self._keyed else len(self._warnings), text)
        if self._warnings[0] is text:
            self._show_warning()

    def _show_warning(self) -> None:
        self.app.clear_notifications()
        if self._patience:
            self._patience.stop()
        if self._warnings:
            text = self._warnings[0]
            self.notify(text, severity="error", markup=False, timeout=PATIENCE)
            self._patience = self.set_timer(PATIENCE, self._end_warning)

    def _end_warning(self) -> None:
        """Take a warning away, and show the next one."""
        if self._warnings:
            self._warnings.pop(0)
            self._show_warning()

    @on(Remark)
    def _take_remark(self, event: Remark) -> None:
        (self.warn if event.wrong else self.say)(event.text)

    @on(events.Key)
    def _key_pressed(self, event: events.Key) -> None:
        self._keyed = True
        self._end_warning()
        if event.key == "escape" and not self.pending and not self.prompt.display:
            self.escape()

    def escape(self) -> bool:
        """Leave one thing that lies over the panes or in them; whether there was any.

        No command is needed for it: what it leaves has other keys as well.
        """
        if self.maximized:
            self.minimize()
            return True
        return False

    async def give(self, command: Command, count: int = 0) -> None:
        if self.maximized and command.id == "app.back":
            self.minimize()
        else:
            await super().give(command, count)

    def show_place(self) -> None:
        """Show where the reader is, and the keys typed so far."""
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
        self.query_one(KeyPopup).show(self.keymap, pending)
        self.show_place()

    @on(Prompt.Left)
    def _leave_prompt(self) -> None:
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

    def action_down(self, lines: int) -> None:
        self.pane.go(self.pane.line + (lines or 1))

    def action_up(self, lines: int) -> None:
        self.pane.go(self.pane.line - (lines or 1))

    def action_page(self, pages: int) -> None:
        self.pane.page(pages or 1)

    def action_page_back(self, pages: int) -> None:
        self.pane.page(-(pages or 1))

    def action_half(self, times: int) -> None:
        self.pane.page(0.5 * (times or 1))

    def action_half_back(self, times: int) -> None:
        self.pane.page(-0.5 * (times or 1))

    def action_percent(self, percent: int) -> None:
        self.pane.go_to_percent(percent)

    def action_place_line(self, place: str) -> None:
        """Scroll so that the current line is at ``top``, ``middle`` or ``bottom``."""
        self.pane.put_line(place)

    def action_top(self) -> None:
        self.pane.go(0)

    def action_bottom(self, number: int) -> None:
        self.pane.go((number or self.pane.count) - 1)

    def action_next_pane(self, step: int) -> None:
        """To the pane after this one; a count is not for panes, so it is a step."""
        self.minimize()
        (self.focus_next if step > 0 else self.focus_previous)(LineView)

    async def action_help(self) -> None:
        from cablereader.app.screens.help import Help

        entries = [(command, self.keys_of(command)) for command in self.commands]
        await self.app.push_screen(Help(entries), self._give_chosen)

    async def _give_chosen(self, command: Command | None) -> None:
        if command:
            await self.give(command)

    async def action_guide(self) -> None:
        from cablereader.app.screens.guide import Guide

        await self.app.push_screen(Guide(self.size.width - 4, rail_signs(self.app)))

    async def action_legend(self) -> None:
        from cablereader.app.screens.legend import Legend

        await self.app.push_screen(Legend(self.size.width - 4, rail_signs(self.app)))

    async def action_searching(self) -> None:
        from cablereader.app.screens.searching import Searching

        await self.app.push_screen(Searching(self.size.width - 4))

    def action_quit(self) -> None:
        """Leave the program; nothing can be lost."""
        self.app.exit()

    def action_zoom(self) -> None:
        if self.maximized:
            self.minimize()
        else:
            self.maximized = self.frame_of(self.pane)

    def action_interrupt(self) -> None:
        if text := self.get_selected_text():
            self.copy_text(text)
        else:
            self.say("q goes back, Q quits")

    def copy_text(self, text: str) -> None:
        """Copy what the mouse selected."""
        raise NotImplementedError

    def action_redraw(self) -> None:
        redraw(self.app)
        self.refresh(layout=True)


def _rank(command: Command) -> int:
    """Where a command stands among the hints."""
    known = command.id in HINT_ORDER
    return HINT_ORDER.index(command.id if known else "app.back")
