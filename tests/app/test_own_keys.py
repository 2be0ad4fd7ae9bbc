from __future__ import annotations

from pathlib import Path

import pytest

from cablereader.app.command import Context
from cablereader.app.commands import COMMANDS
from cablereader.app.state.keymap import Pending
from cablereader.app.state.own_keys import SCREENS, key_problems, keymap_on
from cablereader.library import settings as library
from cablereader.library.settings import Settings, read_settings

PATH = Path("config.yaml")


def told(text: str) -> list[str]:
    return [
        str(each) for each in key_problems(read_settings(text, PATH).settings, COMMANDS)
    ]


def test_the_screens_of_the_file_are_those_of_the_program() -> None:
    assert set(library.SCREENS) == {str(screen) for screen in SCREENS}


def test_the_default_keys_have_no_clash_and_no_unknown_name() -> None:
    assert told("") == []
    by_id = {command.id: command.keys for command in COMMANDS}
    own = Settings(keys=by_id)
    assert [
        each for each in key_problems(own, COMMANDS) if "unknown" in each.text
    ] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "keys:\n  mark.not: B",
            "config.yaml:2: keys.mark.not: unknown command; did you mean mark.note?",
        ),
        (
            "keys:\n  reader:\n    xyzzy: B",
            "config.yaml:3: keys.reader.xyzzy: unknown command",
        ),
        (
            "keys:\n  app.help: pgup",
            "config.yaml:2: keys.app.help: unknown key `pgup`; did you mean pageup?",
        ),
        (
            "keys:\n  mark.toggle: ctrl+shift+",
            "config.yaml:2: keys.mark.toggle: unknown key `ctrl+shift+`",
        ),
        (
            "keys:\n  mark.toggle: M",
            "config.yaml:2: keys: 'M' is already mark.toggle, so not mark.note",
        ),
        (
            "keys:\n  mark.toggle: B\n  mark.note: B",
            "config.yaml:3: keys: 'B' is already mark.toggle, so not mark.note",
        ),
        (
            "keys:\n  reader: {mark.toggle: M}",
            "config.yaml:2: keys: 'M' is already mark.toggle, so not mark.note",
        ),
    ],
)
def test_what_is_wrong_with_a_key_map_is_named_with_its_line(
    text: str, problem: str
) -> None:
    assert told(text) == [problem]


@pytest.mark.parametrize(
    "keys", ["B", "ctrl+x", "f12", "g x", "É", "space", "alt+shift+up"]
)
def test_the_readers_key_wins(keys: str) -> None:
    settings = read_settings(f"keys:\n  mark.toggle: {keys}", PATH).settings
    keymap = keymap_on(Context.READER, COMMANDS, settings)
    *before, last = keys.split()
    pending = Pending(keys=tuple(before))
    command = keymap.step(pending, last).command
    assert command
    assert command.id == "mark.toggle"


def test_a_key_of_one_screen_leaves_the_other_alone() -> None:
    settings = read_settings("keys:\n  list: {move.down: A}", PATH).settings
    assert "A" in keymap_on(Context.LIST, COMMANDS, settings).root
    assert "A" not in keymap_on(Context.READER, COMMANDS, settings).root
