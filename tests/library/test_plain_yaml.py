from __future__ import annotations

import pytest

from cablereader.library.plain_yaml import (
    MOST_MENDED,
    Mapping,
    PlainYamlError,
    read_what_can_be,
    read_yaml,
)


def names(value: object) -> dict[str, object]:
    assert isinstance(value, Mapping)
    return {entry.name: entry.value for entry in value}


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "--- # x\n...\n"])
def test_nothing_is_the_empty_text(text: str) -> None:
    assert read_yaml(text) == ""


def test_words_stay_words() -> None:
    value = read_yaml("a: no\nb: 010\nc: ~\nd: 2008-13-45\ne: [1_000, 'x']\nf:\n")
    assert names(value) == {
        "a": "no",
        "b": "010",
        "c": "~",
        "d": "2008-13-45",
        "e": ("1_000", "x"),
        "f": "",
    }


def test_entries_know_their_lines_and_how_they_were_written() -> None:
    value = read_yaml("# x\na: b # c\nd:\n  - 𝄞 é\n  - {g: h}\ni: {j: 'k'}\n")
    assert isinstance(value, Mapping)
    assert [entry.line for entry in value] == [2, 3, 6]
    assert [entry.source for entry in value] == [
        "a: b",
        "d:\n  - 𝄞 é\n  - {g: h}",
        "i: {j: 'k'}",
    ]
    assert value.line_of("d") == 3
    assert value.line_of("z") == value.line == 2
    assert value.get("z") is None


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a: 1\nb: *x", 2, "names are not read"),
        ("a: &x 1", 1, "names are not read"),
        ("&x a: 1", 1, "names are not read"),
        ("a: !!int 1", 1, "tags are not read"),
        ("a: ! 1", 1, "tags are not read"),
        ("a: 1\na: 2", 2, "`a` is there twice"),
        ("a: 1\n? [b]\n: c", 2, "a name must be one word"),
        ("a: 1\n---\nb: 2", 2, "a second document"),
        ("[" * 30 + "]" * 30, 1, "nested too deep"),
        ("[" + "x," * 30_000 + "]", 1, "too much in one document"),
        ("a: 1\nb: 'c\n\n\n", 2, "not YAML"),
        ("a: 1\nb: [c", 2, "not YAML"),
        ("a: 1\nb: c: d", 2, "not YAML"),
        ("a: \x07", 1, "not YAML"),
        ('a: "\\U99999999"', 1, "not YAML"),
        ("a: \ud800", 1, "not YAML"),
    ],
)
def test_what_is_not_plain_is_named_with_its_line(
    text: str, line: int, why: str
) -> None:
    with pytest.raises(PlainYamlError, match=why) as caught:
        read_yaml(text)
    assert caught.value.line == line


def test_lines_that_are_no_yaml_are_left_out_and_the_rest_is_read() -> None:
    value, errors = read_what_can_be("a: 1\nb: @x\nc:\n  d: '\n  e: *\n  f: [g]\n")
    assert isinstance(value, Mapping)
    assert names(value)["a"] == "1"
    assert names(value.get("c")) == {"f": ("g",)}
    assert [error.line for error in errors] == [2, 4, 5]


def test_a_text_without_any_yaml_is_given_up() -> None:
    value, errors = read_what_can_be("a: @\n" * (MOST_MENDED + 5))
    assert value == ""
    assert len(errors) == MOST_MENDED + 1
