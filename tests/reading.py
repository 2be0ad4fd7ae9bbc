"""What the tests of the reader's screen share."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.reader_screen import ReaderScreen
from cablereader.app.state.reader import ReaderState


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let everything happen that follows."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def settled(app: App[None], pilot: Pilot[None]) -> None:
    """Wait until nothing is searched or counted any more."""
    for _ in range(2):
        await finished(app, pilot)
        await pilot.pause()


async def finished(app: App[None], pilot: Pilot[None]) -> None:
    """Wait for all workers, those among them that others put an end to."""
    while True:
        try:
            await app.workers.wait_for_complete()
        except WorkerCancelled:
            await pilot.pause()
        else:
            return


def shown(app: CableReader) -> str:
    """All rows of the screen as text."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text for strip in strips)


def screen_of(app: CableReader) -> ReaderScreen | LibraryScreen:
    screen = app.screen
    assert isinstance(screen, ReaderScreen | LibraryScreen)
    return screen


def state_of(app: CableReader) -> ReaderState:
    state = screen_of(app).reader.state
    assert state is not None
    return state


def files(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())
