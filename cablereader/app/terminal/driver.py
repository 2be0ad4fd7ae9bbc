"""Textual's driver for Linux, with a line of its own in either direction.

It sends what changed instead of what Textual writes, is never held up by a terminal
that does not read, and takes nothing for a key that nobody pressed. With
``CABLEREADER_PLAIN_OUTPUT=1`` in the environment it sends what Textual writes.
"""

from __future__ import annotations

import os
import signal
import termios
import threading
import tty
from asyncio import TimerHandle
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Final

from textual import constants, events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.widgets import Input

from cablereader.app.beneath.driver_of import driver_of
from cablereader.app.terminal.abilities import (
    ASKS_MARGINS,
    HAS_MARGINS,
    abilities,
)
from cablereader.app.terminal.key_reader import Answered
from cablereader.app.terminal.leaving import PATIENCE, restore, restoring
from cablereader.app.terminal.line import Line
from cablereader.app.terminal.listener import Listener
from cablereader.app.terminal.pace import ANSWER, Pace
from cablereader.app.terminal.painter import Painter
from cablereader.app.terminal.turns import Turns

PLAIN_OUTPUT: Final = "CABLEREADER_PLAIN_OUTPUT"
MOUSE_IN_CELLS: Final = "\x1b[?1016l"
"""Ends places in pixels, which Textual asks for where the terminal can tell them."""
TERMINAL: Final = 2
"""Textual draws on standard error."""
SETTLING: Final = 0.2
"""Seconds after a change of size until Textual has drawn everything anew."""
HELD_BACK: Final = 3 / constants.MAX_FPS
"""Seconds at most for which a frame waits for keys that are there already."""
LAST_ANSWER: Final = 2.0
"""Seconds at most for an answer that would be typed into the shell."""
DEADLY: Final = (signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP)
HUNG_UP: Final = 128 + signal.SIGHUP


