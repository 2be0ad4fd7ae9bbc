"""The law of the painter: what is seen is what Textual wanted to be seen."""

from __future__ import annotations

import re

import pytest
from app.terminal.frames import (
    CODES,
    Display,
    Segment,
    at,
    full_frame,
    lines,
    partial_frames,
    places,
    styled,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from cablereader.app.terminal.abilities import MODERN, SCREEN, VT100, Abilities
from cablereader.app.terminal.painter import Painter
from cablereader.app.terminal.screen_rows import Row

SIZES = st.tuples(st.integers(1, 60), st.integers(1, 14))
COLOURED_VT100 = Abilities(
    ends_attributes=False,
    erases_in_colour=False,
    erases_cells=False,
    moves_rows=False,
)
VT420 = Abilities(moves_columns=True)
KINDS = st.sampled_from([MODERN, SCREEN, COLOURED_VT100, VT420])


class Pair:
    """A terminal that Textual writes to, and one that the painter writes to."""

    def __init__(self, columns: int, rows: int, abilities: Abilities) -> None:
        self.theirs = Display(columns, rows)
        self.ours = Display(columns, rows)
        self.painter = Painter(abilities)
        self.painter.resize(columns, rows)
        self.sent = 0
        self.typing = True
        """Whether the cursor has to be in its place."""

    def show(self, frame: str, *, drawn: bool = True) -> None:
        self.theirs.feed_cooked(frame)
        for sequence in self.painter.take(frame):
            self.ours.feed(sequence)
        if drawn:
            self.draw()

    def draw(self) -> None:
        written = self.painter.draw(typing=self.typing)
        self.sent += len(written)
        self.ours.feed(written)

    def resize(self, columns: int, rows: int) -> None:
        self.theirs.resize(columns, rows)
        self.ours.resize(columns, rows)
        self.painter.resize(columns, rows)

    def check(self) -> None:
        assert self.ours.seen == self.theirs.seen
        if self.typing:
            assert self.ours.cursor == self.theirs.cursor


@given(data=st.data(), size=SIZES, kind=KINDS)
@settings(max_examples=60, deadline=None)
def test_shows_what_textual_wants_shown(
    data: st.DataObject, size: tuple[int, int], kind: Abilities
) -> None:
    columns, rows = size
    pair = Pair(columns, rows, kind)
    screen = data.draw(st.lists(lines(columns), min_size=rows, max_size=rows))
    pair.show(full_frame(screen, (0, 0)))
    pair.check()
    for step in data.draw(st.lists(st.sampled_from("ppfsr"), max_size=6)):
        if step == "r":
            columns, rows = data.draw(SIZES)
            pair.resize(columns, rows)
        if step == "p":
            frame, screen = data.draw(partial_frames(screen, columns))
        else:
            if step in "fr":
                screen = data.draw(
                    st.lists(lines(columns), min_size=rows, max_size=rows)
                )
            else:
                down = data.draw(st.integers(0, rows - 1))
                screen = [*screen[down:], *screen[:down]]
            frame = full_frame(screen, data.draw(places(rows, columns)))
        pair.typing = data.draw(st.booleans())
        pair.show(frame)
        pair.check()


@given(data=st.data(), kind=KINDS)
@settings(max_examples=50, deadline=None)
def test_scrolls_text_between_panes_that_stand(
    data: st.DataObject, kind: Abilities
) -> None:
    columns, rows = 50, 12
    text = [f"{n:3} the embassy says number {n * 7919} of it" for n in range(60)]
    top = data.draw(st.integers(0, 3))
    bottom = data.draw(st.integers(7, rows))
    ground = data.draw(st.sampled_from(CODES))
    pair = Pair(columns, rows, kind)
    for place in data.draw(st.lists(st.integers(0, 40), min_size=2, max_size=8)):
        screen = [[Segment(" " * columns, "48;5;4")] for _ in range(rows)]
        for row in range(top, bottom):
            bar = ">" if row == top + place % 3 else " "
            shown = text[place + row]
            blanks = " " * (columns - len(shown) - 2)
            rail = Segment("|" if row == place % rows else " ", "7")
            screen[row] = [Segment(bar, "1"), Segment(shown, ground)]
            screen[row] += [Segment(blanks, ground), rail]
        pair.show(full_frame(screen, (0, 2)))
        pair.check()


@given(data=st.data(), kind=KINDS)
@settings(max_examples=25, deadline=None)
def test_shows_the_last_of_frames_that_were_not_drawn(
    data: st.DataObject, kind: Abilities
) -> None:
    pair = Pair(30, 6, kind)
    for drawn in [*data.draw(st.lists(st.booleans(), max_size=6)), True]:
        screen = data.draw(st.lists(lines(30), min_size=6, max_size=6))
        pair.show(full_frame(screen, (0, 0)), drawn=drawn)
    pair.check()


@given(data=st.data(), kind=KINDS)
@settings(max_examples=60, deadline=None)
def test_draws_all_again_when_somebody_else_wrote(
    data: st.DataObject, kind: Abilities
) -> None:
    pair = Pair(30, 6, kind)
    screen = data.draw(st.lists(lines(30), min_size=6, max_size=6))
    pair.show(full_frame(screen, (0, 0)))
    pair.ours.feed("\x1b[31;42m\x1b[3;3Hcron: disk full\x1b[J\x1b[5;1H")
    pair.painter.forget()
    pair.draw()
    pair.check()


@pytest.mark.parametrize(
    "unknown", ["\x1b[2J", "\x1b[3;4r", "\x1b[2L", "\x1bc\x1b[?7l"]
)
def test_goes_on_after_what_it_does_not_know(unknown: str) -> None:
    pair = Pair(20, 4, MODERN)
    pair.show(at(0, 0) + styled("before", "1;31;44") + at(2, 3))
    pair.show(unknown)
    pair.show(at(1, 2) + styled("after", "4") + at(0, 0))
    pair.check()


def test_sends_nothing_for_a_frame_that_shows_the_same() -> None:
    pair = Pair(20, 2, MODERN)
    frame = at(0, 0) + styled("the same" + " " * 12, "1;31") + at(1, 1)
    pair.show(frame)
    sent = pair.sent
    pair.show(at(0, 0) + styled("the", "31;1") + styled(" same", "1;31") + at(1, 1))
    assert pair.sent == sent


def test_a_cursor_that_nobody_types_at_stays_where_the_last_cell_was_drawn() -> None:
    pair = Pair(20, 4, MODERN)
    pair.show(at(0, 0) + styled("before", "31") + at(3, 7))
    pair.typing = False
    pair.show(at(0, 2) + styled("h", "31") + at(3, 7))
    assert pair.ours.cursor == (0, 3)
    sent = pair.sent
    pair.show(at(0, 3) + styled("a", "31") + at(3, 7))
    assert pair.sent - sent == len("a")
    pair.typing = True
    pair.show(at(3, 7))
    pair.check()


def test_hands_strings_and_modes_on_untouched() -> None:
    painter = Painter(MODERN)
    painter.resize(20, 4)
    sequences = [
        "\x1b]52;c;YWJj\x07",
        "\x1b[?1000h",
        "\x1b[>25u",
        "\x07",
        "\x1b[?2026$p",
    ]
    assert list(painter.take("".join(sequences))) == sequences


def test_an_old_terminal_gets_only_what_it_knows() -> None:
    painter = Painter(VT100)
    painter.resize(20, 4)
    written = "\x1b[?1049h\x1b[?1000h\x1b[?25l\x1b[>25u\x1b[?2026$p\x1b]52;c;YWJj\x07"
    assert "".join(painter.take(written)).endswith("\x1b[m\x1b[H\x1b[2J\x1b[?25l")
    list(painter.take(at(0, 0) + styled("text", "1;31;44") + at(0, 0)))
    assert painter.draw() == "\x1b[r\x1b[H\x1b[;1mtext\r"


def test_lets_the_terminal_move_rows() -> None:
    pair = Pair(40, 10, MODERN)
    text = [f"{n} the embassy says number {n * 7919}" for n in range(11)]
    sent = 0
    for start in (0, 1):
        rows = [[Segment(f"{line:<40}", "31;44")] for line in text[start : start + 10]]
        sent = pair.sent
        pair.show(full_frame(rows, (0, 0)))
        pair.check()
    assert pair.sent - sent < len(text[10]) + 40


def with_outline(text: list[str], start: int, rows: int) -> str:
    """Text that scrolls beside an outline that does not."""
    outline = [f"chapter {n * 31} of this" for n in range(rows)]
    return full_frame(
        [
            [Segment(f"{line:<50}", "31;44"), Segment(f" | {chapter:<27}", "")]
            for line, chapter in zip(text[start : start + rows], outline, strict=True)
        ],
        (0, 0),
    )


def test_lets_what_stands_beside_stand_where_the_terminal_can() -> None:
    text = [f"{n} the embassy says number {n * 7919}" for n in range(14)]
    sent = {}
    for kind in (MODERN, VT420):
        pair = Pair(80, 12, kind)
        for start in (0, 1, 2, 0):
            before = pair.sent
            pair.show(with_outline(text, start, 12))
            pair.check()
            sent[kind, start] = pair.sent - before
    assert sent[VT420, 1] < len(text[12]) + 60
    assert sent[VT420, 1] + 100 < sent[MODERN, 1]


def test_what_it_learns_of_the_terminal_counts_from_then_on() -> None:
    text = [f"{n} the embassy says number {n * 7919}" for n in range(14)]
    pair = Pair(80, 12, MODERN)
    pair.show(with_outline(text, 0, 12))
    pair.painter.learn(VT420)
    before = pair.sent
    pair.show(with_outline(text, 1, 12))
    pair.check()
    assert pair.sent - before < len(text[12]) + 60


def test_wide_characters_are_never_cut_by_a_margin() -> None:
    pair = Pair(80, 12, VT420)
    text = [f"{n} the embassy 漢字 says number {n * 7919}" for n in range(14)]
    for start in (0, 1, 0):
        rows = [
            [Segment(f"{line:<50}", "31"), Segment(" | beside" + " " * 17, "")]
            for line in text[start : start + 12]
        ]
        pair.show(full_frame(rows, (0, 0)))
        pair.check()


@pytest.mark.parametrize("rows", [3, 12])
def test_puts_on_each_look_once_however_many_rows_have_it(rows: int) -> None:
    painter = Painter(MODERN)
    painter.resize(60, rows)
    gutter, text, rest = Segment(" C  1 ", "1;31"), "of the embassy", " " * 40
    screen = [
        [gutter, Segment(f"{text}{row % 10}", "32"), Segment(rest[1:], "32")]
        for row in range(rows)
    ]
    list(painter.take(full_frame(screen, (0, 0))))
    looks = re.findall(r"\x1b\[[\d;]*m", painter.draw())
    assert len(looks) == len({"where nobody knows any", "gutter", "text"})


def test_a_cell_that_stays_is_not_sent_with_its_neighbours() -> None:
    pair, sent = Pair(40, 2, MODERN), 0
    for words in ("some words", "more verse"):
        row = [Segment(words[:4], "31"), Segment(" | ", "44"), Segment(words[5:], "31")]
        row.append(Segment(" " * (33 - len(words[5:])), "31"))
        sent = pair.sent
        pair.show(full_frame([row, [Segment(" " * 40, "")]], (0, 0)))
        pair.check()
    assert pair.sent - sent < len("\x1b[31mmore\x1b[10Cverse") + 12


def test_forgets_looks_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablereader.app.terminal.painter.MOST_LOOKS", 3)
    pair = Pair(20, 2, MODERN)
    for number in range(12):
        pair.show(at(number % 2, 0) + styled("colour", f"38;5;{number}") + at(0, 0))
        pair.check()


def test_is_silent_while_the_terminal_is_lent() -> None:
    pair = Pair(20, 2, MODERN)
    frame = at(0, 0) + styled("ours" + " " * 16, "31") + at(0, 0)
    pair.show(frame)
    assert list(pair.painter.take("\x1b[?1049l"))
    pair.show(at(1, 0) + styled("hidden", "31") + at(0, 0), drawn=False)
    assert pair.painter.draw() == ""
    assert list(pair.painter.take("\x1b[?1049h"))
    assert "ours" in (drawn := pair.painter.draw())
    assert "hidden" in drawn


def test_what_was_ours_is_erased_where_two_screens_may_be_one() -> None:
    pair = Pair(20, 2, MODERN)
    pair.show(at(0, 0) + styled("ours", "31") + at(0, 0))
    assert "".join(pair.painter.take("\x1b[?1049l")).endswith("\x1b[2J\x1b[?1049l")


LOOSE = st.lists(
    st.sampled_from(["\x1b[31m", "\x1b[1;44m", "\x1b[22m", "\x1b[m", "\x1b[39;49m"])
    | st.sampled_from(["Oslo", "  ", "漢", "\n", "\r\n", styled("Riga", "4;32")]),
    max_size=12,
).map("".join)


@given(LOOSE, st.integers(0, 3))
@settings(max_examples=100, deadline=None)
def test_follows_colours_that_stay_in_force(loose: str, row: int) -> None:
    pair = Pair(80, 20, MODERN)
    pair.show(at(row, 0) + loose)
    pair.show(at(18, 5) + "more" + at(0, 0))
    pair.check()


def test_a_wide_character_that_is_cut_becomes_a_blank() -> None:
    row = Row("a漢\U000f0000b", "1111")
    assert row.overlaid(2, "x", "2") == Row("a xb", "1121")
    assert row.overlaid(0, "xx", "22") == Row("xx b", "2211")
