"""The way that copies take from here, and whether they arrive."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from typing import Final

from cablereader.cli.finding import Finding
from cablereader.library.clipboard import NATIVE, Route, copy, route
from cablereader.library.settings import Settings

UNKNOWN: Final = "xterm, VTE terminals and PuTTY drop it unless told not to"


def clipboard_findings(settings: Settings) -> Iterator[Finding]:
    """The way that is taken."""
    way = route(os.environ, settings.clipboard, settings.remote)
    chosen = " (`clipboard` says so)" if settings.clipboard != "auto" else ""
    match way:
        case Route.TMUX:
            yield Finding("clipboard", f"tmux load-buffer -w{chosen}")
        case Route.SCREEN:
            yield Finding("clipboard", f"OSC 52 through screen{chosen}", UNKNOWN)
        case Route.REMOTE:
            yield Finding("clipboard", f"OSC 52 to the terminal{chosen}", UNKNOWN)
        case Route.LOCAL:
            yield _native(chosen)
        case Route.COMMAND:
            yield _command(settings)
        case _:
            yield Finding("clipboard", f"{way}: no clipboard is filled{chosen}")


def _native(chosen: str) -> Finding:
    for variable, (program, *_) in NATIVE:
        if (not variable or os.environ.get(variable)) and shutil.which(program):
            return Finding("clipboard", f"{program} and OSC 52{chosen}")
    remedy = "install wl-clipboard, xclip or xsel; " + UNKNOWN
    return Finding("clipboard", f"OSC 52 to the terminal{chosen}", remedy)


def _command(settings: Settings) -> Finding:
    name = settings.clipboard_command[0] if settings.clipboard_command else ""
    if name and shutil.which(name):
        return Finding("clipboard", " ".join(settings.clipboard_command))
    remedy = "set clipboard_command in config.yaml, or `clipboard: auto`"
    return Finding(
        "clipboard", f"{name or 'no command'}: not found", remedy, works=False
    )


def try_clipboard(settings: Settings) -> Finding:
    """Send a word, and ask for it back."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Finding("try", "no terminal here to try it with")
    word = f"cablereader-{secrets.token_hex(3)}"
    delivery = copy(
        word,
        setting=settings.clipboard,
        command=settings.clipboard_command,
        remote=settings.remote,
        write_terminal=_write,
    )
    print(f"A word was sent ({delivery}). Paste it here, and press Enter:")
    try:
        pasted = input("> ").strip()
    except EOFError:
        pasted = ""
    if pasted == word:
        return Finding("try", "copies arrive")
    remedy = "try another way in config.yaml: clipboard: osc52, native, command or file"
    return Finding("try", "it did not arrive", remedy, works=False)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
