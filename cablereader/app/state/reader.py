"""What the reader's screen shows, as one value."""

from __future__ import annotations

from enum import Enum

from cablereader.app.state.jumps import Jumps
from cablereader.app.state.links import links_of_paragraph
from cablereader.model.block import Heading, Paragraph
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen, replace
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.present.find import NOTHING, Sought


class HeaderForm(Enum):
    """How much of the header box is shown, from none of it to all of it."""

    FOLDED = "folded"
    LINE = "line"
    SHORT = "short"
    FULL = "full"


@frozen(kw_only=True)
class ReaderState:
    """A cable of a queue, a paragraph of it, and how it is looked at."""

    cable: Cable
    bookmarks: Bookmarks = Bookmarks()
    position: int = 0
    """In the queue, counted from 0."""
    listed: bool = True
    """Whether the cable is the one at that position, or is in no queue."""
    total: int = 1
    """Cables in the queue."""
    cursor: int = 0
    """Index into the cable's paragraphs."""
    selected: frozenset[int] = frozenset()
    """Indexes of the paragraphs that the next copy is of."""
    range_from: int | None = None
    """Where a range of selected paragraphs was begun."""
    jumps: Jumps = Jumps()
    words: str = ""
    """What is being looked for in the cables."""
    found_by: Sought = NOTHING
    """What of the cable the list's query found it by."""
    hits_hidden: bool = False
    """Whether what is sought is not marked until it is looked for again."""
    header: HeaderForm | None = None
    """``None`` for as much as the screen has room for."""
    header_folds: bool = False
    """Whether the next form of the header box is a smaller one."""
    routing: bool = False
    """Whether the routing list is the other way round than the screen has it."""
    received: bool = False
    """Whether the body keeps the lines of its source."""
    cut: bool = False
    """Whether lines of the source that are too long are cut, and not wrapped."""
    gutter_only: bool = False
    """Whether markings colour the gutter, and not the text."""
    notes: bool = False
    """Whether notes stand under their paragraphs."""

    @property
    def sought(self) -> Sought:
        """The words looked for, else those of the list."""
        return Sought((self.words,)) if self.words else self.found_by

    @property
    def marked_words(self) -> Sought:
        """What is marked in the text."""
        return NOTHING if self.hits_hidden else self.sought

    @property
    def current(self) -> Paragraph | None:
        """The paragraph under the cursor; ``None`` in a cable without text."""
        paragraphs = self.cable.paragraphs
        return paragraphs[self.cursor] if paragraphs else None

    @property
    def here(self) -> ParagraphRef:
        """The address of the cursor; without a paragraph in a cable without text."""
        return ParagraphRef(
            self.cable.cable_id or "", self.current.label if self.current else ""
        )

    @property
    def current_bookmark(self) -> Bookmark | None:
        """The bookmark of the paragraph under the cursor."""
        return self.bookmarks.at(self.here)

    @property
    def chosen(self) -> tuple[Paragraph, ...]:
        """The selected paragraphs, else the one under the cursor."""
        paragraphs = self.cable.paragraphs
        indexes = self.selection or ({self.cursor} if paragraphs else set())
        return tuple(paragraphs[index] for index in sorted(indexes))

    @property
    def selection(self) -> frozenset[int]:
        """Indexes of all paragraphs that are selected, the open range among them."""
        if self.range_from is None:
            return self.selected
        first, last = sorted((self.range_from, self.cursor))
        return self.selected | set(range(first, last + 1))

    def moved(self, step: int, times: int = 1) -> ReaderState:
        """The state after moving the cursor, stopping at either end.

        0 times is once: no count was typed.
        """
        return self.moved_to(self.cursor + step * (times or 1))

    def moved_to(self, cursor: int) -> ReaderState:
        """The state with the cursor there, or at the nearest end."""
        last = max(len(self.cable.paragraphs) - 1, 0)
        return replace(self, cursor=min(max(cursor, 0), last))

    def moved_to_label(self, label: str) -> ReaderState:
        """The state with the cursor on the paragraph of that label, if there is one."""
        labels = [paragraph.label for paragraph in self.cable.paragraphs]
        return self.moved_to(labels.index(label)) if label in labels else self

    def resumed_at(self, label: str, *, read: bool) -> ReaderState:
        """The state where reading was left; what was read to its end begins anew.

        Args:
            label: Of the paragraph.
            read: Whether the cable counts as read.
        """
        resumed = self.moved_to_label(label)
        at_end = resumed.cursor == len(self.cable.paragraphs) - 1
        return self if at_end and read else resumed

    def moved_to_next(self, indexes: tuple[int, ...], step: int) -> ReaderState:
        """The state at the next of some paragraphs, or with step -1 the one before."""
        if step > 0:
            found = next((index for index in indexes if index > self.cursor), None)
        else:
            found = next(
                (index for index in reversed(indexes) if index < self.cursor), None
            )
        return self if found is None else self.jumped().moved_to(found)

    @property
    def section_starts(self) -> tuple[int, ...]:
        """Indexes of the paragraphs that follow a heading."""
        starts, index, after_heading = [], 0, False
        for block in self.cable.blocks:
            if isinstance(block, Paragraph):
                if after_heading:
                    starts.append(index)
                index, after_heading = index + 1, False
            after_heading = after_heading or isinstance(block, Heading)
        return tuple(starts)

    @property
    def marked(self) -> tuple[int, ...]:
        """Indexes of the paragraphs that have a bookmark."""
        labels = {mark.ref.label for mark in self.bookmarks.of(self.here.cable_id)}
        return tuple(
            index
            for index, paragraph in enumerate(self.cable.paragraphs)
            if paragraph.label in labels
        )

    @property
    def citing(self) -> tuple[int, ...]:
        """Indexes of the paragraphs that point elsewhere."""
        return tuple(
            index
            for index, paragraph in enumerate(self.cable.paragraphs)
            if links_of_paragraph(self.cable, paragraph)
        )

    @property
    def higher(self) -> tuple[int, ...]:
        """Indexes of the paragraphs with a higher level than the current one."""
        if self.current is None:
            return ()
        level = self.cable.level_of(self.current)
        return tuple(
            index
            for index, paragraph in enumerate(self.cable.paragraphs)
            if self.cable.level_of(paragraph) > level
        )

    def jumped(self) -> ReaderState:
        """The state with the present place among those to go back to."""
        return replace(self, jumps=self.jumps.left(self.here))

    def opened(
        self, cable: Cable, position: int | None, found_by: Sought = NOTHING
    ) -> ReaderState:
        """The state at the beginning of another cable.

        Args:
            cable: The cable.
            position: In the queue; ``None`` for one in no queue.
            found_by: What of it the list's query found it by.
        """
        return replace(
            self,
            cable=cable,
            position=self.position if position is None else position,
            listed=position is not None,
            cursor=0,
            selected=frozenset(),
            range_from=None,
            found_by=found_by,
            hits_hidden=False,
        )

    def with_bookmarks(self, bookmarks: Bookmarks) -> ReaderState:
        """The state after bookmarks changed."""
        return replace(self, bookmarks=bookmarks)

    def with_words(self, words: str) -> ReaderState:
        """The state with other words to look for."""
        return replace(self, words=words, hits_hidden=False)

    def with_hits_hidden(self, *, hidden: bool = True) -> ReaderState:
        """The state with nothing marked, or again with what is sought."""
        return replace(self, hits_hidden=hidden)

    def with_jumps(self, jumps: Jumps) -> ReaderState:
        """The state after going back or forward."""
        return replace(self, jumps=jumps)

    def selection_toggled(self) -> ReaderState:
        """The state with the paragraph under the cursor selected, or no longer."""
        return replace(self, selected=self.selected ^ {self.cursor})

    def range_toggled(self) -> ReaderState:
        """The state with a range begun at the cursor, or ended there."""
        if self.range_from is None:
            return replace(self, range_from=self.cursor)
        return replace(self, selected=self.selection, range_from=None)

    def all_selected(self) -> ReaderState:
        """The state with every paragraph selected."""
        every = frozenset(range(len(self.cable.paragraphs)))
        return replace(self, selected=every, range_from=None)

    def none_selected(self) -> ReaderState:
        """The state with no paragraph selected."""
        return replace(self, selected=frozenset(), range_from=None)

    def header_turned(self, shown: HeaderForm) -> ReaderState:
        """The state with the header box a step larger, up to all of it; then smaller.

        A step at a time, so that no press has to draw a whole box, or what was under
        it.
        """
        forms = list(HeaderForm)
        place = forms.index(self.header or shown)
        ends = {0: False, len(forms) - 1: True}
        folds = ends.get(place, self.header_folds)
        header = forms[place + (-1 if folds else 1)]
        return replace(self, header=header, header_folds=folds)

    def routing_toggled(self) -> ReaderState:
        """The state with the routing list shown or hidden."""
        return replace(self, routing=not self.routing)

    def received_toggled(self) -> ReaderState:
        """The state with the body reflowed or as received."""
        return replace(self, received=not self.received)

    def cut_toggled(self) -> ReaderState:
        """The state with the lines of the source cut, or wrapped where they are cut."""
        return replace(self, received=True, cut=not (self.received and self.cut))

    def colours_toggled(self) -> ReaderState:
        """The state with the text in the colours of its markings, or not."""
        return replace(self, gutter_only=not self.gutter_only)

    def notes_toggled(self) -> ReaderState:
        """The state with the notes shown under their paragraphs, or not."""
        return replace(self, notes=not self.notes)
