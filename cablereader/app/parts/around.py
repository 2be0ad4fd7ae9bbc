"""What an archive has around a cable: citations, versions, the same story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cablereader.app.command import Command
from cablereader.app.part import Host, Part
from cablereader.app.parts.asking import ask_archive
from cablereader.app.parts.links import Links
from cablereader.app.parts.subject import Subject
from cablereader.app.state.links import links_to_articles
from cablereader.app.widgets.pick_list import MARKER
from cablereader.archive.store import Archive
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.likeness import Likeness
from cablereader.model.raw import RawCable
from cablereader.model.triage import State
from cablereader.parse.cable_id import canonical_id

if TYPE_CHECKING:
    from cablereader.model.chain import Chains

Found = TypeVar("Found")
"""What is found out about a cable."""


class Around(Part):
    """Lists other cables, each with what it has to do with the first one meant."""

    def __init__(
        self,
        host: Host,
        archive: Archive,
        subject: Subject,
        file: TriageFile,
        links: Links,
        open_id: Callable[[str | None], None],
    ) -> None:
        """What is around the cables that commands are of.

        Args:
            host: The screen.
            archive: What is around them is in it.
            subject: The cables.
            file: The notebook, which knows which of the others are read.
            links: Follows those of articles.
            open_id: Opens one of the others.
        """
        self._host = host
        self._archive = archive
        self._subject = subject
        self._file = file
        self._links = links
        self._open_id = open_id
        self._looked_for: str | None = None

    def before(self, command: Command) -> None:  # noqa: ARG002  # any one will do
        """What was looked for is not shown over what is done now."""
        self._looked_for = None

    def action_chain(self) -> None:
        """What this cable cites and what cites it; `cablereader graph` goes farther."""
        self._look(self._follow, self._show_chain)

    def action_alike(self) -> None:
        """The cables most like this one, each with the reason why it is there."""
        self._look(Archive.alike, self._show_alike)

    def _look(
        self, find: Callable[[Archive, str], Found], show: Callable[[str, Found], None]
    ) -> None:
        """Find something out about a cable in a thread of its own, then show it."""
        if not (ids := self._subject.ids()):
            return
        self._looked_for = cable_id = ids[0]
        self._host.say("looking")
        ask_archive(
            self._host,
            "around",
            partial(Archive, self._archive.path),
            lambda archive: find(archive, cable_id),
            partial(self._show_looked_for, cable_id, show),
        )

    def _show_looked_for(
        self, cable_id: str, show: Callable[[str, Found], None], found: Found
    ) -> None:
        if cable_id == self._looked_for:
            self._host.say("")
            show(cable_id, found)

    @staticmethod
    def _follow(archive: Archive, cable_id: str) -> Chains:
        from cablereader.library.archive_citations import ArchiveCitations
        from cablereader.model.chain import Reach, follow_both

        reach = Reach(depth=3, breadth=50, links=300)
        citations = ArchiveCitations(archive)
        return follow_both(canonical_id(cable_id), citations, reach)

    def _show_chain(self, cable_id: str, chains: Chains) -> None:
        from cablereader.app.screens.cable_rows import CableRows
        from cablereader.present.chain import chain_counts, chain_rows

        rows = [
            (each.row, each.cable_id) for each in chain_rows(chains, self._state_of)
        ]
        title = f"Citations of {cable_id}   {chain_counts(chains)}"
        page = CableRows(title, rows)
        _ = self._host.push(page, self._open_id)

    def _state_of(self, cable_id: str) -> State:
        return self._file.of((cable_id,))[cable_id].state

    def _show_alike(self, cable_id: str, likenesses: Sequence[Likeness]) -> None:
        from cablereader.app.screens.alike import Alike

        page = Alike(cable_id, likenesses, self._host.size.width)
        _ = self._host.push(page, self._open_id)

    async def action_articles(self) -> None:
        """The articles that name this cable, each with the other cables it names."""
        copied = self._subject.copied()
        links = links_to_articles(copied[0]) if copied else ()
        if copied and links:
            title = f"Articles that name {copied[0].cable_id}"
            await self._links.choose(title, links)
        else:
            self._host.say("no article here names this cable")

    async def action_versions(self) -> None:
        """The versions of this cable; Enter shows what differs."""
        from cablereader.app.screens.version_list import VersionList
        from cablereader.present.versions import version_row

        for cable_id in self._subject.ids()[:1]:
            versions = self._archive.versions(cable_id)
            if len(versions) < 2:
                self._host.say("there is one version of this cable only")
                return
            width = self._host.size.width - len(MARKER)
            rows = [
                version_row(each, width, current=number == 0)
                for number, each in enumerate(versions)
            ]
            title = f"Versions of {cable_id}: Enter compares"
            compare = partial(self._compare, versions)
            await self._host.push(VersionList(title, rows), compare)

    async def _compare(self, versions: Sequence[RawCable], row: int | None) -> None:
        from cablereader.app.screens.pager import Pager
        from cablereader.present.versions import differences

        if row:
            rows = differences(versions[row], versions[0])
            title = "What differs: - in the other version, + in the one that is shown"
            await self._host.push(Pager(title, rows))
