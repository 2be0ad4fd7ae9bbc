"""``cablereader check``: what is odd in documents, or wrong with the reader's files."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from cablereader.cli.complaint import Complaints
from cablereader.errors import UsageError
from cablereader.parse.cable import read_cable
from cablereader.present.diagnostic import diagnostics
from cablereader.source.reading import read_raw


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``check``."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="FILE",
        help="pages, texts, CSV files, folders and archives of them; - for standard"
        " input. Lines of a page are those of `show --format raw`. Without any, your"
        " own files are checked: archive, notebook, bookmarks, options, themes",
    )
    parser.add_argument(
        "--repair",
        action="store_true",
        help="mend what can be mended in your own files; each is kept as it was beside"
        " it, as NAME.before-repair",
    )


def run(options: Namespace) -> int:
    """Print each defect with its place and line, or what is wrong with our files."""
    if not options.paths:
        from cablereader.cli.checkup import check_own_files

        return check_own_files(options)
    if options.repair:
        raise UsageError(
            "--repair is for your own files, and takes no FILE; see --help"
        )
    complaints = Complaints()
    for raw in read_raw(options.paths, report=complaints):
        for line in diagnostics(raw, read_cable(raw)):
            print(line)
    return complaints.exit_status
