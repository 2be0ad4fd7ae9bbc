"""Pages of the site: markup that is not HTML, kept to the last character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import BODY, HEADER, block, page
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.html_page import read_page

TEXT_WITHOUT_MARKUP = st.text(st.characters(codec="utf-8", exclude_characters="<&"))


def test_reads_the_top_box() -> None:
    raw = read_page(page(), "goat.html")
    assert raw.cable_id == "07OSLO9001"
    assert raw.title == "THE GOAT OF SKARVEGRUNN"
    assert raw.created == "2007-03-14 16:04"
    assert raw.released == "2011-02-01 21:09"
    assert raw.classification == "CONFIDENTIAL"
    assert raw.origin == "Embassy Oslo"
    assert (raw.source.format, raw.source.path) == ("html", "goat.html")


def test_reads_both_blocks() -> None:
    raw = read_page(page())
    assert (raw.header, raw.body) == (HEADER, BODY)


def test_takes_articles_by_their_text() -> None:
    articles = ("http://fiction.example/goat", "www.fiction.example", "print")
    assert read_page(page(articles=articles)).articles == articles


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("AT&T &not &micro &copy8 &regulations", id="05NEWDELHI301"),
        pytest.param("in <Israel> and <_protect> of <<142612>>", id="09CAIRO79"),
        pytest.param("a < b </table> <strong>x</strong> < /a>", id="08PARIS1698"),
        pytest.param("&amp; &#60; &lt;b&gt;", id="an entity is text"),
        pytest.param("¶ alone, ¶5 and a <a href='x'>link</a>", id="09CAIRO79 pilcrow"),
        pytest.param("\u2028 and \x00 and \x1b[31m", id="06MEXICO2220"),
    ],
)
def test_leaves_all_that_the_page_did_not_add(body: str) -> None:
    assert read_page(page(body)).body == body


def test_drops_anchors_and_remembers_where_they_stood() -> None:
    body = (
        "REF: A. OSLO 1\n"
        "     <a id='parB' href='#parB'>¶</a>B. OSLO 2\n"
        "<a id='par1' href='#par1'>¶</a>1. (C) Goat."
    )
    raw = read_page(page(body))
    assert "¶" not in raw.body
    assert [raw.body[at : at + 2] for at in raw.anchors] == ["B.", "1."]


def test_replaces_tag_links_by_their_text() -> None:
    raw = read_page(page("TAGS: <a href='/tag/PREL_0.html'>PREL</a> NO"))
    assert (raw.body, raw.tags) == ("TAGS: PREL NO", ("PREL",))


@pytest.mark.parametrize("written", ["<br>", "<br />", "&#x000A;", "&#x0a;"])
def test_a_line_break_is_a_newline(written: str) -> None:
    assert read_page(page(f"One{written}two")).body == "One\ntwo"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("A & B", "A & B", id="raw ampersand"),
        pytest.param("A &amp; B &#8217; &not", "A & B ’ &not", id="entities"),
        pytest.param("TWO  BLANKS <br>", "TWO  BLANKS", id="09LAPAZ96"),
        pytest.param("", None, id="empty on 200 pages"),
    ],
)
def test_reads_the_title_as_it_was_meant(title: str, expected: str | None) -> None:
    assert read_page(page(title=title)).title == expected


def test_a_page_of_one_block_has_the_header_in_it() -> None:
    anchor = "<a id='par1' href='#par1'>¶</a>"
    body = BODY.replace("1. (C)", f"{anchor}1. (C)")
    raw = read_page(f"<div class='pane big'>{block(f'{HEADER}&#x000A;{body}')}</div>")
    assert (raw.header.strip(), raw.body.strip()) == (HEADER, BODY)
    assert [raw.body[at : at + 6] for at in raw.anchors] == ["1. (C)"]


def test_further_blocks_belong_to_the_body() -> None:
    raw = read_page(f"{block('VZ')}\n{block('one')}\n{block('two')}")
    assert (raw.header, raw.body) == ("VZ", "one\ntwo")


def test_attributes_may_stand_in_double_quotation_marks() -> None:
    markup = page("TAGS: <a href='/tag/PREL_0.html'>PREL</a>", articles=("a.example",))
    double = markup.replace("'", '"')
    assert read_page(double) == read_page(markup)


def test_whatever_is_missing_the_rest_is_read() -> None:
    whole = page(articles=("a.example",))
    for cut in range(whole.index("</table>\n<code>"), len(whole), 7):
        raw = read_page(whole[:cut])
        assert (raw.cable_id, raw.articles) == ("07OSLO9001", ("a.example",))
    without_table = whole.replace("<table class='cable'>", "<table>")
    raw = read_page(without_table)
    assert (raw.cable_id, raw.created, raw.body) == ("07OSLO9001", None, BODY)


@given(TEXT_WITHOUT_MARKUP, TEXT_WITHOUT_MARKUP)
def test_text_without_markup_comes_back_as_it_was(header: str, body: str) -> None:
    raw = read_page(page(body, header))
    assert (raw.header, raw.body) == (header, body)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read_page(text)
    read_page(page(text, text, cable_id=text.replace("{", ""), title=text))


def test_agrees_with_the_truth_about_real_pages(real_documents: Path) -> None:
    for line in (real_documents / "truth.jsonl").read_text("utf-8").strip().split("\n"):
        truth = json.loads(line)
        text = (real_documents / "pages" / truth["path"]).read_text("utf-8")
        raw = read_page(text)
        assert raw.cable_id == truth["id"]
        assert (raw.title or "") == truth["title"].removesuffix("<br>").strip()
        assert list(raw.articles) == truth["articles"], truth["id"]
        assert list(raw.tags) == truth["tags"], truth["id"]
        assert len(raw.anchors) == len(truth["par_anchors"]), truth["id"]
        for field in ("created", "released", "classification", "origin", "header"):
            assert getattr(raw, field) == truth[field], truth["id"]
