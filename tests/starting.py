"""Scripts of these tests, each started as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).parent
ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
"""In which another Python finds what this one does."""


def started(script: str, *words: object) -> subprocess.Popen[str]:
    """A script beside this one, running; it prints into the one pipe."""
    return subprocess.Popen(
        [sys.executable, str(TESTS / script), *map(str, words)],
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
