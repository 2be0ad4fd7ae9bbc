"""``cablereader open``: the reader on a terminal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``open``."""
    parser.add_argument(
        "what",
        nargs="*",
        metavar="WHAT",
        help="files, folders, archives, - for standard input, reference ids"
        " (09MEXICO3195) and paragraphs (09MEXICO3195:5); nothing for the sample",
    )


def run(options: Namespace) -> int:
    """Open the reader."""
    raise NotImplementedError
