"""``cablereader doctor``: what works here, and what to set where it does not."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from cablereader.cli.clipboard_check import clipboard_findings, try_clipboard
from cablereader.cli.configuration import config_path
from cablereader.cli.file_check import file_findings
from cablereader.cli.finding import Finding
from cablereader.cli.terminal_check import terminal_findings
from cablereader.library.settings import load_settings
from cablereader.present.visible import visible


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``doctor``."""
    parser.add_argument(
        "--try",
        dest="live",
        action="store_true",
        help="send a word to the clipboard, and ask what arrived there",
    )


def run(options: Namespace) -> int:
    """Print what was found; status 1 if something does not work."""
    findings = []
    for finding in _findings(options):
        findings.append(finding)
        print(visible(str(finding)), flush=True)
    return 0 if all(finding.works for finding in findings) else 1


def _findings(options: Namespace) -> Iterator[Finding]:
    settings = load_settings(config_path(options)).settings
    yield from terminal_findings(settings)
    yield from clipboard_findings(settings)
    if options.live:
        yield try_clipboard(settings)
    yield from file_findings(options)
    yield _versions()


def _versions() -> Finding:
    import sqlite3
    from importlib.metadata import version

    import yaml

    from cablereader import __version__
    from cablereader.archive.zstandard import zstd_version

    parts = (
        f"cablereader {__version__}",
        f"Python {sys.version.split()[0]}",
        f"Textual {version('textual')}",
        f"Rich {version('rich')}",
        f"SQLite {sqlite3.sqlite_version}",
        f"Zstandard {zstd_version}",
        f"PyYAML {version('pyyaml')}",
    )
    slow = "" if yaml.__with_libyaml__ else "PyYAML has no libyaml: YAML is read slowly"
    return Finding("versions", ", ".join(parts), slow)
