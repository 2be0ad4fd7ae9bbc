"""The mouse rests on a word: what it means, as `i` says it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from reading import press, screen_of, settled
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Tooltip

from cablereader.app.app import CableReader
from cablereader.app.pointing import above, in_header_box
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.routing_list import RoutingList
from cablereader.parse.cable import read_cable
from cablereader.present.full_header import full_rows
from cablereader.present.header_box import short_rows
from cablereader.source.sample import read_sample

WIDE = (160, 40)
PANES: dict[str, Callable[[CableReader], LineView]] = {
    "header": lambda app: screen_of(app).query_one(HeaderBox),
    "routing": lambda app: screen_of(app).query_one(RoutingList),
    "body": lambda app: screen_of(app).query_one(BodyView),
}


async def explained(
    app: CableReader, pilot: Pilot[None], pane: str, words: str, inside: int = 0
) -> str:
    """What is said when the mouse rests on the first place of some words."""
    app.TOOLTIP_DELAY = 0.01
    view = PANES[pane](app)
    top = view.scroll_offset.y
    at = next(
        Offset(column + inside, line - top)
        for line in range(top, min(top + view.size.height, view.count))
        if (column := view.draw(line).text.find(words)) >= 0
    )
    await pilot.hover(view, at)
    tooltip = app.screen.get_child_by_type(Tooltip)
    await turned(pilot, tooltip, shown=True)
    return str(tooltip.render()) if tooltip.display else ""


async def turned(pilot: Pilot[None], tooltip: Tooltip, *, shown: bool) -> None:
    """Wait until the explanation is there, or is gone; for as long as it may take."""
    for _ in range(20):
        await pilot.pause(0.02)
        if tooltip.display is shown:
            return


@pytest.mark.parametrize(
    ("pane", "words", "said"),
    [
        pytest.param("header", "09OSLO9001", "09OSLO9001  reference id", id="id"),
        pytest.param("header", "Classification", "Classification  field", id="label"),
        pytest.param("header", "Embassy Oslo", "Embassy Oslo  post", id="post"),
        pytest.param("header", "LIGHTHOUSE THAT", "Subject  field", id="subject"),
        pytest.param("header", "SIPDIS", "SIPDIS  caption", id="caption"),
        pytest.param("header", "EFIS", "EFIS  TAG", id="TAG"),
        pytest.param("header", "12958", "E.O. 12958: DECL: 01/20/2019 ", id="order"),
        pytest.param("header", "1.4(d)", "1.4(d)  reason", id="reason"),
        pytest.param("header", "J. Doe", "Classified by  field", id="authority"),
        pytest.param("header", "REYKJAVIK 9003", "08REYKJAVIK9003  ref", id="ref"),
        pytest.param("routing", "RUEHRK", "RUEHRK  routing indicator", id="indicator"),
        pytest.param("routing", "AMEMBASSY L", "AMEMBASSY LONDON  address", id="name"),
        pytest.param("routing", "PRIORITY", "PRIORITY  precedence", id="precedence"),
        pytest.param("routing", "Info", "Info  field", id="role"),
        pytest.param("body", "E C R E T", "SECRET//NOFORN  class", id="first line"),
        pytest.param("body", "NOFORN", "NOFORN  caption", id="caption in the text"),
        pytest.param("body", "DECL", "E.O. 12958: DECL: 01/20/2019  E.O.", id="E.O."),
        pytest.param("body", "TAGS:", "TAGS  field", id="label in the text"),
        pytest.param("body", "EFIS", "EFIS  TAG", id="TAG in the text"),
        pytest.param("body", "B. 08", "08REYKJAVIK9003  reference", id="ref below"),
        pytest.param("body", "SN  2 |", "S/NF  marking", id="marking"),
        pytest.param("body", "?S  5 |", "?S  letters of the screen", id="no marking"),
        pytest.param("body", "Poloff", "Poloff  acronym", id="acronym"),
        pytest.param("body", "XXXXXX", "XXXXXXXXXXXX  acronym", id="cut out"),
        pytest.param("body", "DOE", "Signed  field", id="signature"),
        pytest.param("body", "northX"[:5], "", id="nothing"),
    ],
)
async def test_the_mouse_explains_what_it_rests_on(
    app: CableReader, pane: str, words: str, said: str
) -> None:
    async with app.run_test(size=WIDE, tooltips=True) as pilot:
        await settled(app, pilot)
        body = screen_of(app).reader.body
        body.scroll_to(y=0, animate=False, immediate=True)
        if words == "DOE":
            body.go(body.count - 1)
        text = await explained(app, pilot, pane, words, len(words) - 1)
        assert text.startswith(said)
        assert bool(text) == bool(said)


async def test_it_says_the_same_as_the_key(app: CableReader) -> None:
    async with app.run_test(size=WIDE, tooltips=True) as pilot:
        await settled(app, pilot)
        text = await explained(app, pilot, "routing", "RUEHRK")
        while not isinstance(screen_of(app).pane, RoutingList):
            await press(pilot, "tab")
        await press(pilot, "j", "j", "j", "i")
        shown = str(screen_of(app).query_one("#explain").render())
        assert shown.split("\n")[1:-1] == text.split("\n")[1:]


async def test_a_long_list_has_the_numbers_of_its_addressees(app: CableReader) -> None:
    async with app.run_test(size=(80, 40), tooltips=True) as pilot:
        await settled(app, pilot)
        await press(pilot, "z", "r")
        text = await explained(app, pilot, "routing", "0321")
        assert text.startswith("0321  message continuity number")


async def test_a_key_or_another_place_ends_it(app: CableReader) -> None:
    async with app.run_test(size=WIDE, tooltips=True) as pilot:
        await settled(app, pilot)
        assert await explained(app, pilot, "header", "EFIS")
        await press(pilot, "j")
        assert not app.screen.get_child_by_type(Tooltip).display
        assert await explained(app, pilot, "header", "SIPDIS")
        await pilot.hover("#status")
        await turned(pilot, app.screen.get_child_by_type(Tooltip), shown=False)
        assert not app.screen.get_child_by_type(Tooltip).display


async def test_what_a_cable_says_is_never_markup(app: CableReader) -> None:
    async with app.run_test(size=WIDE, tooltips=True) as pilot:
        await settled(app, pilot)
        await press(pilot, "J")
        assert not await explained(app, pilot, "body", "[REDACTED]", 3)
        assert not await explained(app, pilot, "body", "[@click=app.quit]", 3)
        assert app.is_running


def test_every_word_of_a_header_box_is_explained() -> None:
    for raw in read_sample():
        cable = read_cable(raw)
        for width in (76, 140):
            rows = ["".join(each.text for each in r) for r in full_rows(cable, width)]
            for number, row in enumerate(rows, 1):
                for column in (match.start() for match in re.finditer(r"\w+", row)):
                    assert in_header_box(rows[:number], column, cable), row[column:]


def test_a_short_header_box_says_to_whom_and_nothing_between_its_words() -> None:
    cable = read_cable(next(iter(read_sample())))
    rows = ["".join(each.text for each in row) for row in short_rows(cable, 78)]
    said = {
        word: in_header_box(rows, rows[2].index(word), cable)
        for word in ("To", "SECSTATE", "+", "Ref")
    }
    terms = {word: spot and str(spot.term) for word, spot in said.items()}
    assert terms["To"] == terms["+"] == "Action"
    assert terms["SECSTATE"] == "SECSTATE WASHDC"
    assert terms["Ref"] == "Ref"
    assert in_header_box(rows, rows[2].index(" +"), cable) is None
    assert in_header_box(rows[:1], 77, cable) is None


def test_a_line_above_is_of_the_label_above_it() -> None:
    cable = read_cable(next(iter(read_sample())))
    lines = ["CLASSIFIED BY: Somebody who", "has no name, for", "", "nothing"]
    spots = [above(lines[:count], 3, cable) for count in (1, 2, 4)]
    assert [each and each.term for each in spots] == [
        "Classified by",
        "Classified by",
        None,
    ]


@pytest.mark.parametrize(
    ("column", "said"),
    [(2, True), (33, True), (37, True), (5, False), (45, False), (0, False)],
)
async def test_signs_in_a_row_of_the_list_say_what_the_key_says_of_the_row(
    library_app: CableReader, column: int, *, said: bool
) -> None:
    app = library_app
    async with app.run_test(size=WIDE, tooltips=True) as pilot:
        await settled(app, pilot)
        app.TOOLTIP_DELAY = 0.01
        await press(pilot, "j", "*", "i")
        told = str(app.screen.query_one("#explain").render()).split("\n")[:-1]
        await press(pilot, "k")
        await pilot.hover("#list", Offset(column, 1))
        tooltip = app.screen.get_child_by_type(Tooltip)
        await turned(pilot, tooltip, shown=True)
        assert tooltip.display == said
        if said:
            assert str(tooltip.render()).split("\n") == told
            assert "starred" in told[-1]


async def test_below_the_last_row_nothing_is_said(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=WIDE, tooltips=True) as pilot:
        await settled(app, pilot)
        app.TOOLTIP_DELAY = 0.01
        await press(pilot, "l", *"origin:lisbon", "enter")
        await settled(app, pilot)
        await pilot.hover("#list", Offset(2, 9))
        tooltip = app.screen.get_child_by_type(Tooltip)
        await turned(pilot, tooltip, shown=True)
        assert not tooltip.display
