"""Every call to the operating system fails once: nothing that was saved is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from errno import EACCES, EDQUOT, EINTR, EIO, ENOLCK, ENOSPC, EROFS, ESTALE
from pathlib import Path
from typing import Final

import pytest
from bookmarking import bookmark, loaded
from faults import Faults

from cablereader.errors import NotebookError
from cablereader.library.bookmarks import bookmark_file
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.bookmarks.document import to_document
from cablereader.model.bookmark import Bookmark

OLD: Final = (bookmark(1), bookmark(2), bookmark(3))
MOST_CALLS: Final = 200
RARE: Final = [
    pytest.param(code, marks=pytest.mark.slow)
    for code in (EDQUOT, EINTR, EACCES, ESTALE)
]

Change = Callable[[BookmarkFile], None]


def prepared(path: Path, edits: int) -> BookmarkFile:
    """A file of three bookmarks, each of them edited so many times."""
    drafts = [bookmark(n, note="draft") for _ in range(edits) for n in (1, 2, 3)]
    path.parent.mkdir()
    path.write_text("".join(map(to_document, (*drafts, *OLD))), "utf-8")
    file = BookmarkFile(path)
    file.load()
    return file


def added(file: BookmarkFile) -> None:
    file.save(bookmark(4))


def removed(file: BookmarkFile) -> None:
    file.remove(bookmark(2).key)


AFTER: Final[dict[Change, tuple[Bookmark, ...]]] = {
    added: (*OLD, bookmark(4)),
    removed: (OLD[0], OLD[2]),
}


def complaint(change: Change, file: BookmarkFile) -> str:
    """What was said about a change; nothing where it was saved."""
    try:
        change(file)
    except NotebookError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("code", [ENOSPC, EIO, EROFS, *RARE])
@pytest.mark.parametrize("change", [added, removed])
@pytest.mark.parametrize("edits", [0, 4], ids=["appending", "compacting"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for good"])
def test_a_call_that_fails_costs_at_most_the_change_and_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    change: Change,
    edits: int,
    lasting: bool,  # noqa: FBT001  # a case
) -> None:
    monkeypatch.setattr(bookmark_file, "WORTH_COMPACTING", 0)
    faults = Faults(monkeypatch)
    for number in range(1, MOST_CALLS):
        path = tmp_path / f"{number}" / "bookmarks.yaml"
        file = prepared(path, edits)
        before = path.read_bytes()
        (faults.after if lasting else faults.at)(number, code)
        told = complaint(change, file)
        failed = faults.count >= number
        faults.over()
        if told:
            assert str(path.parent) in told
            assert loaded(path) == OLD or (lasting and loaded(path) == AFTER[change])
            assert path.read_bytes().startswith(before)
        else:
            assert loaded(path) == AFTER[change]
        change(file)
        assert loaded(path) == AFTER[change]
        assert not list(path.parent.glob(".*.new")) or lasting
        if not failed:
            return
    pytest.fail("it never came to an end")


@pytest.mark.parametrize("code", [ENOSPC, EIO, EROFS])
def test_the_first_bookmark_of_all_fails_as_cleanly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    faults = Faults(monkeypatch)
    for number in range(1, MOST_CALLS):
        path = tmp_path / f"{number}" / "data" / "cablereader" / "bookmarks.yaml"
        file = BookmarkFile(path)
        faults.at(number, code)
        try:
            file.save(bookmark(1))
        except NotebookError:
            faults.over()
            assert loaded(path) == ()
            file.save(bookmark(1))
        failed = faults.count >= number
        faults.over()
        assert loaded(path) == (bookmark(1),)
        if not failed and number > 1:
            return
    pytest.fail("it never came to an end")


def test_a_write_that_is_cut_short_by_a_full_disk_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bookmarks.yaml"
    file = BookmarkFile(path)
    file.save(bookmark(1))
    before = path.read_bytes()
    written: list[int] = []
    write = os.write

    def full(descriptor: int, content: bytes) -> int:
        if written:
            raise OSError(ENOSPC, "No space left on device")
        written.append(write(descriptor, content[:7]))
        return written[0]

    monkeypatch.setattr("os.write", full)
    with pytest.raises(NotebookError) as caught:
        file.save(bookmark(2))
    assert str(caught.value) == (
        f"{path}: not saved: no space left on device;"
        " make room on the disk, and try again"
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize("also", [("flock",), ("flock", "lockf")])
def test_a_disk_without_locks_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, also: tuple[str, ...]
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(ENOLCK, "No locks available")

    for name in also:
        monkeypatch.setattr(f"fcntl.{name}", unsupported)
    path = tmp_path / "bookmarks.yaml"
    BookmarkFile(path).save(bookmark(1))
    BookmarkFile(path).save(bookmark(2))
    assert loaded(path) == (bookmark(1), bookmark(2))
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == [
        "bookmarks.yaml",
        "bookmarks.yaml.lock",
    ]
