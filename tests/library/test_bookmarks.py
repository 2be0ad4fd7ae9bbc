from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bookmarking import bookmark, cable_of, loaded

from cablereader.errors import NotebookError
from cablereader.library.bookmarks import bookmark_file
from cablereader.library.bookmarks.bookmark_file import BookmarkFile, existing
from cablereader.library.bookmarks.document import Removal, to_document
from cablereader.library.bookmarks.stream import MOST_UNREADABLE, read_stream

EXAMPLE = """\
---
id: 01k6b0000000000000000000aa
cable: 07OSLO9001
paragraph: "5"
marking: C/NF
quote: The goat faces a number of institutional challenges
labels: [merida, trust]
note: |
  Check against ref B.
created: 2026-11-24T03:00:00Z
"""
FLOW = """\
--- {id: 01k6b0000000000000000000aa, cable: 07OSLO9001, paragraph: 5,
     marking: C/NF, labels: [merida, trust], created: 2026-11-24T03:00:00Z,
     quote: The goat faces a number of institutional challenges,
     note: Check against ref B.}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "bookmarks.yaml"


@pytest.fixture
def mask() -> Iterator[None]:
    old = os.umask(0)
    yield
    os.umask(old)


def written(path: Path, text: str | bytes) -> BookmarkFile:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return BookmarkFile(path)


def problems(file: BookmarkFile) -> list[str]:
    return [str(problem) for problem in file.load().problems]


def test_the_first_bookmark_makes_the_file_and_the_next_session_finds_it(
    path: Path,
) -> None:
    file = BookmarkFile(path)
    assert file.load().bookmarks.marks == ()
    file.save(bookmark(1))
    file.save(bookmark(2))
    assert loaded(path) == (bookmark(1), bookmark(2))


def test_the_file_is_as_the_interface_says(path: Path) -> None:
    mark = bookmark(
        key="01k6b0000000000000000000aa",
        ref=bookmark(5).ref,
        quote="The goat faces a number of institutional challenges",
        labels=("merida", "trust"),
        note="Check against ref B.",
    )
    BookmarkFile(path).save(mark)
    assert path.read_text("utf-8") == EXAMPLE
    assert loaded(path) == (mark,)


def test_an_edit_and_a_removal_are_appended_and_the_last_one_counts(
    path: Path,
) -> None:
    file = BookmarkFile(path)
    for change in (bookmark(1), bookmark(2), bookmark(1, note="no"), bookmark(3)):
        file.save(change)
    before = path.read_bytes()
    file.remove(bookmark(2).key)
    assert path.read_bytes() == before + to_document(Removal(bookmark(2).key)).encode()
    assert loaded(path) == (bookmark(1, note="no"), bookmark(3))


def test_a_removed_bookmark_can_be_brought_back(path: Path) -> None:
    file = BookmarkFile(path)
    file.save(bookmark(1))
    file.remove(bookmark(1).key)
    file.save(bookmark(1))
    assert loaded(path) == (bookmark(1),)


def test_a_new_bookmark_of_a_paragraph_sorts_after_all_others(path: Path) -> None:
    late = bookmark(key="7zzzzzzzzt" + "0" * 16)  # made by a clock far ahead
    BookmarkFile(path).save(late)
    file = BookmarkFile(path)
    file.load()
    cable = cable_of(("1", "It eats."))
    first, second = (file.mark(cable, cable.paragraphs[0]) for _ in "ab")
    assert late.key < first.key < second.key
    assert (first.quote, first.ref.label) == ("It eats.", "1")
    assert first.created.utcoffset() is not None


@pytest.mark.parametrize(
    "broken",
    [
        "id: [",
        "id: x\nid: y",
        "just words",
        "- id: x",
        "cable: 07OSLO9001",
        "id: x\ncable: 07OSLO9001",
        "id: x\ncable: 07OSLO9001\nparagraph: 1",
        "id: x\ncable: 07OSLO9001\nparagraph: 1\ncreated: 2008-13-45",
        "id: x\ncable: 07OSLO9001\nparagraph: 1\ncreated: [2008]",
        "id: x\ncable: {a: b}\nparagraph: 1\ncreated: 2008-11-24",
        "id: x\ncable: a\nparagraph: 1\nlabels: {a: b}\ncreated: 2008-11-24",
        "id: x\ncable: a\nparagraph: 1\nlabels: [[a]]\ncreated: 2008-11-24",
        "id: &a x\ncable: *a\nparagraph: 1\ncreated: 2008-11-24",
        "id: !!python/object:os.system x",
        "id: x\nremoved: perhaps",
        "id: x\n[a]: b",
        "id: x\ncreated: 0001-01-01T00:00:00+05:00\ncable: a\nparagraph: b",
        "id: \x01",
        "[" * 100_000,
        "- " * 100_000,
        "id: x\nnote: " + "x" * 1_100_000,
        "a: b\n...\nid: y",
        "<<: {id: x}",
    ],
    ids=lambda text: text[:40],
)
def test_a_broken_document_costs_only_itself_and_is_named(
    path: Path, broken: str
) -> None:
    first, last = to_document(bookmark(1)), to_document(bookmark(2))
    file = written(path, f"{first}---\n{broken}\n{last}")
    before = path.read_bytes()
    result = file.load()
    assert result.bookmarks.marks == (bookmark(1), bookmark(2))
    assert result.read_only is None
    (problem,) = result.problems
    lines = first.count("\n")
    assert problem.path == path
    assert lines < problem.line <= lines + 2 + broken.count("\n")
    file.save(bookmark(3))
    assert path.read_bytes().startswith(before)
    assert len(loaded(path)) == 3


def test_a_problem_names_file_and_line(path: Path) -> None:
    file = written(path, to_document(bookmark(1)) + "---\nid: x\ncable: [\n")
    assert problems(file) == [
        f"{path}:10: not YAML: did not find expected node content; kept as it stands"
    ]


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE.replace("\n", "\r\n"),
        "\ufeff" + EXAMPLE,
        "%YAML 1.1\n" + EXAMPLE + "...\n%YAML 1.1\n" + EXAMPLE,
        EXAMPLE.removeprefix("---\n"),
        "# mine\n\n" + EXAMPLE + "---\n--- # nothing\n...\n# end",
        EXAMPLE.replace("labels: [merida, trust]", "labels:\n- merida\n- trust"),
        EXAMPLE.replace('"5"', "5"),
        EXAMPLE.replace("2026-11-24T03:00:00Z", "2026-11-24 04:00:00+01:00"),
        EXAMPLE.replace("2026-11-24T03:00:00Z", "2026-11-24T03:00:00"),
        EXAMPLE.rstrip(),
        FLOW,
    ],
)
def test_what_was_written_by_hand_is_read_all_the_same(path: Path, text: str) -> None:
    result = written(path, text).load()
    assert result.problems == ()
    (mark,) = result.bookmarks.marks
    assert mark.labels == ("merida", "trust")
    assert mark.note == "Check against ref B."
    assert (mark.ref, mark.created) == (bookmark(5).ref, bookmark().created)


def test_words_are_never_taken_for_something_else(path: Path) -> None:
    file = written(
        path,
        "---\nid: 010\ncable: no\nparagraph: 1:30\nmarking: 1_000\nquote: ~\n"
        "note: 2008-10-11\nlabels: [yes, null]\ncreated: 2026-11-24\n",
    )
    (mark,) = file.load().bookmarks.marks
    assert (mark.key, mark.ref.cable_id, mark.ref.label) == ("010", "no", "1:30")
    assert (mark.marking, mark.quote, mark.note) == ("1_000", "~", "2008-10-11")
    assert mark.labels == ("yes", "null")


def test_fields_and_comments_of_others_survive_edits_and_compaction(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 0)
    text = EXAMPLE + "colour: red  # as agreed\n"
    file = written(path, text)
    (mark,) = file.load().bookmarks.marks
    assert mark.unknown == ("colour: red",)
    for _ in range(20):
        file.save(mark)
    assert path.read_text("utf-8").startswith(text)
    assert loaded(path) == (mark,)
    assert path.stat().st_size < len(text) + 3 * len(to_document(mark))


def test_a_file_that_is_mostly_superseded_is_written_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 2_000)
    file = BookmarkFile(path)
    for number in range(60):
        file.save(bookmark(number % 3, note=f"edit {number}"))
    assert path.stat().st_size < 5_000
    kept = tuple(bookmark(n, note=f"edit {57 + n}") for n in range(3))
    assert loaded(path) == kept
    assert not file.changed()
    backup = path.with_name("bookmarks.yaml.bak1")
    assert set(loaded(backup)) > set(kept[:1])
    assert len(list(path.parent.glob("*.bak*"))) <= 5


def test_nothing_is_made_wider_than_it_must_be(path: Path, mask: None) -> None:
    file = BookmarkFile(path)
    file.save(bookmark(1))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for made in path.parent.iterdir():
        assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o666])
def test_a_mode_that_was_chosen_stays(
    path: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 0)
    file = written(path, EXAMPLE)
    path.chmod(mode)
    for number in range(9):
        file.save(bookmark(1, note=str(number)))
    assert path.with_name("bookmarks.yaml.bak1").exists()
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_survives_and_its_target_is_written(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 0)
    target = tmp_path / "dotfiles" / "marks.yaml"
    path.parent.mkdir()
    path.symlink_to(target)
    file = BookmarkFile(path)
    for number in range(9):
        file.save(bookmark(1, note=str(number)))
    assert path.is_symlink()
    assert [each.note for each in loaded(target)] == ["8"]
    assert not target.is_symlink()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def refused(path: Path) -> str:
    """Why the file is read-only; it stays as it is, and a change says so too."""
    file = BookmarkFile(path)
    result = file.load()
    assert result.bookmarks.marks == ()
    assert result.read_only is not None
    with pytest.raises(NotebookError) as caught:
        file.save(bookmark(1))
    assert str(path) in str(caught.value)
    return result.read_only


def test_links_in_a_circle_are_refused(path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(path)
    assert "symbolic links" in refused(path)
    assert path.is_symlink()


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    assert refused(path) == f"{path}: not a file; move it away"


def test_a_pipe_is_refused_and_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert refused(path) == f"{path}: not a file; move it away"


@pytest.mark.parametrize(
    "content", [b"\0" * 4096, EXAMPLE.encode("utf-16"), b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_text_is_refused_and_kept(path: Path, content: bytes) -> None:
    written(path, content)
    assert "not a text in UTF-8" in refused(path)
    assert path.read_bytes() == content


def test_a_file_of_rubbish_is_refused_and_kept(path: Path) -> None:
    written(path, "---\nrubbish\n" * (MOST_UNREADABLE + 1))
    assert "most of it is no bookmark" in refused(path)


def test_as_much_rubbish_as_may_be_leaves_the_bookmarks(path: Path) -> None:
    written(path, "---\nrubbish\n" * MOST_UNREADABLE + EXAMPLE)
    assert loaded(path)


def test_an_empty_file_is_refused_where_there_was_more(path: Path) -> None:
    written(path, "")
    path.with_name("bookmarks.yaml.bak1").write_text(EXAMPLE)
    assert refused(path).endswith(f"; an older version is {path}.bak1")


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "not a directory" in refused(tmp_path / "file" / "bookmarks.yaml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_said_beforehand(path: Path) -> None:
    written(path, EXAMPLE)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    result = BookmarkFile(path).load()
    assert len(result.bookmarks) == 1
    assert (
        result.read_only == f"{path}: can't be written here; bookmarks can't be saved"
    )
    with pytest.raises(NotebookError):
        BookmarkFile(path).save(bookmark(1))


def test_a_change_of_another_session_is_noticed_and_both_are_kept(path: Path) -> None:
    one, other = BookmarkFile(path), BookmarkFile(path)
    one.load()
    other.load()
    one.save(bookmark(1))
    assert not one.changed()
    assert other.changed()
    other.save(bookmark(2))
    assert other.changed()
    assert other.load().bookmarks.marks == (bookmark(1), bookmark(2))
    assert not other.changed()
    assert one.changed()


def test_an_edit_by_hand_is_noticed_and_survives_the_next_change(path: Path) -> None:
    file = BookmarkFile(path)
    file.save(bookmark(1))
    text = path.read_text("utf-8").replace("marking: C/NF", "marking: S")
    path.write_text(f"# mine\n{text}", "utf-8")
    assert file.changed()
    file.save(bookmark(2))
    assert loaded(path) == (bookmark(1, marking="S"), bookmark(2))
    assert path.read_text("utf-8").startswith("# mine\n")


def test_a_file_replaced_by_an_editor_under_the_change_gets_it_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(path, EXAMPLE)
    sync = os.fsync

    def replaced(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        fresh = path.with_name("fresh")
        fresh.write_text("# edited\n" + EXAMPLE, "utf-8")
        fresh.replace(path)

    monkeypatch.setattr(os, "fsync", replaced)
    file.save(bookmark(1))
    assert path.read_text("utf-8").startswith("# edited\n")
    assert bookmark(1) in loaded(path)


@pytest.mark.parametrize("tail", ["-", "--", "---", "---\nid: 01", "---\nid: 01k6\n"])
@pytest.mark.parametrize("whole", ["", to_document(bookmark(1))])
def test_a_document_that_was_cut_off_costs_nothing_else(
    path: Path, whole: str, tail: str
) -> None:
    file = written(path, whole + tail)
    file.save(bookmark(2))
    assert loaded(path) == ((bookmark(1),) if whole else ()) + (bookmark(2),)


def test_zeros_that_a_loss_of_power_left_cost_nothing_else(path: Path) -> None:
    file = written(path, to_document(bookmark(1)) + "\0" * 100)
    file.save(bookmark(2))
    assert loaded(path) == (bookmark(1), bookmark(2))
    assert len(problems(file)) == 1


def test_half_of_a_surrogate_pair_is_saved_as_a_mark(path: Path) -> None:
    BookmarkFile(path).save(bookmark(note="a\ud800b", labels=("\udc80",)))
    (mark,) = loaded(path)
    assert (mark.note, mark.labels) == ("a\ufffdb", ("\ufffd",))


def test_ten_thousand_bookmarks_are_read_without_a_yaml_parser(path: Path) -> None:
    text = "".join(to_document(bookmark(number)) for number in range(10_000))
    result = written(path, text).load()
    assert len(result.bookmarks) == 10_000
    assert not any(piece.foreign for piece in read_stream(text.encode()).pieces)


def calls(monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    """The calls to the operating system that are made from now on, in their order."""
    made: list[str] = []

    def noted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*args: Any, **kwargs: Any) -> Any:
            made.append(name)
            return call(*args, **kwargs)

        return noting

    for name in names:
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    return made


def test_a_change_is_on_the_disk_before_it_is_acknowledged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = BookmarkFile(path)
    file.save(bookmark(1))
    made = calls(monkeypatch, "write", "fsync", "replace", "ftruncate")
    file.save(bookmark(2))
    assert made == ["write", "fsync"]


def test_a_file_is_on_the_disk_before_it_takes_the_place_of_another(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = BookmarkFile(path)
    file.save(*(bookmark(1, note=str(edit)) for edit in range(9)))
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 0)
    made = calls(monkeypatch, "write", "fsync", "link", "replace")
    file.remove("none")
    assert made[:4] == ["write", "fsync", "write", "fsync"]
    assert made[-3:] == ["link", "replace", "fsync"]


def test_several_changes_are_one_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = calls(monkeypatch, "write")
    file = BookmarkFile(path)
    file.save(*map(bookmark, range(100)))
    assert made == ["write"]
    file.remove(*(bookmark(number).key for number in range(99)))
    assert loaded(path) == (bookmark(99),)


def test_a_clock_that_goes_back_changes_no_order(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = BookmarkFile(path)
    cable = cable_of(("1", "It eats."), ("2", "It sleeps."))
    first = file.mark(cable, cable.paragraphs[0])
    file.save(first)
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 86_400 * 10**9)
    other = BookmarkFile(path)
    other.load()
    second = other.mark(cable, cable.paragraphs[1])
    other.save(second, replace(first, note="yesterday"))
    assert [mark.note for mark in loaded(path)] == ["yesterday", ""]
    assert [mark.key for mark in loaded(path)] == [first.key, second.key]


def test_the_last_five_versions_are_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 400)
    file = BookmarkFile(path)
    for number in range(40):
        file.save(bookmark(1, note=f"edit {number}"))
    backups = sorted(each.name for each in path.parent.glob("*.bak*"))
    assert backups == [f"bookmarks.yaml.bak{number}" for number in range(1, 6)]
    ages = [loaded(path.with_name(name))[0].note for name in backups]
    numbers = [int(note.split()[1]) for note in ages]
    assert numbers == sorted(numbers, reverse=True)


def test_sessions_of_many_changes_hold_no_file_open(path: Path) -> None:
    file = BookmarkFile(path)
    file.save(bookmark(1))
    before = len([*Path("/proc/self/fd").iterdir()])
    for number in range(20):
        file.save(bookmark(number))
    assert len([*Path("/proc/self/fd").iterdir()]) == before


def test_the_nearest_folder_that_is_there_is_asked(tmp_path: Path) -> None:
    assert existing(tmp_path / "not" / "there") == tmp_path
    assert existing(tmp_path) == tmp_path
