"""Explaining: what something means that is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from cablereader.app.command import Command
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.present.entry_row import ListRow

if TYPE_CHECKING:
    from cablereader.app.panes.explain_pane import ExplainPane

STAYING: Final = frozenset({"info.explain", "info.explain-back"})
"""Commands that leave the explanations open."""


class Explaining(Part):
    """Shows the pane of explanations until another command is given."""

    def __init__(
        self, host: Host, reader: ReaderPane, row: Callable[[], ListRow | None]
    ) -> None:
        """Explains the cable of a reader pane, and the current row of a list."""
        self._host = host
        self._reader = reader
        self._row = row
        self._pane: ExplainPane | None = None

    def before(self, command: Command) -> None:
        if self._pane and command.id not in STAYING:
            self._pane.hide()

    def escape(self) -> bool:
        if self._pane is None or not self._pane.display:
            return False
        self._pane.hide()
        return True

    async def action_next(self, step: int) -> None:
        """Say what the next thing of the pane or paragraph with the keys means."""
        if state := self._reader.state:
            (await self._shown()).explain_in(self._host.pane, state, step)

    async def action_row(self) -> None:
        """Say what the signs of the current row mean."""
        if row := self._row():
            (await self._shown()).explain_row(row)
        else:
            self._host.say("no row here")

    async def _shown(self) -> ExplainPane:
        """The pane; it is made when first asked for."""
        from cablereader.app.panes.explain_pane import ExplainPane

        if self._pane is None:
            self._pane = ExplainPane(id="explain")
            await self._host.mount(self._pane)
        return self._pane
