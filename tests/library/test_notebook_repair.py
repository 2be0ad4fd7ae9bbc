"""A notebook with a hole: what its own history still knows is put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from triaging import all_of, do

from cablereader.archive.repair import salvage
from cablereader.errors import NotebookError
from cablereader.library.notebook.repair import examine_notebook, repair_notebook
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import READ, labelled, noted

NOTES: Final = 200
LEAF: Final = b"\x0d"
"""How a page of rows begins."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Notes that nothing but their own table and the history has."""
    path = tmp_path / "triage.db"
    with TriageFile(path) as file:
        for number in range(NOTES):
            do(file, noted(f"the goat of {number}"), [f"09OSLO{9000 + number}"])
        do(file, READ, ["09OSLO9500"])
        do(file, labelled("fish"), ["09OSLO9501"])
    return path


def spoil(path: Path) -> int:
    """Overwrite each second page of notes, none of the history; how many are gone."""
    gone, found = 0, 0
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18])
    for start in range(size, len(content), size):
        page = content[start : start + size]
        if page[:1] == LEAF and b"the goat of" in page and b"wrote a note" not in page:
            found += 1
            if found % 2:
                gone += page.count(b"the goat of")
                content[start : start + size] = b"\xff" * size
    path.write_bytes(content)
    return gone


def test_notes_are_restored_from_the_history(path: Path) -> None:
    with TriageFile(path) as file:
        before = all_of(file)
    gone = spoil(path)
    assert 0 < gone < NOTES
    assert any("notes" in each for each in examine_notebook(path))
    repaired = repair_notebook(path)
    assert repaired.restored == gone
    assert [each.table for each in repaired.lost] == ["note"]
    with TriageFile(path) as file:
        assert all_of(file) == before
    assert not examine_notebook(path)


def test_a_sound_notebook_is_the_same_after_a_repair(path: Path) -> None:
    with TriageFile(path) as file:
        before, undoable = all_of(file), file.undoable()
    assert not examine_notebook(path)
    repaired = repair_notebook(path)
    assert (repaired.lost, repaired.restored) == ((), 0)
    with TriageFile(path) as file:
        assert all_of(file) == before
        assert file.undoable() == undoable


def test_where_there_is_none_there_is_nothing_to_repair(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="nothing to repair"):
        repair_notebook(tmp_path / "triage.db")
    assert examine_notebook(tmp_path / "triage.db") == ()


def test_a_notebook_that_another_program_holds_is_said_to_be_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salvage, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode = DELETE")
        holder.execute("BEGIN EXCLUSIVE")
        for ask in (examine_notebook, repair_notebook):
            with pytest.raises(NotebookError, match="another"):
                ask(path)
    assert not examine_notebook(path)
