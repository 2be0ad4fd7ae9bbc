"""Going from cable to cable: through the queue, to any paragraph, and back again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.state.jumps import Jumps
from cablereader.app.state.reader import ReaderState
from cablereader.errors import ArchiveError, NotebookError
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.queue import Queue
from cablereader.model.cable import Cable
from cablereader.model.frozen import replace
from cablereader.model.hit import Hit, texts_of
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.position import Position
from cablereader.model.query import Condition, Everything, texts_in
from cablereader.model.triage import State
from cablereader.present.find import NOTHING, Sought


class Going(Part):
    """Gives the reader pane other cables, and keeps where the reader was in each."""

    def __init__(
        self,
        host: Host,
        reader: ReaderPane,
        queue: Queue,
        file: TriageFile,
        begin_reading: Callable[[], object],
    ) -> None:
        """The ways through a queue.

        Args:
            host: The screen.
            reader: Where cables are read.
            queue: The cables.
            file: Of the notebook; it keeps positions.
            begin_reading: Lets the keys go to the reader pane.
        """
        self._begin_reading = begin_reading
        self._host = host
        self._reader = reader
        self._file = file
        self.queue = queue
        self._condition: Condition = Everything()
        self._landed: ParagraphRef | None = None

    def take_queue(self, queue: Queue, condition: Condition) -> None:
        """Go through another queue from now on: what a query has found.

        Words that it was not asked for before take the place of those that the reader
        was finding: what was looked for last is what is marked.
        """
        newly_sought = {*texts_in(condition)} - {*texts_in(self._condition)}
        self.queue, self._condition = queue, condition
        if newly_sought:
            self.forget_words()

    def forget_words(self) -> None:
        """Mark what the list was asked for, and no longer what was found later."""
        if state := self._reader.state:
            self._reader.state = state.with_words("")

    @property
    def led_here(self) -> str:
        """The query that the open cable was found by; empty where there is none."""
        state = self._reader.state
        return str(self._condition) if state and state.listed else ""

    def leave(self) -> None:
        self.keep_position()
        if state := self._reader.state:
            with suppress(NotebookError):
                self._file.whereabouts.keep_jumps(state.jumps.behind)

    def keep_position(self) -> None:
        """Remember where the reader is in the cable that is open.

        A hit that was only looked at is no place to keep.
        """
        state, body = self._reader.state, self._reader.body
        if state is None or state.here == self._landed:
            return
        if state.cable.cable_id and state.current:
            share = body.scroll_offset.y / max(body.count, 1)
            position = Position(state.here.label, share)
            with suppress(NotebookError):
                self._file.whereabouts.keep_position(state.cable.cable_id, position)

    def open_at(self, position: int) -> None:
        """Open a cable of the queue at its first hit, else where the reader stopped.

        One that cannot be read is told, and the one before stays.
        """
        reader = self._reader
        try:
            cable = self.queue.cable(position)
        except ArchiveError as error:
            self._host.say(str(error))
            return
        before, state = reader.state, reader.state_with(cable)
        open_already = before is not None and before.listed and before.cable is cable
        if not open_already or state.found_by != self._found_by(cable):
            self.keep_position()
            state = self._resumed(self.opened(state, cable, position))
        reader.state = replace(state, position=position, total=len(self.queue))
        if state.found_by and not _same(before, state):
            reader.find(state.sought)
            reader.body.go_to_hit(0)

    def show_cable(self, cable: Cable) -> None:
        """Open a cable, whether or not it is in the queue."""
        self.keep_position()
        state = self._reader.state_with(cable).jumped()
        position = self.queue.position_of(cable.cable_id or "")
        self._reader.state = self._resumed(self.opened(state, cable, position))

    def opened(
        self, state: ReaderState, cable: Cable, position: int | None
    ) -> ReaderState:
        """The state at the beginning of another cable of the queue, or of none."""
        found_by = NOTHING if position is None else self._found_by(cable)
        return state.opened(cable, position, found_by)

    def _found_by(self, cable: Cable) -> Sought:
        """The words of the queue's query, as they stand in a cable."""
        hits = self._hits(cable)
        return Sought(texts_of(hits), whole=True) if hits else NOTHING

    def _hits(self, cable: Cable) -> tuple[Hit, ...]:
        if self._condition == Everything():
            return ()
        from cablereader.archive.finding.hits import hits_in

        return hits_in(self._condition, cable)

    def _resumed(self, state: ReaderState) -> ReaderState:
        """A state with the cursor at the first hit, else where the reader stopped."""
        self._landed = None
        if state.found_by and (hits := self._hits(state.cable)):
            state = state.moved_to_label(hits[0].label or "")
            self._landed = state.here
            return state
        cable_id = state.cable.cable_id
        stopped = self._file.whereabouts.position_of(cable_id) if cable_id else None
        if not cable_id or not stopped:
            return state
        read = self._file.of((cable_id,))[cable_id].state is not State.UNREAD
        return state.resumed_at(stopped.paragraph, read=read)

    def go(self, ref: ParagraphRef) -> bool:
        """Go to a paragraph of any cable that the queue has; whether it is there."""
        state = self._reader.state
        if state is None or ref.cable_id != state.here.cable_id:
            cable = self.queue.get(ref.cable_id)
            if cable is None:
                self._host.say(f"{ref.cable_id} is not among the cables here")
                return False
            self.keep_position()
            position = self.queue.position_of(ref.cable_id)
            state = self.opened(self._reader.state_with(cable), cable, position)
        self._reader.state = state.moved_to_label(ref.label)
        return True

    def jump(self, ref: ParagraphRef | None) -> None:
        """Go to a paragraph, so that one can go back from it."""
        before = self._reader.state
        if ref and self.go(ref) and before and self._reader.state:
            jumps = before.jumps.left(before.here)
            self._reader.state = self._reader.state.with_jumps(jumps)

    def leave_place(self) -> None:
        """Remember where the reader is, so that one can come back from a list."""
        if state := self._reader.state:
            self._reader.state = state.jumped()

    def action_cable(self, step: int, times: int) -> None:
        if (state := self._reader.state) is None:
            return
        # Another list may be here by now: shorter than that of the cable, or empty.
        position = state.position + step * (times or 1)
        position = max(min(position, len(self.queue) - 1), 0)
        if position == state.position:
            end = "last" if step > 0 else "first"
            self._host.say(f"this is the {end} cable")
        elif not self.queue:
            self._host.say("the list is empty")
        else:
            self._reader.state = state.jumped()
            self.open_at(position)

    def action_back(self) -> None:
        if state := self._reader.state:
            here = state.here if self._has_keys else None
            self._return_to(*state.jumps.back(here))

    def action_forward(self) -> None:
        if state := self._reader.state:
            self._return_to(*state.jumps.forward(state.here))

    def _return_to(self, place: ParagraphRef | None, jumps: Jumps) -> None:
        if place is None:
            self._host.say("nowhere to go")
        elif self.go(place) and self._reader.state:
            self._reader.state = self._reader.state.with_jumps(jumps)
            if not self._has_keys:
                self._begin_reading()

    @property
    def _has_keys(self) -> bool:
        """Whether the keys go to the reader pane, and not to a list beside it."""
        return self._reader in self._host.pane.ancestors

    async def action_outline(self) -> None:
        from cablereader.app.screens.outline import Outline

        if state := self._reader.state:
            await self._host.push(Outline(state.cable, state.current), self.jump)


def _same(before: ReaderState | None, state: ReaderState) -> bool:
    """Whether it is the cable as it was found before."""
    return (
        before is not None
        and before.cable is state.cable
        and before.found_by == state.found_by
    )
