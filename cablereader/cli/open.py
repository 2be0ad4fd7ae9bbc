"""``cablereader open``: the reader on a terminal."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cablereader.cli.archive_path import archive_if_any
from cablereader.cli.complaint import Complaints
from cablereader.cli.unconnected import without_openssl
from cablereader.cli.what import Named, address_in, find_named, paragraph_of
from cablereader.errors import NothingFoundError, UsageError
from cablereader.model.cable import Cable
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.parse.address import Address, joined_words
from cablereader.parse.cable import read_cable
from cablereader.source.failure import Failure
from cablereader.source.tree import STANDARD_INPUT

if TYPE_CHECKING:
    from cablereader.archive.store import Archive

MOST: Final = 5_000
"""Cables that are read at once; more belong into an archive."""
SAMPLE: Final = "sample, all fiction; for yours: `cablereader import PATH`"
INSTEAD: Final = "use `cablereader show` or `cablereader parse` instead"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``open``."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="WHAT",
        help="files, folders, archives, - for standard input, reference ids"
        " (09MEXICO3195) and paragraphs (09MEXICO3195:5); nothing for the sample",
    )


class Delayed:
    """Keeps failures until the screen is ours again."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []

    def __call__(self, failure: Failure) -> None:
        """Keep it."""
        self.failures.append(failure)

    def say(self) -> int:
        """Name them all.

        Returns:
            The exit status.
        """
        complaints = Complaints()
        for failure in self.failures:
            complaints(failure)
        return complaints.exit_status


def run(options: Namespace) -> int:
    """Open the reader."""
    if STANDARD_INPUT in options.what:
        return _open_documents(options)
    addresses = [address_in(word) for word in joined_words(options.what)]
    if len(addresses) > 1 or not all(addresses):
        return _open_documents(options)
    return _open_library(options, addresses[0] if addresses else None)


def _open_library(options: Namespace, address: Address | None) -> int:
    """The archive, or the sample where there is none; at a cable of it, if named."""
    from cablereader.archive.store import Archive

    check_terminal()
    path, notice = archive_if_any(options), ""
    if path is None:
        from cablereader.library.sample_archive import sample_archive

        sample = sample_archive()
        if sample is None:
            return _open_documents(options)
        path, notice = sample, SAMPLE
    with Archive(path) as archive:
        first = None
        if address:
            cable = archive.get(address.name)
            if cable is None:
                raise NothingFoundError(
                    f"{address.name}: not in {path}; import it, or give its file"
                )
            first = _ref(cable, address.label)
        return _read(options, (), first, notice, archive)


def _open_documents(options: Namespace) -> int:
    delayed = Delayed()
    cables, first, notice = _cables(options, delayed)
    if not cables:
        return delayed.say()
    if delayed.failures:
        notice = f"{len(delayed.failures)} could not be read; named when you quit"
    if STANDARD_INPUT in options.what:
        _read_keys_from_terminal()
    check_terminal()
    status = _read(options, cables, first, notice)
    return delayed.say() or status


def _cables(
    options: Namespace, report: Delayed
) -> tuple[tuple[Named, ...], ParagraphRef | None, str]:
    """The cables to go through, where to begin, and what to say of them."""
    if not options.what:
        from cablereader.source.sample import read_sample

        return tuple(map(Named, read_sample())), None, SAMPLE
    found = find_named(options.what, report, options)
    named = tuple(islice(found, MOST + 1))
    notice = f"the first {MOST} cables of more" if len(named) > MOST else ""
    cables = named[:MOST]
    named_first = next((each for each in cables if each.label), None)
    if named_first is None:
        return cables, None, notice
    return cables, _ref(read_cable(named_first.raw), named_first.label), notice


def _ref(cable: Cable, label: str | None) -> ParagraphRef:
    """The paragraph to begin with.

    Raises:
        NothingFoundError: If the cable has none of that label.
    """
    paragraph = paragraph_of(cable, label) if label else None
    return ParagraphRef(cable.cable_id or "", paragraph.label if paragraph else "")


def _read_keys_from_terminal() -> None:
    """Make the terminal standard input again, after a document came from there."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(f"no terminal to read keys from; {INSTEAD}") from error
    os.dup2(terminal, 0)


def check_terminal() -> None:
    """Refuse to draw where nothing can be drawn, before anything is.

    Raises:
        UsageError: With the reason, and what can be done there.
    """
    problem = _terminal_problem()
    if problem:
        raise UsageError(f"{problem}; {INSTEAD}")


def _terminal_problem() -> str | None:
    if not sys.stdin.isatty():
        return "standard input is no terminal, so there are no keys"
    if not sys.stderr.isatty():
        return "standard error is no terminal, and the reader draws there"
    terminal = os.environ.get("TERM", "")
    if terminal in {"", "dumb"}:
        named = f"of type {terminal}" if terminal else "unknown: TERM is not set"
        return f"the terminal is {named}, on which nothing can be drawn"
    if sys.stderr.encoding.lower().replace("-", "") != "utf8":
        return f"the terminal is set to {sys.stderr.encoding}, not UTF-8"
    return None


def _read(
    options: Namespace,
    cables: tuple[Named, ...],
    first: ParagraphRef | None,
    notice: str,
    archive: Archive | None = None,
) -> int:
    from cablereader.library.queue import DocumentQueue
    from cablereader.library.session import open_session

    queue = DocumentQueue([named.raw for named in cables])
    config = Path(options.config) if options.config else None
    session = open_session(queue, first=first, notice=notice, config=config)
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # some of them load code, or open a connection
    if not options.color:
        os.environ["NO_COLOR"] = "1"
    os.environ |= session.terminal.environment()
    gc.disable()  # looking for cycles is a tenth of the start; the app takes it up
    with without_openssl():
        from cablereader.app.app import run_reader  # after Textual's environment is set

    return run_reader(session, archive)
