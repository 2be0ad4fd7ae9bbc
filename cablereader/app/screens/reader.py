"""The reader: what is made of the cables that are read."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on

from cablereader.app import outside
from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.app.copier import Copier, told
from cablereader.app.screens.notebook import NO_ARCHIVE, NotebookScreen
from cablereader.app.state.fault import Fault
from cablereader.app.state.habits import HINTS
from cablereader.app.state.own_keys import key_problems, own_keys
from cablereader.app.widgets.prompt import QUERIES, Prompt
from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.session import Session
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.frozen import replace

if TYPE_CHECKING:
    from cablereader.app.exporter import Exporter
    from cablereader.app.state.export import Exported

OF_ARCHIVE: Final = QUERIES | {"id"}
"""Kinds of words that are asked for to look in an archive."""


class ReaderScreen(NotebookScreen):
    """Copies, files and other programs, on top of the notebook."""

    has_archive: ClassVar[bool] = False
    """Whether there is an archive to look in."""

    def __init__(self, session: Session, theme_names: tuple[str, ...] = ()) -> None:
        """A reader of a session's queue."""
        self.copier = Copier(session, self._write_terminal)
        keys = own_keys(session.settings, Context.READER)
        forms = copy_commands(self.copier.forms.forms)
        super().__init__(session, session.queue, keys, theme_names, forms)
        self._exporter: Exporter | None = None
        self._token: int | None = None

    def on_mount(self) -> None:
        loaded = self.session.bookmark_file.load()
        self.bookmarks = loaded.bookmarks
        settings = self.session.settings
        forms = self.copier.forms
        problems = (
            *loaded.problems,
            *(
                settings.problem(f"copy.{each.name}", str(each))
                for each in forms.problems
            ),
            *key_problems(settings, (*COMMANDS, *copy_commands(forms.forms))),
            loaded.read_only,
        )
        for problem in filter(None, problems):
            self.warn(str(problem))
        self.say(self.session.notice)
        self.offer_drafts()
        self.open_first()

    def hint_of(self, command: Command) -> str:
        habitual = HINTS[self.session.settings.compat]
        return habitual.get(command.id) or super().hint_of(command)

    def open_first(self) -> None:
        """Open the cable to begin with."""
        first = self.session.first
        self.open_at((self.queue.position_of(first.cable_id) if first else 0) or 0)
        if first and first.label:
            self.go(first)

    def _write_terminal(self, text: str) -> None:
        if self.app._driver:  # noqa: SLF001  # Textual writes its own OSC 52 so, too
            self.app._driver.write(text)  # noqa: SLF001

    def action_ask(self, kind: str, label: str) -> None:
        if kind in OF_ARCHIVE and not self.has_archive:
            self.say(NO_ARCHIVE)
        else:
            super().action_ask(kind, label)

    def fault_of(self, kind: str, words: str) -> Fault | None:
        if kind in OF_ARCHIVE and not self.has_archive:
            return Fault(NO_ARCHIVE)
        return super().fault_of(kind, words)

    async def give(self, command: Command, count: int = 0) -> None:
        self._notice_others()
        await super().give(command, count)

    def _notice_others(self) -> None:
        """Show what other sessions have changed, if they have since the last key."""
        with suppress(NotebookError):
            before, self._token = self._token, self.triage_file.token
            if before not in {None, self._token}:
                self.show_others()

    def show_others(self) -> None:
        """Show what is known of cables and paragraphs now."""
        self.show_bookmarks()
        self.show_place()

    def action_copy(self, name: str) -> None:
        if chosen := self.chosen():
            self.say(self.copier.copy(name, *chosen, self.bookmarks))

    def chosen(self) -> tuple[Cable, Sequence[Paragraph]] | None:
        """What is copied: paragraphs of a cable, or all of it where there are none."""
        return (self.state.cable, self.state.chosen) if self.state else None

    def action_copy_again(self) -> None:
        self.action_copy(self.copier.last.name)

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        if event.kind == "find":
            self.peek(event.text)
        elif event.kind in {"note", "cable-note"}:
            self.note_typed(event.text)

    @on(Prompt.Left)
    def _left(self, event: Prompt.Left) -> None:
        if event.kind == "find" and self.state:
            self.body.find(self.state.marked_words)
            self.show_place()
        self.note_left()

    @on(Prompt.Entered)
    async def _entered(self, event: Prompt.Entered) -> None:
        if event.kind == "command":
            await self.obey(event.text)
        else:
            self.take_words(event.kind, event.text)
        if not self.prompt.kind and self.focused is None:
            self.focus_pane()

    def take_words(self, kind: str, text: str) -> None:
        """Do what was asked for with the words that were entered."""
        match kind:
            case "find":
                self.find(text)
            case "paragraph":
                self.go_to_label(text.strip())
            case "note":
                self.take_note(text)
                self.note_left()
            case "pipe":
                self._pipe(text)
            case "write":
                self._write(text)
            case "export":
                self.exporter.take(text)
            case "label" | "unlabel":
                self.give_labels(kind, text)

    def _pipe(self, command: str) -> None:
        if self.state and command.strip():
            text = outside.text_of(self.state.cable)
            with self.app.suspend():
                outside.pipe(command, text)

    def _write(self, name: str) -> None:
        if (state := self.state) is None or not name.strip():
            return
        path = Path(name.strip()).expanduser()
        try:
            outside.write(path, state.cable)
        except OSError as error:
            self.warn(f"not written: {path}: {(error.strerror or str(error)).lower()}")
        else:
            self.say(f"written: {path}")

    @property
    def exporter(self) -> Exporter:
        """What writes whole cables and bookmarks; loaded when it is wanted."""
        from cablereader.app.exporter import Exporter

        self._exporter = self._exporter or Exporter(self)
        return self._exporter

    def action_export(self, command: str) -> None:
        """Ask where to export what `exported` names, in a format of the menu."""
        from cablereader.app.state.export_format import FORMAT_BY_COMMAND

        if exported := self.exported():
            self.exporter.ask(exported, FORMAT_BY_COMMAND[command])

    def exported(self) -> Exported | None:
        """What an export is of: this cable."""
        from cablereader.app.state.export import opened

        if self.state is None:
            return None
        cable = self.state.cable
        return opened(cable, self.bookmarks.of(cable.cable_id or ""))

    def action_interrupt(self) -> None:
        if not (self._exporter and self._exporter.stop()):
            super().action_interrupt()

    def leave(self) -> None:
        super().leave()
        if self._exporter:
            self._exporter.stop()

    def action_plain(self) -> None:
        if self.state:
            text = outside.text_of(self.state.cable)
            with self.app.suspend():
                outside.print_plain(text)

    def action_edit(self) -> None:
        """The note of this paragraph, in the reader's own editor."""
        if (state := self.state) is None or state.current is None:
            return
        mark = state.current_bookmark
        mark = mark or self.new_mark(state.cable, state.current)
        try:
            with self.app.suspend():
                note = outside.edit(mark.note, locations.state_directory())
        except OSError as error:
            self.warn(f"the editor did not start: {error}; set EDITOR")
            return
        if note != mark.note:
            self.save_mark(replace(mark, note=note))

    async def action_copies(self) -> None:
        """The last copies, to send one again."""
        from cablereader.app.screens.copy_list import CopyList
        from cablereader.library.copies import kept

        entries = [
            path.read_text("utf-8", "replace") for path in kept(locations.copies())
        ]
        await self.app.push_screen(CopyList(entries), self._copy_again)

    def _copy_again(self, text: str | None) -> None:
        if text:
            self.copy_text(text)

    def copy_text(self, text: str) -> None:
        self.say(told(text, self.copier.send(text)))

    def action_back(self) -> None:
        self.action_quit()

    def action_quit(self) -> None:
        self.leave()
        self.app.exit()
