"""``cablereader import``: cables into the archive."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import Final

from cablereader.archive.importing.ingest import Import, Progress, import_paths
from cablereader.archive.importing.writing import MOST_NAMED, Tally
from cablereader.cli.archive_path import archive_path
from cablereader.cli.complaint import Complaints, complain
from cablereader.cli.interrupts import interrupts
from cablereader.cli.progress import ProgressLine
from cablereader.errors import UnreadableError, UsageError
from cablereader.library.kept.whole_archive import keep_whole
from cablereader.model.counted import counted
from cablereader.parse.dialect import Dialect
from cablereader.present.visible import visible_line
from cablereader.source.failure import Failure, failure_of

STOPPED: Final = 130
"""As a shell says of a program that ctrl+C ended."""
MOST_JOBS: Final = 4
"""Unless more are asked for: one process writes, and it can't feed more."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``import``."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="pages, texts, CSV files, folders and archives of them; - for standard"
        " input",
    )
    parser.add_argument(
        "--jobs",
        type=int,
        default=min(os.cpu_count() or 1, MOST_JOBS),
        metavar="N",
        help="processes that parse (here %(default)s)",
    )
    parser.add_argument(
        "--dialect",
        choices=[str(dialect) for dialect in Dialect],
        help="of a CSV file, instead of the one its first rows are in",
    )
    parser.add_argument(
        "--reparse",
        action="store_true",
        help="derive everything anew from the texts that the archive has",
    )


def run(options: Namespace) -> int:
    """Import the paths; ctrl+C ends it after the batch at hand."""
    if options.jobs < 1:
        raise UsageError("--jobs takes a number from 1 on")
    if bool(options.paths) == options.reparse:
        raise UsageError("give paths to import, or --reparse alone")
    return _reparse(options) if options.reparse else _import(options)


def _reparse(options: Namespace) -> int:
    """Derive all of the archive anew; the old one is kept beside it."""
    from cablereader.archive.repair.rebuilding import rebuild

    line = ProgressLine(sys.stderr)
    with interrupts(
        lambda: complain("stopping; the archive stays as it is")
    ) as stopped:
        made = rebuild(
            archive_path(options),
            jobs=_jobs(options),
            stop=stopped,
            progress=lambda done: line.show(Progress(Tally(new=done), 0, 0)),
        )
        keep_whole(archive_path(options), came=made.cables)
    line.close()
    print(
        f"{counted(made.cables, 'cable')} derived anew; the old archive is {made.copy}"
    )
    for name in made.lost:
        complain(f"{name}: its text could not be read; import it again")
    return UnreadableError.exit_status if made.lost else 0


def _jobs(options: Namespace) -> int:
    """Processes beside this one."""
    return options.jobs if options.jobs > 1 else 0


def _import(options: Namespace) -> int:
    complaints = Complaints()
    if not any(path == "-" or os.path.lexists(path) for path in options.paths):
        for path in options.paths:
            complaints(failure_of(path, FileNotFoundError()))
        return complaints.exit_status  # and no empty archive is made
    line = ProgressLine(sys.stderr)

    def report(failure: Failure) -> None:
        line.above(lambda: complaints(failure))

    def say_stop() -> None:
        line.above(lambda: complain("stopping; ctrl+C again to end at once"))

    with interrupts(say_stop) as stopped:
        how = Import(
            report=report,
            progress=line.show,
            stop=stopped,
            dialect=Dialect(options.dialect) if options.dialect else None,
            jobs=_jobs(options),
        )
        tally = import_paths(archive_path(options), options.paths, how)
        line.close()
        print(_in_words(tally))
        if 0 < len(tally.named) <= MOST_NAMED:
            print(f"changed: {visible_line(', '.join(tally.named))}")
        if stopped():
            complain("stopped; run the same import again to go on")
            return STOPPED
        keep_whole(archive_path(options), came=tally.new + tally.changed)
    return complaints.exit_status


def _in_words(tally: Tally) -> str:
    return (
        f"{tally.new:,} new, {tally.changed:,} changed, {tally.known:,} already there"
    )
