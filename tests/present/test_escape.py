from __future__ import annotations

import csv
import io
import json
import re
import shlex
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.present import escape

TEXT = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("(S/NF) Text, 5% of it.", "(S/NF) Text, 5% of it."),
        ("[x](http://y) *b* _i_", r"\[x\](http://y) \*b\* \_i\_"),
        ("<script>&amp;`c`~s~|$", r"\<script\>\&amp;\`c\`\~s\~\|\$"),
        ("# not a title", r"\# not a title"),
        ("- not a list\n+ nor this", "\\- not a list\n\\+ nor this"),
        ("1. not numbered", r"1\. not numbered"),
        ("2009 was a year", "2009 was a year"),
        ("====", r"\===="),
    ],
)
def test_markdown_shows_the_text_as_it_stands(text: str, escaped: str) -> None:
    assert escape.markdown(text) == escaped


@given(TEXT)
def test_html_gives_the_text_back_and_no_tag(text: str) -> None:
    class Reader(HTMLParser):
        words = ""
        tags = 0

        def handle_data(self, data: str) -> None:
            self.words += data

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.tags += 1

    reader = Reader()
    reader.feed(escape.html(text))
    reader.close()
    assert (reader.words, reader.tags) == (text, 0)


@given(TEXT)
@example("it's; rm -rf ~ $(x) `y` \\")
def test_a_shell_reads_one_word(text: str) -> None:
    assert shlex.split(escape.shell(text)) == [text]


@given(TEXT)
def test_json_gives_the_text_back(text: str) -> None:
    assert json.loads(escape.json(text)) == text


@given(TEXT)
def test_a_part_of_a_url_gives_the_text_back(text: str) -> None:
    part = escape.url(text)
    assert unquote(part) == text
    assert re.fullmatch(r"[\w.~%-]*", part, re.ASCII)


@given(TEXT.filter(lambda text: not text.startswith(escape.FORMULA)))
def test_csv_gives_the_text_back(text: str) -> None:
    (row,) = csv.reader(io.StringIO(escape.csv(text) + ",x", newline=""))
    assert row == [text, "x"]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])
def test_csv_is_never_a_formula(text: str) -> None:
    assert escape.csv(text) == f'"\'{text}"'


@given(TEXT)
def test_bibtex_has_balanced_braces_and_no_live_sign(text: str) -> None:
    field = escape.bibtex(text)
    bare = re.sub(r"\\[#$%&_{}]|\\text[a-z]+\{\}", "", field)
    assert not set(bare) & set("#$%&_{}~^\\")


@given(TEXT)
def test_no_bracket_closes_a_link(text: str) -> None:
    assert not set(escape.brackets(text)) & set("[]\n")
