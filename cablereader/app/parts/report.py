"""The report: what was read when and of whom in a list, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.asking import ask_archive
from cablereader.archive.store import Archive
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.session import Session
from cablereader.model.query import Query
from cablereader.present.piece import Piece


class Report(Part):
    """Reports on a list, from the notebook of a session."""

    def __init__(self, host: Host, session: Session, listing: ListPane) -> None:
        self._host = host
        self._session = session
        self._listing = listing

    def action_show(self) -> None:
        path, query = self._listing.archive.path, self._listing.listing.query
        notebook = self._session.attached_notebook()
        ask_archive(
            self._host,
            "report",
            partial(Archive, path, notebook=notebook),
            lambda archive: self._lines(archive, query),
            self._show,
        )

    def _lines(self, archive: Archive, query: Query) -> Sequence[str]:
        """Make the report, in a thread of its own."""
        from cablereader.library.reporting import report_on
        from cablereader.present.report import report_lines

        with TriageFile(self._session.triage_file.path, to_read=True) as file:
            return tuple(report_lines(report_on(file, archive, query)))

    def _show(self, lines: Iterable[str]) -> None:
        from cablereader.app.screens.pager import Pager

        rows = [(Piece(line),) for line in lines]
        _ = self._host.push(Pager("Report on this list", rows))
