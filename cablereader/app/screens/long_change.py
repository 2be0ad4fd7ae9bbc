"""A change of very many cables: it runs beside the screen, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from cablereader.app.stopping import StoppedError
from cablereader.errors import ArchiveError, NotebookError
from cablereader.library.notebook.progress import Progress

Outcome: TypeAlias = str
"""In words, what was done."""


class LongChange(ModalScreen[Outcome]):
    """Shows how far a change is; ends with what became of it.

    Other keys wait meanwhile: the notebook has one writer at a time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c,escape,q", "stop", "Stop")]

    def __init__(self, change: Callable[[Progress], Outcome]) -> None:
        """A change that is begun at once, in a thread of its own."""
        super().__init__()
        self._change = change
        self._stopped = False

    def compose(self) -> ComposeResult:
        yield Static("reading what is known of the cables…", id="question")

    def on_mount(self) -> None:
        self._run()

    @work(thread=True)
    def _run(self) -> None:
        try:
            outcome = self._change(self._tell)
        except StoppedError:
            outcome = "stopped; nothing was changed"
        except (ArchiveError, NotebookError) as error:
            outcome = f"NOT SAVED. {error}"
        self.app.call_from_thread(self.dismiss, outcome)

    def _tell(self, done: int, count: int) -> None:
        if self._stopped:
            raise StoppedError
        text = f"{done:,} of {count:,} changed   ctrl+c stops"
        self.app.call_from_thread(self._show, text)

    def _show(self, text: str) -> None:
        self.query_one(Static).update(text)

    def action_stop(self) -> None:
        self._stopped = True
        self._show("stopping…")
