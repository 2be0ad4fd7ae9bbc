"""The hints: which commands have one, with which key, in which order."""

from __future__ import annotations

from cablereader.app.command import Command, Context
from cablereader.app.state.hints import hints
from cablereader.app.state.keymap import key_map


def hinted(name: str, key: str, context: Context = Context.READER) -> Command:
    return Command(name, (key,) if key else (), name, name, context, name)


FIND, NOTE = hinted("find.open", "/"), hinted("mark.note", "M")
QUIT = hinted("app.back", "q", Context.EVERYWHERE)
ALL = (QUIT, NOTE, FIND)


def test_the_most_wanted_come_first_and_some_are_there_in_any_case() -> None:
    first, always = hints(ALL, {}, {}, key_map(ALL))
    assert first == (("/", "find.open"), ("M", "mark.note"))
    assert always == (("q", "app.back"),)


def test_the_readers_own_key_is_shown() -> None:
    own = {"find.open": ("g f",)}
    first, _ = hints(ALL, {}, own, key_map(ALL, own))
    assert first[0] == ("gf", "find.open")


def test_a_command_without_a_word_or_a_key_has_none() -> None:
    silent = (
        hinted("find.open", ""),
        Command("mark.note", ("M",), "", "", Context.READER),
    )
    assert hints(silent, {}, {}, key_map(silent)) == ((), ())


def test_a_key_that_gives_something_else_is_no_hint() -> None:
    taken = (FIND, hinted("other", "/"))
    first, _ = hints(taken, {}, {}, key_map(taken))
    assert first == (("/", "find.open"),)


def test_a_menu_has_the_key_that_shows_it_unless_nothing_is_in_it() -> None:
    menu = Command("out.export", (), "menu('e')", "", Context.READER, "export")
    entry = Command("out.export-text", ("e t",), "", "", Context.READER)
    first, _ = hints((menu, entry), {}, {}, key_map((menu, entry)))
    assert first == (("e", "export"),)
    assert hints((menu,), {}, {}, key_map((menu,))) == ((), ())


def test_a_command_can_have_another_word_for_now() -> None:
    first, _ = hints(ALL, {"find.open": "find again"}, {}, key_map(ALL))
    assert first[0] == ("/", "find again")


def test_what_is_other_than_usual_now_stands_first() -> None:
    first, _ = hints(ALL, {"mark.note": "for now"}, {}, key_map(ALL))
    assert first == (("M", "for now"), ("/", "find.open"))
