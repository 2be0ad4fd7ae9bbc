"""Telling the formats apart, and a cable from any other text."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import BODY, HEADER, TEXT, dump_row, page

from cablereader.parse.sniff import Format, has_cable, sniff


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        (page(), Format.HTML),
        ("\n <HTML>\n", Format.HTML),
        ("<code><pre>VZ</pre></code>", Format.HTML),
        (TEXT, Format.TEXT),
        ("", Format.TEXT),
        (dump_row(1), Format.CSV),
        ("\ufeff" + dump_row(1), Format.CSV),
        ("number,created,id\n" + dump_row(1), Format.CSV),
        ("1\t2007-03-14 16:04:00\t07OSLO1\t", Format.CSV),
    ],
)
def test_tells_the_formats_apart(text: str, format_: Format) -> None:
    assert sniff(text) is format_
    assert sniff(text[:500]) is format_


@pytest.mark.parametrize(
    "text",
    [
        HEADER,
        BODY,
        page(),
        dump_row(1),
        "R 141604Z MAR 07\nFM AMEMBASSY OSLO\n",
        "UNCLAS OSLO 009001\n",
        "S E C R E T SECTION 01 OF 02 OSLO 009001",
        "SECRET OSLO 009001",
        "REF: A. OSLO 1\n     B. OSLO 2",
        "REFTEL: OSLO 1",
        "SUBJECT: GOAT",
        "TAGS PREL, NO",
        "Sipdis\n\nE.o. 12958: decl: 03/14/2017",
        "Classified By: DCM",
        "1. (C/NF) Key points.\n\n2. (U) The weather.\n",
        "12. (S//REL TO USA, FVEY) Goat.",
        "(SBU) The goat.",
        "VZCZCXR03884",
    ],
)
def test_knows_a_cable_or_a_fragment_of_one(text: str) -> None:
    assert has_cable(text)
    assert has_cable(f"Some page furniture.\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear all,\n\nlunch is at one.\n\nSubject: Re: lunch",
        "1. Install it.\n2. Run it.\n",
        "(continued) The SECRET life of goats (Iran)",
        "<html><body><p>Not found</p></body></html>",
        "UNCLASSY behaviour. Confidentially yours.",
        "tags: a, b\nref: main\n",
    ],
)
def test_knows_other_texts(text: str) -> None:
    assert not has_cable(text)


def test_knows_every_real_document(real_documents: Path) -> None:
    for path in real_documents.rglob("*.html"):
        text = path.read_text("utf-8")
        assert sniff(text) is Format.HTML
        assert has_cable(text)
    (scan,) = real_documents.glob("*.txt")
    assert sniff(scan.read_text("utf-8")) is Format.TEXT
    assert has_cable(scan.read_text("utf-8"))
