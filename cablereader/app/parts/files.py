"""Files that the reader names: asked for with a proposal, replaced only if told so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from cablereader.app.part import Host
from cablereader.app.state.fault import Fault
from cablereader.app.state.file_completion import file_completions
from cablereader.app.state.words import Words
from cablereader.present.visible import visible_line


class Writing(Protocol):
    """Writes a file."""

    def __call__(self, path: Path, *, replacing: bool) -> object:
        """Write it, over the one that is there if that is to be replaced."""


class NamedFile:
    """A file that is asked for by its name, and written.

    As long as the name is typed, the status line says where the file will be.
    """

    def __init__(
        self,
        host: Host,
        proposed: Callable[[], str],
        write: Writing,
        refused: str,
    ) -> None:
        """A file of a screen.

        Args:
            host: The screen.
            proposed: The name to begin with, and in a folder that is named alone.
            write: Writes the file.
            refused: What is said where another one is not to be replaced.
        """
        self._host = host
        self._write = write
        self._refused = refused
        self._proposed = proposed
        self.words = Words(
            enter="write",
            take=self.take,
            typed=self._tell,
            left=partial(host.say, ""),
            fault=lambda name: fault_of_file(name, proposed()),
            completions=file_completions,
            proposed=True,
            answered=True,
        )

    def ask(self, kind: str, asked: str) -> None:
        """Ask for the name.

        Args:
            kind: Of the words that are asked for; its own `words` take them.
            asked: What is done with the file: ``write``.
        """
        self._host.ask(kind, "name of a file", self._proposed(), f"{asked} to:")

    def take(self, name: str) -> None:
        """Write the file of a name; over another one only if told so."""
        path = path_of(name, self._proposed())
        self._host.say("")
        if path.exists():
            from cablereader.app.screens.question import Question

            text = f"{visible_line(path.name)} is there already. Replace it?"
            _ = self._host.push(Question(text), partial(self._replace_if, path))
        else:
            self._write(path, replacing=False)

    def _replace_if(self, path: Path, yes: bool | None) -> None:
        if yes:
            self._write(path, replacing=True)
        else:
            self._host.say(self._refused)

    def _tell(self, name: str) -> None:
        """Say which file a name is of, as far as it is typed."""
        proposed = self._proposed()
        if fault := fault_of_file(name, proposed):
            self._host.say(fault.text)
            return
        path = path_of(name, proposed)
        there = ", which is there already" if path.exists() else ""
        self._host.say(f"to {path}{there}")


def path_of(name: str, proposed: str) -> Path:
    """The whole path of a name as it was typed; in a folder the file has the other.

    Raises:
        RuntimeError: If it begins with somebody's home who is nobody here.
    """
    path = Path(name.strip()).expanduser().resolve()
    return path / proposed if path.is_dir() else path


def fault_of_file(name: str, proposed: str) -> Fault | None:
    """Why nothing can be written under a name.

    Args:
        name: As it was typed.
        proposed: The file's name in a folder that is named alone.
    """
    if not name.strip():
        return Fault("name a file")
    if not name.strip().isprintable():
        return Fault("the name has a character that nobody can see")
    try:
        path = path_of(name, proposed)
    except RuntimeError:
        return Fault(f"nobody is called {name.strip().partition('/')[0]} here")
    if path.is_dir():
        return Fault(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        return Fault(f"there is no folder {path.parent}")
    return None
