"""Asking an archive beside the screen, and a notebook with it: by own connections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from cablereader.app.part import Host
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError, NotebookError

Answer = TypeVar("Answer")


def ask_archive(
    host: Host,
    group: str,
    connect: Callable[[], Archive],
    ask: Callable[[Archive], Answer],
    show: Callable[[Answer], object],
) -> None:
    """Ask in a thread of its own, and show the answer, or what went wrong.

    Args:
        host: The screen.
        group: Of questions: a new one takes the place of the last.
        connect: Opens the archive, in that thread.
        ask: Asks it, there as well.
        show: Shows the answer, on the screen's own thread.
    """

    def beside() -> None:
        try:
            with connect() as archive:
                answer = ask(archive)
        except (ArchiveError, NotebookError) as error:
            host.from_beside(host.warn, str(error))
        else:
            host.from_beside(show, answer)

    _ = host.beside(beside, group)
