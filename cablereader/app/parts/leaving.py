"""Leaving the program from its first page, which a key too many must not do."""

from __future__ import annotations

from collections.abc import Callable

from cablereader.app.command import Command
from cablereader.app.part import Host, Part


class Leaving(Part):
    """Asks once; the same command, given again at once, is the answer."""

    def __init__(self, host: Host, quit_program: Callable[[], None]) -> None:
        self._host = host
        self._quit = quit_program
        self._asked = False

    def before(self, command: Command) -> None:
        if command.id != "app.back":
            self._asked = False

    def back(self) -> None:
        """There is nothing left to go back from."""
        if self._asked:
            self._quit()
        else:
            self._asked = True
            self._host.say("again to quit; the next start goes on here")
