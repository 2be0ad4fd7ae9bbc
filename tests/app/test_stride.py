"""By how many lines a view scrolls at once: one, unless much is drawn beside it."""

from __future__ import annotations

import os
from functools import partial

import pytest
from reading import press, settled

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.stride import CELLS
from cablereader.archive.store import Archive
from cablereader.library.session import Session

BESIDE_OUTLINE, BESIDE_LIST, ALONE = (120, 40), (200, 60), (80, 24)
SIDE = 26


@pytest.fixture(params=["far", "near"])
def is_far(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/7" if request.param == "far" else "")
    return str(request.param) == "far"


@pytest.fixture
def app(session: Session, archive: Archive, *, is_far: bool) -> CableReader:
    """A library that begins in the environment that is far or not."""
    assert bool(os.environ["SSH_TTY"]) == is_far
    return CableReader(session, partial(LibraryScreen, archive=archive))


async def scrolled(app: CableReader, size: tuple[int, int], *keys: str) -> list[int]:
    """How far the body scrolls, up or down, whenever a key makes it scroll."""
    found: list[int] = []
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter")
        body = app.screen.query_one(BodyView)
        await press(pilot, *keys[:-1])
        while len(found) < 3:
            line, top = body.line, body.scroll_offset.y
            await press(pilot, keys[-1])
            assert abs(body.line - line) == 1, "however far it scrolls"
            assert 0 <= body.line - body.scroll_offset.y < body.size.height
            if body.scroll_offset.y != top:
                found.append(abs(body.scroll_offset.y - top))
    return found


@pytest.mark.parametrize(
    "keys", [("space", "j"), ("G", "k")], ids=["downwards", "upwards"]
)
async def test_far_away_a_body_beside_the_outline_scrolls_seldom(
    app: CableReader, keys: tuple[str, ...], *, is_far: bool
) -> None:
    expected = SIDE // CELLS if is_far else 1
    found = await scrolled(app, BESIDE_OUTLINE, *keys)
    assert found == [expected] * 3


async def test_far_away_a_body_beside_the_list_scrolls_by_half_of_it(
    app: CableReader, *, is_far: bool
) -> None:
    for step in await scrolled(app, BESIDE_LIST, "space", "j"):
        assert 15 < step < 30 if is_far else step == 1


async def test_a_body_with_nothing_beside_it_scrolls_by_a_line(
    app: CableReader,
) -> None:
    assert await scrolled(app, ALONE, "space", "j") == [1] * 3