class TerminalDriver(LinuxDriver):
    """Draws with few bytes, listens with care, and leaves when told to."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._abilities = abilities(os.environ)
        self._painter = Painter(self._abilities)
        self._is_plain = os.environ.get(PLAIN_OUTPUT, "0") not in {"", "0"}
        self._is_ready = False
        """Whether somebody listens, and line feeds are just down, as in a frame."""
        self._pace = Pace(self._loop, self._draw)
        self._line: Line | None = None
        self._listener: Listener | None = None
        self._healing: TimerHandle | None = None
        self._overdue: TimerHandle | None = None
        self._drawing_thread = threading.get_ident()
        self._turns = Turns(self._loop, self._give)
        self._stop = _taken_over(signal.SIGTSTP, self._on_stop)
        self._continue = _taken_over(signal.SIGCONT, self._on_continue)
        for deadly in DEADLY:
            # Also where it was inherited as ignored: a reader without a terminal ends.
            signal.signal(deadly, self._on_deadly)

    @property
    def keys_wait(self) -> bool:
        """Whether a key has come that the application does not know of yet."""
        return self._turns.keys_wait

    @property
    def moves_columns(self) -> bool:
        """Whether the terminal scrolls some columns and leaves those beside them."""
        return self._abilities.moves_columns

    @property
    def _is_typing(self) -> bool:
        """Whether words are typed; before there is a screen they are not."""
        screens = self._app.screen_stack
        return bool(screens) and isinstance(screens[-1].focused, Input)

    def redraw(self) -> None:
        """Draw everything, whatever the terminal shows."""
        self._painter.forget()
        self._draw()

    def listen_to_mouse(self, *, on: bool) -> None:
        """Have the mouse from now on, or leave it to the terminal."""
        if self._mouse_pixels:
            self.write(MOUSE_IN_CELLS)
        self._disable_mouse_support()
        self._mouse = on
        self._enable_mouse_support()
        if self._mouse_pixels:
            self._enable_mouse_pixels()

    def start_application_mode(self) -> None:
        if self._line is None:
            self._line = Line(TERMINAL, self._loop, self._draw, self._on_hangup)
        if self._listener is None:
            self._listener = Listener(
                self.fileno, constants.ESCAPE_DELAY, self.process_message
            )
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        if not self._is_plain:
            self._let_line_feeds_be()
            self._is_ready = True
        self._watch_size()
        self.write(ASKS_MARGINS)
        if not self._is_plain:
            self._line.send(self._pace.ask())
        self.flush()

    def disable_input(self) -> None:
        if self._listener is None:
            return
        self._is_ready = False
        if self._line is not None:
            self._line.drain(PATIENCE)
            self._pace.wait(LAST_ANSWER)
        self._pace.forget()
        self._listener.stop()
        super().disable_input()
        self._listener.close()
        self._listener = None

    def close(self) -> None:
        if self._line is not None:
            self._line.drain(PATIENCE)
            self._line.close()
            self._line = None
        super().close()

    def write(self, data: str) -> None:
        if self._is_plain:
            super().write(data)
        elif threading.get_ident() != self._drawing_thread:
            self._loop.call_soon_threadsafe(self.write, data)
        elif self._line is not None:
            if self._app.size != self._painter.size:
                self._painter.resize(*self._app.size)
            for sequence in self._painter.take(data):
                self._line.send(sequence)

    def flush(self) -> None:
        """Draw the last frame, unless keys wait that will make it an old one.

        So who types ``zr`` never sees the menu of ``z``, nor does the line.
        """
        if self._turns.are_over:
            self._draw()
        elif self._overdue is None:
            self._overdue = self._loop.call_later(HELD_BACK, self._draw)

    def _draw(self) -> None:
        """Draw the last frame, unless the line is still busy with those before it.

        Nothing is drawn, nor asked, once nobody listens any more: who leaves would get
        the answer into the shell.
        """
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None
        if self._line is None or not self._line.is_idle or self._is_plain:
            return
        if not self._is_ready:
            return
        self._line.send(self._pace.after(""))  # of what was sent since the last one
        if not self._pace.is_behind:
            drawn = self._painter.draw(typing=self._is_typing)
            self._line.send(drawn)
            self._line.send(self._pace.after(drawn))

    def run_input_thread(self) -> None:
        if self._listener is not None and not self._listener.listen():
            self._on_hangup()

    def process_message(self, message: Message) -> None:
        if isinstance(message, Answered):
            self._take_answer(message.text)
            return
        if isinstance(message, events.Resize):
            self._loop.call_soon_threadsafe(self._on_resize)
        super().process_message(message)

    def _take_answer(self, text: str) -> None:
        if text == ANSWER:
            self._pace.hear()
        elif text in HAS_MARGINS:
            self._loop.call_soon_threadsafe(self._learn_margins)

    def _learn_margins(self) -> None:
        self._abilities = self._abilities.with_margins()
        self._painter.learn(self._abilities)

    def send_message(self, message: Message) -> None:
        self._loop.call_soon_threadsafe(self._turns.add, message)

    def _give(self, message: Message) -> None:
        self._app.post_message(message)

    def _let_line_feeds_be(self) -> None:
        """Let no carriage return be added to line feeds; it is undone with the rest."""
        with suppress(termios.error):
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.OFLAG] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)

    def _watch_size(self) -> None:
        tell_textual = signal.getsignal(signal.SIGWINCH)

        def on_resize(signum: int, frame: FrameType | None) -> None:
            if callable(tell_textual):
                tell_textual(signum, frame)
            self._loop.call_soon_threadsafe(self._on_resize)

        signal.signal(signal.SIGWINCH, on_resize)

    def _on_resize(self) -> None:
        """Draw everything, but not before Textual has had the time to do so.

        Textual does nothing when the size is the old one again; the terminal has cut
        off what did not fit in between.
        """
        self._painter.forget()
        if self._healing is not None:
            self._healing.cancel()
        self._healing = self._loop.call_later(SETTLING, self._draw)

    def _on_stop(self, signum: int, frame: FrameType | None) -> None:
        if self._line is None:  # a program that we started has the terminal
            self._stop(signum, frame)
        else:
            self._loop.call_soon_threadsafe(self._stop, signum, frame)

    def _on_continue(self, signum: int, frame: FrameType | None) -> None:
        if self._line is None:
            self._continue(signum, frame)
        else:
            self._loop.call_soon_threadsafe(self._revive)

    def _revive(self) -> None:
        """Take the terminal again after a stop that nobody told of."""
        if self._line is not None:
            self.suspend_application_mode()
            self.resume_application_mode()

    def _on_deadly(self, signum: int, _frame: FrameType | None) -> None:
        self._leave(128 + signum)

    def _on_hangup(self) -> None:
        self._leave(HUNG_UP)

    def _leave(self, status: int) -> None:
        """End the process here and now, from whichever thread."""
        if self._line is not None:
            text = restoring(self._abilities)
            restore(self._line.descriptor, text, self.attrs_before)
        os._exit(status)


def redraw(app: App[Any]) -> None:
    """Draw everything anew, after somebody else wrote to the terminal."""
    driver = driver_of(app)
    if isinstance(driver, TerminalDriver):
        driver.redraw()


def keys_wait(app: App[Any]) -> bool:
    """Whether a key has come that the application does not know of yet."""
    driver = driver_of(app)
    return isinstance(driver, TerminalDriver) and driver.keys_wait


def moves_columns(app: App[Any]) -> bool:
    """Whether the terminal scrolls some columns and leaves those beside them."""
    driver = driver_of(app)
    return isinstance(driver, TerminalDriver) and driver.moves_columns


def listen_to_mouse(app: App[Any], *, on: bool) -> None:
    """Have the mouse from now on, or leave it to the terminal."""
    driver = driver_of(app)
    if isinstance(driver, TerminalDriver):
        driver.listen_to_mouse(on=on)


def _taken_over(
    which: signal.Signals, handler: Callable[[int, FrameType | None], None]
) -> Callable[[int, FrameType | None], Any]:
    """Put a handler in place of the one that Textual installed, and give that one."""
    before = signal.signal(which, handler)
    if not callable(before):
        raise TypeError(f"Textual does not handle {which.name} any more")
    return before
