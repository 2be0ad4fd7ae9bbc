"""What the first screen leaves behind for the hours that follow."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from cablereader.app.app import LOOKS_FOR_CYCLES, CableReader


@pytest.fixture
def hurried() -> Iterator[None]:
    """A process that looks for no cycles, as that of the program while it starts."""
    before = gc.get_threshold()
    gc.disable()
    gc.set_threshold(50_000)
    yield
    gc.set_threshold(*before)
    gc.enable()
    gc.unfreeze()


@pytest.mark.usefixtures("hurried")
async def test_from_the_first_screen_on_cycles_are_looked_for(
    library_app: CableReader,
) -> None:
    async with library_app.run_test() as pilot:
        await pilot.pause()
        assert gc.isenabled()
        assert gc.get_threshold() == LOOKS_FOR_CYCLES
        assert gc.get_freeze_count()
