"""``cablereader triage``: the notebook as text, kept in git, moved between machines."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from cablereader.cli.archive_path import archive_path
from cablereader.cli.complaint import complain
from cablereader.errors import ArchiveError, UnreadableError, UsageError
from cablereader.library import locations
from cablereader.library.notebook.dump import Dump, dump_lines, read_dump
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.joining import restoring
from cablereader.model.saved_search import restoring_searches
from cablereader.model.step import Step, cables_of
from cablereader.present.json_line import json_line
from cablereader.present.visible import visible_line

MOST_NAMED: Final = 20
"""Lines or cables that are named one by one."""
STANDARD: Final = "-"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``triage``."""
    parser.add_argument(
        "action",
        choices=("dump", "restore", "status"),
        help="print all as text, a cable a line; take such text in; say what is there",
    )
    parser.add_argument(
        "file",
        nargs="?",
        default=STANDARD,
        metavar="FILE",
        help="where to restore from; - or nothing for standard input",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="let go of what the text does not have; else both are joined",
    )
    parser.add_argument("--json", action="store_true", help="the status as JSON")


def run(options: Namespace) -> int:
    """Do one of the three."""
    if options.action != "restore" and options.file != STANDARD:
        raise UsageError(f"{options.file}: {options.action} takes no file; see --help")
    if options.action == "restore":
        return _restore(options)
    with TriageFile(locations.triage(), to_read=True) as file:
        if options.action == "dump":
            _dump(file)
        else:
            _print_status(file, as_json=options.json)
    return 0


def _dump(file: TriageFile) -> None:
    for line in dump_lines(file.touched(), file.searches()):
        sys.stdout.buffer.write(f"{line}\n".encode())


def _restore(options: Namespace) -> int:
    """Take a dump in, all of it in one step that can be taken back."""
    dump = read_dump(_lines(options.file))
    _complain_of(options.file, dump)
    if options.replace and (dump.unknown or not dump.has_head):
        what = "some lines are none" if dump.unknown else "the first line is missing"
        raise UnreadableError(
            f"{options.file}: nothing was replaced, because {what}; put it right, or"
            " restore without --replace"
        )
    with TriageFile(locations.triage()) as file:
        done = file.apply(_step(file, dump, replacing=options.replace))
    print(_outcome(done))
    _name_strangers(dump, archive_path(options))
    return UnreadableError.exit_status if dump.unknown else 0


def _step(file: TriageFile, dump: Dump, *, replacing: bool) -> Step:
    own = dict(file.touched())
    cables = restoring(own, dump.cables, replacing=replacing)
    searches = restoring_searches(file.searches(), dump.searches, replacing=replacing)
    named = cables_of(cables) if cables else "saved searches"
    return Step(f"restored {named}", (*cables, *searches))


def _outcome(done: Step) -> str:
    if not done:
        return "nothing to restore: the notebook says the same"
    return visible_line(f"{done.sentence}; `u` in the reader takes it back")


def _lines(name: str) -> Iterator[str]:
    """The lines of a file; what is no text stands in them as halves of letters."""
    with ExitStack() as stack:
        source: BinaryIO = (
            sys.stdin.buffer
            if name == STANDARD
            else stack.enter_context(Path(name).open("rb"))
        )
        for line in source:
            yield line.decode("utf-8", "surrogateescape")


def _complain_of(name: str, dump: Dump) -> None:
    for line in dump.unknown[:MOST_NAMED]:
        complain(f"{name}:{line.number}: {line.reason}; the line was left out")
    if (more := len(dump.unknown) - MOST_NAMED) > 0:
        complain(f"{name}: {more:,} more lines were left out")


def _name_strangers(dump: Dump, archive: Path) -> None:
    """Say which cables the archive does not have; they are kept for another one."""
    if not archive.is_file():
        return
    from cablereader.archive.store import Archive

    with suppress(ArchiveError), Archive(archive) as cables:
        strange = [each for each in dump.cables if cables.place_of(each) is None]
        if strange:
            named = ", ".join(strange[:MOST_NAMED])
            more = f" and {len(strange) - MOST_NAMED:,} more"
            named += more if len(strange) > MOST_NAMED else ""
            complain(f"not in the archive, but kept: {named}")


def _status(file: TriageFile) -> dict[str, Any]:
    counts = file.counts()
    return {
        "path": str(file.path),
        "exists": file.path.exists(),
        "read": counts.read,
        "aside": counts.aside,
        "starred": counts.starred,
        "labelled": counts.labelled,
        "noted": counts.noted,
        "labels": dict(file.labels()),
        "searches": {each.name: each.query for each in file.searches()},
        "undo": file.undoable(),
        "redo": file.redoable(),
        "drafts": [draft.of for draft in file.whereabouts.left_drafts()],
    }


def _print_status(file: TriageFile, *, as_json: bool) -> None:
    status = _status(file)
    if as_json:
        sys.stdout.buffer.write(json_line(status))
        return
    for name, value in status.items():
        print(visible_line(f"{name:<8}  {_shown(value)}"))


def _shown(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no, nothing is noted yet"
        case int():
            return f"{value:,}"
        case dict():
            return ", ".join(f"{name} ({each})" for name, each in value.items()) or "-"
        case list():
            return ", ".join(map(str, value)) or "-"
        case _:
            return str(value or "-")
