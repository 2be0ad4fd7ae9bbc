"""Which archive the options of a command line mean."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path


def archive_path(options: Namespace) -> Path:
    """The archive of ``--archive``, else the one of the environment, else the reader's.

    A word that is no file is the name of an archive among the reader's own, so that
    several can be kept side by side: ``--archive iraq``.
    """
    from cablereader.library import locations

    if not options.archive:
        return locations.archive()
    path = Path(options.archive)
    if path.exists() or not is_name(options.archive):
        return path
    return locations.named_archive(options.archive)


def is_name(word: str) -> bool:
    """Whether a word can be the name of an archive, since it is no path."""
    return word.replace("-", "").replace("_", "").isalnum()
