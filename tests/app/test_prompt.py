"""The prompt: it keeps what is typed, completes it, and says what is wrong with it."""

from __future__ import annotations

import pytest
from reading import press, screen_of, settled, shown
from textual.actions import parse
from textual.app import App
from textual.pilot import Pilot

from cablereader.app.app import CableReader
from cablereader.app.commands import COMMANDS
from cablereader.app.state.completion import Choice, query_completions
from cablereader.app.widgets.choice_line import ChoiceLine
from cablereader.app.widgets.status_line import HintLine

NARROW = (80, 24)


async def test_tab_completes_commands_and_never_leaves_the_prompt(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, ":", *"mark.n", "tab")
        prompt = screen_of(app).prompt
        assert (prompt.kind, prompt.value) == ("command", "mark.note")
        await press(pilot, "tab")
        assert prompt.value == "mark.next"
        await press(pilot, "shift+tab", "shift+tab")
        assert prompt.value == "mark.n"


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_tab_leaves_words_alone_that_nothing_completes(
    app: CableReader, key: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "/", *"lamp", key, "x")
        prompt = screen_of(app).prompt
        assert (prompt.kind, prompt.value) == ("find", "lampx")


@pytest.mark.parametrize("key", ["s", "l"])
async def test_tab_completes_fields_of_a_query(
    library_app: CableReader, key: str
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, key, *"wine ori", "tab")
        prompt = screen_of(library_app).prompt
        assert (prompt.kind, prompt.value[:11]) in {
            ("search", "wine origin"),
            ("limit", "wine origin"),
        }


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("subj", "subject:"),
        ("wine -is:unr", "wine -is:unread"),
        ("(sort:da", "(sort:date"),
        ("label:to", "label:tower"),
        ("origin:os", "origin:oslo"),
        ("goat -origin:Rio", 'goat -origin:"rio de janeiro"'),
        ('origin:oslo,"rio', 'origin:oslo,"rio de janeiro"'),
        ("tag:pr", "tag:PREL"),
        ("wine prel", "wine tag:PREL"),
        ("OSLO", "origin:oslo"),
        ("post", "origin:"),
        ("Embas", "origin:"),
        ("post:os", "origin:oslo"),
        ("-Marking:conf", "-paraclass:confidential"),
        ("oslo:", None),
        ("zzz", None),
        ("body:zzz", None),
    ],
)
def test_the_last_word_of_a_query_is_completed(typed: str, first: str | None) -> None:
    names = {
        "label": ["tower"],
        "origin": ["oslo", "rio de janeiro"],
        "tag": ["PREL", "OVIP"],
        "paraclass": ["confidential"],
    }
    completions = query_completions(names)
    found = completions(typed)
    assert (found[0].text if found else None) == first


async def test_a_question_mark_lists_the_fields_and_puts_one_into_the_query(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "s", "?")
        assert "origin:" in shown(library_app)
        await press(pilot, *"who sent it", "enter")
        prompt = screen_of(library_app).prompt
        assert (prompt.kind, prompt.value) == ("search", "origin:")
        await press(pilot, *"lisb", "tab", "enter")
        await settled(library_app, pilot)
        assert "all > origin:lisbon" in shown(library_app)
        await press(pilot, "l", "?", "escape", *"why?")
        assert (prompt.kind, prompt.value) == ("limit", "why?")


async def test_tab_completes_what_the_archive_has(library_app: CableReader) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        for typed, completed in (("origin:lis", "origin:lisbon"), ("ovip", "tag:OVIP")):
            await press(pilot, "s", *typed, "tab")
            assert screen_of(library_app).prompt.value == completed
            await press(pilot, "escape")


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("limit origin:lis", "limit origin:lisbon"),
        ("search goat ovip", "search goat tag:OVIP"),
        ("search.new is:unr", "search.new is:unread"),
    ],
)
async def test_tab_completes_what_stands_behind_a_command(
    library_app: CableReader, line: str, completed: str
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, ":", *line, "tab")
        assert screen_of(library_app).prompt.value == completed


async def test_tab_says_where_nothing_completes_a_query(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"zzz", "tab")
        assert "nothing known goes on from that" in shown(library_app)
        assert screen_of(library_app).prompt.value == "zzz"


@pytest.mark.parametrize(
    ("key", "typed", "fault", "at"),
    [
        ("s", "wine orign:oslo", "did you mean origin", 5),
        (":", "search wine orign:oslo", "did you mean origin", 12),
        (":", "list.opne", "no command list.opne; did you mean list.open?", 9),
        (":", "import x.csv", "import is for the shell: `cablereader import`", 12),
        (":", "theme clasic", "no theme clasic; did you mean classic?", 12),
        (":", "explain qqqzz", "qqqzz: not in the tables", 13),
        (":", "09NOWHERE1", "09NOWHERE1 is not in this archive", 10),
        (":", "open xyz", "xyz is no reference id", 8),
        (":", "09OSLO9066:goat", "09OSLO9066:goat: which paragraph?", 15),
        (":", "open 09OSLO9066:goat", "09OSLO9066:goat: which paragraph?", 20),
    ],
)
async def test_a_mistake_is_told_above_the_prompt_and_can_be_mended_there(
    library_app: CableReader, key: str, typed: str, fault: str, at: int
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "enter", "q", key, *typed, "enter")
        prompt = screen_of(library_app).prompt
        assert fault in shown(library_app)
        assert (prompt.value, prompt.cursor_position) == (typed, at)
        assert prompt.has_focus
        await press(pilot, "escape")
        assert fault not in shown(library_app)
        assert not prompt.display


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("help", "type to filter"),
        ("w", "everything is saved already"),
        ("explain NOFORN", "What NOFORN means"),
        ("search id:09OSLO9066", "1 cable,"),
        ("open 10OSLO9005", "10OSLO9005"),
        ("10OSLO9005:2", "para 2 of"),
    ],
)
async def test_the_command_line_knows_the_words_that_people_type(
    library_app: CableReader, typed: str, outcome: str
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, ":", *typed, "enter")
        await settled(library_app, pilot)
        assert outcome in shown(library_app)


