"""Links: what leads from a paragraph or cable to others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.going import Going
from cablereader.app.state.links import (
    Link,
    ListQuery,
    cables_of,
    links_of_cable,
    links_of_paragraph,
    told_apart,
)
from cablereader.app.widgets.side_pane import SidePane
from cablereader.model.paragraph_ref import ParagraphRef


class Links(Part):
    """Follows what the open cable points to; asks which, when it is several."""

    def __init__(
        self,
        host: Host,
        reader: ReaderPane,
        going: Going,
        show_list: Callable[[str], object] | None,
    ) -> None:
        """The links of a reader pane.

        Args:
            host: The screen.
            reader: Whose cable they are of.
            going: Goes to paragraphs, and knows which cables can be gone to.
            show_list: Shows the cables that a query finds; ``None`` without an archive.
        """
        self._host = host
        self._reader = reader
        self._going = going
        self._show_list = show_list

    async def action_follow(self) -> None:
        """Follow what the paragraph points to; when it is several, ask which."""
        if isinstance(pane := self._host.pane, SidePane):
            pane.pick(pane.line)
            return
        state = self._reader.state
        if state is None or state.current is None:
            return
        links = links_of_paragraph(state.cable, state.current)
        if len(links) == 1:
            self.follow(links[0])
        elif links:
            await self.choose(f"From ¶{state.current.label}", links)
        else:
            self._host.say(
                "this paragraph points nowhere; f lists what the cable points to"
            )

    async def action_all(self) -> None:
        """All that leads elsewhere from this cable."""
        if state := self._reader.state:
            links = links_of_cable(state.cable)
            await self.choose(f"From {state.cable.cable_id}", links)

    async def choose(self, title: str, links: Sequence[Link]) -> None:
        """Ask which of several links to follow."""
        from cablereader.app.screens.link_list import LinkList

        links = told_apart(links, self._going.queue.missing(cables_of(links)))
        await self._host.push(LinkList(title, links), self.follow)

    def follow(self, link: Link | None) -> None:
        """Go where a link leads, or say why it leads nowhere."""
        match link:
            case None:
                pass
            case Link(target=ParagraphRef() as ref):
                self._going.jump(ref)
            case Link(target=ListQuery(query=query)) if self._show_list:
                self._going.leave_place()
                self._show_list(query)
            case Link(target=ListQuery(query=query)):
                self._host.say(f"no archive is open to find {query} in")
            case Link():
                self._host.say(f"{link.text}: {link.why}")
