"""What the program notes down for itself, so that the next start is as the last end.

It could be lost without harm: what can't be read is forgotten.
"""

from __future__ import annotations

import json
from pathlib import Path

from cablereader.library.files.atomic import replace, target_of
from cablereader.library.files.lock import locked
from cablereader.library.files.small_file import read_small
from cablereader.model.frozen import frozen


@frozen
class RememberedFile:
    """Words by name, such as ``theme``, in a small JSON file."""

    path: Path

    def load(self) -> dict[str, str]:
        """All that is remembered. Never raises."""
        try:
            noted = json.loads(read_small(self.path))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(noted, dict):
            return {}
        return {name: word for name, word in noted.items() if isinstance(word, str)}

    def note(self, name: str, word: str) -> None:
        """Remember a word; what other sessions noted stays.

        Raises:
            OSError: When it could not be written.
            NotebookError: When another session does not let go of the file.
        """
        target = target_of(self.path)
        with locked(target):
            noted = self.load() | {name: word}
            content = json.dumps(noted, ensure_ascii=False, indent=1, sort_keys=True)
            replace(target, f"{content}\n".encode(errors="replace"))
