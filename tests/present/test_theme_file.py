"""Theme files with and without YAML: both ways say the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.present.palette import theme_folder
from cablereader.present.theme_file import (
    Entry,
    ThemeFileError,
    _plain_entries,
    _yaml_entries,
)

INDENTS = st.sampled_from([*[""] * 6, *["  "] * 6, " ", "    ", "- "])
NAMES = st.sampled_from([*["colors", "name", "TOP SECRET", "hit-text"] * 4, "", "1"])
PLAIN = [' "#123456"', ' ""', " no", " classic, or more", ' "#1" # red']
VALUES = st.sampled_from([*PLAIN * 4, *[""] * 8, " a: b", " |", " 'a'", " ~", " 1"])
COMMENTS = st.sampled_from([*[""] * 8, "  # red", " # \u00e9", "# red", "   "])
LINES = st.builds("{}{}:{}{}".format, INDENTS, NAMES, VALUES, COMMENTS)
OTHERS = st.sampled_from(["", "# a", "---", "a"])
TEXTS = st.lists(st.one_of([LINES] * 9 + [OTHERS]), max_size=5).map("\n".join)


def of_yaml(text: str) -> list[Entry] | str:
    try:
        return list(_yaml_entries(text))
    except ThemeFileError as error:
        return str(error)


@given(TEXTS | st.text())
def test_what_is_read_without_yaml_is_what_yaml_says(text: str) -> None:
    entries = _plain_entries(text)
    assert entries is None or entries == of_yaml(text)


@pytest.mark.parametrize("path", sorted(theme_folder().iterdir()), ids=lambda p: p.name)
def test_the_themes_of_the_program_need_no_yaml(path: Path) -> None:
    if path.suffix == ".yaml":
        text = path.read_text("utf-8")
        assert _plain_entries(text) == of_yaml(text)


def test_the_themes_of_the_program_are_read_without_loading_yaml() -> None:
    script = (
        "import sys; from cablereader.present.palette import load_palettes;"
        "assert load_palettes(None).palettes; assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
