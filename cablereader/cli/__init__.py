"""The command line: words in, exit status out.

Only the module of the chosen subcommand is imported, so that each starts as fast as
it can.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import TextIOWrapper

from cablereader.cli.arguments import parse_words
from cablereader.cli.complaint import complain
from cablereader.errors import CableReaderError

INTERRUPTED = 130
"""As a shell says of a program that ctrl+C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the words on the command line say.

    Args:
        argv: The words after the program's name; those of the process if missing.

    Returns:
        The exit status of interface.md.
    """
    os.umask(0o077)
    _mend_streams()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if "--debug" in words:
            raise
        return _complain_of(error)
    return status


def _run(words: list[str]) -> int:
    try:
        options: Namespace = parse_words(words)
    except SystemExit as ending:  # argparse, after --help and --version
        return int(ending.code or 0)
    status: int = options.run(options)
    return status


def _complain_of(error: Exception) -> int:
    match error:
        case CableReaderError():
            complain(str(error))
            return error.exit_status
        case OSError():
            place = error.filename or "cannot write the output"
            complain(f"{place}: {(error.strerror or str(error)).lower()}")
        case _:
            name = type(error).__name__
            complain(f"a fault of the program ({name}); run it with --debug, report it")
    return 1


def _mend_streams() -> None:
    """Let no stream fail: closed ones become the null device, odd letters ``?``."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  # for as long as the process lives
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _abandon_output() -> None:
    """Let nothing more be written where nobody reads, not even at the very end."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
