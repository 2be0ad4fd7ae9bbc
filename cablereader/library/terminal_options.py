"""How the reader draws and listens: with care where the terminal is far away.

A slow line delivers late, and in lumps. So over SSH an Escape may be longer on its way
before it counts as a key of its own, and the mouse stays with the terminal. Each is an
option; ``remote`` is for all.

Frames are as many as elsewhere: they come from keys alone, and the line is sent none
before it took the last. At 15 a second a cable was there after 150 ms instead of 70,
with as many bytes; the option is for those who hold keys down on a slow line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cablereader.library.settings import Settings
from cablereader.model.frozen import frozen

AUTO: Final = "auto"
LEGACY: Final = "legacy"
FRAMES: Final = 60
NEAR: Final = 100
FAR: Final = 200
"""Milliseconds until an Escape counts."""


@frozen(kw_only=True)
class TerminalOptions:
    """What is in force, once all options and the environment were asked."""

    far: bool
    """Whether the terminal is far away."""
    frames: int
    """Frames a second at most."""
    escape_delay: int
    """Milliseconds after which a lone Escape is the key."""
    mouse: bool
    """Whether the mouse is ours; else the terminal keeps it for selecting."""
    keyboard: bool
    """Whether keys are reported by the kitty protocol, where the terminal has it."""

    def __str__(self) -> str:
        mouse = "mouse on" if self.mouse else "mouse off"
        rates = f"{self.frames} frames a second, Escape after {self.escape_delay} ms"
        keys = "" if self.keyboard else ", keys without the kitty protocol"
        return f"{mouse}, {rates}{keys}"

    def environment(self) -> dict[str, str]:
        """The variables that say so to Textual, which reads them when imported."""
        return {
            "ESCDELAY": str(self.escape_delay),
            "TEXTUAL_FPS": str(self.frames),
            "TEXTUAL_DISABLE_KITTY_KEY": "0" if self.keyboard else "1",
        }


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether this is a session over SSH."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def terminal_options(
    settings: Settings, environment: Mapping[str, str]
) -> TerminalOptions:
    """What the options come to in an environment.

    ``ESCDELAY``, which other programs heed as well, is what ``auto`` means if it is
    there.
    """
    far = _is(settings.remote, default=is_remote(environment))
    delay = FAR if far else NEAR
    named = environment.get("ESCDELAY", "")
    if named.isascii() and named.isdecimal() and 0 < int(named) <= 10_000:
        delay = int(named)
    return TerminalOptions(
        far=far,
        frames=FRAMES if settings.frames == AUTO else int(settings.frames),
        escape_delay=(
            delay if settings.escape_delay == AUTO else int(settings.escape_delay)
        ),
        mouse=_is(settings.mouse, default=not far),
        keyboard=settings.keyboard != LEGACY,
    )


def _is(option: str, *, default: bool) -> bool:
    return default if option == AUTO else option == "yes"
