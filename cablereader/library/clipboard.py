"""To the clipboard, by whatever way there is (copying.md §4).

What a terminal does with a text can't be known, so that nothing is promised: a
`Delivery` says by which way it was sent. Every copy is kept in a file as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

from cablereader.library import copies, locations
from cablereader.library.files.small_file import reason
from cablereader.library.osc52 import (
    MOST,
    MOST_OVER_MOSH,
    osc52,
    osc52_through_screen,
)
from cablereader.library.terminal_options import is_remote
from cablereader.model.frozen import frozen

PATIENCE: Final = 2.0
"""Seconds for a program that takes a copy."""
TMUX: Final = (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))
"""Since 3.2 with ``-w``, to the clipboard of its terminal too."""
NATIVE: Final = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-in")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
)
"""Which variable must be set for which program."""


class Route(StrEnum):
    """A way to a clipboard."""

    TMUX = "tmux"
    SCREEN = "screen"
    REMOTE = "osc52"
    """Through the terminal alone."""
    LOCAL = "native"
    """To a program of this desktop, and through the terminal."""
    COMMAND = "command"
    FILE = "file"
    NONE = "none"


@frozen
class Delivery:
    """What became of a copy; it prints as the end of a sentence."""

    sent: tuple[str, ...]
    """Where it went; empty where it is in the file alone."""
    characters: int
    trouble: str = ""
    """What did not work, and why."""
    path: Path | None = None
    """Where it is kept."""

    def __str__(self) -> str:
        ways = " + ".join(self.sent)
        if self.trouble and self.path and not self.sent:
            return f"{self.trouble}; it is in {self.path}"
        if not ways:
            return self.trouble or (f"in {self.path}" if self.path else "nowhere")
        return f"{ways}; {self.trouble}" if self.trouble else ways


def route(env: Mapping[str, str], setting: str = "auto", remote: str = "auto") -> Route:
    """The way that a copy takes.

    Args:
        env: The environment of the process.
        setting: ``auto``, or the name of a `Route`.
        remote: Whether the terminal is far away: ``yes``, ``no``, or ``auto``.
    """
    if setting != "auto":
        return Route(setting)
    if env.get("TMUX"):
        return Route.TMUX
    if env.get("STY"):
        return Route.SCREEN
    far = remote == "yes" or (remote == "auto" and is_remote(env))
    return Route.REMOTE if far else Route.LOCAL


def copy(
    text: str,
    *,
    write_terminal: Callable[[str], None],
    setting: str = "auto",
    command: Sequence[str] = (),
    remote: str = "auto",
) -> Delivery:
    """Send a clean text on its way, and keep it. Never raises.

    Args:
        text: What a terminal may see; odd signs are the caller's business.
        write_terminal: Writes to the terminal, past whatever draws there.
        setting: ``auto``, or the name of a `Route`.
        command: What takes the text on its input, for the route of that name.
        remote: Whether the terminal is far away: ``yes``, ``no``, or ``auto``.
    """
    content = text.encode(errors="replace")
    way = route(os.environ, setting, remote)
    sent, trouble = _Sender(content, write_terminal, tuple(command)).send(way)
    path = None
    try:
        path = copies.keep(locations.copies(), text)
    except OSError as error:
        lost = f"not kept: {reason(error)}"
        trouble = "; ".join(filter(None, (trouble, lost)))
    return Delivery(tuple(sent), len(text), trouble, path)


@frozen
class _Sender:
    """One text on its way."""

    content: bytes
    write_terminal: Callable[[str], None]
    command: tuple[str, ...] = ()

    def send(self, way: Route) -> tuple[list[str], str]:
        """Where it went, and what did not work."""
        match way:
            case Route.TMUX:
                return self._to_tmux()
            case Route.SCREEN:
                return self._to_terminal(osc52_through_screen, "through screen")
            case Route.REMOTE:
                return self._to_terminal(osc52, "to terminal")
            case Route.LOCAL:
                return self._to_desktop()
            case Route.COMMAND:
                return self._to_command()
            case _:
                return [], ""

    def _to_tmux(self) -> tuple[list[str], str]:
        with_terminal, alone = TMUX
        if self._runs(with_terminal):
            return ["tmux buffer", "terminal"], ""
        if self._runs(alone):
            return ["tmux buffer"], ""
        sent, trouble = self._to_terminal(osc52, "to terminal")
        return sent, trouble or "tmux did not take it"

    def _to_desktop(self) -> tuple[list[str], str]:
        programs = (
            program
            for variable, program in NATIVE
            if (not variable or os.environ.get(variable)) and shutil.which(program[0])
        )
        taken = next(filter(self._runs, programs), None)
        sent, trouble = self._to_terminal(osc52, "to terminal")
        return ([taken[0], *sent], "") if taken else (sent, trouble)

    def _to_command(self) -> tuple[list[str], str]:
        if not self.command:
            return [], "no `clipboard_command` is set"
        if self._runs(self.command):
            return [self.command[0]], ""
        return [], f"{self.command[0]} did not take it"

    def _to_terminal(
        self, encoded: Callable[[bytes], str], place: str
    ) -> tuple[list[str], str]:
        most = MOST_OVER_MOSH if over_mosh() else MOST
        if len(self.content) > most:
            return [], f"too long for the terminal ({len(self.content):,} bytes)"
        self.write_terminal(encoded(self.content))
        return [f"sent {place} (not confirmed)"], ""

    def _runs(self, program: Sequence[str]) -> bool:
        """Whether a program took the text and was content with it."""
        with suppress(OSError, subprocess.SubprocessError):
            done = subprocess.run(  # noqa: S603  # no shell, and names of our own
                program,
                input=self._encoded_for(program[0]),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
            return done.returncode == 0
        return False

    def _encoded_for(self, program: str) -> bytes:
        """Windows takes anything but this for its old code page."""
        if program != "clip.exe":
            return self.content
        return self.content.decode().encode("utf-16")


def over_mosh() -> bool:
    """Whether a mosh server is among the parents of this process."""
    parent = os.getppid()
    for _ in range(20):
        try:
            status = Path(f"/proc/{parent}/stat").read_text(errors="replace")
        except OSError:
            return False
        name, _, rest = status.partition("(")[2].rpartition(")")
        if name == "mosh-server":
            return True
        parent = int(rest.split()[1])
        if parent <= 1:
            return False
    return False
