"""Finding words: in the cable that is read, and on in the next ones that have them."""

from __future__ import annotations

from functools import partial
from typing import Final

from cablereader.app.command import Command
from cablereader.app.finding_on import Looking
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.going import Going
from cablereader.app.state.reader import ReaderState
from cablereader.app.state.words import Words
from cablereader.errors import ArchiveError
from cablereader.library.queue import Queue
from cablereader.present.find import Sought, stands_above, stands_in

NEAR: Final = 5
"""Cables that are looked through while the reader waits."""


class Find(Part):
    """What `/`, `n` and `N` do in a cable."""

    def __init__(self, host: Host, reader: ReaderPane, going: Going) -> None:
        """Finds in a reader's cable, and in those that one can go to from it."""
        self._host = host
        self._reader = reader
        self._going = going
        self._looking: Looking[ReaderState] | None = None
        """The look through cables further on, while there is one."""
        self.words = {
            "find": Words(
                enter="find",
                take=self.find,
                typed=self._peek,
                left=self._mark_again,
            )
        }

    def before(self, command: Command) -> None:  # noqa: ARG002  # any one ends it
        if self._looking:
            self._looking.stop()
            self._looking = None

    def escape(self) -> bool:
        body = self._reader.body
        if self._host.pane is not body or not body.hits:
            return False
        self.action_clear()
        return True

    def _peek(self, words: str) -> None:
        """Mark all places of words that are still being typed."""
        self._reader.find(Sought((words,)))
        self._host.show_place()

    def _mark_again(self) -> None:
        """Mark what was marked before anything was typed."""
        if state := self._reader.state:
            self._reader.find(state.marked_words)
            self._host.show_place()

    def find(self, words: str) -> None:
        """Mark all places of some words, and go to the first from here on."""
        reader, body = self._reader, self._reader.body
        if reader.state is None:
            return
        reader.state = state = reader.state.with_words(words)
        count = reader.find(state.sought)
        if words and count:
            here = body.line
            body.go_to_hit(0)
            if body.line < here:
                self._host.say("from the top again")
        elif above := stands_above(state.cable, state.sought):
            self._host.say(f"only in its {above} (n looks in others)")
        elif words:
            self._host.say(f"not in this cable: {words} (n looks in others)")
        self._host.show_place()

    def action_next(self, step: int) -> None:
        reader = self._reader
        if (state := reader.state) is None:
            return
        if not state.sought:
            self._host.say("nothing to find: / asks for words")
        elif state.hits_hidden:
            reader.state = state.with_hits_hidden(hidden=False)
            reader.body.go_to_hit(0)
        elif not reader.body.go_to_hit(step):
            self._find_in_others(state, step)
        self._host.show_place()

    def action_clear(self) -> None:
        if state := self._reader.state:
            self._reader.state = state.with_hits_hidden()
            self._host.say("hits hidden; n shows them again")

    def _find_in_others(self, state: ReaderState, step: int) -> None:
        """Roll on to the next cable that has what is sought."""
        others = range(state.position + step, state.total if step > 0 else -1, step)
        opened = self._first_with_hits(state, self._going.queue, others[:NEAR])
        if opened or len(others) <= NEAR:
            self._roll_on(opened, step)
        else:
            self._host.say("looking in other cables; any key stops")
            opened_at = partial(self._opened_at, state)
            looking = Looking(self._going.queue, others[NEAR:], opened_at)
            self._looking = looking
            look = partial(self._look_further, looking, state.words, step)
            _ = self._host.beside(look, "others")

    def _first_with_hits(
        self, state: ReaderState, queue: Queue, positions: range
    ) -> ReaderState | None:
        """The state in the first of some cables that has what is sought."""
        found = (self._opened_at(state, queue, position) for position in positions)
        return next(filter(None, found), None)

    def _opened_at(
        self, state: ReaderState, queue: Queue, position: int
    ) -> ReaderState | None:
        """The state in the cable at a position, if that has what is sought."""
        cable = queue.cable(position)
        opened = self._going.opened(state.jumped(), cable, position)
        found = not state.words and bool(opened.found_by)
        return opened if found or stands_in(cable, opened.sought) else None

    def _look_further(
        self, looking: Looking[ReaderState], words: str, step: int
    ) -> None:
        """Look through many cables, in a thread of its own."""
        host = self._host

        def tell(count: int) -> None:
            host.from_beside(self._tell_looked, looking, count)

        try:
            opened = looking.first((words,) if words else (), tell)
        except ArchiveError as error:
            host.from_beside(host.warn, str(error))
            return
        host.from_beside(self._end_looking, looking, opened, step)

    def _tell_looked(self, looking: Looking[ReaderState], count: int) -> None:
        if self._looking is looking:
            self._host.say(f"looked in {count:,} other cables; any key stops")

    def _end_looking(
        self, looking: Looking[ReaderState], opened: ReaderState | None, step: int
    ) -> None:
        if self._looking is looking:
            self._looking = None
            self._roll_on(opened, step)

    def _roll_on(self, opened: ReaderState | None, step: int) -> None:
        if opened is None:
            self._host.say(f"no {'further' if step > 0 else 'earlier'} hit")
            return
        self._going.keep_position()
        self._reader.state = opened
        body = self._reader.body
        body.go_to_end_hit(step)
        above = "" if body.hits else stands_above(opened.cable, opened.sought)
        where = f": words in {above}" if above else " with the words"
        self._host.say(f"{'next' if step > 0 else 'earlier'} cable{where}")
        self._host.show_place()
