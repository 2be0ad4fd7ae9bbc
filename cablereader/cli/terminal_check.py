"""The terminal, and what stands between it and the reader."""

from __future__ import annotations

import locale
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from cablereader.cli.finding import Finding
from cablereader.library.clipboard import over_mosh
from cablereader.library.settings import Settings
from cablereader.library.terminal_options import terminal_options

PATIENCE: Final = 2.0
"""Seconds for an answer of tmux or screen."""
SMALLEST: Final = (40, 10)
SLOWEST: Final = 50
"""Milliseconds for which tmux may hold back an Escape."""
OLD_TMUX: Final = (3, 2)
"""Since then it fills the clipboard of its own terminal on request."""


def answer(*words: str) -> str | None:
    """What a program says; ``None`` where there is none, or it fails."""
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(  # noqa: S603  # names of our own
            words, capture_output=True, timeout=PATIENCE, check=True
        )
        return done.stdout.decode(errors="replace").strip()
    return None


def terminal_findings(settings: Settings) -> Iterator[Finding]:
    """What the reader will find when it draws."""
    yield _terminal()
    yield _size()
    yield _colours()
    yield _letters()
    yield _line(settings)
    if os.environ.get("TMUX"):
        yield from _tmux()
    elif os.environ.get("STY"):
        yield Finding("screen", answer("screen", "-v") or "does not answer")


def _terminal() -> Finding:
    kind = os.environ.get("TERM", "")
    if kind in {"", "dumb"}:
        return Finding(
            "terminal",
            f"of type {kind or 'unknown'}: nothing can be drawn",
            "set TERM, as in: export TERM=xterm-256color",
            works=False,
        )
    return Finding("terminal", kind)


def _size() -> Finding:
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        with suppress(OSError, ValueError):
            columns, rows = os.get_terminal_size(stream.fileno())
            break
    else:
        return Finding("size", "no terminal here")
    text = f"{columns} columns, {rows} rows"
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return Finding("size", text, "make the window at least 40 by 10", works=False)
    return Finding("size", text)


def _colours() -> Finding:
    if os.environ.get("NO_COLOR"):
        return Finding("colours", "none, since NO_COLOR is set")
    if os.environ.get("COLORTERM", "") in {"truecolor", "24bit"}:
        return Finding("colours", "16 million (COLORTERM)")
    count = "256" if "256" in os.environ.get("TERM", "") else "16"
    return Finding("colours", f"{count}, from TERM", _more_colours(count))


def _more_colours(count: str) -> str:
    """What to set where, for more of them; GNU screen passes on 256 at most."""
    if os.environ.get("STY"):
        return "" if count == "256" else "in ~/.screenrc: term screen-256color"
    return "if it can do more: export COLORTERM=truecolor"


def _letters() -> Finding:
    """Whether letters beyond ASCII arrive; asked of the terminal's stream."""
    encoding = (sys.stderr.encoding or "").lower().replace("-", "")
    with suppress(locale.Error):
        locale.setlocale(locale.LC_CTYPE, "")
    text = f"{locale.nl_langinfo(locale.CODESET)}"
    if encoding != "utf8":
        return Finding(
            "letters", text, "set a locale: export LC_ALL=C.UTF-8", works=False
        )
    return Finding("letters", text)


def _line(settings: Settings) -> Finding:
    now = terminal_options(settings, os.environ)
    kind = "SSH" if now.far else "local"
    if over_mosh():
        kind = "mosh: copies of at most 12,000 bytes"
    return Finding("line", f"{kind}; {now} (`remote` is for all of them)")


def _tmux() -> Iterator[Finding]:
    version = answer("tmux", "-V")
    if version is None:
        yield Finding(
            "tmux",
            "does not answer, though TMUX is set",
            "unset TMUX, or put tmux on the PATH",
        )
        return
    number = version.partition(" ")[2].split("-")[-1]
    parts = tuple(int("".join(filter(str.isdigit, p)) or 0) for p in number.split("."))
    old = parts < OLD_TMUX
    yield Finding(
        "tmux",
        version,
        "before 3.2, copies go to its own buffer alone: prefix ]" if old else "",
    )
    held = answer("tmux", "show-options", "-sqv", "escape-time") or ""
    if held.isdigit() and int(held) > SLOWEST:
        yield Finding(
            "tmux",
            f"holds back Escape for {held} ms",
            "in ~/.tmux.conf: set -sg escape-time 20",
        )
    features = answer("tmux", "display-message", "-p", "#{client_termfeatures}") or ""
    if features and "RGB" not in features:
        yield Finding(
            "tmux",
            "takes its terminal for one of 256 colours",
            'if it has more, in ~/.tmux.conf: set -as terminal-features ",*:RGB"',
        )
