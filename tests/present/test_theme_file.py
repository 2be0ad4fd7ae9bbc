"""What is read without YAML says what YAML says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.present.palette import shipped_names, theme_folder
from cablereader.present.theme_file import (
    Entry,
    ThemeFileError,
    plainly_written,
    read_entries,
)

NAMES = st.sampled_from(
    ("name", "colors", "TOP SECRET", "hit-text", "a", "no", "muted ", "- a", "é", "'a'")
)
VALUES = st.sampled_from(
    (
        *("", " dusk", ' "#123"', " #123", ' "#9AA3AD"', " ansi_red", " a-b, c.", "x"),
        *(" true", " ", " a: b", " a # b", " a #b", " a#b", ' "#12', ' "#12" x', " *a"),
        *(" é", " [a]", " |", " a -", " - a", "  b", "\tc", " a\x07", " ~", " a;b c"),
    )
)
COMMENTS = st.sampled_from(
    ("", "", "  # why", " #", "# no", "  # \x1b", "  # é: [", " ")
)
INDENTS = st.sampled_from(("", "", "  ", "  ", " ", "    ", "\t"))
LINES = st.builds("{}{}:{}{}".format, INDENTS, NAMES, VALUES, COMMENTS)
ODD = st.sampled_from(("", "# all of it", "---", "...", "  ", "%YAML 1.1", "plain"))
TEXTS = st.lists(st.one_of(LINES, LINES, LINES, ODD), max_size=6).map("\n".join)


def by_yaml(text: str) -> list[Entry] | None:
    """What YAML makes of a text; a document without marks is told from none by them."""
    try:
        return list(read_entries(f"--- # not written plainly\n{text}"))
    except ThemeFileError:
        return None


@given(TEXTS)
def test_what_is_plainly_written_means_what_yaml_makes_of_it(text: str) -> None:
    plain = plainly_written(text)
    if plain is not None:
        below = [Entry(each.path, each.value, each.line + 1) for each in plain]
        assert below == by_yaml(text)


@pytest.mark.parametrize("name", shipped_names())
def test_the_themes_of_the_program_are_plainly_written(name: str) -> None:
    text = (theme_folder() / f"{name}.yaml").read_text("utf-8")
    assert plainly_written(text)


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_section_without_anything_is_left_to_yaml(end: str) -> None:
    assert plainly_written(f"colors:{end}") is None
    assert plainly_written(f"colors:\nname: dusk{end}") is None
