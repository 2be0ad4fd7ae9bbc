"""``search``, ``browse`` and ``export``: the archive without a screen."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from building import add

from cablereader.app.state.listing import ListState
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.cli import main
from cablereader.model.query import SORTS
from cablereader.model.query_field import FIELDS
from cablereader.parse.cable import read_cable
from cablereader.source.sample import read_sample


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    path = tmp_path / "archive.db"
    add(path, read_sample())
    monkeypatch.setenv("CABLEREADER_ARCHIVE", str(path))
    with Archive(path) as opened:
        yield opened


Printed = pytest.CaptureFixture[str]


def ids(archive: Archive, query: str) -> list[str]:
    return [entry.cable_id for entry in archive.each(read_query(query))]


def test_prints_a_line_for_each_cable_newest_first(
    archive: Archive, capsys: Printed
) -> None:
    assert main(["search", "goat", "class:>=c"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [line.split()[1] for line in out.splitlines()] == ids(
        archive, "goat class:>=c"
    )
    assert out.splitlines()[0].startswith("2010-02-22  10OSLO9005")


def test_prints_ids_objects_and_counts(archive: Archive, capsys: Printed) -> None:
    expected = ids(archive, "goat")
    assert main(["search", "goat", "--ids"]) == 0
    assert capsys.readouterr().out.split() == expected
    assert main(["search", "goat", "--json"]) == 0
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["id"] for each in objects] == expected
    assert objects[0]["classification"]["level"] == "CONFIDENTIAL"
    assert main(["search", "goat", "--count"]) == 0
    assert capsys.readouterr().out == f"{len(expected)}\n"


@pytest.mark.parametrize(
    ("match", "same"), [("exact", "=visit"), ("stem", "~visit"), ("prefix", "visit*")]
)
def test_words_find_what_the_configuration_says(
    archive: Archive, capsys: Printed, tmp_path: Path, match: str, same: str
) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(f"match: {match}\n")
    assert main(["search", "visit", "--ids", "--config", str(config)]) == 0
    assert capsys.readouterr().out.split() == ids(archive, same)


def test_limits_and_sorts(archive: Archive, capsys: Printed) -> None:
    assert main(["search", "goat", "--ids", "--sort", "id", "--limit", "3"]) == 0
    assert capsys.readouterr().out.split() == sorted(ids(archive, "goat"))[:3]
    assert main(["search", "goat", "--ids", "--sort", "relevance"]) == 0
    assert capsys.readouterr().out.split() == ids(archive, "goat sort:relevance")


def test_its_help_lists_the_fields_of_a_query(capsys: Printed) -> None:
    assert main(["search", "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name in (*FIELDS, "sort", "limit", "group"):
        assert any(line.startswith(f"  {name}:") for line in lines)
    assert max(map(len, lines)) <= 80


def test_a_query_may_begin_with_what_it_excludes(
    archive: Archive, capsys: Printed
) -> None:
    for words in (["-goat"], ["-goat", "class:c"], ["--ids", "-(goat lake)", "-fish"]):
        assert main(["search", *words, "--ids"]) == 0
        query = " ".join(word for word in words if word != "--ids")
        assert capsys.readouterr().out.split() == ids(archive, query)
    assert main(["search", "-h"]) == 0
    assert "QUERY" in capsys.readouterr().out


def test_prints_groups_under_their_names(archive: Archive, capsys: Printed) -> None:
    assert main(["search", "goat", "group:year"]) == 0
    groups = [each.splitlines() for each in capsys.readouterr().out.split("\n\n")]
    assert [name for name, *_ in groups] == sorted(
        {
            entry.created.strftime("%Y")
            for entry in archive.each(read_query("goat"))
            if entry.created
        },
        reverse=True,
    )
    assert all(row.startswith(name) for name, *rows in groups for row in rows)


def test_an_address_alone_asks_for_the_cable_itself(
    archive: Archive, capsys: Printed
) -> None:
    url = "https://cables.example/cable/2009/11/09OSLO9066.html#par2"
    for words in (["09OSLO9066"], ["09", "OSLO", "9066"], ["09OSLO9066:2"], [url]):
        assert main(["search", *words, "--ids"]) == 0
        assert capsys.readouterr().out == "09OSLO9066\n"


@pytest.mark.parametrize(
    "query",
    [
        "ref:09OSLO9066",
        "date:09OSLO9066~90d",
        "-09OSLO9066",
        "09OSLO9066 | goat",
        "09OSLO9066 sort:id",
        '"09OSLO9066"',
    ],
)
def test_an_address_among_other_words_is_a_word(
    archive: Archive, capsys: Printed, query: str
) -> None:
    main(["search", query, "--ids"])
    assert capsys.readouterr().out.split() == ids(archive, query)


@pytest.mark.parametrize("key", SORTS)
def test_sorts_as_the_screen_does(archive: Archive, capsys: Printed, key: str) -> None:
    screen = ListState().sorted_by(SORTS[key]).query
    assert main(["search", "", "--ids", "--sort", key]) == 0
    assert capsys.readouterr().out.split() == [
        entry.cable_id for entry in archive.each(screen)
    ]


@pytest.mark.parametrize("words", ["search goat --ids", "browse origin", "export goat"])
def test_without_any_archive_the_sample_stands_in_and_says_so(
    capsys: Printed, words: str
) -> None:
    assert main(words.split()) == 0
    out, err = capsys.readouterr()
    assert out
    assert err.startswith("cablereader: there is no archive yet, so this is the built-")


def test_no_sample_stands_in_for_an_archive_that_is_named(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLEREADER_ARCHIVE", "/nowhere/a.db")
    for words in ("search goat", "browse origin", "export goat", "show 07OSLO9012"):
        assert main(words.split()) == 4
        assert "/nowhere/a.db: there is no archive" in capsys.readouterr().err


def test_prints_the_places_in_each_cable(archive: Archive, capsys: Printed) -> None:
    assert main(["search", "goat", "--paragraphs", "--ids"]) == 0
    for line in capsys.readouterr().out.split():
        name, label = line.split(":")
        cable = archive.get(name)
        assert cable is not None
        (paragraph,) = (p for p in cable.paragraphs if p.label == label)
        assert "goat" in paragraph.text.lower()
    assert main(["search", "goat", "--paragraphs"]) == 0
    assert "    (C) 3: … " in capsys.readouterr().out
    assert main(["search", "goat", "--paragraphs", "--json"]) == 0
    for line in capsys.readouterr().out.splitlines():
        hits = json.loads(line)["hits"]
        spans = [hit["text"][slice(*hit["spans"][0])] for hit in hits]
        assert all(span.lower().startswith("goat") for span in spans)


def test_a_cable_that_is_found_by_a_name_alone_says_so_below_it(
    archive: Archive, capsys: Printed
) -> None:
    cable = archive.get("10REYKJAVIK9002")
    assert cable is not None
    assert "PREL" in cable.tags
    assert main(["search", "prel", "id:10REYKJAVIK9002", "--paragraphs"]) == 0
    _, below = capsys.readouterr().out.splitlines()
    assert below.startswith("    found by TAG PREL (")
    assert main(["search", "goat", "--paragraphs"]) == 0
    assert "found by" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["search", "xyzzy"], 1, "cablereader: nothing found\n"),
        (["search", "gaot"], 1, "nothing found; did you mean goat ("),
        (["export", "gaot"], 1, "nothing found; did you mean goat ("),
        (["search", "xyzzy", "--count"], 1, "nothing found"),
        (["search", "orign:x"], 2, "column 1: no field is called orign:; did you mean"),
        (["search", "goat", "--limit", "x"], 2, "argument --limit"),
        (["search", "is:read"], 1, "nothing found"),
        (["search", "10OSLO9005:goat"], 2, "10OSLO9005:goat: which paragraph?"),
        (["browse", "nothing"], 2, "nothing is counted by nothing"),
        (["browse", "clas"], 2, "nothing is counted by clas; did you mean class?"),
        (["export", "goat", "--format", "bibtex"], 2, "cite --style bibtex`"),
        (["export", "goat", "--format", "jsonl"], 2, "did you mean json?"),
        (["browse", "label"], 1, "nothing to count by label"),
        (["export", "xyzzy"], 1, "nothing found"),
        (["export", "10OSLO9005:12"], 2, "`cablereader show '10OSLO9005:12'"),
        (["search", "goat", "--limit", "-1"], 2, "--limit -1: at least 1"),
        (["search", "date:2010..2008"], 2, "backwards; write date:2008..2010"),
        (["search", "len:400..200"], 2, "backwards; write len:200..400"),
        (["export", "("], 2, "column 2"),
        (["search", "goat", "--archive", "/nowhere/a.db"], 4, "there is no archive"),
    ],
)
def test_says_what_is_wrong_in_a_line_with_its_status(
    archive: Archive, capsys: Printed, words: list[str], status: int, says: str
) -> None:
    assert main(words) == status
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def test_an_unknown_value_is_named_and_the_query_that_was_meant(
    archive: Archive, capsys: Printed
) -> None:
    assert main(["search", "goat", "origin:oslow"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    near = f"goat origin:oslo ({archive.count(read_query('goat origin:oslo'))} cables)"
    assert err.splitlines() == [
        "cablereader: origin:oslow: nothing here is called so; did you mean oslo?",
        f"cablereader: nothing found; did you mean {near}?",
    ]


def test_a_closed_pipe_ends_quietly(archive: Archive) -> None:
    command = f"{sys.executable} -m cablereader export '' --format text | head -1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_browse_counts_the_cables_of_each_value(
    archive: Archive, capsys: Printed
) -> None:
    assert main(["browse", "origin"]) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert sum(int(count) for count, _ in lines) == archive.size
    assert main(["browse", "tag", "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first == {
        "tag": first["tag"],
        "cables": len(ids(archive, f"tag:{first['tag']}")),
    }
    assert main(["browse", "state"]) == 0
    assert capsys.readouterr().out.split() == [str(archive.size), "unread"]


@pytest.mark.parametrize(
    ("field", "page"),
    [("class", "classification"), ("tags", "tag"), ("date", "year"), ("is", "state")],
)
def test_browses_by_the_fields_of_a_query(
    archive: Archive, capsys: Printed, field: str, page: str
) -> None:
    assert archive.size
    assert main(["browse", page, "--json"]) == 0
    by_page = capsys.readouterr().out
    assert main(["browse", field, "--json"]) == 0
    assert capsys.readouterr().out == by_page


def test_exports_whole_cables(archive: Archive, capsys: Printed) -> None:
    cables = {cable.cable_id: cable for cable in map(read_cable, read_sample())}
    assert main(["export", "tag:PREL", "--format", "json"]) == 0
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["id"] for each in objects] == ids(archive, "tag:PREL")
    for each in objects:
        assert each == json.loads(json.dumps(cables[each["id"]].to_dict()))
    assert main(["export", "tag:PREL", "--format", "csv"]) == 0
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in rows] == ids(archive, "tag:PREL")
    for form, mark in (("markdown", "# "), ("text", "Reference")):
        assert main(["export", "10OSLO9005 | tag:PREL limit:2", "--format", form]) == 0
        assert mark in capsys.readouterr().out