@pytest.mark.parametrize("word", ["q", "q!", "quit", "wq"])
async def test_the_command_line_quits(app: CableReader, word: str) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, ":", *word, "enter")
    assert not app.is_running


async def test_the_prompt_keeps_its_name_while_words_are_typed(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "/", *"lamp")
        assert shown(app).rstrip().split("\n")[-1].startswith(" find: lamp")
        await press(pilot, "escape", "M", "x")
        assert shown(app).rstrip().split("\n")[-1].startswith(" note: x")


@pytest.mark.parametrize(
    ("keys", "hinted"),
    [
        ("/", " enter find  esc leave "),
        ("gp", " enter go there  esc leave "),
        ("M", " enter save  esc leave "),
        ("|", " enter run  esc leave "),
        (":", " enter do it  esc leave  tab complete "),
    ],
)
async def test_only_keys_that_are_not_typed_are_hinted_in_a_prompt(
    app: CableReader, keys: str, hinted: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        before = hint_rows(app)
        await press(pilot, *keys)
        assert hint_rows(app)[0] == hinted.rstrip()
        await press(pilot, "escape")
        assert hint_rows(app) == before


async def test_what_was_entered_before_is_hinted_where_there_is_any(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        before = hint_rows(app)
        await press(pilot, "/", *"lamp", "enter")
        assert hint_rows(app) == before
        await press(pilot, "/")
        assert hint_rows(app)[0] == " enter find  esc leave  up entered before"
        await press(pilot, "up")
        assert screen_of(app).prompt.value == "lamp"


def hint_rows(app: CableReader) -> list[str]:
    """What the hint lines say."""
    line = app.screen.query_one(HintLine)
    rows = shown(app).split("\n")[line.region.y : line.region.bottom]
    return [row.rstrip() for row in rows]


async def test_what_is_asked_for_is_not_said_twice(library_app: CableReader) -> None:
    asked = [
        parse(command.action.format(n=0))[2]
        for command in COMMANDS
        if command.action.startswith("ask(")
    ]
    assert asked
    async with library_app.run_test():
        words = screen_of(library_app).words
        for kind, label in (map(str, each) for each in asked):
            named = (words[kind].asked or kind).rstrip(":")
            assert not named or named not in label, kind


async def test_choices_say_how_many_cables_they_stand_for(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "s", *"origin:")
        assert await choices(library_app, pilot, "oslo 5")
        await press(pilot, "escape", "l", *"date:2010", "enter")
        await settled(library_app, pilot)
        await press(pilot, "l", *"origin:")
        assert await choices(library_app, pilot, "oslo 1")
        await press(pilot, "escape", "l", *"class:")
        assert await choices(library_app, pilot, "confidential 2")
        await press(pilot, "escape", "l", *"is:")
        assert await choices(library_app, pilot, "unread 4")


async def test_tab_chooses_what_is_shown_also_behind_quickly_typed_words(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "s", *"origin:", "tab")
        line = library_app.screen.query_one(ChoiceLine)
        first, second = line.shown[:2]
        assert screen_of(library_app).prompt.value == first.text
        await press(pilot, "tab")
        assert screen_of(library_app).prompt.value == second.text
        await press(pilot, "shift+tab", "shift+tab")
        assert screen_of(library_app).prompt.value == "origin:"


async def test_tab_goes_on_from_the_only_field_to_its_values(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"ori", "tab")
        assert screen_of(library_app).prompt.value == "origin:"
        assert await choices(library_app, pilot, "oslo 5")
        await press(pilot, "tab")
        assert screen_of(library_app).prompt.value == "origin:oslo"
        await press(pilot, "shift+tab")
        assert screen_of(library_app).prompt.value == "origin:"


async def test_the_command_line_shows_its_choices_at_once_the_last_given_first(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, ":")
        assert " help  guide " in shown(app)
        await press(pilot, *"theme classic", "enter", ":", *"move.down", "enter", ":")
        assert " move.down  theme classic  help " in shown(app)
        await press(pilot, "tab")
        assert screen_of(app).prompt.value == "move.down"
        await press(pilot, "escape")
        assert " move.down  theme classic " not in shown(app)


async def test_a_low_window_has_the_choices_in_the_place_of_the_hints(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, ":", *"theme cl")
        assert " theme classic" in shown(app)
        assert "esc leave" not in shown(app)
        await press(pilot, "escape", "/")
        assert "esc leave" in shown(app)


async def test_pages_of_choices_turn_with_the_chosen_one() -> None:
    known = [Choice(f"tag:T{each}", f"T{each}", f"tag:T{each}") for each in range(30)]
    app = App[None]()
    async with app.run_test(size=(60, 5)):
        line = ChoiceLine()
        await app.mount(line)
        line.show(known, "tag:T")
        assert known[0] in line.shown
        line.show(known, "tag:T17")
        assert known[17] in line.shown
        assert known[0] not in line.shown


async def choices(app: CableReader, pilot: Pilot[None], wanted: str) -> bool:
    """Whether the line of choices says something, as soon as it is counted."""
    for _ in range(100):
        if f" {wanted} " in shown(app):
            return True
        await pilot.pause(0.05)
    return False
