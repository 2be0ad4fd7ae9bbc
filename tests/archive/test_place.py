"""Places are in the order of time, and a day that is too full is known to be so."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

import generator
import pytest
from building import add

from cablereader.archive.connection import connect
from cablereader.archive.place import ROOM, UNDATED_ROOM, first_place, minutes_until
from cablereader.model.frozen import replace


@pytest.mark.parametrize(("cables", "spilt"), [(ROOM, False), (ROOM + 1, True)])
def test_a_day_spills_where_it_has_no_room_left(
    tmp_path: Path,
    cables: int,
    spilt: bool,  # noqa: FBT001  # by the parameter's name
) -> None:
    path = tmp_path / "archive.db"
    (first,) = generator.cables(1)
    add(
        path,
        (
            replace(first, cable_id=f"09OSLO{number}", header="", body="1. (C) Goat.")
            for number in range(1, cables + 1)
        ),
    )
    with closing(connect(path)) as db:
        (spill,) = db.execute("SELECT spill FROM state").fetchone()
        taken = db.execute("SELECT count(*), max(place) - min(place) FROM cable")
        assert taken.fetchone() == (cables, cables - 1)
    assert bool(spill) is spilt


def test_the_undated_have_their_room_before_all_cables() -> None:
    earliest = minutes_until(datetime(1921, 1, 1))  # noqa: DTZ001  # as in a cable
    assert first_place(None) + UNDATED_ROOM <= first_place(earliest)
