"""The names that a query may ask for."""

from __future__ import annotations

from pathlib import Path

from building import add

from cablereader.archive.store import Archive
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.facets import keep_facets
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.query_names import query_names
from cablereader.model.move import labelled
from cablereader.model.query import Query
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.source.sample import read_sample


def test_they_are_of_the_archive_and_of_the_notebook(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive, TriageFile(tmp_path / "triage.db") as notebook:
        notebook.apply(labelled("call back").step(notebook.of(["07OSLO9012"])))
        notebook.apply(saving(SavedSearch("goats", "goat", "g"), ()))
        names = query_names(archive, notebook)
        assert names["label"] == ["call back"]
        assert names["saved"] == ["goats"]
        assert "oslo" in names["origin"]
        assert set(names["tag"]) == {
            tag for entry in archive.each(Query()) for tag in entry.tags
        }


def test_those_of_most_cables_come_first_once_they_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive, TriageFile(tmp_path / "triage.db") as notebook:
        before = query_names(archive, notebook)
        facets = archive.facets(Query())
        keep_facets(path, stamp_of(path), facets)
        after = query_names(archive, notebook)
        assert list(after["tag"]) == [count.value for count in facets.tags]
        assert sorted(after["tag"]) == sorted(before["tag"])
        assert sorted(after["origin"]) == sorted(before["origin"])
