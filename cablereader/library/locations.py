"""Where the reader's files are: one function a place. Nothing is created here.

They are where `platformdirs` has them. Loading that is a tenth of what `show` costs, so
on Linux the few lines of the XDG base directory specification stand here as well.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

NAME: Final = "cablereader"
HOMELESS: Final = Path(os.devnull) / "HOME-is-not-set"
"""Stands for the home of somebody who has none: nothing can ever be made in it."""


def config_directory() -> Path:
    """What the reader writes: options, keys, themes."""
    return _directory("config", ".config")


def data_directory() -> Path:
    """What the reader owns: archive, bookmarks, triage."""
    return _directory("data", ".local/share")


def state_directory() -> Path:
    """What the program remembers for itself and could lose."""
    return _directory("state", ".local/state")


def cache_directory() -> Path:
    """What the program can make again."""
    return _directory("cache", ".cache")


def config() -> Path:
    """Options, keys and copy templates; written by hand only."""
    return config_directory() / "config.yaml"


def themes() -> Path:
    """The folder of the reader's own themes."""
    return config_directory() / "themes"


def archive() -> Path:
    """The imported cables: what ``CABLEREADER_ARCHIVE`` names, else our own."""
    named = os.environ.get("CABLEREADER_ARCHIVE")
    return Path(named) if named else data_directory() / "archive.db"


def named_archive(name: str) -> Path:
    """One of several archives of the reader's own."""
    return data_directory() / "archives" / f"{name}.db"


def bookmarks() -> Path:
    """The bookmarks: a YAML stream."""
    return data_directory() / "bookmarks.yaml"


def triage() -> Path:
    """Triage state, reading positions, saved searches, undo history."""
    return data_directory() / "triage.db"


def state() -> Path:
    """What the program remembers of the last session."""
    return state_directory() / "state.json"


def copies() -> Path:
    """The folder of the last texts that were copied."""
    return state_directory() / "copies"


def log() -> Path:
    """Warnings, without document text."""
    return state_directory() / "cablereader.log"


def _directory(kind: str, below: str) -> Path:
    """Our folder for files of a kind, which is nowhere for somebody without a home.

    Args:
        kind: As in the names of the XDG variables and of `PlatformDirs`.
        below: The home, where the folder is as long as no variable says otherwise.
    """
    named, home = os.environ.get(f"XDG_{kind.upper()}_HOME"), os.environ.get("HOME")
    if sys.platform == "linux" and home and home.startswith("/"):
        if named and named.startswith("/"):
            return Path(named, NAME)
        return Path(home, below, NAME)
    from platformdirs import PlatformDirs  # noqa: PLC0415  # as said above

    try:
        path = Path(getattr(PlatformDirs(NAME, appauthor=False), f"user_{kind}_dir"))
    except RuntimeError:
        return HOMELESS
    return path if path.is_absolute() else HOMELESS
