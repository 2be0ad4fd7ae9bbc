"""Where the reader was: in cables, in lists, and on the way between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablereader.library.notebook import whereabouts
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.position import Position

OSLO, PRAIA = "09OSLO9012", "10PRAIA9003"


def test_a_list_is_left_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as file:
        assert file.whereabouts.last_stop() is None
        file.whereabouts.keep_stop("origin:oslo", OSLO)
        file.whereabouts.keep_stop("", PRAIA)
        file.whereabouts.keep_stop("origin:oslo", OSLO)
    with TriageFile(path) as file:
        assert file.whereabouts.last_stop() == ("origin:oslo", OSLO)
        assert file.whereabouts.stop_of("") == PRAIA
        assert file.whereabouts.stop_of("origin:praia") is None


def test_lists_that_were_left_long_ago_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whereabouts, "STOPS", 2)
    with TriageFile(tmp_path / "triage.db") as file:
        for query in "abca":
            file.whereabouts.keep_stop(query, OSLO)
        assert [file.whereabouts.stop_of(query) for query in "abc"] == [
            OSLO,
            None,
            OSLO,
        ]


def test_the_jump_list_is_that_of_the_last_session(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    jumps = (ParagraphRef(OSLO, "5"), ParagraphRef(PRAIA, ""), ParagraphRef(OSLO, "5"))
    with TriageFile(path) as file:
        file.whereabouts.keep_jumps((ParagraphRef(PRAIA, "1"),))
        file.whereabouts.keep_jumps(jumps)
    with TriageFile(path) as file:
        assert file.whereabouts.jumps() == jumps


def test_a_position_is_that_of_a_cable_in_any_spelling(tmp_path: Path) -> None:
    with TriageFile(tmp_path / "triage.db") as file:
        file.whereabouts.keep_position("2009 Oslo 9012", Position("5", 0.5))
        file.whereabouts.keep_position(OSLO, Position("6", 0.75))
        assert file.whereabouts.position_of("09OSLO09012") == Position("6", 0.75)
        assert file.undo() is None
