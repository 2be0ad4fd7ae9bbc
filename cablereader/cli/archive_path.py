"""Which archive the options of a command line mean."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import Final

from cablereader.cli.complaint import complain

SAMPLE: Final = (
    "there is no archive yet, so this is the built-in sample, which is fiction;"
    " make one with `cablereader import PATH`"
)


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


def archive_if_any(options: Namespace) -> Path | None:
    """The archive that is meant; ``None`` where none is named and the reader has none.

    One that is named and missing is a mistake, for which no sample may stand in.
    """
    path = archive_path(options)
    is_named = options.archive or os.environ.get("CABLEREADER_ARCHIVE")
    return path if is_named or path.exists() else None


def archive_to_search(options: Namespace) -> Path:
    """The archive that is meant, else the built-in sample; then that is said."""
    path = archive_if_any(options)
    if path is not None:
        return path
    from cablereader.library.sample_archive import sample_archive

    sample = sample_archive()
    if sample is None:
        return archive_path(options)
    complain(SAMPLE)
    return sample


def is_name(word: str) -> bool:
    """Whether a word can be the name of an archive, since it is no path."""
    return word.replace("-", "").replace("_", "").isalnum()
