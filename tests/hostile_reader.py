"""Reads files that were made to hurt, with little memory and little time.

``python hostile_reader.py FILE…`` prints a line for each: its name, and what became of
it as bookmarks and as settings. It dies if one of them is too much.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.settings import load_settings

MEMORY = 300 * 1024 * 1024
SECONDS = 20


def main(names: list[str]) -> None:
    """Read them all."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in names:
        path = Path(name)
        start = time.process_time()
        loaded = BookmarkFile(path).load()
        settings = load_settings(path)
        took = time.process_time() - start
        said = len(loaded.problems) + bool(loaded.read_only) + len(settings.problems)
        sys.stdout.write(f"{path.name} {len(loaded.bookmarks)} {said} {took:.1f}\n")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    main(sys.argv[1:])
