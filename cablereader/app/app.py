"""The application: themes, the palette of commands, and the first screen."""

from __future__ import annotations

import gc
import os
from asyncio import get_running_loop
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Final, TypeAlias

from textual import events, on
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input

from cablereader.app.beneath.discreet_app import DiscreetApp
from cablereader.app.crash import crash_line, log_crash
from cablereader.app.guard import Guard
from cablereader.app.heap import Thrifty, share_heap
from cablereader.app.key_screen import KeyScreen
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.plain_signs import PlainSigns
from cablereader.app.terminal.abilities import abilities
from cablereader.app.terminal.driver import TerminalDriver, listen_to_mouse
from cablereader.app.themes import to_theme
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.stride import FAR
from cablereader.archive.store import Archive
from cablereader.errors import CableReaderError
from cablereader.library import locations
from cablereader.library.session import Session
from cablereader.model.frozen import replace
from cablereader.model.nearest import nearest
from cablereader.present.palette import (
    Palette,
    load_palettes,
    shipped_names,
    shipped_palette,
    themes_stamp,
)
from cablereader.present.sixteen import own_colours, stands_sixteen
from cablereader.present.visible import visible_line

FirstScreen: TypeAlias = Callable[[Session, tuple[str, ...]], Screen[None]]
"""Makes the first screen, from the session and the names of the themes; each screen
is loaded by who begins with it."""
DEFAULT_THEME: Final = "classic"
TOO_FEW: Final = "16 colours only: {} in place of {}"
MOUSE_ON: Final = "mouse on: rest it to explain, drag it to copy (ctrl+c)"
MOUSE_OFF: Final = "mouse off: it selects as anywhere in this terminal"
LOOKS_FOR_CYCLES: Final = (700, 10, 2)
"""Objects made between two looks for cycles that nothing uses any more, and how many of
those looks are at the youngest only, at the young ones only. Python's own look at all
of them is four times as rare: after an hour's reading that is three megabytes.
"""
BESIDE: Final = 3
"""Threads for what is done beside the screen: a long work such as an export, a
search, and what else is found out meanwhile. More would cost memory: what a thread has
needed once, it does not give back."""
THEME_PATIENCE: Final = 2.0
"""Seconds between looks at the reader's own themes, for those who have any."""


