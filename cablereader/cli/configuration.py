"""Which configuration the options of a command line mean."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path


def config_path(options: Namespace) -> Path:
    """The path of ``--config``, else the reader's own."""
    if options.config:
        return Path(options.config)
    from cablereader.library.locations import config

    return config()
