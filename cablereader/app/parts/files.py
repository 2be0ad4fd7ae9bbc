"""Files that the reader names: asked for with a proposal, replaced only if told so."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, Protocol

from cablereader.app.part import Host
from cablereader.app.state.fault import Fault
from cablereader.present.cut import cut_within
from cablereader.present.visible import visible_line

FOLDER_SHARE: Final = 4
"""Of so many columns the folder has one at most, before the name that is typed."""


class Writing(Protocol):
    """Writes a file."""

    def __call__(self, path: Path, *, replacing: bool) -> object:
        """Write it, over the one that is there if that is to be replaced."""


def ask_file(host: Host, kind: str, name: str, asked: str) -> None:
    """Ask for the name of a file, and say in which folder it will be.

    Args:
        host: The screen.
        kind: Of the words that are asked for.
        name: The one proposed.
        asked: What is done with the file: ``write``.
    """
    folder = visible_line(str(Path.cwd())).rstrip("/")
    shown = cut_within(f"{folder}/", host.size.width // FOLDER_SHARE)
    host.ask(kind, "name of a file", name, f"{asked} to {shown}:")


def into_file(host: Host, name: str, write: Writing, refused: str) -> None:
    """Write the file of a name; over another one only if told so.

    Args:
        host: The screen.
        name: As it was typed; there is no `fault_of_file` in it.
        write: Writes it.
        refused: What is said where another one is not to be replaced.
    """
    path = Path(name.strip()).expanduser()
    if path.exists():
        from cablereader.app.screens.question import Question

        text = f"{visible_line(path.name)} is there already. Replace it?"
        answered = partial(_replace_if, host, path, write, refused)
        _ = host.push(Question(text), answered)
    else:
        write(path, replacing=False)


def _replace_if(
    host: Host, path: Path, write: Writing, refused: str, yes: bool | None
) -> None:
    if yes:
        write(path, replacing=True)
    else:
        host.say(refused)


def fault_of_file(name: str) -> Fault | None:
    """Why nothing can be written under a name."""
    if not name.strip():
        return Fault("name a file")
    try:
        path = Path(name.strip()).expanduser()
    except RuntimeError:
        return Fault(f"nobody is called {name.strip().partition('/')[0]} here")
    if not name.strip().isprintable():
        return Fault("the name has a character that nobody can see")
    if path.is_dir():
        return Fault(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        return Fault(f"there is no folder {path.parent}")
    return None
