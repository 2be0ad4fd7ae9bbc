"""The bare Textual app that the start of the reader is compared with."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class BareApp(App[None]):
    """A header, a list of fifty rows, a footer."""

    BINDINGS = [("q", "quit", "Quit"), ("j", "down", "Down"), ("slash", "find", "Find")]  # noqa: RUF012  # Textual's declaration

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(*(f"row {number}" for number in range(50)))
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
