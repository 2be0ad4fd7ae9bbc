"""Exports in the background, one at a time, into a file that the reader names."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from cablereader.app.panes.remark import Remark
from cablereader.app.part import Host, Part
from cablereader.app.parts.files import NamedFile
from cablereader.app.parts.subject import Subject
from cablereader.app.state.export_format import FORMAT_BY_COMMAND, Format, Kind
from cablereader.app.stopping import StoppedError
from cablereader.errors import CableReaderError
from cablereader.library.files.private_file import private_file
from cablereader.library.files.small_file import reason

if TYPE_CHECKING:
    from cablereader.app.state.export import Exported

BETWEEN_REMARKS: Final = 0.5
"""Seconds between two remarks on how far it is."""


class Exporting(Part):
    """The exports of one screen, of what its commands are of."""

    def __init__(self, host: Host, subject: Subject) -> None:
        self._host = host
        self._subject = subject
        self._wanted: tuple[Exported, Format] | None = None
        self._running = False
        self._stopped = False
        self._file = NamedFile(host, self._proposed, self._begin, "not exported")
        self.words = {"export": self._file.words}

    def action_begin(self, command: str) -> None:
        """Ask for the file of an export in a format of the menu."""
        exported = self._subject.exported()
        if isinstance(exported, str):
            self._host.say(exported)
        else:
            self._ask(exported, FORMAT_BY_COMMAND[command])

    def _ask(self, exported: Exported, form: Format) -> None:
        """Ask for the file, with a name proposed."""
        if self._running:
            self._host.say("another export is still running; ctrl+c stops it")
        elif not exported.amount(form.kind):
            self._host.say(f"no {form.kind} here to export")
        else:
            self._wanted = exported, form
            self._file.ask("export", f"export {exported.told(form)}")

    def _proposed(self) -> str:
        """The name of a file for what is wanted."""
        if self._wanted is None:
            return ""
        exported, form = self._wanted
        return exported.file_name(form)

    def interrupt(self) -> bool:
        """Give up the export that is running."""
        self._stopped = self._running
        return self._running

    def leave(self) -> None:
        self._stopped = self._running

    def _begin(self, path: Path, *, replacing: bool) -> None:
        if self._wanted:
            self._running, self._stopped = True, False
            export = partial(self._export, path, *self._wanted, replacing=replacing)
            self._host.beside(export, "export")

    def _export(
        self, path: Path, exported: Exported, form: Format, *, replacing: bool
    ) -> None:
        """Write the file, in a thread of its own."""
        wrong = True
        try:
            size = self._write(path, exported, form, replacing=replacing)
        except StoppedError:
            text, wrong = "export stopped; no file was written", False
        except OSError as error:
            text = f"not exported: {path}: {reason(error)}"
        except CableReaderError as error:
            text = f"not exported: {error}"
        else:
            text = f"exported {exported.told(form)}: {path}, {size:,} bytes"
            wrong = False
        self._running = False
        self._tell(text, wrong=wrong)

    def _write(
        self, path: Path, exported: Exported, form: Format, *, replacing: bool
    ) -> int:
        """Write the file; its size in bytes."""
        size, next_remark = 0, 0.0
        with private_file(path, replacing=replacing) as file:
            for done, text in enumerate(exported.texts(form)):
                if self._stopped:
                    raise StoppedError
                if form.kind is Kind.CABLES and monotonic() >= next_remark:
                    next_remark = monotonic() + BETWEEN_REMARKS
                    share = f"{done:,}/{exported.count:,}"
                    self._tell(f"exporting {share} cables; ctrl+c stops")
                size += file.write(text.encode(errors="replace"))
        return size

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        _ = self._host.post_message(Remark(text, wrong=wrong))
