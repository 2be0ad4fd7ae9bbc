"""One pane alone, the mouse, and what Esc leaves."""

from __future__ import annotations

import pytest
from reading import press, screen_of, settled, shown, state_of
from textual import events
from textual.widget import Widget
from textual.widgets import Input

from cablereader.app.app import CableReader
from cablereader.app.commands import COMMANDS
from cablereader.app.screens.question import Question
from cablereader.library.session import Session


def bottom(app: CableReader) -> str:
    """The status line and the hint lines."""
    return "\n".join(shown(app).splitlines()[-3:])


def is_whole(app: CableReader) -> bool:
    """Whether no pane is alone."""
    return app.screen.maximized is None


def selects(app: CableReader) -> bool:
    """Whether the mouse is ours."""
    return app.ALLOW_SELECT


@pytest.mark.parametrize(
    ("keys", "pane"),
    [
        ([], "body"),
        (["tab"], "header"),
        (["z", "r", "tab", "tab"], "routing"),
    ],
    ids=["body", "header box", "routing list"],
)
async def test_z_m_gives_the_pane_with_the_keys_the_whole_screen(
    app: CableReader, keys: list[str], pane: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys, "z", "m")
        alone = app.screen.query_one(f"#{pane}")
        assert alone.region[:3] == (0, 0, 80)
        assert alone.region.height == 21
        assert "q shows all panes" in bottom(app)
        assert "? all keys" in bottom(app)


@pytest.mark.parametrize("key", ["q", "escape", "tab"])
async def test_a_pane_alone_is_left_and_keeps_its_place(
    app: CableReader, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "}", "z", "m", key)
        assert app.is_running
        assert app.screen.maximized is None
        assert app.screen.query_one("#header").region.height == 3
        assert "shows all panes" not in bottom(app)
        assert state_of(app).cursor == 1


async def test_a_header_box_alone_shows_all_that_it_has(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Reasons" not in shown(app)
        await press(pilot, "tab", "z", "m")
        assert "Reasons 1.4(b) 1.4(d)" in shown(app)
        await press(pilot, "z", "m")
        assert "Reasons" not in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (40, 12)])
@pytest.mark.parametrize("leaving", ["q", "escape", "tab", "z H"])
async def test_a_cut_header_box_names_the_key_that_shows_all_of_it_and_then_goes_on(
    app: CableReader, size: tuple[int, int], leaving: str
) -> None:
    async with app.run_test(size=size) as pilot:
        if size != (120, 40):  # there it is full from the start
            while "rows: zH" not in shown(app):
                await press(pilot, "z", "h")
        await press(pilot, "z", "H")
        assert "rows: zH" not in shown(app)
        header = app.screen.query_one("#header")
        assert header.region[:2] == (0, 0)
        assert header.region.height >= size[1] - 3
        assert "q shows all" in bottom(app)
        await press(pilot, *leaving.split())
        assert is_whole(app)
        await press(pilot, "}")
        assert state_of(app).cursor == 1


async def test_the_smallest_window_has_the_keys_for_the_first_wishes(
    library_app: CableReader,
) -> None:
    app = library_app
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(app, pilot)
        hinted = bottom(app).rstrip().splitlines()[-1]
        assert hinted == " enter open yy copy / find q quit ? keys"
        await press(pilot, "enter")
        hinted = bottom(app).rstrip().splitlines()[-1]
        assert hinted == " m bookmark yy copy / find q list ? keys"


