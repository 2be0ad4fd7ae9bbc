"""What happens outside the screen: plain text, other programs, files."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from cablereader.library.files.private_file import private_file
from cablereader.model.cable import Cable
from cablereader.present.visible import visible

FORMATS: Final = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "json",
}
"""Of files by their endings; all others are text."""
PROMPT: Final = "\nEnter goes back to cablereader. "


def text_of(cable: Cable) -> str:
    """A cable as clean plain text."""
    return _written(cable, "text")


def print_plain(text: str) -> None:
    """Print text where the terminal's own selection and scrollback reach it, and wait.

    To be called while the application is suspended.
    """
    sys.stdout.write(text)
    wait()


def pipe(command: str, text: str) -> None:
    """Run the reader's command with text on its standard input, and wait.

    To be called while the application is suspended. The command goes to the shell as
    it was typed; of the document nothing but its standard input is made.
    """
    subprocess.run(  # noqa: S602  # the reader's own command, as in any pager
        command, shell=True, input=text.encode("utf-8", "replace"), check=False
    )
    wait()


def wait() -> None:
    """Until Enter is pressed, or the input ends."""
    with suppress(EOFError, KeyboardInterrupt):
        input(PROMPT)


def write(path: Path, cable: Cable, *, replacing: bool) -> None:
    """Write a cable to a file: Markdown, JSON or text, by the file's ending.

    Whatever goes wrong, all files are as before.

    Args:
        path: The file.
        cable: What is written.
        replacing: Whether it may take the place of one that is there.

    Raises:
        OSError: When it cannot be written; `FileExistsError` when there is one that
            is not to be replaced.
    """
    text = _written(cable, FORMATS.get(path.suffix.lower(), "text"))
    with private_file(path, replacing=replacing) as file:
        file.write(text.encode(errors="replace"))


def _written(cable: Cable, form: str) -> str:
    from cablereader.present.cable_format import CABLE_FORMATS

    return CABLE_FORMATS[form].write(cable)


def edit(text: str, folder: Path) -> str:
    """Let the reader change text in an editor of their own; the text afterwards.

    To be called while the application is suspended.

    Args:
        text: What to begin with.
        folder: A folder that is the reader's alone; the file in it is gone afterwards.

    Raises:
        OSError: When the editor cannot be started, or the file not be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = mkstemp(".md", "note-", folder)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        subprocess.run([*editor(), name], check=False)  # noqa: S603  # the reader's own
        return visible(Path(name).read_text("utf-8", "replace")).strip()
    finally:
        Path(name).unlink(missing_ok=True)


def editor() -> list[str]:
    """The editor that the reader's environment names."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    from shlex import split

    return split(named)
