"""What is done with a cable outside the screen: plain text, programs, files."""

from __future__ import annotations

from pathlib import Path

from cablereader.app import outside
from cablereader.app.part import Host, Part
from cablereader.app.parts.files import NamedFile
from cablereader.app.parts.subject import Subject
from cablereader.app.state.words import Words
from cablereader.library.files.small_file import reason
from cablereader.model.cable import Cable


class Programs(Part):
    """Gives the cable that commands are of to whatever else there is."""

    def __init__(self, host: Host, subject: Subject) -> None:
        self._host = host
        self._subject = subject
        self._file = NamedFile(host, self._proposed, self._write, "not written")
        self.words = {
            "pipe": Words(asked="pipe into:", enter="run", take=self._pipe),
            "write": self._file.words,
        }

    def action_plain(self) -> None:
        """Print the cable where the terminal's own scrolling and selecting reach it."""
        if cable := self._cable():
            text = outside.text_of(cable)
            with self._host.suspended():
                outside.print_plain(text)

    def action_ask(self, kind: str) -> None:
        """Ask for the file, with the cable's own id as its name."""
        if self._cable():
            self._file.ask(kind, "write")

    def _proposed(self) -> str:
        """The name of a file for the cable."""
        from cablereader.app.state.export import opened

        copied = self._subject.copied()
        return f"{opened(copied[0], ()).stem}.txt" if copied else ""

    def _cable(self) -> Cable | None:
        """The one cable that is meant; if there is not one, that is said."""
        if self._subject.count > 1:
            self._host.say("this is for one cable; e exports all that are selected")
        elif copied := self._subject.copied():
            return copied[0]
        else:
            self._host.say("no cable here")
        return None

    def _pipe(self, command: str) -> None:
        if command.strip() and (cable := self._cable()):
            text = outside.text_of(cable)
            with self._host.suspended():
                outside.pipe(command, text)

    def _write(self, path: Path, *, replacing: bool) -> None:
        if (cable := self._cable()) is None:
            return
        try:
            outside.write(path, cable, replacing=replacing)
        except OSError as error:
            self._host.warn(f"not written: {path}: {reason(error)}")
        else:
            self._host.say(f"written: {path}")
