"""The application: themes, the palette of commands, and the first screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from cablereader.app.guard import Guard
from cablereader.app.key_screen import KeyScreen
from cablereader.app.screens.reader import ReaderScreen
from cablereader.app.themes import to_theme
from cablereader.library.session import Session
from cablereader.present.palette import load_palettes

DEFAULT_THEME = "classic"


class CableReader(App[None]):
    """Owns the theme and nothing else; the screens own the rest."""

    TITLE = "cablereader"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.animation_level = "none"
        self._guard = Guard()
        palettes = load_palettes(session.theme_folder)
        self.problems = tuple(str(failure) for failure in palettes.failures)
        for palette in palettes.palettes.values():
            self.register_theme(to_theme(palette))
        self.theme_names = tuple(palettes.palettes)
        wanted = session.theme
        self.theme = wanted if wanted in palettes.palettes else DEFAULT_THEME

    def get_default_screen(self) -> Screen[None]:
        return ReaderScreen(self.session)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._guard]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """All commands of the screen, and the themes; no screenshots to disk."""
        if isinstance(screen, KeyScreen):
            for command in screen.commands:
                keys = "  ".join(screen.keys_of(command))

                async def give(command: object = command) -> None:
                    await screen.give(command)

                yield SystemCommand(command.title, f"{command.id}   {keys}", give)
        for name in self.theme_names:
            yield SystemCommand(
                f"theme {name}", "change the colours", lambda name=name: self.wear(name)
            )

    def wear(self, theme: str) -> None:
        """Change the theme, and remember it for the next time."""
        self.theme = theme
        self.session.remember_theme(theme)


def run_reader(session: Session) -> int:
    """Read until the reader quits.

    Returns:
        The exit status.
    """
    app = CableReader(session)
    app.run(mouse=session.mouse)
    return app.return_code or 0
