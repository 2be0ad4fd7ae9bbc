"""A bookmark in the reader's own editor, as the YAML document that it is on disk."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import mkstemp

from cablereader.archive.folder import make_directory
from cablereader.errors import NotebookError, UsageError
from cablereader.library import locations
from cablereader.library.bookmarks.document import (
    NoBookmarkError,
    from_document,
    to_document,
)
from cablereader.library.files.atomic import write_all
from cablereader.library.files.small_file import read_small
from cablereader.model.bookmark import Bookmark


def edited_document(mark: Bookmark) -> Bookmark:
    """The bookmark as the editor left it, with the key that it had.

    Raises:
        UsageError: When there is no editor, or it failed.
        NotebookError: When what it left is no bookmark; the text is kept in a file.
    """
    make_directory(locations.state_directory())
    descriptor, name = mkstemp(".yaml", "bookmark-", locations.state_directory())
    path = Path(name)
    try:
        write_all(descriptor, to_document(mark).encode())
    finally:
        os.close(descriptor)
    _run(path)
    try:
        change = from_document(read_small(path).decode())
    except (NoBookmarkError, UnicodeDecodeError) as error:
        raise NotebookError(f"{path}: {error}; nothing changed") from error
    if not isinstance(change, Bookmark) or change.key != mark.key:
        raise NotebookError(f"{path}: not the same bookmark any more; nothing changed")
    path.unlink()
    return change


def _run(path: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = (*shlex.split(editor), str(path))
        done = subprocess.run(words, check=False)  # noqa: S603  # the reader's choice
    except (OSError, ValueError) as error:
        path.unlink()
        raise UsageError(f"{editor}: no editor; set EDITOR, or use --note") from error
    if done.returncode:
        path.unlink()
        raise UsageError(f"{editor} failed; nothing changed")
