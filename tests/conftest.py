"""Fixtures for all tests: nobody's own files are ever read or written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", settings.default, deadline=None)
settings.load_profile("patient")
"""No test asserts a time; in CI each run tries the same examples."""

REAL = Path(__file__).parent.parent.parent / "shared" / "data"
"""Real documents, beside the project; never part of it."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home directory, and no setting of the machine."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("NO_COLOR", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "ESCDELAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("CABLEREADER_ARCHIVE", raising=False)
    return home


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """The folder of real documents; skips where it is missing."""
    if not REAL.is_dir():
        pytest.skip("the real documents are not beside the project")
    return REAL
