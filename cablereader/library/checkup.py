"""The reader's own files, looked through one by one, and repaired where it is asked.

Each part takes a file and says what it found. Without being asked nothing is written;
a repair keeps a copy first, as ``NAME.before-repair``, and takes nothing away that
somebody made.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from cablereader.archive.repair.examining import UnfinishedError, examine, named
from cablereader.archive.repair.rebuilding import Rebuilt, rebuild, take_back
from cablereader.archive.store import Archive
from cablereader.errors import (
    ArchiveError,
    CableReaderError,
    NotebookError,
    UnreadableError,
)
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.bookmarks.checkup import compact, lost_bookmarks
from cablereader.library.files.leftovers import leftovers
from cablereader.library.files.small_file import reason, stamp_of
from cablereader.library.notebook.repair import (
    Repaired,
    cables_of,
    examine_notebook,
    repair_notebook,
)
from cablereader.library.problem import Problem
from cablereader.model.counted import counted
from cablereader.model.frozen import frozen, replace

WRONG: Final = UnreadableError.exit_status
UNUSABLE: Final = ArchiveError.exit_status
REPAIR: Final = "`cablereader check --repair` mends what can be mended"


@frozen(kw_only=True)
class Checkup:
    """What was found in one file."""

    path: Path
    summary: str = ""
    """What is in it; empty where it cannot be told."""
    problems: tuple[Problem, ...] = ()
    """What is wrong, and stays so."""
    done: tuple[str, ...] = ()
    """What was repaired."""
    usable: bool = True

    @property
    def exit_status(self) -> int:
        """Of the command that found this."""
        if not self.usable:
            return UNUSABLE
        return WRONG if self.problems else 0


def check_archive(path: Path, *, repair: bool, jobs: int = 0) -> Checkup:
    """Look through an archive.

    Args:
        path: Of its file.
        repair: Whether to make it anew from its texts if anything is wrong.
        jobs: Processes that may parse for that.
    """
    if is_missing(path):
        return _missing(path, "`cablereader import PATH` makes it")
    try:
        found = _archive_found(path)
        if not repair or not found.problems:
            return found
        return _rebuilt(path, rebuild(path, jobs=jobs))
    except UnfinishedError as error:
        if not repair:
            return _unusable(path, str(error))
        return _taken_back(path, jobs)
    except (ArchiveError, OSError) as error:
        return _unusable(path, str(error) if _is_ours(error) else reason(error))


def check_notebook(path: Path, archive: Path, *, repair: bool) -> Checkup:
    """Look through the notebook.

    Args:
        path: Of its file.
        archive: Of the archive whose cables it is about.
        repair: Whether to make it anew from what can be read if anything is wrong.
    """
    if is_missing(path):
        return _missing(path, "nothing is noted yet")
    try:
        wrong = examine_notebook(path)
        done: tuple[str, ...] = ()
        problems = _problems(path, (f"{each}; {REPAIR}" for each in wrong))
        if wrong and repair:
            repaired = repair_notebook(path)
            done = (_repaired(path, repaired),)
            problems = _problems(path, _still_missing(path, repaired))
        return Checkup(
            path=path,
            summary="" if problems else _notebook_summary(path, archive),
            problems=problems,
            done=done,
        )
    except NotebookError as error:
        return _unusable(path, str(error))


def check_bookmarks(path: Path, archive: Path, *, repair: bool) -> Checkup:
    """Look through the bookmarks.

    Args:
        path: Of their file.
        archive: Of the archive whose paragraphs they mark.
        repair: Whether to take superseded documents out of the stream.
    """
    if is_missing(path):
        return _missing(path, "nothing is bookmarked yet")
    loaded = BookmarkFile(path).load()
    if not loaded.usable:
        return _unusable(path, str(loaded.read_only))
    done: tuple[str, ...] = ()
    try:
        if repair and (size := compact(path)):
            done = (f"{path}: {size:,} bytes of superseded documents were taken out",)
            loaded = BookmarkFile(path).load()
        lost = () if is_missing(archive) else tuple(lost_bookmarks(path, archive))
    except (NotebookError, OSError) as error:
        return _unusable(path, str(error))
    damaged = (
        replace(each, text=f"{each.text}; put the document right with an editor")
        for each in loaded.problems
    )
    return Checkup(
        path=path,
        summary=counted(len(loaded.bookmarks), "bookmark"),
        problems=tuple(sorted((*damaged, *lost))),
        done=done,
    )


def check_leftovers(files: Iterable[Path], *, repair: bool) -> Checkup:
    """Look for what killed sessions left.

    Args:
        files: Those of the reader.
        repair: Whether to take it away.
    """
    done: list[str] = []
    problems: list[Problem] = []
    for path in leftovers(files):
        text = f"left by a killed session; {REPAIR}"
        if repair:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                text = f"left by a killed session: {reason(error)}"
            else:
                done.append(f"{path}: left by a killed session, and taken away")
                continue
        problems.append(Problem(path, 0, text))
    return Checkup(path=Path(), problems=tuple(problems), done=tuple(done))


def is_missing(path: Path) -> bool:
    """Whether there is nothing of that name; false where nobody can tell."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return path.is_symlink() and stamp_of(path) is None and not path.exists()