class CableReader(DiscreetApp):
    """Owns the theme and the mouse; the screens own the rest."""

    TITLE = "cablereader"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, session: Session, first_screen: FirstScreen | None = None
    ) -> None:
        """An application that begins with a screen, or with the reader of the queue."""
        # With this the filter for NO_COLOR leaves no colour at all, not even greys.
        super().__init__(
            driver_class=TerminalDriver, ansi_color=bool(os.environ.get("NO_COLOR"))
        )
        self.session = session
        self._has_mouse = session.mouse
        plain = session.settings.symbols == "ascii" or not abilities(os.environ).lines
        self.set_class(plain, "-ascii")
        self.set_class(session.terminal.far, FAR)
        self._first_screen = first_screen or _reader
        self.animation_level = (
            "none"  # frames of what only moves are bytes on a slow line
        )
        self._gates = (Guard(), PlainSigns()) if plain else (Guard(),)
        self._palettes: Mapping[str, Palette] | None = None
        self._problems: tuple[str, ...] = ()
        self._too_few = ""
        """What to say of colours that the terminal has not."""
        self._stamp = themes_stamp(locations.themes())
        self.theme = self._first_theme(session.theme or DEFAULT_THEME)
        if self._too_few and not session.notice:
            self.session = replace(session, notice=self._too_few)
        if self._stamp:
            self.set_interval(THEME_PATIENCE, self._reload_themes)

    def _first_theme(self, wanted: str) -> str:
        """The theme to begin with: alone, for those who have none of their own."""
        if not self._stamp and (palette := shipped_palette(wanted)):
            palette = self._wearable(palette)
            self.register_theme(to_theme(palette))
            return palette.name
        if wanted not in self.palettes:
            missing = f"no theme is called {wanted}{nearest(wanted, self.palettes)}"
            self._problems = (*self._problems, visible_line(missing))
        known = self.palettes.get(wanted, self.palettes[DEFAULT_THEME])
        return self._wearable(known).name

    def _wearable(self, palette: Palette) -> Palette:
        """A theme, or the nearest one that can be read in the terminal's colours."""
        few = self.console.color_system == "standard"
        if few and not stands_sixteen(palette):
            nearest_one = shipped_palette(own_colours(palette, os.environ))
            if nearest_one:
                self._too_few = TOO_FEW.format(nearest_one.name, palette.name)
                return nearest_one
        return palette

    @property
    def palettes(self) -> Mapping[str, Palette]:
        """All themes, which are read when another is looked for."""
        if self._palettes is None:
            self._palettes = self._load_themes()
        return self._palettes

    def _load_themes(self) -> Mapping[str, Palette]:
        self._stamp = themes_stamp(locations.themes())
        loaded = load_palettes(locations.themes())
        self._problems = tuple(map(str, loaded.failures))
        for palette in loaded.palettes.values():
            self.register_theme(to_theme(palette))
        return loaded.palettes

    def _reload_themes(self) -> None:
        """Show the reader's own themes as they are now, while one is being written."""
        if themes_stamp(locations.themes()) != self._stamp:
            self._palettes = self._load_themes()
            self._tell(self._problems)
            self.refresh_css()

    @property
    def ALLOW_SELECT(self) -> bool:  # type: ignore[override]  # noqa: N802  # Textual's name
        """Whether the mouse selects text; without it, cells need no offsets."""
        return self._has_mouse

    def on_load(self) -> None:
        get_running_loop().set_default_executor(Thrifty(BESIDE, "beside"))

    def on_mount(self) -> None:
        self._tell((*self.session.problems, *self._problems))

    def on_ready(self) -> None:
        """Look for cycles from now on, but no more among what was loaded.

        None of that ever goes, and to look through it would hold up a key now and then.
        Lists of a quarter of a million cables are in such cycles, and so is every look
        of a pane that Textual makes anew: the start does without, reading cannot.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(*LOOKS_FOR_CYCLES)
            gc.enable()

    def _tell(self, problems: Iterable[str]) -> None:
        for problem in problems:
            for screen in self.screen_stack:
                if isinstance(screen, PaneScreen):
                    screen.warn(problem)

    def get_default_screen(self) -> Screen[None]:
        names = tuple(self.palettes) if self._stamp else shipped_names()
        screen = self._first_screen(self.session, names)
        if isinstance(screen, PaneScreen):
            screen.fit(self.size)
        return screen

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT002  # Textual's signature
        """Read the style sheets again, for other colours, if anything wears them yet.

        Textual also does so for the theme of the start, before it reads them at all.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._gates]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """All commands of the screen, and the themes; no screenshots to disk."""
        if isinstance(screen, KeyScreen):
            for command in screen.commands:
                help_text = f"{'  '.join(screen.keys_of(command))}   {command.id}"
                give = partial(screen.give, command)
                yield SystemCommand(command.title, help_text, give)
        for palette in self.palettes.values():
            wear = partial(self.wear, palette.name)
            yield SystemCommand(f"theme {palette.name}", palette.description, wear)

    def wear(self, theme: str | None) -> None:
        """Change the theme, and remember it for the next time."""
        if theme is None:
            return
        if theme not in self.palettes:
            hint = nearest(theme, self.palettes)
            self.notify(f"no theme {theme}{hint}", severity="error", markup=False)
            return
        self._too_few = ""
        self.theme = self._wearable(self.palettes[theme]).name
        self.session.remember_theme(theme)
        if self._too_few and isinstance(self.screen, KeyScreen):
            self.screen.say(self._too_few)

    @on(events.DescendantFocus)
    def _hold_cursor_still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink, which would send bytes as long as nobody types."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    @on(PaneScreen.ThemeWanted)
    def _wear_wanted(self, event: PaneScreen.ThemeWanted) -> None:
        self.wear(event.name)

    def last_line(self) -> str:
        if self.failure:
            return ""  # who started the application tells it
        log_crash(self.error, locations.log())
        return crash_line(self.error)

    @property
    def failure(self) -> CableReaderError | None:
        """What ended it that is no fault of the program, as a damaged archive."""
        return self.error if isinstance(self.error, CableReaderError) else None

    def action_toggle_mouse(self) -> None:
        """Take the mouse, or leave it to the terminal."""
        self._has_mouse = not self._has_mouse
        listen_to_mouse(self, on=self._has_mouse)
        for screen in self.screen_stack:
            for view in screen.query(LineView):
                view.refresh()  # its cells have offsets to select by, or none
        if isinstance(self.screen, KeyScreen):
            self.screen.say(MOUSE_ON if self._has_mouse else MOUSE_OFF)

    def action_command_palette(self) -> None:
        from cablereader.app.screens.command_list import CommandList

        if not isinstance(self.screen, CommandList):
            _ = self.push_screen(CommandList())

    def action_help_quit(self) -> None:
        """Ctrl+c leaves a page, as it leaves a prompt.

        Textual's own answer is how to quit, with another key than ours.
        """
        self.simulate_key("escape")

    async def action_themes(self) -> None:
        from cablereader.app.screens.theme_list import ThemeList

        await self.push_screen(ThemeList(self.palettes.values()), self.wear)


def _reader(session: Session, theme_names: tuple[str, ...]) -> Screen[None]:
    from cablereader.app.reader_screen import ReaderScreen

    return ReaderScreen(session, theme_names)


def _library(
    session: Session, theme_names: tuple[str, ...], *, archive: Archive
) -> Screen[None]:
    from cablereader.app.library_screen import LibraryScreen

    return LibraryScreen(session, theme_names, archive=archive)


def run_reader(session: Session, archive: Archive | None = None) -> int:
    """Read until the reader quits.

    Args:
        session: With a queue of documents, or an empty one.
        archive: To begin in the library of.

    Returns:
        The exit status.

    Raises:
        CableReaderError: When a file ended it that cannot be read any more.
    """
    share_heap()
    app = CableReader(session, partial(_library, archive=archive) if archive else None)
    app.run(mouse=session.mouse)
    if app.failure:
        raise app.failure
    return app.return_code or 0
