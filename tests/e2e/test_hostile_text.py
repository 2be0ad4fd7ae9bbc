"""Hostile documents: whatever they hold, only text and Textual's own codes get out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import HEADER
from e2e.terminal import Terminal, program

pytestmark = pytest.mark.e2e

PAYLOADS = {
    "reset": "\x1bc",
    "xtversion": "\x1b[>q",
    "other-screen": "\x1b[?47h",
    "clear": "\x1b[2J\x1b[1;1HUNCLASSIFIED",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x1b\\",
    "string-without-end": "\x1b]0;owned",
    "dcs": "\x1bP$qm\x1b\\",
    "c1-csi": "\x9b2J",
    "c1-osc": "\x9d0;owned\x9c",
    "c0": "\x00\x05\x07\x08\x0b\x0c\x0e\x0f\x1a",
    "del": "a\x7fb",
    "carriage-return": "over\rwritten",
    "bidi": "\u202egnp.exe\u2066\u2069",
    "zero-width": "a\u200bb\u200d\ufeff\u00ad\u2060",
    "private": "\ue000\U000f0001\U0010fffd",
    "combining": "a" + "\u0301" * 40,
    "wide": "\u6f22\u5b57\u3000\uff21",
    "tags": "\U000e0041\U000e007f",
    "markup": "[@click=app.quit]click[/] [/foo] [REDACTED] $var [link=http://x]y[/link]",
}
EVERYTHING = " ".join(PAYLOADS.values())

TOKEN = re.compile(
    rb"""
      \x1b\[ [0-?]* [ -/]* [@-~]
    | \x1b [\]PX^_] [^\x07\x1b]* (?: \x07 | \x1b\\ )
    | \x1b .
    | [\x00-\x1f\x7f]
    """,
    re.VERBOSE | re.DOTALL,
)
ALLOWED = re.compile(
    rb"""
      \x1b\[ [\d;]* [mHABCDKXJrLM]
    | \x1b\[ \d+;\d+s
    | \x1b\[5n
    | \x1b\[ \? (?: 7|25|69|1000|1003|1004|1006|1015|1049|2004|2026 ) [hl]
    | \x1b\[ \? (?: 69|2026|2048 ) \$p
    | \x1b\[ (?: >25u | <u )
    | \x1b\]22;[a-z-]*\x07
    | [\r\n\b]
    """,
    re.VERBOSE,
)
HARMFUL = re.compile(
    "[\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff"
    "\U000e0000-\U0010ffff]|[\u0300-\u036f]{5}"
)


def harmful(terminal: Terminal) -> list[object]:
    """All that was sent and is neither text nor allowed."""
    sent = bytes(terminal.raw)
    codes = {code for code in TOKEN.findall(sent) if not ALLOWED.fullmatch(code)}
    return [*codes, *HARMFUL.findall(TOKEN.sub(b"", sent).decode())]


def document(subject: str, body: str) -> str:
    return (
        f"{HEADER}\nC O N F I D E N T I A L OSLO 009001\n\nSIPDIS\n\n"
        f"E.O. 12958: DECL: 03/14/2017\nTAGS: PREL, NO\nSUBJECT: {subject}\n\n"
        f"1. (C) First paragraph. {body}\n\n2. (U) Second paragraph.\n\nHOLLOWAY\n"
    )


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    path = tmp_path / "a\x1b[2J\u202eb[@click=app.quit].txt"
    path.write_text(document(f"A {EVERYTHING}", EVERYTHING), "utf-8")
    return str(path)


KEYS = [
    *(
        "j",
        "}",
        " ",
        "h",
        "zr",
        "m",
        "'",
        "\x1b",
        "gO",
        "\x1b",
        "?",
        "\x1b",
        "y",
        "\x1b",
    ),
    *("zw", "/", "\x1b[200~a\x1b[2J\x9b\u202e\x1b[201~", "\r"),
    *(":", "no such \u202e command\r", "M", "a note [/] \x9b\r", "\x10", "\x1b"),
]
"""Movements, panes, lists, prompts, popups, notes, messages: all that shows text."""


def test_only_text_and_our_own_codes_are_sent(hostile: str) -> None:
    with program("open", hostile) as terminal:
        terminal.wait_for("First paragraph")
        for keys in KEYS:
            terminal.press(keys.encode())
            terminal.settle()
            assert terminal.process.poll() is None, keys
        terminal.press(b"\x1b")
        terminal.settle()
        terminal.press(b"Q")
        assert terminal.status == 0
        assert harmful(terminal) == []


def test_a_document_draws_nothing_outside_its_pane(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("clean", *PAYLOADS)]
    for path, payload in zip(paths, ("", *PAYLOADS.values()), strict=True):
        path.write_text(document("GOATS", f"This is {path.stem}. {payload}"), "utf-8")
    around = set()
    with program("open", *map(str, paths)) as terminal:
        for path in paths:
            terminal.wait_for(f"This is {path.stem}.")
            terminal.settle()
            rows = terminal.screen().split("\n")
            around.add("\n".join(rows[:4] + rows[-2:]))
            terminal.press(b"J")
        assert harmful(terminal) == []
    assert len(around) == 1, "header and hints are those of the clean document"
