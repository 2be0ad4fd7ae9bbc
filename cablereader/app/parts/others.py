"""Other sessions: what they change is seen with the next key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from cablereader.app.command import Command
from cablereader.app.part import Part
from cablereader.errors import NotebookError
from cablereader.library.notebook.triage import TriageFile


class Others(Part):
    """Looks before each command whether the notebook is still as it was."""

    def __init__(self, file: TriageFile, changed: Callable[[], object]) -> None:
        """Looks at a file, and tells when it has changed."""
        self._file = file
        self._changed = changed
        self._token: int | None = None

    def begin(self) -> None:
        """What is shown from now on is of the notebook as it is now."""
        with suppress(NotebookError):
            self._token = self._file.token

    def before(self, command: Command) -> None:  # noqa: ARG002  # any one will do
        token = self._token
        self.begin()
        if self._token != token:
            self._changed()
