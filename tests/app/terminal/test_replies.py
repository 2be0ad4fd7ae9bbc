"""Nothing that a terminal says of itself is ever taken for a key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, IGNORE_SEQUENCE
from textual._xterm_parser import XTermParser

from cablereader.app.terminal.key_reader import KeyReader
from cablereader.app.terminal.replies import Keys, Paste, Piece, Replies, Sequence

ESCAPE_WAIT = 0.1
ST, BEL = "\x1b\\", "\x07"
ANSWERS = [
    pytest.param(answer, id=name)
    for name, answer in {
        "da1-vt100": "\x1b[?1;2c",
        "da1-xterm": "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
        "da1-osc52": "\x1b[?62;22;52c",
        "da2": "\x1b[>41;354;0c",
        "da3": f"\x1bP!|00000000{ST}",
        "xtversion": f"\x1bP>|tmux 3.3a{ST}",
        "xtgettcap": f"\x1bP1+r544e=787465726d{ST}",
        "decrqss": f"\x1bP1$r0m{ST}",
        "sixel-or-regis": f"\x1bPq#0;2;0;0;0{ST}",
        "status": "\x1b[0n",
        "cursor": "\x1b[12;40R",
        "cursor-dec": "\x1b[?12;40;1R",
        "mode": "\x1b[?69;2$y",
        "mode-ansi": "\x1b[4;2$y",
        "keyboard": "\x1b[?25u",
        "modify-keys": "\x1b[>4;2m",
        "colour-scheme": "\x1b[?997;1n",
        "foreground": f"\x1b]10;rgb:ffff/ffff/ffff{ST}",
        "background": f"\x1b]11;rgb:0000/0000/0000{BEL}",
        "palette": f"\x1b]4;1;rgb:cdcd/0000/0000{ST}",
        "clipboard": f"\x1b]52;c;eCB4IHggeCBkZCBxIFEgOnE={BEL}",
        "title": f"\x1b]lxjq Q :quit{ST}",
        "icon": f"\x1b]Lxjq{ST}",
        "pointer": f"\x1b]22;default{BEL}",
        "window-size": "\x1b[8;24;80t",
        "window-pixels": "\x1b[4;600;800t",
        "cell-pixels": "\x1b[6;20;10t",
        "window-place": "\x1b[3;0;0t",
        "graphics": f"\x1b_Gi=31;OK{ST}",
        "privacy": f"\x1b^jq{ST}",
        "parameters": "\x1b[2;1;1;112;112;1;0x",
        "nobody-knows": "\x1b[1;2;3 w",
    }.items()
]


class Clock:
    """Feeds replies as they come in time, and gathers what was made of them."""

    def __init__(self, wait: float = ESCAPE_WAIT) -> None:
        self.replies = Replies(wait)
        self.pieces: list[Piece] = []

    def come(self, text: str, pause: float) -> None:
        """Some text comes after a pause."""
        left = pause
        while (wait := self.replies.wait) is not None and wait <= left:
            left -= wait
            self.pieces += self.replies.give_up()
        self.pieces += self.replies.feed(text, pause)

    def end(self) -> list[Piece]:
        while self.replies.wait is not None:
            self.pieces += self.replies.give_up()
        return self.pieces


def keys(pieces: list[Piece]) -> list[str]:
    """The keys that Textual makes of pieces."""
    reader = KeyReader()
    made = [message for piece in pieces for message in reader.read(piece)]
    return [message.key for message in made if isinstance(message, events.Key)]


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.15])
@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_no_key_however_it_is_cut(answer: str, pause: float) -> None:
    for cut in range(len(answer)):
        clock = Clock(wait=0.2)  # as over a slow line
        clock.come(answer[:cut], 1.0)
        clock.come(answer[cut:] + "j", pause)
        assert keys(clock.end()) == ["j"], answer[:cut]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_after_a_pause_behind_its_escape_is_no_key(answer: str) -> None:
    clock = Clock()
    clock.come(answer[:1], 1.0)
    clock.come(answer[1:], 0.15)
    assert keys(clock.end()) == ["escape"]


@pytest.mark.parametrize(
    ("arrow", "key"), [("\x1b[A", "up"), ("\x1bOB", "down"), ("\x1b[H", "home")]
)
def test_an_arrow_that_the_line_cut_is_an_arrow(arrow: str, key: str) -> None:
    for pause in (0.05, 0.09, 0.3):
        clock = Clock()
        clock.come(arrow[:2], 1.0)
        clock.come(arrow[2:], pause)
        assert keys(clock.end()) == [key]


def test_escape_then_brackets_typed_one_by_one_are_keys() -> None:
    clock = Clock()
    for character in "\x1b[A":
        clock.come(character, 0.2)
    assert keys(clock.end()) == ["escape", "left_square_bracket", "A"]


KNOWN = [
    sequence
    for sequence, keys in ANSI_SEQUENCES_KEYS.items()
    if keys is not IGNORE_SEQUENCE
    and sequence.startswith("\x1b")
    and sequence != "\x1b"
    and not sequence.startswith("\x1b\x1b")
]


@pytest.mark.parametrize("sequence", KNOWN, ids=repr)
def test_keys_are_those_that_textual_knows(sequence: str) -> None:
    theirs = list(XTermParser().feed(sequence))
    assert theirs, "a sequence that Textual knows"
    clock = Clock()
    clock.come(sequence, 1.0)
    expected = [event.key for event in theirs if isinstance(event, events.Key)]
    assert keys(clock.end()) == expected


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b", "escape"),
        ("\x1b\x1b", "escape"),
        ("\x1bx", "alt+x"),
        ("\x1b[27u", "escape"),
        ("\x1b[97;5u", "ctrl+a"),
        ("\x1b[97;3u", "alt+a"),
        ("\x1b[106;1;106u", "j"),
        ("\x1b[1;5C", "ctrl+right"),
    ],
)
def test_a_sequence_of_other_terminals_is_this_key(sequence: str, key: str) -> None:
    clock = Clock()
    clock.come(sequence, 1.0)
    assert key in keys(clock.end())


def test_answers_that_textual_asked_for_reach_it() -> None:
    clock = Clock()
    clock.come("\x1b[?2026;2$y\x1b[<64;10;5M\x1b[I", 1.0)
    reader = KeyReader()
    kinds = [type(m) for piece in clock.end() for m in reader.read(piece)]
    assert kinds == [
        messages.TerminalSupportsSynchronizedOutput,
        events.MouseScrollUp,
        events.AppFocus,
    ]


def test_a_paste_is_text_whatever_it_holds() -> None:
    clock = Clock()
    text = "q\x1b[Ad\x1b]52;c;eA==\x07\r:quit\x1b[201"
    for character in f"\x1b[200~{text}\x1b[201~":
        clock.come(character, 0.0)
    assert clock.end() == [Paste(text)]
    (message,) = KeyReader().read(Paste(text))
    assert isinstance(message, events.Paste)
    assert message.text == "q␛[Ad␛]52;c;eA==␇\n:quit␛[201"


def test_a_paste_without_an_end_ends() -> None:
    clock = Clock()
    clock.come("\x1b[200~pasted\x1b[20", 1.0)
    clock.come("j", 2.0)
    assert clock.end() == [Paste("pasted\x1b[20"), Keys("j")]


def test_a_string_without_an_end_ends() -> None:
    clock = Clock()
    clock.come("\x1b]52;c;eA==", 1.0)
    clock.come("j", 2.0)
    assert clock.end() == [Keys("j")]


PARTS = [
    *"\x1b[]PO?AMu\\\x07\0é",
    *("200~", "201~", "\x1b[200~", "\x1b[201~"),
    *("1;5", "<0;3;4M", "48;1;1;1;1t", "9" * 70),
]
CHUNKS = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=12)


@given(CHUNKS, st.data())
@settings(max_examples=300, deadline=None)
def test_cuts_change_nothing(chunks: list[str], data: st.DataObject) -> None:
    text = "".join(chunks)
    whole, cut = Clock(), Clock()
    whole.come(text, 1.0)
    at = 0
    while at < len(text):
        step = data.draw(st.integers(1, len(text) - at))
        cut.come(text[at : at + step], 0.0)
        at += step
    assert merged(cut.end()) == merged(whole.end())


@given(st.lists(st.tuples(st.text(max_size=20), st.floats(0, 2)), max_size=8))
@settings(max_examples=200, deadline=None)
def test_anything_may_come(sent: list[tuple[str, float]]) -> None:
    clock = Clock()
    for text, pause in sent:
        clock.come(text, pause)
    keys(clock.end())


def merged(pieces: list[Piece]) -> list[Piece]:
    """Pieces with neighbouring keys in one."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Keys) and out and isinstance(out[-1], Keys):
            out[-1] = Keys(out[-1].text + piece.text)
        else:
            out.append(piece)
    return out


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[99999999999;1u",
        "\x1b[1;1;1114112u",
        f"\x1b[{'9' * 5000};1u",
        "\x1b[48;0;0;0;0t",
    ],
    ids=["too-large", "no-character", "endless", "no-size"],
)
def test_absurd_numbers_are_nothing(sequence: str) -> None:
    KeyReader().read(Sequence(sequence))
