"""Reading: going through the cables of a queue, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.reactive import var

from cablereader.app.command import Command, Context
from cablereader.app.key_screen import OwnKeys
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.state.jumps import Jumps
from cablereader.app.state.links import (
    Link,
    ListQuery,
    Target,
    cables_of,
    links_of_cable,
    links_of_paragraph,
    told_apart,
)
from cablereader.app.state.reader import ReaderState
from cablereader.app.state.telling import told
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.cable_view import CableView
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.side_pane import SidePane
from cablereader.library.queue import Queue
from cablereader.model.cable import Cable
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.present.find import NOTHING, Sought

if TYPE_CHECKING:
    from cablereader.app.panes.explain_pane import ExplainPane

EXPLAINING: Final = frozenset({"info.explain", "info.explain-back"})
"""Commands that leave the explanations open."""
MEASURES: Final = (60, 100)
"""Shortest and longest lines of running text, in cells."""


class ReadingScreen(PaneScreen[None]):
    """Shows a `ReaderState` and moves in it; what is made of a cable comes on top."""

    AUTO_FOCUS = "#body"

    state: var[ReaderState | None] = var(None, init=False)

    def __init__(
        self,
        queue: Queue,
        measure: int,
        own_keys: OwnKeys,
        theme_names: tuple[str, ...],
        more: tuple[Command, ...],
    ) -> None:
        """A reader of a queue, with lines of ``measure`` cells."""
        super().__init__(own_keys, theme_names, more)
        self.queue = queue
        self._measure = measure
        self._explain_pane: ExplainPane | None = None

    @property
    def contexts(self) -> tuple[Context, ...]:
        return (
            *self.contexts_of_view,
            Context.READER,
            Context.TRIAGE,
            *super().contexts,
        )

    @property
    def contexts_of_view(self) -> tuple[Context, ...]:
        """What can be done only with the lines as they are shown now."""
        received = self.state is not None and self.state.received
        return (Context.RECEIVED,) if received else ()

    def compose_panes(self) -> ComposeResult:
        yield CableView(self._measure, id="cable")

    async def give(self, command: Command, count: int = 0) -> None:
        if self._explain_pane and command.id not in EXPLAINING:
            self._explain_pane.hide()
        await super().give(command, count)

    def escape(self) -> bool:
        """Leave the explanation, the pane that is alone, the selection, the hits."""
        if self._explain_pane and self._explain_pane.display:
            self._explain_pane.hide()
        elif super().escape():
            pass
        elif self.pane is not self.body or self.state is None:
            return False
        elif self.state.selection:
            self.state = self.state.none_selected()
        else:
            return False
        return True

    async def action_explain(self, step: int) -> None:
        """Say what the next thing of the pane or paragraph with the keys means."""
        if (state := self.state) is None:
            return
        (await self.explaining()).explain_in(self.pane, state, step)

    async def explaining(self) -> ExplainPane:
        """The pane of explanations; it is made when first asked for."""
        from cablereader.app.panes.explain_pane import ExplainPane

        if (pane := self._explain_pane) is None:
            pane = self._explain_pane = ExplainPane(id="explain")
            await self.mount(pane)
        return pane

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
        if not state.listed:
            parts = ["not in the list"]
        else:
            parts = [f"cable {state.position + 1:,}/{state.total:,}"]
        if current := state.current:
            marking = current.marking.text if current.marking else "not marked"
            number = current.number or current.label
            count = len(state.cable.paragraphs)
            share = f"  {self.body.percent}%" if self.body.count else ""
            parts.insert(0, f"para {number} of {count} ({marking}){share}")
        if self.body.hit_place:
            parts.append(f"hit {self.body.hit_place}")
        if state.selection:
            parts.append(f"selected {len(state.selection)}")
        if state.jumps.behind:
            parts.append(f"back {len(state.jumps.behind)}")
        return "  ".join(parts)

    def watch_state(self, old: ReaderState | None, state: ReaderState | None) -> None:
        if state:
            self.view.show(state)
            self.show_place()
            if old is None or _hinted(old) != _hinted(state):
                self.show_hints()

    def hint_of(self, command: Command) -> str:
        if command.id == "copy.default" and self.state and self.state.selection:
            return "copy all selected"
        return super().hint_of(command)

    @on(LineView.Moved, "#body")
    def _follow(self) -> None:
        if self.state and self.state.cursor != self.body.paragraph:
            self.state = self.state.moved_to(self.body.paragraph)
        else:
            self.show_place()

    @on(BodyView.LaidOut)
    def _show_share(self) -> None:
        self.show_place()

    @on(SidePane.Picked)
    def _go_to_picked(self, event: SidePane.Picked) -> None:
        if self.state:
            self.state = self.state.jumped().moved_to(event.paragraph)
            self.body.focus()

    def go(self, ref: ParagraphRef) -> bool:
        """Go to a paragraph of any cable of the queue; whether it is there."""
        if (state := self.state) is None:
            return False
        if ref.cable_id != state.here.cable_id:
            cable = self.queue.get(ref.cable_id)
            if cable is None:
                self.say(f"{ref.cable_id} is not among the cables here")
                return False
            self.keep_position()
            position = self.queue.position_of(ref.cable_id)
            state = self.opened(state, cable, position)
        self.state = state.moved_to_label(ref.label)
        return True

    def jump(self, ref: ParagraphRef | None) -> None:
        """Go to a paragraph, so that one can go back from it."""
        if ref and self.state:
            jumps = self.state.jumps.left(self.state.here)
            if self.go(ref):
                self.state = self.state.with_jumps(jumps)

    def action_change(self, move: str, arguments: tuple[int, ...] = ()) -> None:
        """Take a move of the state: one of `ReaderState`'s methods."""
        if before := self.state:
            self.state = after = getattr(before, move)(*arguments)
            self.say(told(move, before, after))

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
        self.state = state.jumped()
        self.open_at(position)

    def open_at(self, position: int) -> None:
        """Open a cable of the queue."""
        raise NotImplementedError

    def opened(
        self, state: ReaderState, cable: Cable, position: int | None
    ) -> ReaderState:
        """The state at the beginning of another cable of the queue, or of none."""
        found_by = self.found_by(cable) if position is not None else NOTHING
        return state.opened(cable, position, found_by)

    def found_by(self, cable: Cable) -> Sought:  # noqa: ARG002  # for who has a query
        """What of a cable the query of the list found it by."""
        return NOTHING

    async def action_follow(self) -> None:
        """Follow what the paragraph points to; when it is several, ask which."""
        if isinstance(pane := self.pane, SidePane):
            pane.pick(pane.line)
            return
        if (state := self.state) is None or state.current is None:
            return
        links = links_of_paragraph(state.cable, state.current)
        if len(links) == 1:
            self.follow_link(links[0])
        elif links:
            await self._choose(f"From ¶{state.current.label}", links)
        else:
            self.say("this paragraph points nowhere; f lists what the cable points to")

    async def action_links(self) -> None:
        if state := self.state:
            links = links_of_cable(state.cable)
            await self._choose(f"From {state.cable.cable_id}", links)

    async def _choose(self, title: str, links: Sequence[Link]) -> None:
        from cablereader.app.screens.link_list import LinkList

        links = told_apart(links, self.queue.missing(cables_of(links)))
        await self.app.push_screen(LinkList(title, links), self._follow_chosen)

    def _follow_chosen(self, link: Link | None) -> None:
        if link:
            self.follow_link(link)

    def follow_link(self, link: Link) -> None:
        """Go where a link leads, or say why it leads nowhere."""
        if link.target is None:
            self.say(f"{link.text}: {link.why}")
        else:
            self.follow(link.target)

    def follow(self, target: Target | None) -> None:
        """Go to a paragraph, or to a list of cables."""
        match target:
            case ParagraphRef():
                self.jump(target)
            case ListQuery(query=query):
                self.show_list(query)

    def show_list(self, query: str) -> None:
        """Show the cables that a query finds."""
        self.say(f"no archive is open to find {query} in")

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

    def action_focus_list(self) -> None:
        """Back to the list beside the reader."""
        self.say("there is no list beside these cables")

    def action_header(self) -> None:
        if self.state:
            self.state = self.state.header_turned(self.view.form)

    def action_measure(self, cells: int) -> None:
        wanted = self.body.measure + cells if cells else self._measure
        self.body.set_measure(min(max(wanted, MEASURES[0]), MEASURES[1]))
        self.say(f"lines of {self.body.measure}")

    def action_sideways(self, step: int, cells: int) -> None:
        """Scroll lines as received, by cells or by half the view; first cut them."""
        if (state := self.state) is None:
            return
        if step > 0 and not state.cut:
            self.state = state.cut_toggled()
        if not self.body.scroll_sideways(step, cells):
            self.say(f"no line goes on to the {'right' if step > 0 else 'left'}")

    async def action_outline(self) -> None:
        from cablereader.app.screens.outline import Outline

        if state := self.state:
            await self.app.push_screen(Outline(state.cable, state.current), self.jump)

    def keep_position(self) -> None:
        """Remember where the reader is in the cable that is open."""

    def leave(self) -> None:
        """Remember all that the next session begins with."""

    async def obey(self, words: str) -> None:
        if words.strip().isdigit():
            self.go_to_label(words.strip())
        else:
            await super().obey(words)


def _hinted(state: ReaderState) -> tuple[bool, bool]:
    """What of a state the hints depend on."""
    return bool(state.selection), state.received
