"""Keys to commands: sequences, counts, own keys."""

from __future__ import annotations

import pytest

from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS
from cablereader.app.state.keymap import NOTHING, Keymap, Pending, key_map


def command(name: str, *keys: str) -> Command:
    return Command(name, keys, name, name, Context.READER)


DOWN, TOP, GO = command("down", "j"), command("top", "g g"), command("go", "g x")


@pytest.fixture
def keymap() -> Keymap:
    return key_map((DOWN, TOP, GO))


def typed(keymap: Keymap, keys: str) -> tuple[list[tuple[str, int]], Pending]:
    given, pending = [], NOTHING
    for key in keys:
        step = keymap.step(pending, key)
        pending = step.pending
        if step.command:
            given.append((step.command.id, step.count))
    return given, pending


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        ("j", [("down", 0)]),
        ("5j", [("down", 5)]),
        ("12j", [("down", 12)]),
        ("10j", [("down", 10)]),
        ("gg", [("top", 0)]),
        ("3gg", [("top", 3)]),
        ("gx", [("go", 0)]),
        ("gqj", [("down", 0)]),
        ("5qj", [("down", 0)]),
        ("99999j", [("down", 9999)]),
        ("q", []),
    ],
)
def test_keys_give_commands(
    keymap: Keymap, keys: str, given: list[tuple[str, int]]
) -> None:
    assert typed(keymap, keys) == (given, NOTHING)


def test_a_prefix_waits_and_shows_what_can_follow(keymap: Keymap) -> None:
    _, pending = typed(keymap, "2g")
    assert str(pending) == "2g"
    assert list(keymap.choices(pending)) == [("g", "top"), ("x", "go")]


def test_an_unknown_key_is_left_to_others_unless_something_was_pending(
    keymap: Keymap,
) -> None:
    assert not keymap.step(NOTHING, "q").known
    assert keymap.step(Pending(keys=("g",)), "q").known


def test_own_keys_take_the_place_of_the_defaults() -> None:
    keymap = key_map((DOWN, TOP), {"down": ("n", "ctrl+n")})
    assert typed(keymap, "jn") == ([("down", 0)], NOTHING)


def test_own_keys_win_over_other_defaults_and_the_clash_is_named() -> None:
    keymap = key_map((DOWN, GO, TOP), {"top": ("j",)})
    assert typed(keymap, "j") == ([("top", 0)], NOTHING)
    assert [str(clash) for clash in keymap.clashes] == [
        "'j' is already top, so not down"
    ]


def test_a_key_that_begins_a_sequence_cannot_be_a_command() -> None:
    keymap = key_map((GO, command("stop", "g")))
    assert [clash.refused for clash in keymap.clashes] == ["stop"]


def test_a_command_cannot_begin_a_sequence() -> None:
    keymap = key_map((command("stop", "g"), GO))
    assert [clash.refused for clash in keymap.clashes] == ["go"]


def test_the_default_keys_do_not_clash() -> None:
    for own in (Context.READER, Context.LIST):
        contexts = (own, Context.TRIAGE, Context.MOVEMENT, Context.EVERYWHERE)
        commands = [c for context in contexts for c in COMMANDS if c.context is context]
        assert key_map(commands).clashes == ()


def test_command_ids_are_unique() -> None:
    ids = [(command.context, command.id) for command in COMMANDS]
    assert len(ids) == len(set(ids))


def test_only_second_ways_have_no_key_of_plain_letters_or_signs() -> None:
    without = {
        each.id
        for each in COMMANDS
        if each.keys and all(keys.startswith("ctrl+") for keys in each.keys)
    }
    assert without == {
        "app.interrupt",
        "app.palette",
        "app.redraw",
        "app.suspend",
        "move.half-up",
    }
