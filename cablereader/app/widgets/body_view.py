"""The body of a cable: a gutter of markings and numbers, and the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from cablereader.app.widgets.body_picture import GUTTER, BodyPicture
from cablereader.app.widgets.body_rail import rail_signs
from cablereader.app.widgets.body_text import BodyText
from cablereader.app.widgets.body_window import BodyWindow
from cablereader.app.widgets.line_view import LineView
from cablereader.model.cable import Cable
from cablereader.present.body import BodyLayout, Emphasis, LineKind
from cablereader.present.cut import cells_of
from cablereader.present.find import NOTHING, Sought


class BodyView(LineView):
    """Shows the body of one cable; the current line's paragraph is the cursor's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"body--{kind}" for kind in LineKind),
        *(f"body--{emphasis}" for emphasis in Emphasis),
        "body--unclassified",
        "body--sbu",
        "body--confidential",
        "body--secret",
        "body--top-secret",
        "body--unmarked",
        "body--cursor",
        "body--cursor-idle",
        "body--bookmark",
        "body--hit",
        "body--hit-current",
        "body--cut",
        "body--rail",
        "body--thumb",
    }

    class LaidOut(Message):
        """There is room for more of the text, or for less."""

    def __init__(self, measure: int, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """A view with lines of running text of ``measure`` cells."""
        super().__init__(id=id)
        self.measure = measure
        self._shown: BodyText | None = None
        self._sought = NOTHING
        self._wanted = 0
        self._gutter_only = False
        self._picture: BodyPicture | None = None
        self._told_height = 0

    def show(self, text: BodyText) -> bool:
        """Show a cable, from its first paragraph on when it is another one.

        Returns:
            Whether anything was new.
        """
        if text == self._shown:
            return False
        paragraph = self.paragraph if text.cable is self.cable else 0
        self._shown = text
        self._lay_out(paragraph)
        return True

    def set_measure(self, measure: int) -> None:
        """Wrap anew, with lines of so many cells."""
        self.measure = measure
        self._lay_out(self.paragraph, keep_line=True)

    def show_marks(self, marks: Mapping[int, str], selected: frozenset[int]) -> None:
        """Show a letter behind paragraphs' numbers, by index, and a selection."""
        if (picture := self._picture) is None:
            return
        changed = {
            index
            for index in {*marks, *picture.marks}
            if marks.get(index) != picture.marks.get(index)
        }
        chosen = selected ^ picture.selected
        if changed or chosen:
            self._picture = picture.with_marks(marks, selected)
        starts = picture.layout.starts
        for index in changed:
            self.refresh(self.row(starts[index]))
        if changed:
            self._refresh_edge()
        for index in chosen:
            self.refresh(self._bar(starts[index], index))

    def _refresh_edge(self) -> None:
        self.refresh(Region(self.size.width - 1, 0, 1, self.size.height))

    def show_colours(self, *, gutter_only: bool) -> None:
        """Colour the gutter by marking, or the text as well."""
        self._gutter_only = gutter_only
        picture = self._picture
        if picture and picture.gutter_only != gutter_only:
            self._picture = picture.with_gutter_only(gutter_only=gutter_only)
            self.refresh()

    def find(self, sought: Sought) -> int:
        """Mark all places of what is sought; how many there are."""
        self._sought = sought
        if (picture := self._picture) is None:
            return 0
        self._picture = picture.with_sought(sought, self.line)
        if self._picture.hits or picture.hits:
            self.refresh()
        return self.hits

    def go_to_hit(self, step: int) -> bool:
        """Go to another hit, or with 0 to the current one; whether there is one."""
        picture = self._picture
        if picture is None or (there := picture.at_hit(step)) is None:
            return False
        self._picture = there
        for part in (*picture.hits[picture.hit], *picture.hits[there.hit]):
            self.refresh(self.row(part.line))
        first = picture.hits[there.hit][0]
        if window := picture.window:
            self._look_through(window.with_in_view(first.start, first.stop))
        self.go(first.line)
        return True

    def scroll_sideways(self, step: int, cells: int) -> bool:
        """Scroll lines that are cut; whether there was more of them.

        Args:
            step: 1 to the right, -1 to the left.
            cells: How far; 0 for half the view.
        """
        picture = self._picture
        if picture is None or picture.window is None:
            return False
        distance = cells or max(picture.window.cells // 2, 1)
        self._look_through(picture.window.moved(step * distance))
        return self._picture is not picture

    def _look_through(self, window: BodyWindow) -> None:
        if self._picture and window != self._picture.window:
            self._picture = self._picture.with_window(window)
            self.refresh()

    def go_to_end_hit(self, step: int) -> None:
        """Go to the hit that comes first in the direction of a step."""
        if picture := self._picture:
            self.go_to_hit((0 if step > 0 else self.hits - 1) - picture.hit)

    @property
    def layout_of_body(self) -> BodyLayout:
        """The lines as they are wrapped now."""
        return self._picture.layout if self._picture else BodyLayout((), ())

    @property
    def front_line(self) -> str:
        """The text of the current line where it is above all paragraphs, else empty."""
        layout = self.layout_of_body
        above = self.is_above(self.line) and layout.lines
        return layout.lines[self.line].text if above else ""

    def is_above(self, line: int) -> bool:
        """Whether a line is above all paragraphs."""
        starts = self.layout_of_body.starts
        return not starts or line < starts[0]

    def text_at(self, column: int) -> int:
        """The cell of a line's text at a column; negative in the gutter."""
        return self._picture.text_at(column) if self._picture else column - GUTTER

    @property
    def at_signature(self) -> bool:
        """Whether the current line is of who signed."""
        lines = self.layout_of_body.lines
        return bool(lines) and lines[self.line].kind is LineKind.SIGNATURE

    @property
    def paragraph(self) -> int:
        """Index of the paragraph that the current line belongs to, from 0."""
        return self.layout_of_body.paragraph_at(self.line)

    @property
    def percent(self) -> int:
        """How much of the text is above the bottom of the view, or in it.

        What stands above the first paragraph does not count.
        """
        first = self.layout_of_body.first_of_text
        seen = self.scroll_offset.y + self.size.height - first
        return min(max(100 * seen // max(self.count - first, 1), 0), 100)

    def go_to_percent(self, percent: int) -> None:
        first = self.layout_of_body.first_of_text
        self._put_at_bottom(first - (-percent * (self.count - first) // 100) - 1)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.scroll_offset.y + self.size.height >= self.count

    @property
    def is_one_page(self) -> bool:
        """Whether all from the first paragraph on is in view at once."""
        return self.count - self.layout_of_body.first_of_text <= self.size.height

    @property
    def cable(self) -> Cable | None:
        """The cable that is shown."""
        return self._shown.cable if self._shown else None

    @property
    def hits(self) -> int:
        """How many places there are of the words looked for."""
        return len(self._picture.hits) if self._picture else 0

    @property
    def hit_place(self) -> str:
        """``3/17``: which of how many hits is the current one; empty without hits."""
        return self._picture.hit_place if self._picture else ""

    def go_to_paragraph(self, index: int) -> None:
        """Make the first line of a paragraph current, with as much of it in view."""
        self._wanted = index
        starts = self.layout_of_body.starts
        if index >= len(starts) or index == self.paragraph:
            return
        line = starts[index]
        stop = starts[index + 1] if index + 1 < len(starts) else self.count
        top, height = self.scroll_offset.y, self.size.height
        if line < top or stop - top > height:
            above = self.layout_of_body.heading_lines(line)
            self.scroll_to(y=line - above, animate=False, immediate=True)
        self.go(line)

    def on_resize(self) -> None:
        picture = self._picture
        if picture and self.virtual_size.width == self.size.width:
            self._change_height()
        else:
            self._lay_out(self.paragraph, keep_line=True)
        self.post_message(self.LaidOut())

    def _change_height(self) -> None:
        """Keep the lines and, in a view of other height, the place of the text.

        Where the end of the text held it back from the top, it goes there now.
        """
        top = self.scroll_offset.y
        if top + self._told_height >= self.count:
            top = self.line - self.layout_of_body.heading_lines(self.line)
        self._told_height = self.size.height
        self.scroll_to(y=top, animate=False, immediate=True)
        self.reveal(self.line)

    def on_click(self, event: events.Click) -> None:
        self.go(event.y + self.scroll_offset.y)

    def on_focus(self) -> None:
        self.refresh(self._bar(self.line, self.paragraph))

    def on_blur(self) -> None:
        self.refresh(self._bar(self.line, self.paragraph))

    def changed_regions(self, old: int, new: int) -> tuple[Region, ...]:
        before, after = map(self.layout_of_body.paragraph_at, (old, new))
        if before == after:
            return self._cursor_cell(old, old), self._cursor_cell(new, new)
        return self._bar(old, before), self._bar(new, after)

    def notify_style_update(self) -> None:
        if self._picture:
            self._picture.forget_looks()
        super().notify_style_update()

    def draw(self, line: int) -> Strip:
        width = self.room.width
        if (picture := self._picture) is None:
            return Strip.blank(width, self.rich_style)
        if picture.height != self.room.height:  # drawn before it is told of its size
            self._picture = picture = picture.with_height(self.room.height)
        segments = list(picture.line(line, self.line, self._body_look))
        room = width - 1 - sum(cells_of(segment.text) for segment in segments)
        if room < 0:
            body = Strip(segments).adjust_cell_length(width - 1, self.rich_style)
            segments = list(body)
        elif room:
            segments.append(Segment(" " * room, self.rich_style))
        return Strip([*segments, self._edge(picture, line)], width)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words without the gutter: what is copied is text, not cells.

        Of lines that are cut, all between the two ends is copied, in view or not.
        """
        ends = (end and Offset(max(self.text_at(end.x), 0), end.y) for end in selection)
        return Selection(*ends).extract("\n".join(self.selectable_lines())), "\n"

    def selectable_lines(self) -> Iterator[str]:
        return (line.text for line in self.layout_of_body.lines)

    def _edge(self, picture: BodyPicture, line: int) -> Segment:
        top = self.scroll_offset.y
        return picture.edge(line - top, top, self._body_look)

    def _body_look(self, name: str) -> Style:
        if name == "cursor" and not self.has_focus:
            name = "cursor-idle"
        return self.look(f"body--{name}")

    def _lay_out(self, paragraph: int, *, keep_line: bool = False) -> None:
        """Wrap anew, and stay at a paragraph, or even at its current line."""
        if self._shown is None or not self.size.width:
            return
        old = self._picture
        if old is None:
            paragraph, keep_line = self._wanted, False
        picture = self._shown.laid_out(self.size, self.measure, rail_signs(self.app))
        layout = picture.layout
        count = len(layout.lines)
        line = layout.starts[paragraph] if paragraph < len(layout.starts) else 0
        if keep_line and old and paragraph < len(layout.starts):
            line = layout.same_line(self.line, paragraph, old.layout)
        picture = picture.with_gutter_only(gutter_only=self._gutter_only)
        self._picture = picture.in_place_of(old, self._sought)
        self._told_height = self.size.height
        self.virtual_size = Size(self.size.width, count)
        top = max(line - self.layout_of_body.heading_lines(line), 0)
        self.scroll_to(y=top, animate=False, immediate=True)
        self.fill(count, line)

    def _cursor_cell(self, first: int, last: int) -> Region:
        margin = self._picture.margin if self._picture else 0
        return Region(margin, first - self.scroll_offset.y, 1, last - first + 1)

    def _bar(self, line: int, paragraph: int) -> Region:
        """The cursor's column beside all lines of a paragraph around one of them."""
        lines = self.layout_of_body.lines_around(line, paragraph)
        first = min(max(lines.start, self.scroll_offset.y), line)
        return self._cursor_cell(first, lines.stop - 1)
