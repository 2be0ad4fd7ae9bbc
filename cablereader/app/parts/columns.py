"""Columns: which of them the list has."""

from __future__ import annotations

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.part import Host, Part


class Columns(Part):
    """Lets the reader choose the columns of a list."""

    def __init__(self, host: Host, listing: ListPane) -> None:
        self._host = host
        self._listing = listing

    async def action_choose(self) -> None:
        from cablereader.app.screens.column_menu import ColumnMenu

        listing = self._listing
        await self._host.push(ColumnMenu(listing.columns, listing.toggle_column))
