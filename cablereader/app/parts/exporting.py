"""Exports in the background, one at a time, into a file that the reader names."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from cablereader.app.panes.remark import Remark
from cablereader.app.part import Host, Part, Words
from cablereader.app.parts.subject import Subject
from cablereader.app.state.export_format import FORMAT_BY_COMMAND, Format, Kind
from cablereader.app.state.fault import Fault
from cablereader.app.stopping import StoppedError
from cablereader.errors import CableReaderError
from cablereader.library.private_file import private_file
from cablereader.library.small_file import reason
from cablereader.present.visible import visible_line

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
        self.words = {"export": Words(take=self.take, fault=fault_of_file)}

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
            name, asked = exported.file_name(form), f"export {exported.told(form)} to:"
            self._host.ask("export", "name of a file", name, asked)

    def take(self, name: str) -> None:
        """Export into the file of that name; over another one only if told so."""
        path = Path(name.strip()).expanduser()
        if path.exists():
            from cablereader.app.screens.question import Question

            text = f"{visible_line(path.name)} is there already. Replace it?"
            begin = partial(self._begin_if, path)
            _ = self._host.push(Question(text), begin)
        else:
            self._begin(path, replacing=False)

    def interrupt(self) -> bool:
        """Give up the export that is running."""
        self._stopped = self._running
        return self._running

    def leave(self) -> None:
        self._stopped = self._running

    def _begin_if(self, path: Path, yes: bool | None) -> None:
        if yes:
            self._begin(path, replacing=True)
        else:
            self._host.say("not exported")

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


def fault_of_file(name: str) -> Fault | None:
    """Why nothing can be written under a name."""
    if not name.strip():
        return Fault("name a file")
    try:
        path = Path(name.strip()).expanduser()
    except RuntimeError:
        return Fault(f"nobody is called {name.strip().partition('/')[0]} here")
    if not name.strip().isprintable():
        return Fault("the name has a character that nobody can see")
    if path.is_dir():
        return Fault(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        return Fault(f"there is no folder {path.parent}")
    return None