def _is_ours(error: Exception) -> bool:
    return isinstance(error, CableReaderError)


def _missing(path: Path, remedy: str) -> Checkup:
    return Checkup(path=path, summary=f"not there; {remedy}")


def _unusable(path: Path, text: str) -> Checkup:
    """A file that nothing could be done with, and that was left as it was."""
    problem = Problem(path, 0, text.removeprefix(f"{path}: "))
    return Checkup(path=path, problems=(problem,), usable=False)


def _problems(path: Path, texts: Iterable[str]) -> tuple[Problem, ...]:
    return tuple(Problem(path, 0, text) for text in texts)


def _archive_found(path: Path) -> Checkup:
    found = examine(path)
    return Checkup(
        path=path,
        summary=counted(found.cables, "cable"),
        problems=_problems(path, (f"{each}; {REPAIR}" for each in found.wrong)),
    )


def _taken_back(path: Path, jobs: int) -> Checkup:
    """Finish what a killed import left half done, and look again."""
    try:
        take_back(path)
    except (ArchiveError, OSError) as error:
        return _unusable(path, str(error) if _is_ours(error) else reason(error))
    done = f"{path}: what a killed import left half done was taken back"
    found = check_archive(path, repair=True, jobs=jobs)
    return replace(found, done=(done, *found.done))


def _rebuilt(path: Path, rebuilt: Rebuilt) -> Checkup:
    done = (
        f"{path}: made anew with {rebuilt.cables:,} of {rebuilt.expected:,} cables;"
        f" as it was it is {rebuilt.copy}"
    )
    lost: tuple[str, ...] = ()
    if missing := max(rebuilt.expected - rebuilt.cables, len(rebuilt.lost)):
        sources = " ".join(rebuilt.sources[:3]) or "PATH"
        names = f" ({named(rebuilt.lost)})" if rebuilt.lost else ""
        again = f"read them again with `cablereader import {sources}`"
        lost = (f"cables that are lost: {missing:,}{names}; {again}",)
    found = _archive_found(path)
    return replace(
        found, done=(done,), problems=(*_problems(path, lost), *found.problems)
    )


def _repaired(path: Path, repaired: Repaired) -> str:
    kept = ", ".join(str(each) for each in repaired.tables if each.rows)
    return f"{path}: made anew with {kept}; as it was it is {repaired.copy}"


def _still_missing(path: Path, repaired: Repaired) -> Iterable[str]:
    if repaired.lost:
        kept = ", ".join(map(str, repaired.lost))
        found = f", {repaired.restored:,} more from the history" * bool(
            repaired.restored
        )
        yield (
            f"only {kept} could be read{found}; `cablereader triage restore` adds what"
            " an older dump has"
        )
    yield from (f"{each}; {REPAIR}" for each in examine_notebook(path))


def _notebook_summary(path: Path, archive: Path) -> str:
    """How many cables the notebook has, and how many of them the archive does not."""
    known = cables_of(path)
    text = counted(len(known), "cable")
    if is_missing(archive):
        return text
    strange = 0
    with suppress(ArchiveError), Archive(archive) as cables:
        strange = sum(cables.place_of(cable_id) is None for cable_id in known)
    return (
        f"{text}, {strange:,} of them not in the archive, but kept" if strange else text
    )
