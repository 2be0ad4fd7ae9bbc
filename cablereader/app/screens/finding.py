"""Finding words: in the cable that is read, and on in the next ones that have them."""

from __future__ import annotations

from functools import partial
from typing import Final

from textual import work

from cablereader.app.command import Command
from cablereader.app.looking import Looking
from cablereader.app.screens.reading import ReadingScreen
from cablereader.app.state.reader import ReaderState
from cablereader.errors import ArchiveError
from cablereader.library.queue import Queue
from cablereader.present.find import Sought, stands_above, stands_in

NEAR: Final = 5
"""Cables that are looked through while the reader waits."""


class FindingScreen(ReadingScreen):
    """What `/`, `n` and `N` do."""

    _looking: Looking[ReaderState] | None = None
    """The look through cables further on, while there is one."""

    async def give(self, command: Command, count: int = 0) -> None:
        if self._looking:
            self._looking.stop()
            self._looking = None
        await super().give(command, count)

    def escape(self) -> bool:
        """As above all of a cable; then the hits."""
        if super().escape():
            return True
        if self.pane is not self.body or not self.body.hits:
            return False
        self.action_find_clear()
        return True

    def peek(self, words: str) -> None:
        """Mark all places of words that are still being typed."""
        self.view.find(Sought((words,)))
        self.show_place()

    def find(self, words: str) -> None:
        """Mark all places of some words, and go to the first from here on."""
        if (state := self.state) is None:
            return
        self.state = state.with_words(words)
        count = self.view.find(self.state.sought)
        if words and count:
            here = self.body.line
            self.body.go_to_hit(0)
            if self.body.line < here:
                self.say("from the top again")
        elif above := stands_above(state.cable, self.state.sought):
            self.say(f"only in its {above} (n looks in others)")
        elif words:
            self.say(f"not in this cable: {words} (n looks in others)")
        self.show_place()

    def action_find_next(self, step: int) -> None:
        if (state := self.state) is None:
            return
        if not state.sought:
            self.say("nothing to find: / asks for words")
        elif state.hits_hidden:
            self.state = state.with_hits_hidden(hidden=False)
            self.body.go_to_hit(0)
        elif not self.body.go_to_hit(step):
            self._find_in_others(state, step)
        self.show_place()

    def _find_in_others(self, state: ReaderState, step: int) -> None:
        """Roll on to the next cable that has what is sought."""
        others = range(state.position + step, state.total if step > 0 else -1, step)
        opened = self._first_with_hits(state, self.queue, others[:NEAR])
        if opened or len(others) <= NEAR:
            self._roll_on(opened, step)
        else:
            self.say("looking in other cables; any key stops")
            opened_at = partial(self._opened_at, state)
            self._looking = Looking(self.queue, others[NEAR:], opened_at)
            self._look_further(self._looking, state.words, step)

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
        opened = self.opened(state.jumped(), cable, position)
        found = not state.words and bool(opened.found_by)
        return opened if found or stands_in(cable, opened.sought) else None

    @work(thread=True, group="others")
    def _look_further(
        self, looking: Looking[ReaderState], words: str, step: int
    ) -> None:
        def tell(count: int) -> None:
            self.app.call_from_thread(self._tell_looked, looking, count)

        try:
            opened = looking.first((words,) if words else (), tell)
        except ArchiveError as error:
            self.app.call_from_thread(self.warn, str(error))
            return
        self.app.call_from_thread(self._end_looking, looking, opened, step)

    def _tell_looked(self, looking: Looking[ReaderState], count: int) -> None:
        if self._looking is looking:
            self.say(f"looked in {count:,} other cables; any key stops")

    def _end_looking(
        self, looking: Looking[ReaderState], opened: ReaderState | None, step: int
    ) -> None:
        if self._looking is looking:
            self._looking = None
            self._roll_on(opened, step)

    def _roll_on(self, opened: ReaderState | None, step: int) -> None:
        if opened is None:
            self.say(f"no {'further' if step > 0 else 'earlier'} hit")
            return
        self.keep_position()
        self.state = opened
        self.body.go_to_end_hit(step)
        above = "" if self.body.hits else stands_above(opened.cable, opened.sought)
        where = f": words in {above}" if above else " with the words"
        self.say(f"{'next' if step > 0 else 'earlier'} cable{where}")
        self.show_place()

    def action_find_clear(self) -> None:
        if self.state:
            self.state = self.state.with_hits_hidden()
            self.say("hits hidden; n shows them again")
