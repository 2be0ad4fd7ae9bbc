"""``cablereader bookmarks``: the notebook without the screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bookmarking import bookmark, loaded

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.model.bookmark import Bookmark

GOAT = bookmark(2, ref=bookmark().ref, note="Check the goat", labels=("goat", "sea"))
FENCE = bookmark(3, quote="The fence is older than the goat")


@pytest.fixture
def path() -> Path:
    return locations.bookmarks()


@pytest.fixture
def kept(path: Path) -> Path:
    BookmarkFile(path).save(GOAT, FENCE)
    return path


def told(
    capsys: pytest.CaptureFixture[str], *words: str, status: int = 0
) -> tuple[str, str]:
    """What is printed, and what is said on the side."""
    assert main(["bookmarks", *words]) == status
    out, err = capsys.readouterr()
    return out, err


def test_a_reader_without_bookmarks_is_told_how_to_make_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, err = told(capsys, status=1)
    assert (out, err) == (
        "",
        "cablereader: no bookmarks; `m` in the reader makes one\n",
    )


def test_the_list_has_a_line_a_bookmark(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = told(capsys, "list")
    assert out == (
        "07OSLO9001:1        C/NF    The goat, which is fiction, was bought in February"
        " …  | Check the goat +goat +sea\n"
        "07OSLO9001:3        C/NF    The fence is older than the goat\n"
    )
    assert told(capsys)[0] == out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("+goat",), [GOAT]),
        (("+goa",), []),
        (("fence",), [FENCE]),
        (("FENCE", "older"), [FENCE]),
        (("07OSLO9001:1",), [GOAT]),
        (("goat", "+sea"), [GOAT]),
        (("07oslo",), [GOAT, FENCE]),
    ],
)
def test_the_list_is_of_what_has_all_words(
    kept: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    found: list[Bookmark],
) -> None:
    out, _ = told(capsys, "list", "--json", *words, status=0 if found else 1)
    assert [json.loads(line) for line in out.splitlines()] == [
        mark.to_dict() for mark in found
    ]


def test_no_sign_of_a_bookmark_reaches_the_terminal_raw(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "a\x1b[2Jb\x9bc\u202ed\x00e\nf"
    BookmarkFile(path).save(bookmark(1, quote=hostile, note=hostile, labels=(hostile,)))
    for words in ([], ["export"], ["export", "--format", "bibtex"]):
        out, err = told(capsys, *words)
        assert all(letter.isprintable() for letter in (out + err).replace("\n", ""))


def test_paragraphs_of_the_sample_are_added_with_note_and_labels(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("07OSLO9012:2", "07OSLO9012 ¶3", "--note", "x", "--label", "sea")
    out, _ = told(capsys, "add", *words)
    first, second = loaded(path)
    assert str(first.ref) == "07OSLO9012 ¶2"
    assert first.quote == "Under the law of the sea a rock that cannot sustain human"
    assert (second.ref.label, second.note, second.labels) == ("3", "x", ("sea",))
    assert out.count("\n") == 2


def test_a_bookmark_that_is_there_is_not_made_again(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "add", "07OSLO9012:2", "--note", "x")
    told(capsys, "add", "07OSLO9012:2", "--label", "sea")
    (mark,) = loaded(path)
    assert (mark.note, mark.labels) == ("x", ("sea",))


@pytest.mark.parametrize(
    ("words", "status", "why"),
    [
        (("add",), 2, "bookmarks add: say what, as in 09MEXICO3195:5"),
        (("add", "07OSLO9012"), 2, "07OSLO9012: say which paragraph"),
        (("add", "07OSLO9012:99"), 1, "07OSLO9012: no paragraph 99"),
        (("add", "99OSLO1:1"), 1, "99OSLO1"),
        (("remove", "99OSLO1:1"), 1, "99OSLO1:1: no such bookmark"),
        (("remove", "01k6"), 1, "01k6: no such bookmark"),
        (("remove", "rubbish"), 1, "rubbish: no such bookmark"),
        (("edit", "07OSLO9001"), 1, "07OSLO9001: no such bookmark"),
        (("burn",), 2, "invalid choice"),
        (("export", "--format", "jsno"), 2, "did you mean json?"),
        (("import", "/none"), 3, "/none: no such file or directory"),
        (("import", "/tmp"), 3, "/tmp: not a file; move it away"),
        (("import", "x", "--format", "xml"), 2, "unknown format xml"),
    ],
)
def test_wrong_words_are_named_and_nothing_changes(
    kept: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    status: int,
    why: str,
) -> None:
    before = kept.read_bytes()
    out, err = told(capsys, *words, status=status)
    assert out == ""
    assert why in err
    assert err.count("\n") == 1
    assert kept.read_bytes() == before


def test_note_and_labels_are_edited(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "edit", "07OSLO9001:1", "--label", "a", "--unlabel", "sea")
    told(capsys, "edit", FENCE.key, "--note", "new")
    first, second = loaded(kept)
    assert (first.labels, first.note) == (("goat", "a"), GOAT.note)
    assert second.note == "new"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a script the reader's editor."""

    def make(script: str) -> None:
        path = tmp_path / "an editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
        monkeypatch.setenv("VISUAL", f"'{path}' -x")

    return make


