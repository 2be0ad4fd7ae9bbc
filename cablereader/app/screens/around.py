"""What an archive has around a cable: citations, versions, the same story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from cablereader.app.command import Command
from cablereader.app.screens.reader import ReaderScreen
from cablereader.app.state.completion import Completions, query_completions
from cablereader.app.state.fault import Fault
from cablereader.app.widgets.prompt import Prompt
from cablereader.archive.query import read_query
from cablereader.archive.scanner import QueryError
from cablereader.archive.store import Archive
from cablereader.library.query_names import query_names
from cablereader.library.session import Session
from cablereader.model.block import Paragraph
from cablereader.model.bookmark import Bookmark
from cablereader.model.cable import Cable
from cablereader.model.raw import RawCable
from cablereader.model.triage import State
from cablereader.parse.address import read_address
from cablereader.parse.cable_id import canonical_id

if TYPE_CHECKING:
    from cablereader.app.screens.cable_rows import CableRows


class AroundScreen(ReaderScreen):
    """A reader with an archive behind it: any of its cables can be gone to."""

    has_archive = True

    def __init__(
        self, session: Session, theme_names: tuple[str, ...], archive: Archive
    ) -> None:
        """A reader of a session's queue, and of an archive."""
        super().__init__(session, theme_names)
        self.archive = archive

    def open_id(self, text: str) -> None:
        """Open a cable by its reference id, in the list or not."""
        if fault := self._fault_of_id(text):
            self.say(fault.text)
        address = read_address(text)
        if address is None or address.fault:
            return
        if (cable := self.archive.get(address.name)) is None:
            return
        self.show_cable(cable)
        self.begin_reading()
        if address.label:
            self.go_to_label(address.label)

    def begin_reading(self) -> None:
        """Let the keys go to the reader."""
        self.body.focus()

    @property
    def in_list(self) -> bool:
        """Whether the keys go to a list of cables beside the reader."""
        return False

    def hint_of(self, command: Command) -> str:
        if command.id == "app.back" and not self.in_list:
            return "list"
        return super().hint_of(command)

    def chosen(self) -> tuple[Cable, Sequence[Paragraph]] | None:
        if not self.in_list:
            return super().chosen()
        cables = map(self.archive.get, self.targets()[:1])
        return next(((cable, ()) for cable in cables if cable), None)

    def go_to_mark(self, mark: Bookmark | None) -> None:
        if mark and self.in_list:
            self.open_id(mark.ref.cable_id)
        super().go_to_mark(mark)

    def fault_of(self, kind: str, words: str) -> Fault | None:
        match kind:
            case "limit" | "search":
                return _fault_of_query(words)
            case "id":
                return self._fault_of_id(words)
            case "command" if self._is_address(words):
                return self._fault_of_id(words)
            case _:
                return super().fault_of(kind, words)

    def _is_address(self, words: str) -> bool:
        """Whether a line of the command line is a cable's address, and no command."""
        named = self.command_named(words.strip().partition(" ")[0])
        return not named and read_address(words) is not None

    def _fault_of_id(self, text: str) -> Fault | None:
        address = read_address(text)
        if address is None:
            return Fault(f"{text} is no reference id: they look like 09OSLO9012")
        if address.fault:
            return Fault(address.fault)
        if self.archive.place_of(address.name) is None:
            return Fault(f"{address.name} is not in this archive")
        return None

    async def obey(self, words: str) -> None:
        if self._is_address(words):
            self.open_id(words)
        else:
            await super().obey(words)

    def completions_of(self, kind: str) -> Completions:
        if kind not in {"limit", "search"}:
            return super().completions_of(kind)
        return query_completions(query_names(self.archive, self.triage_file))

    @on(Prompt.Unsure)
    async def _list_fields(self, event: Prompt.Unsure) -> None:
        from cablereader.app.screens.field_list import FieldList

        def go_on(begun: str | None) -> None:
            self.action_ask(event.kind, event.label)
            self.prompt.value = begun or ""
            self.prompt.cursor_position = len(self.prompt.value)

        await self.app.push_screen(FieldList(), go_on)

    async def action_chain(self) -> None:
        """What this cable cites and what cites it; `cablereader graph` goes farther."""
        from cablereader.library.archive_citations import ArchiveCitations
        from cablereader.model.chain import Reach, Way, follow
        from cablereader.present.chain import chain_rows

        reach = Reach(depth=3, breadth=50, links=300)
        for cable_id in self.targets()[:1]:
            citations, first = ArchiveCitations(self.archive), canonical_id(cable_id)
            chains = tuple((way, follow(first, way, citations, reach)) for way in Way)
            rows = [
                (each.row, each.cable_id) for each in chain_rows(chains, self._state_of)
            ]
            await self._show_rows(f"Citations of {cable_id}", rows)

    def _state_of(self, cable_id: str) -> State:
        return self.triage_file.of((cable_id,))[cable_id].state

    async def action_alike(self) -> None:
        """The cables most like this one, each with the reason why it is there."""
        from cablereader.app.screens.alike import Alike

        for cable_id in self.targets()[:1]:
            likenesses = self.archive.alike(cable_id)
            screen = Alike(cable_id, likenesses, self.size.width)
            await self.app.push_screen(screen, self._go_to)

    async def _show_rows(self, title: str, rows: CableRows.Rows) -> None:
        from cablereader.app.screens.cable_rows import CableRows

        await self.app.push_screen(CableRows(title, rows), self._go_to)

    def _go_to(self, cable_id: str | None) -> None:
        if cable_id:
            self.open_id(cable_id)

    async def action_versions(self) -> None:
        """The versions of this cable; Enter shows what differs."""
        from cablereader.app.screens.pager import Pager
        from cablereader.present.versions import version_row

        for cable_id in self.targets()[:1]:
            versions = self.archive.versions(cable_id)
            if len(versions) < 2:
                self.say("there is one version of this cable only")
                return
            rows = [
                version_row(each, current=number == 0)
                for number, each in enumerate(versions)
            ]
            title = f"Versions of {cable_id}: Enter compares"
            await self.app.push_screen(
                Pager(title, rows), partial(self._compare, versions)
            )

    async def _compare(self, versions: Sequence[RawCable], row: int | None) -> None:
        from cablereader.app.screens.pager import Pager
        from cablereader.present.versions import differences

        if row:
            rows = differences(versions[row], versions[0])
            title = "What differs: - the older version, + the one that is shown"
            await self.app.push_screen(Pager(title, rows))


def _fault_of_query(words: str) -> Fault | None:
    try:
        _ = read_query(words)
    except QueryError as error:
        return Fault(f"column {error.column}: {error.what}", error.column)
    return None
