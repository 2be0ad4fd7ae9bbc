"""The reader's own files: where they are, and whether they can be used."""

from __future__ import annotations

import os
import stat
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cablereader.cli.archive_path import archive_path
from cablereader.cli.config import problems_in
from cablereader.cli.configuration import config_path
from cablereader.cli.finding import Finding
from cablereader.errors import ArchiveError, NotebookError
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.files.network_disk import is_on_network
from cablereader.model.counted import counted

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def file_findings(options: Namespace) -> Iterator[Finding]:
    """What is where, and what is wrong with it."""
    yield _config(config_path(options))
    yield _archive(archive_path(options))
    yield _notebook(locations.triage())
    yield _bookmarks(locations.bookmarks())
    for folder in (locations.data_directory(), locations.state_directory()):
        yield from _folder(folder)


def _config(path: Path) -> Finding:
    if not path.exists():
        return Finding("config", f"{path}: not there; all options are as built in")
    count = len(problems_in(path))
    if count:
        remedy = "`cablereader config check` names them"
        return Finding("config", f"{path}: {count} wrong lines", remedy, works=False)
    return Finding("config", str(path))


def _archive(path: Path) -> Finding:
    if not path.exists():
        remedy = "`cablereader import PATH` makes it; till then the sample is read"
        return Finding("archive", f"{path}: not there", remedy)
    from cablereader.archive.store import Archive

    try:
        with Archive(path) as archive:
            return Finding("archive", f"{path}: {counted(archive.size, 'cable')}")
    except ArchiveError as error:
        return Finding("archive", str(error), works=False)


def _notebook(path: Path) -> Finding:
    if not path.exists():
        return Finding("notebook", f"{path}: not there; nothing is noted yet")
    from cablereader.archive.disk_locks import knows_locks
    from cablereader.library.notebook.connection import LOCKLESS
    from cablereader.library.notebook.triage import TriageFile

    try:
        with TriageFile(path, to_read=True) as file:
            count = counted(sum(1 for _ in file.touched()), "cable")
    except NotebookError as error:
        return Finding("notebook", str(error), works=False)
    if not knows_locks(path.resolve()):
        return Finding("notebook", f"{path}: {LOCKLESS}", works=False)
    return Finding("notebook", f"{path}: {count}")


def _bookmarks(path: Path) -> Finding:
    loaded = BookmarkFile(path).load()
    if loaded.read_only:
        return Finding("bookmarks", loaded.read_only, works=False)
    text = f"{path}: {counted(len(loaded.bookmarks), 'bookmark')}"
    if loaded.problems:
        remedy = "; ".join(map(str, loaded.problems[:3]))
        return Finding("bookmarks", text, remedy, works=False)
    disk = (
        "on a network disk; locks work as they do there" if is_on_network(path) else ""
    )
    return Finding("bookmarks", text, disk)


def _folder(path: Path) -> Iterator[Finding]:
    """Only what is wrong with a folder."""
    if not path.is_dir():
        return
    mode = path.stat().st_mode
    if mode & OTHERS:
        text = f"{path}: open to others"
        yield Finding("folder", text, f"chmod 700 {path}")
    if not os.access(path, os.W_OK):
        yield Finding("folder", f"{path}: can't be written to", works=False)