async def test_a_narrow_list_has_a_whole_heading(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(app, pilot)
        assert shown(app).startswith(" all > origin:oslo  5 cables  5 unread")


async def test_a_folded_header_box_is_shown_alone_too(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *("z h " * 4).split())
        header = app.screen.query_one("#header")
        heights = [header.size.height]
        for keys in ("z H", "z H }"):
            await press(pilot, *keys.split())
            heights.append(header.size.height)
        assert heights == [0, 21, 0]
        assert state_of(app).cursor == 1


async def test_the_list_alone_has_its_titles_and_is_left_for_the_reader(
    library_app: CableReader,
) -> None:
    app = library_app
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await press(pilot, "z", "m")
        assert app.screen.query_one("#listing").region.height == 21
        assert "Reference" in shown(app).splitlines()[1]
        await press(pilot, "l", "escape")
        assert app.screen.query_one("#list").has_focus
        assert "q shows all panes" in bottom(app)
        await press(pilot, "enter")
        assert is_whole(app)
        assert app.screen.query_one("#body").has_focus


async def test_words_are_asked_for_below_a_pane_that_is_alone(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "m", "/", *"tower")
        assert "find: tower" in bottom(app)
        await press(pilot, "escape")
        assert app.screen.maximized is app.focused


async def test_escape_leaves_one_thing_at_a_time(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"tower", "enter", "v", "z", "m", "i")
        screen = screen_of(app)
        explanation = screen.query_one("#explain")
        assert explanation.region.height
        await press(pilot, "escape")
        assert not explanation.region.height
        assert screen.maximized
        await press(pilot, "escape")
        assert is_whole(app)
        assert state_of(app).selection
        await press(pilot, "escape")
        assert not state_of(app).selection
        assert screen.reader.body.hits
        await press(pilot, "escape")
        assert not screen.reader.body.hits


async def test_hidden_hits_are_shown_again_by_n(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"tower", "enter", "g", "/")
        assert "hit " not in bottom(app)
        await press(pilot, "g", "g", "n")
        assert "hit 1/2" in bottom(app)


async def test_enter_goes_to_the_first_hit_from_here_and_n_to_the_one_after(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"tower", "enter")
        assert "hit 1/2" in bottom(app)
        assert state_of(app).cursor == 1
        await press(pilot, "n")
        assert "hit 2/2" in bottom(app)
        assert state_of(app).cursor == 2


async def test_a_search_from_below_all_hits_says_that_it_goes_back_to_the_first(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "/", *"tower", "enter")
        assert "hit 1/2" in bottom(app)
        assert "from the top again" in bottom(app)


async def test_z_capital_m_gives_the_mouse_to_the_terminal_and_takes_it_back(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/7")
    app = CableReader(session)
    async with app.run_test(size=(80, 24)) as pilot:
        assert not selects(app)
        await press(pilot, "z", "M")
        assert selects(app)
        assert "mouse on" in bottom(app)
        await press(pilot, ":", *"mouse", "enter")
        assert not selects(app)
        assert "mouse off" in bottom(app)


@pytest.mark.parametrize("keys", ["/", "?", "'"])
async def test_no_cursor_blinks(app: CableReader, keys: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, keys)
        assert isinstance(app.focused, Input)
        assert not app.focused.cursor_blink


@pytest.mark.parametrize("key", ["space", "pagedown"])
async def test_the_end_of_a_long_cable_is_seen_before_the_next_one_is_opened(
    app: CableReader, key: str
) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        first = state_of(app).cable
        for _ in range(9):
            if not screen_of(app).reader.body.at_end:
                await press(pilot, key)
        assert "end of the cable" not in bottom(app)
        await press(pilot, key)
        assert "end of the cable" in bottom(app)
        assert state_of(app).cable is first
        await press(pilot, key)
        assert state_of(app).cable is not first


async def test_a_cable_that_fits_the_screen_needs_one_key(app: CableReader) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        first = state_of(app).cable
        await press(pilot, "space")
        assert state_of(app).cable is not first


@pytest.mark.parametrize("width", [40, 47, 60, 80, 132])
async def test_hints_are_whole_and_the_last_one_is_of_all_keys(
    app: CableReader, width: int
) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        hints = bottom(app).splitlines()[1:]
        assert hints[-1].rstrip().endswith("? keys" if width < 50 else "? all keys")
        words = {each.hint for each in COMMANDS} | {"copy"}
        shown_words = {word for row in hints for word in hinted_words(row, width)}
        assert shown_words - {"keys"} <= words


def hinted_words(row: str, width: int) -> list[str]:
    """The last words that stand behind keys in a hint line."""
    if width < 50:
        return row.split()[1::2]
    return [pair.split()[-1] for pair in row.strip().split("  ")]


async def test_hints_tell_how_to_bookmark_copy_find_and_quit_at_80_columns(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for hint in ("m bookmark", "yy copy", "/ find", "q quit"):
            assert hint in bottom(app)
        await press(pilot, "v")
        assert "yy copy all selected" in bottom(app)
        await press(pilot, "v")
        assert "selected" not in bottom(app)


async def test_a_page_says_so_of_a_key_that_means_nothing(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "?", "X")
        assert "no key X here" in bottom(app)
        await press(pilot, "j")
        assert "no key" not in bottom(app)


async def test_a_question_says_which_keys_answer_it(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        answers: list[bool | None] = []
        await app.push_screen(Question("Sure?"), answers.append)
        await press(pilot, "m")
        assert "m is no answer: y yes   n no" in shown(app)
        await press(pilot, "y")
        assert answers == [True]


async def test_a_menu_is_opened_by_its_name(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ":", *"copy.menu", "enter")
        assert "copy Chicago note" in shown(app)
        await press(pilot, "r")
        assert "copied: 09OSLO9001" in bottom(app)


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("keys", ["'", "?", "z ?", "g O", "f", "z k", "y '"])
async def test_the_hint_of_a_dialog_is_whole_and_says_how_to_leave(
    app: CableReader, keys: str, width: int
) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await press(pilot, *keys.split())
        hint = shown(app).splitlines()[-1].rstrip()
        assert hint.endswith(("closes", "Esc"))
        assert len(hint) < width


async def test_the_outline_beside_the_text_leads_to_its_paragraphs(
    app: CableReader,
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "tab", "j")
        assert ">  4 Comment" in shown(app)
        await press(pilot, "z", "m")
        assert app.screen.query_one("#side").region.width == 120
        await press(pilot, "enter")
        assert is_whole(app)
        assert state_of(app).here.label == "4"
        assert app.focused is screen_of(app).reader.body


async def test_a_click_makes_a_paragraph_the_current_one(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        row = next(
            number
            for number, line in enumerate(shown(app).splitlines())
            if "tower is for sale" in line
        )
        body = screen_of(app).reader.body
        await pilot.click(body, offset=(20, row - body.region.y))
        assert state_of(app).here.label == "3"


async def test_the_wheel_takes_the_current_line_along(app: CableReader) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()  # the view has its size when the box above is filled
        body = screen_of(app).reader.body
        for _ in range(4):
            body.post_message(wheel(events.MouseScrollDown, body))
        await pilot.pause()
        assert body.line == body.scroll_offset.y > 0
        assert state_of(app).cursor == body.paragraph > 0
        body.post_message(wheel(events.MouseScrollUp, body))
        await pilot.pause()
        assert body.line <= body.scroll_offset.y + body.size.height - 1


def wheel(turn: type[events.MouseEvent], widget: Widget) -> events.MouseEvent:
    """A notch of the wheel over a widget."""
    return turn(widget, 5, 2, 0, 0, 0, shift=False, meta=False, ctrl=False)
