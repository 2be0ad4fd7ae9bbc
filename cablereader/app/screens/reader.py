"""The reader: one cable at a time, a paragraph at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.reactive import var

from cablereader.app.commands import Context, copy_commands
from cablereader.app.copier import Copier, told
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.screens.bookmark_list import BookmarkList
from cablereader.app.screens.outline import Outline
from cablereader.app.state.jumps import Jumps
from cablereader.app.state.reader import ReaderState
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.cable_view import CableView
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt
from cablereader.errors import NotebookError
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmark, note_line, with_note_line
from cablereader.model.cable import ParagraphRef
from cablereader.present.find import stands_in

MEASURES: Final = (60, 100)
"""Shortest and longest lines of running text, in cells."""


class ReaderScreen(PaneScreen[None]):
    """Shows a `ReaderState` and turns keys into new ones."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (
        Context.READER,
        Context.MOVEMENT,
        Context.EVERYWHERE,
    )
    AUTO_FOCUS = "#body"

    state: var[ReaderState | None] = var(None, init=False)

    def __init__(self, session: Session, theme_names: tuple[str, ...] = ()) -> None:
        """A reader of a session's queue."""
        self.session = session
        self.copier = Copier(session, self._write_terminal)
        own_keys = {
            **session.settings.keys,
            **session.settings.screen_keys.get(Context.READER, {}),
        }
        forms = copy_commands(self.copier.forms.forms)
        super().__init__(own_keys, theme_names, forms)

    def compose_panes(self) -> ComposeResult:
        yield CableView(self.session.settings.measure, id="cable")

    def on_mount(self) -> None:
        super().on_mount()
        self._open_first()

    @property
    def view(self) -> CableView:
        """The panes of the cable."""
        return self.query_one(CableView)

    @property
    def body(self) -> BodyView:
        """The text of the cable."""
        return self.view.body

    @property
    def main_pane(self) -> LineView:
        return self.body

    @property
    def place(self) -> str:
        if (state := self.state) is None:
            return ""
        parts = [f"cable {state.position + 1:,}/{state.total:,}"]
        if current := state.current:
            marking = current.marking.text if current.marking else "not marked"
            number = current.number or current.label
            count = len(state.cable.paragraphs)
            head = f"para {number} of {count} ({marking})  {self.body.percent}%"
            parts.insert(0, head)
        if self.body.hit_place:
            parts.append(f"hit {self.body.hit_place}")
        if state.selection:
            parts.append(f"selected {len(state.selection)}")
        if state.jumps.behind:
            parts.append(f"back {len(state.jumps.behind)}")
        return "  ".join(parts)

    def watch_state(self, state: ReaderState | None) -> None:
        if state:
            self.view.show(state)
            self.show_place()

    def _open_first(self) -> None:
        session = self.session
        first = session.first
        position = (session.queue.position_of(first.cable_id) if first else 0) or 0
        loaded = session.bookmark_file.load()
        state = ReaderState(
            cable=session.queue.cable(position),
            position=position,
            total=len(session.queue),
            bookmarks=loaded.bookmarks,
        )
        self.state = state.moved_to_label(first.label) if first else state
        problems = (
            *map(str, loaded.problems),
            *map(str, self.copier.forms.problems),
            *(f"key {clash}" for clash in self.keymap.clashes),
            loaded.read_only,
        )
        for problem in filter(None, problems):
            self.warn(problem)
        self.say(session.notice)

    def _write_terminal(self, text: str) -> None:
        if self.app._driver:  # noqa: SLF001  # Textual writes its own OSC 52 so, too
            self.app._driver.write(text)  # noqa: SLF001

    @on(LineView.Moved, "#body")
    def _follow(self) -> None:
        if self.state and self.state.cursor != self.body.paragraph:
            self.state = self.state.moved_to(self.body.paragraph)
        else:
            self.show_place()

    def go(self, ref: ParagraphRef) -> bool:
        """Go to a paragraph of any cable of the queue; whether it is there."""
        if (state := self.state) is None:
            return False
        if ref.cable_id != state.here.cable_id:
            position = self.session.queue.position_of(ref.cable_id)
            if position is None:
                self.say(f"{ref.cable_id} is not among the cables that are open")
                return False
            state = state.opened(self.session.queue.cable(position), position)
        self.state = state.moved_to_label(ref.label)
        return True

    def jump(self, ref: ParagraphRef | None) -> None:
        """Go to a paragraph, so that one can go back from it."""
        if ref and self.state:
            jumps = self.state.jumps.left(self.state.here)
            if self.go(ref):
                self.state = self.state.with_jumps(jumps)

    def action_change(self, move: str, *arguments: int) -> None:
        """Take a move of the state: one of `ReaderState`'s methods."""
        if self.state:
            self.state = getattr(self.state, move)(*arguments)

    def action_seek(self, indexes: str, step: int, what: str) -> None:
        """Go to the next of the paragraphs that a property of the state names."""
        if (state := self.state) is None:
            return
        self.state = state.moved_to_next(getattr(state, indexes), step)
        if self.state is state:
            self.say(f"no {what} {'further on' if step > 0 else 'before this'}")

    def action_bottom(self, number: int) -> None:
        if number and self.pane is self.body:
            self.go_to_label(str(number))
        else:
            super().action_bottom(number)

    def go_to_label(self, label: str) -> None:
        """Go to a paragraph of this cable by its number, or by its label."""
        if (state := self.state) is None:
            return
        moved = state.moved_to_label(label)
        if moved.here.label != label:
            self.say(f"this cable has no paragraph {label}")
        else:
            self.state = state.jumped().moved_to(moved.cursor)

    def action_cable(self, step: int, times: int) -> None:
        if (state := self.state) is None:
            return
        position = state.position + step * (times or 1)
        position = min(max(position, 0), state.total - 1)
        if position == state.position:
            self.say(f"this is the {'last' if step > 0 else 'first'} cable")
            return
        cable = self.session.queue.cable(position)
        self.state = state.jumped().opened(cable, position)
        self.say("")

    def action_go_back(self) -> None:
        if self.state:
            self._return_to(*self.state.jumps.back(self.state.here))

    def action_go_forward(self) -> None:
        if self.state:
            self._return_to(*self.state.jumps.forward(self.state.here))

    def _return_to(self, place: ParagraphRef | None, jumps: Jumps) -> None:
        if place is None:
            self.say("nowhere to go")
        elif self.go(place) and self.state:
            self.state = self.state.with_jumps(jumps)

    def action_header(self) -> None:
        if self.state:
            self.state = self.state.header_turned(self.view.form)

    def action_measure(self, cells: int) -> None:
        wanted = self.body.measure + cells if cells else self.session.settings.measure
        self.body.set_measure(min(max(wanted, MEASURES[0]), MEASURES[1]))
        self.say(f"lines of {self.body.measure}")

    def action_bookmark(self) -> None:
        """Disk first, screen second: what is shown is what was saved."""
        if (state := self.state) is None or state.current is None:
            return
        file = self.session.bookmark_file
        if mark := state.current_bookmark:
            if self._written(lambda: file.remove(mark.key)):
                self.state = state.with_bookmarks(state.bookmarks.removed(mark.key))
                self.say(f"bookmark removed: {mark.ref}")
        else:
            self._save(file.mark(state.cable, state.current), "bookmarked")

    def action_note(self) -> None:
        if (state := self.state) and state.current:
            mark = state.current_bookmark
            text = note_line(mark) if mark else ""
            self.prompt.ask("note", "a note; +word is a label", text)

    def _save(self, mark: Bookmark, done: str) -> None:
        if self.state and self._written(lambda: self.session.bookmark_file.save(mark)):
            self.state = self.state.with_bookmarks(self.state.bookmarks.saved(mark))
            self.say(f"{done} {mark.ref}")

    def _written(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except (NotebookError, OSError) as error:
            self.warn(f"NOT SAVED. {error}")
            return False
        return True

    async def action_bookmarks(self) -> None:
        if self.state:
            await self.app.push_screen(BookmarkList(self.state.bookmarks), self.jump)

    async def action_outline(self) -> None:
        if self.state:
            await self.app.push_screen(Outline(self.state.cable), self.jump)

    def action_copy(self, name: str) -> None:
        if state := self.state:
            self.say(self.copier.copy(name, state.cable, state.chosen, state.bookmarks))

    def action_copy_again(self) -> None:
        self.action_copy(self.copier.last.name)

    def find(self, words: str) -> None:
        """Mark all places of some words, and go to the first from here on."""
        if (state := self.state) is None:
            return
        self.state = state.with_words(words)
        count = self.body.find(words)
        if count:
            self.body.go_to_hit(0)
        elif words:
            self.say(f"not in this cable: {words}")
        self.show_place()

    def action_find_next(self, step: int) -> None:
        if (state := self.state) is None:
            return
        if not state.words:
            self.say("nothing to find: / asks for words")
        elif not self.body.go_to_hit(step):
            self._find_in_others(state, step)
        self.show_place()

    def _find_in_others(self, state: ReaderState, step: int) -> None:
        """Roll on to the next cable that has the words."""
        others = range(state.position + step, state.total if step > 0 else -1, step)
        for position in others:
            cable = self.session.queue.cable(position)
            if stands_in(cable, state.words):
                self.state = state.jumped().opened(cable, position)
                self.body.go_to_hit(0 if step > 0 else self.body.hits - 1)
                self.say(f"{'next' if step > 0 else 'earlier'} cable with the words")
                return
        self.say(f"no {'further' if step > 0 else 'earlier'} hit")

    def action_find_clear(self) -> None:
        self.find("")

    @on(Prompt.Entered)
    async def _entered(self, event: Prompt.Entered) -> None:
        self.main_pane.focus()
        match event.kind:
            case "find":
                self.find(event.text)
            case "paragraph":
                self.go_to_label(event.text.strip())
            case "note":
                self._take_note(event.text)
            case "command":
                await self.obey(event.text)

    async def obey(self, words: str) -> None:
        if words.strip().isdigit():
            self.go_to_label(words.strip())
        else:
            await super().obey(words)

    def copy_text(self, text: str) -> None:
        self.say(told(text, self.copier.send(text)))

    def _take_note(self, text: str) -> None:
        if (state := self.state) is None or state.current is None:
            return
        mark = state.current_bookmark
        mark = mark or self.session.bookmark_file.mark(state.cable, state.current)
        self._save(with_note_line(mark, text), "noted on")

    def action_back(self) -> None:
        self.app.exit()
