"""The reader: one cable at a time, a paragraph at a time."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from cablereader.app.commands import Command, Context
from cablereader.app.key_screen import KeyScreen
from cablereader.app.screens.bookmark_list import BookmarkList
from cablereader.app.screens.help import Help
from cablereader.app.state.keymap import Pending
from cablereader.app.state.reader import HeaderForm, ReaderState
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.app.widgets.key_popup import KeyPopup
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt
from cablereader.app.widgets.routing_list import RoutingList
from cablereader.app.widgets.status_line import HintLine, StatusLine
from cablereader.library.session import Session
from cablereader.model.cable import Cable, ParagraphRef

SMALLEST: Final = (40, 10)
"""Columns and rows; a smaller terminal is told so."""
ROOMY: Final = (100, 30)
"""From here on the header box shows all that it has."""
BESIDE: Final = 110
"""From so many columns on the routing list stands beside the header box."""
TALL: Final = 20
"""From so many rows on there are two hint lines."""


class ReaderScreen(KeyScreen[None]):
    """Shows a `ReaderState` and turns keys into new ones."""

    CONTEXTS: ClassVar = (Context.READER, Context.MOVEMENT, Context.EVERYWHERE)
    AUTO_FOCUS = "#body"

    state: reactive[ReaderState | None] = reactive(None, init=False)

    def __init__(self, session: Session) -> None:
        super().__init__(session.settings.keys)
        self.session = session

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield HeaderBox(id="header")
            yield RoutingList(id="routing")
        yield BodyView(id="body")
        yield KeyPopup(id="popup")
        yield StatusLine(id="status")
        yield HintLine(id="hints")
        yield Prompt(id="prompt")
        yield Static("", id="tiny", markup=False)

    def on_mount(self) -> None:
        self.body.measure = self.session.settings.measure
        self.query_one(HintLine).show(
            (keys[0].replace(" ", ""), command.hint)
            for command in self.commands
            if command.hint and (keys := self.keys_of(command))
        )
        self._open_first()

    @property
    def body(self) -> BodyView:
        """The text of the cable."""
        return self.query_one(BodyView)

    @property
    def pane(self) -> LineView:
        """The pane that movements move in."""
        return self.focused if isinstance(self.focused, LineView) else self.body

    def say(self, text: str) -> None:
        """Tell what just happened."""
        self.query_one(StatusLine).say(text)

    def show_pending(self, pending: Pending) -> None:
        self.query_one(KeyPopup).show(self.keymap, pending)
        self._show_place()

    def watch_state(self, old: ReaderState | None, state: ReaderState | None) -> None:
        if state is None:
            return
        cable = state.cable
        if old is None or (old.cable, old.header, old.routing) != (
            cable,
            state.header,
            state.routing,
        ):
            self._show_header(state)
        self.body.show(cable, received=state.received)
        self.body.show_marks(_marks(state))
        self.body.go_to_paragraph(state.cursor)
        self._show_place()

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        tiny = width < SMALLEST[0] or height < SMALLEST[1]
        self.set_class(tiny, "-tiny")
        self.set_class(height < TALL, "-short")
        if tiny:
            self.query_one("#tiny", Static).update(
                f"This window has {width} columns and {height} rows. "
                f"Make it at least {SMALLEST[0]} by {SMALLEST[1]}."
            )
        elif self.state:
            self._show_header(self.state)

    def _open_first(self) -> None:
        first = self.session.first
        position = self.session.queue.position_of(first.cable_id) if first else 0
        cable = self.session.queue.cable(position or 0)
        loaded = self.session.bookmark_file.load()
        state = ReaderState(
            cable=cable,
            position=position or 0,
            total=len(self.session.queue),
            bookmarks=loaded.bookmarks,
        )
        self.state = state.moved_to_label(first.label) if first else state
        for problem in (*self.session.problems, *map(str, loaded.problems)):
            self.notify(problem, severity="warning", markup=False, timeout=20)
        self.say(self.session.notice)

    def _show_header(self, state: ReaderState) -> None:
        width, height = self.size
        beside = width >= BESIDE
        roomy = width >= ROOMY[0] and height >= ROOMY[1]
        form = state.header or (HeaderForm.FULL if roomy else HeaderForm.SHORT)
        header, routing = self.query_one(HeaderBox), self.query_one(RoutingList)
        top = self.query_one("#top")
        shown = form is not HeaderForm.FOLDED
        listed = shown and (state.routing != beside)
        header.show(state.cable, form, "" if listed else "zr routing")
        routing.show(state.cable)
        header.display, routing.display = shown, listed
        top.set_class(beside, "-beside")
        room = max(width * 3 // 5 if beside and listed else width, 1) - 2
        limit = max(height // 3, 3)
        rows = header.rows_at(room)
        lines = min(routing.count, max(rows, 6) if beside else 6) if listed else 0
        top.styles.height = (
            min(max(rows, lines) if beside else rows + lines, limit + 3) + 1
        )
        routing.styles.height = lines
        top.display = shown

    def _show_place(self) -> None:
        state = self.state
        if state is None:
            return
        current = state.current
        parts = [f"cable {state.position + 1:,}/{state.total:,}"]
        if current:
            marking = current.marking.text if current.marking else "not marked"
            number = f"para {current.number or current.label}"
            place = f"{number} of {len(state.cable.paragraphs)} ({marking})"
            parts = [place, f"{self.body.percent}%", *parts]
        if self.pending:
            parts.append(str(self.pending))
        self.query_one(StatusLine).show_place(" " + "   ".join(parts))

    @on(LineView.Moved, "#body")
    def _follow(self) -> None:
        if self.state:
            self.state = self.state.moved_to(self.body.paragraph)

    def action_down(self, lines: int) -> None:
        self.pane.go(self.pane.line + (lines or 1))

    def action_up(self, lines: int) -> None:
        self.pane.go(self.pane.line - (lines or 1))

    def action_page(self, pages: int) -> None:
        self.pane.page(pages or 1)

    def action_page_back(self, pages: int) -> None:
        self.pane.page(-(pages or 1))

    def action_half(self, times: int) -> None:
        self.pane.page(0.5 * (times or 1))

    def action_half_back(self, times: int) -> None:
        self.pane.page(-0.5 * (times or 1))

    def action_top(self) -> None:
        self.pane.go(0)

    def action_bottom(self, number: int) -> None:
        if not number:
            self.pane.go(self.pane.count - 1)
        elif self.state:
            self.state = self.state.moved_to_label(str(number))

    def action_paragraph(self, paragraphs: int) -> None:
        if self.state:
            self.state = self.state.moved(paragraphs or 1)

    def action_paragraph_back(self, paragraphs: int) -> None:
        if self.state:
            self.state = self.state.moved(-(paragraphs or 1))

    def action_cable(self, cables: int) -> None:
        self._go_to_cable(cables or 1)

    def action_cable_back(self, cables: int) -> None:
        self._go_to_cable(-(cables or 1))

    def _go_to_cable(self, step: int) -> None:
        if (state := self.state) is None:
            return
        position = min(max(state.position + step, 0), state.total - 1)
        if position == state.position:
            self.say(
                "this is the last cable" if step > 0 else "this is the first cable"
            )
            return
        self.state = state.opened(self.session.queue.cable(position), position)
        self.say("")

    def action_header(self) -> None:
        if self.state:
            roomy = self.size.width >= ROOMY[0] and self.size.height >= ROOMY[1]
            shown = HeaderForm.FULL if roomy else HeaderForm.SHORT
            self.state = self.state.header_turned(shown)

    def action_routing(self) -> None:
        if self.state:
            self.state = self.state.routing_toggled()

    def action_received(self) -> None:
        if self.state:
            self.state = self.state.received_toggled()
            self.say("as received" if self.state.received else "reflowed")

    def action_bookmark(self) -> None:
        """Disk first, screen second: what is shown is what was saved."""
        state = self.state
        if state is None or (ref := state.current_ref) is None or state.current is None:
            return
        try:
            if mark := state.current_bookmark:
                self.session.bookmark_file.remove(mark.key)
                bookmarks = state.bookmarks.removed(mark.key)
                done = f"bookmark removed: {ref}"
            else:
                mark = self.session.bookmark_file.mark(state.cable, state.current)
                self.session.bookmark_file.save(mark)
                bookmarks, done = state.bookmarks.saved(mark), f"bookmarked {ref}"
        except OSError as error:
            self.notify(
                f"NOT SAVED: {error}", severity="error", markup=False, timeout=20
            )
            return
        self.state = state.with_bookmarks(bookmarks)
        self.say(done)

    def action_bookmarks(self) -> None:
        if self.state:
            self.app.push_screen(
                BookmarkList(self.state.bookmarks, self.own_keys), self._jump
            )

    def _jump(self, ref: ParagraphRef | None) -> None:
        state = self.state
        if ref is None or state is None:
            return
        position = self.session.queue.position_of(ref.cable_id)
        if position is None:
            self.say(f"{ref.cable_id} is not among the cables that are open")
            return
        if position != state.position:
            state = state.opened(self.session.queue.cable(position), position)
        self.state = state.moved_to_label(ref.label)

    def action_copy(self, form: str) -> None:
        self.say(form)

    def action_help(self) -> None:
        self.app.push_screen(Help(self), self._give_chosen)

    async def _give_chosen(self, command: Command | None) -> None:
        if command:
            await self.give(command)

    def action_command(self) -> None:
        self.query_one(Prompt).ask("command", "command, or a paragraph's number")

    def action_redraw(self) -> None:
        self.refresh(layout=True)

    def action_back(self) -> None:
        self.app.exit()


def _marks(state: ReaderState) -> dict[int, str]:
    """What stands behind the numbers of paragraphs: n with a note, m without."""
    cable: Cable = state.cable
    labels = {
        mark.ref.label: "n" if mark.note else "m"
        for mark in state.bookmarks.of(cable.cable_id or "")
    }
    return {
        index: labels[paragraph.label]
        for index, paragraph in enumerate(cable.paragraphs)
        if paragraph.label in labels
    }
