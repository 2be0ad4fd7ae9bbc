"""``cablereader check`` without a FILE: the reader's own files, and their repair."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from cablereader.cli.archive_path import archive_path
from cablereader.cli.config import problems_in, theme_problems
from cablereader.cli.configuration import config_path
from cablereader.library import locations
from cablereader.library.checkup import (
    Checkup,
    check_archive,
    check_bookmarks,
    check_leftovers,
    check_notebook,
    is_missing,
)
from cablereader.present.visible import visible_line


def check_own_files(options: Namespace) -> int:
    """Print what is wrong with each file; the status is that of the worst."""
    status = 0
    for checkup in _checkups(options):
        for line in _lines(checkup):
            print(visible_line(line), flush=True)
        status = max(status, checkup.exit_status)
    return status


def _checkups(options: Namespace) -> Iterator[Checkup]:
    archive = archive_path(options)
    repair: bool = options.repair
    yield check_archive(archive, repair=repair, jobs=os.cpu_count() or 1)
    yield check_notebook(locations.triage(), archive, repair=repair)
    yield check_bookmarks(locations.bookmarks(), archive, repair=repair)
    yield _config(config_path(options))
    yield _themes(locations.themes())
    files = (archive, locations.triage(), locations.bookmarks(), locations.state())
    yield check_leftovers(files, repair=repair)


def _config(path: Path) -> Checkup:
    if is_missing(path):
        return Checkup(path=path, summary="not there; all options are as built in")
    return Checkup(path=path, summary="read", problems=problems_in(path))


def _themes(path: Path) -> Checkup:
    """Only what is wrong: most have no themes of their own."""
    return Checkup(path=path, problems=theme_problems())


def _lines(checkup: Checkup) -> Iterator[str]:
    yield from checkup.done
    if checkup.problems:
        yield from map(str, checkup.problems)
    elif checkup.summary:
        yield f"{checkup.path}: {checkup.summary}"
