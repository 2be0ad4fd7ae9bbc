"""Which archive the options of a command line mean."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path


def archive_path(options: Namespace) -> Path:
    """The path of ``--archive``, else the one of the environment, else the reader's."""
    if options.archive:
        return Path(options.archive)
    from cablereader.library.locations import archive

    return archive()