def test_a_bookmark_is_edited_in_the_readers_own_editor(
    kept: Path, capsys: pytest.CaptureFixture[str], editor: Callable[[str], None]
) -> None:
    editor('sed -i "s/Check the/Feed that/" "$2"')
    told(capsys, "edit", "07OSLO9001:1")
    assert loaded(kept)[0].note == "Feed that goat"
    assert list(locations.state_directory().iterdir()) == []


@pytest.mark.parametrize(
    ("script", "status", "why"),
    [
        ("exit 1", 2, "failed; nothing changed"),
        ('echo "x: [" >"$2"', 4, "not YAML"),
        ('echo "id: y" >"$2"', 4, "a bookmark without `cable:`"),
        ('sed -i "s/^id: .*/id: other/" "$2"', 4, "not the same bookmark any more"),
    ],
)
def test_an_edit_that_failed_changes_nothing_and_loses_nothing(
    kept: Path,
    capsys: pytest.CaptureFixture[str],
    editor: Callable[[str], None],
    script: str,
    status: int,
    why: str,
) -> None:
    editor(script)
    before = kept.read_bytes()
    _, err = told(capsys, "edit", "07OSLO9001:1", status=status)
    assert why in err
    assert kept.read_bytes() == before
    assert len(list(locations.state_directory().iterdir())) == (status == 4)


def test_bookmarks_are_removed_by_paragraph_or_by_the_start_of_their_id(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = told(capsys, "remove", "07OSLO9001:1")
    assert out.startswith("removed  07OSLO9001:1")
    assert loaded(kept) == (FENCE,)
    told(capsys, "remove", FENCE.key[:10])
    assert loaded(kept) == ()


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "yaml"])
def test_an_export_is_imported_somewhere_else(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    out, _ = told(capsys, "export", "--format", form)
    file = tmp_path / "export"
    file.write_text(out, "utf-8")
    assert told(capsys, "import", str(file))[0] == "0 new, 0 changed, 2 as they were\n"
    BookmarkFile(kept).save(bookmark(2, note="other"))
    assert told(capsys, "import", str(file))[0] == "0 new, 1 changed, 1 as they were\n"
    kept.unlink()
    assert told(capsys, "import", str(file))[0] == "2 new, 0 changed, 0 as they were\n"
    assert loaded(kept) == (GOAT, FENCE)


def test_a_part_of_an_import_that_is_wrong_is_named_and_left_out(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text(f"{json.dumps(GOAT.to_dict())}\n{{}}\n")
    out, err = told(capsys, "import", str(file), status=3)
    assert out == "1 new, 0 changed, 0 as they were\n"
    assert err == f"cablereader: {file}:2: a bookmark without `cable:`; left out\n"
    assert loaded(path) == (GOAT,)


def test_the_paper_quotes_cites_and_notes(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "add", "07OSLO9012:2", "--note", "Why *rock*?", "--label", "sea_law")
    out, _ = told(capsys, "export")
    assert out.startswith("# Bookmarks\n\n## 07OSLO9012: ")
    assert (
        "\n> (U) Under the law of the sea a rock that cannot sustain human hab" in out
    )
    assert "\n> — [07OSLO9012 ¶2](https://wikileaks.org/cable/2007/03/" in out
    assert out.endswith("\n\nWhy *rock*?\n\nLabels: sea\\_law\n")


def test_the_paper_can_be_ordered_by_label(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = told(capsys, "export", "--by", "label")
    headings = [line for line in out.split("\n") if line.startswith("## ")]
    assert headings == ["## goat", "## sea", "## Without a label"]
    assert out.count("> (C/NF) The goat, which is fiction") == 2
    assert "> — 07OSLO9001 ¶3\n" in out


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("bibtex", "@misc{07OSLO9001,"),
        ("chicago", "Cable 07OSLO9001, paras. 1, 3"),
        ("csl-json", '[{"id": "07OSLO9001"'),
    ],
)
def test_citations_are_made_of_bookmarks_without_their_cables(
    kept: Path, capsys: pytest.CaptureFixture[str], style: str, start: str
) -> None:
    out, _ = told(capsys, "export", "--format", style)
    assert out.lower().startswith(start.lower()), out
    assert out.count("07OSLO9001") in {1, 2}


def test_a_broken_document_is_named_and_the_rest_is_listed(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.write_text("---\nid: [\n" + kept.read_text())
    out, err = told(capsys, "list", status=3)
    assert out.count("\n") == 2
    assert err.startswith(f"cablereader: {kept}:2: not YAML")


def test_a_file_that_is_none_is_said_and_left(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\0" * 100)
    for words in (["list"], ["add", "07OSLO9012:2"], ["remove", "x"]):
        out, err = told(capsys, *words, status=4)
        assert out == ""
        assert err.startswith(f"cablereader: {path}: not a text in UTF-8")
    assert path.read_bytes() == b"\0" * 100


def test_listing_loads_no_yaml_no_textual_and_no_rich(kept: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from cablereader.cli import main; main(['bookmarks', 'list']);"
        "print({'yaml', 'textual', 'rich', 'sqlite3'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("set()\n")
