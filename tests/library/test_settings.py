from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.library.option import OPTIONS, PARTS
from cablereader.library.settings import (
    LoadedSettings,
    Settings,
    load_settings,
    read_settings,
)

PATH = Path("/home/reader/config.yaml")


def read(text: str) -> LoadedSettings:
    return read_settings(text, PATH)


def told(text: str) -> list[str]:
    """What is said of a text, without the name of the file."""
    return [str(each).removeprefix(f"{PATH}:") for each in read(text).problems]


def test_every_option_is_a_setting_and_every_setting_an_option() -> None:
    names = {option.name for option in OPTIONS} | PARTS.keys()
    known = {each.name for each in fields(Settings)}
    assert known - names == {"screen_keys", "path", "lines"}
    assert names <= known


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_a_default_is_a_value_that_could_have_been_written(option: object) -> None:
    text = {"theme": "paper", "clipboard_command": "xclip -i", "measure": "72"}
    text |= {"title_case": "title", "base_url": "https://wikileaks.org"}
    for each in OPTIONS:
        default = getattr(Settings(), each.name)
        assert each.take(text.get(each.name, str(default))) == default or not default


def test_no_file_and_an_empty_file_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none") == LoadedSettings()
    (tmp_path / "empty").touch()
    assert load_settings(tmp_path / "empty") == LoadedSettings()


def test_what_was_written_counts() -> None:
    settings = read(
        "theme: paper\nmeasure: 80\nmouse: off\ntitle_case: as-is\n"
        "clipboard: Command\nclipboard_command: xclip -sel 'a b'\n"
        "base_url: https://example.org/\nremote: true\n"
    ).settings
    assert settings.theme == "paper"
    assert settings.measure == 80
    assert (settings.mouse, settings.remote) == ("no", "yes")
    assert settings.title_case is False
    assert settings.clipboard == "command"
    assert settings.clipboard_command == ("xclip", "-sel", "a b")
    assert settings.base_url == "https://example.org"
    assert settings.lines["measure"] == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("mesure: 80", "1: unknown option `mesure`; did you mean measure?"),
        ("\nxyzzy: 1", "2: unknown option `xyzzy`"),
        ("measure: 59", "1: measure: `59` is no number from 60 to 100"),
        ("frames: 4", "1: frames: `4` is not auto, and is no number from 5 to 60"),
        (
            "escape_delay: soon",
            "1: escape_delay: `soon` is not auto, and is no number from 10 to 2000",
        ),
        ("measure: ٧٢", "1: measure: `٧٢` is no number from 60 to 100"),
        (
            "mouse: perhaps",
            "1: mouse: `perhaps` is not one of auto, yes, no",
        ),
        (
            "keyboard: legaci",
            "1: keyboard: `legaci` is not one of auto, legacy; did you mean legacy?",
        ),
        ("theme: ''", "1: theme: `` is empty or has signs that can't be shown"),
        (
            'theme: "\\x1b[2J"',
            "1: theme: this is empty or has signs that can't be shown",
        ),
        ("theme: [a]", "1: theme is one value: a theme's name"),
        (
            "base_url: ftp://x",
            "1: base_url: `ftp://x` is no address that begins with https:// or http://",
        ),
        (
            'clipboard_command: "\'"',
            "1: clipboard_command: `'` is no command; is a quotation mark missing?",
        ),
        ("title_case: maybe", "1: title_case: `maybe` is not one of title, as-is"),
        ("keys: x", "1: keys is a list of `name: value` lines"),
        ("copy: [x]", "1: copy is a list of `name: value` lines"),
        ("copy: {a: [b]}", "1: copy.a is a template, or its options"),
        (
            "keys: {a: {b: c}}",
            "1: keys.a: the screens with keys are list and reader",
        ),
        (
            "keys: {reader: {mark.toggle: [[a]]}}",
            "1: keys.reader.mark.toggle is a key, or a list of keys: [J, g x]",
        ),
        ("- a", "1: not a list of `name: value` lines"),
    ],
)
def test_a_wrong_line_is_named_and_costs_only_itself(text: str, problem: str) -> None:
    assert told(text) == [problem]
    if not text.startswith("-"):
        assert read(f"{text}\ncompat: less\n").settings.compat == "less"


def test_a_line_that_is_no_yaml_costs_only_itself() -> None:
    text = "measure: 80\nkeys:\n  app.help: @\n  mark.toggle: B\ntheme: paper\n"
    result = read(text)
    assert result.settings.measure == 80
    assert result.settings.theme == "paper"
    assert result.settings.keys == {"mark.toggle": ("B",)}
    (problem,) = result.problems
    assert problem.line == 3
    assert problem.text.endswith('left out; signs want quotation marks: "?"')


def test_keys_are_of_all_screens_or_of_one() -> None:
    settings = read(
        'keys:\n  mark.toggle: B\n  cable.next: [J, "] c"]\n  app.quit: []\n'
        "  reader:\n    app.back: X\n  list:\n"
    ).settings
    assert settings.keys == {
        "mark.toggle": ("B",),
        "cable.next": ("J", "] c"),
        "app.quit": (),
    }
    assert settings.screen_keys == {"reader": {"app.back": ("X",)}, "list": {}}
    assert settings.lines["keys.reader.app.back"] == 6


def test_forms_of_copying_are_templates_or_options() -> None:
    settings = read(
        'copy:\n  plusd: "https://x/{id}"\n  note: {key: F, template: "{from}"}\n'
    ).settings
    assert settings.copy == {
        "plusd": "https://x/{id}",
        "note": {"key": "F", "template": "{from}"},
    }
    assert settings.lines["copy.note"] == 3


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a: b\nc: \xe9\n", ":2: not UTF-8"),
        (b"x" * 2_000_000, ": larger than 1 MB; move it away"),
    ],
    ids=["latin-1", "large"],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(content)
    result = load_settings(path)
    assert result.settings == Settings()
    (problem,) = result.problems
    assert str(problem).startswith(f"{path}{why}")
    assert path.read_bytes() == content


def test_a_folder_and_a_pipe_in_its_place_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        (problem,) = load_settings(path).problems
        assert str(problem) == f"{path}: not a file; move it away"


@given(st.text() | st.text("abkeysmouse: \n-[]{}'\"&*!#?|>\t", max_size=60))
def test_no_text_makes_the_reader_of_settings_fail(text: str) -> None:
    result = read(text)
    assert all(0 < p.line <= text.count("\n") + 1 for p in result.problems)
