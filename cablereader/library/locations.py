"""Where the reader's files are: one function a place. Nothing is created here."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

HOMELESS: Final = Path(os.devnull) / "HOME-is-not-set"
"""Stands for the home of somebody who has none: nothing can ever be made in it."""


def config_directory() -> Path:
    """What the reader writes: options, keys, themes."""
    return _settled(lambda places: places.user_config_path)


def data_directory() -> Path:
    """What the reader owns: archive, bookmarks, triage."""
    return _settled(lambda places: places.user_data_path)


def state_directory() -> Path:
    """What the program remembers for itself and could lose."""
    return _settled(lambda places: places.user_state_path)


def cache_directory() -> Path:
    """What the program can make again."""
    return _settled(lambda places: places.user_cache_path)


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


def _settled(place: Callable[[PlatformDirs], Path]) -> Path:
    """A place, which is nowhere for somebody without a home."""
    from platformdirs import PlatformDirs  # noqa: PLC0415  # slow to load

    try:
        path = place(PlatformDirs("cablereader", appauthor=False))
    except RuntimeError:
        return HOMELESS
    return path if path.is_absolute() else HOMELESS
