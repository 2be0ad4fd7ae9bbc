"""``cablereader open``: the reader on a terminal."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from cablereader.cli.complaint import Complaints
from cablereader.cli.what import Named, address_in, find_named
from cablereader.errors import UsageError
from cablereader.model.cable import ParagraphRef
from cablereader.source.failure import Failure
from cablereader.source.reading import STANDARD_INPUT
from cablereader.source.sample import read_sample

MOST: Final = 5_000
"""Cables that are read at once; more belong into an archive."""
SAMPLE: Final = "sample archive: these cables are fiction; ? lists the keys"
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


@dataclass(slots=True)
class Delayed:
    """Keeps failures until the screen is ours again."""

    failures: list[Failure] = field(default_factory=list)

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
    delayed = Delayed()
    cables, first, notice = _cables(options.what, delayed)
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
    words: Sequence[str], report: Delayed
) -> tuple[tuple[Named, ...], ParagraphRef | None, str]:
    """The cables to go through, where to begin, and what to say of them."""
    if not words:
        return tuple(map(Named, read_sample())), None, SAMPLE
    named = tuple(islice(find_named(words, report), MOST + 1))
    notice = f"the first {MOST} cables of more" if len(named) > MOST else ""
    cables = named[:MOST]
    first = next((_ref(each) for each in cables if each.label), None)
    if len(cables) == 1 and address_in(words[0]):
        first = first or _ref(cables[0])
        return tuple(map(Named, read_sample())), first, SAMPLE
    return cables, first, notice


def _ref(named: Named) -> ParagraphRef:
    return ParagraphRef(named.raw.cable_id or "", named.label or "")


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
        return f"a terminal of type {terminal or 'unknown (TERM is not set)'}"
    if sys.stderr.encoding.lower().replace("-", "") != "utf8":
        return f"the terminal is set to {sys.stderr.encoding}, not UTF-8"
    return None


def _read(
    options: Namespace,
    cables: tuple[Named, ...],
    first: ParagraphRef | None,
    notice: str,
) -> int:
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # some of them load code, or open a connection
    if not options.color:
        os.environ["NO_COLOR"] = "1"
    from cablereader.app.app import run_reader
    from cablereader.library.queue import DocumentQueue
    from cablereader.library.session import open_session

    queue = DocumentQueue([named.raw for named in cables])
    config = Path(options.config) if options.config else None
    return run_reader(open_session(queue, first=first, notice=notice, config=config))
