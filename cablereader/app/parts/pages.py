"""Pages to read: keys, how to read a cable, signs, how to search, what words mean."""

from __future__ import annotations

from typing import Final

from cablereader.app.command import Command
from cablereader.app.part import Commanded, Part
from cablereader.app.widgets.body_rail import rail_signs
from cablereader.present.visible import visible_line

MARGIN: Final = 4
"""Columns of a page that its text has not."""


class Pages(Part):
    """What `?` and its like show; each page is made when it is asked for."""

    def __init__(self, host: Commanded) -> None:
        self._host = host

    @property
    def _width(self) -> int:
        return self._host.size.width - MARGIN

    async def action_help(self) -> None:
        """The keys of the screen; the one that is chosen is as good as pressed."""
        from cablereader.app.screens.help import Help

        host = self._host
        entries = [(command, host.keys_of(command)) for command in host.commands]
        await host.push(Help(entries), self._give_chosen)

    async def _give_chosen(self, command: Command | None) -> None:
        if command:
            await self._host.give(command)

    async def explain(self, term: str) -> None:
        """All that is known of a word, which need not be on the screen."""
        from cablereader.app.screens.pager import Pager
        from cablereader.explain.lookup import explain
        from cablereader.present.explanation import explanation_rows

        rows = explanation_rows(explain(term), self._width)
        await self._host.push(Pager(f"What {visible_line(term)} means", rows))

    async def action_guide(self) -> None:
        from cablereader.app.screens.guide import Guide

        await self._host.push(Guide(self._width, rail_signs(self._host.pane.app)))

    async def action_legend(self) -> None:
        from cablereader.app.screens.legend import Legend

        await self._host.push(Legend(self._width, rail_signs(self._host.pane.app)))

    async def action_searching(self) -> None:
        from cablereader.app.screens.searching import Searching

        await self._host.push(Searching(self._width))
