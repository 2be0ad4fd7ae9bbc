"""The built-in archive of fictional cables."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def sample_folder() -> Path:
    """Where the documents of the sample archive are."""
    return Path(str(files("cablereader") / "sample" / "cables"))
