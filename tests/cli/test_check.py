"""``cablereader check FILE``: defects as a compiler prints them."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import BODY, HEADER, TEXT, dump_row, page

from cablereader.cli import main
from cablereader.model.cable import Source
from cablereader.model.defect import Defect, Span
from cablereader.model.raw import RawCable
from cablereader.present.diagnostic import Place, place_of
from cablereader.present.visible import spelled

ODD = BODY.replace("(U) It", "(U//ZEBRA) It")


def at(raw: RawCable, word: str, code: str = "odd") -> Place:
    text = raw.header if code.startswith("header-") else raw.body
    start = text.index(word)
    return place_of(Defect(code=code, span=Span(start, start + len(word))), raw)


@pytest.mark.parametrize("format_", ["text", "html", "csv"])
def test_a_place_is_a_line_and_a_column(format_: str) -> None:
    raw = RawCable(source=Source(format_, line=3), header="a\nbc", body="d\n efg\n")
    before_header, before_body = {"text": (0, 1), "html": (0, 3), "csv": (2, 3)}[
        format_
    ]
    assert at(raw, "c", "header-x") == Place(before_header + 2, 2, "bc", 1)
    assert at(raw, "fg") == Place(before_body + 2, 3, " efg", 2)


def test_a_text_has_its_own_lines_before_and_after_the_header() -> None:
    text = "page\nfurniture\nVZ\nFM\nbody\n"
    raw = RawCable(
        source=Source("text"),
        header="VZ\nFM\n",
        body="page\nfurniture\nbody\n",
        header_at=15,
    )
    lines = text.split("\n")
    for word in ("page", "furniture", "body"):
        assert lines[at(raw, word).line - 1] == word
    assert lines[at(raw, "FM", "header-x").line - 1] == "FM"


def test_prints_place_code_line_and_caret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "goat.txt"
    text = TEXT.replace(BODY, ODD)
    path.write_text(text, "utf-8")
    assert main(["check", str(path)]) == 0
    out = capsys.readouterr().out
    line = text.split("\n").index("2. (U//ZEBRA) It eats.") + 1
    head, source, caret = out.strip("\n").split("\n")
    assert head.startswith(f"{path}:{line}:")
    assert "ZEBRA" in head
    assert source == "    2. (U//ZEBRA) It eats."
    column = int(head.split(":")[2])
    assert caret.index("^") == 4 + column - 1


def test_a_row_of_a_dump_has_the_lines_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    text = dump_row(1) + dump_row(2, body=ODD)
    path.write_text(text, "utf-8")
    main(["check", str(path)])
    line = text[: text.index("ZEBRA")].count("\n") + 1
    assert capsys.readouterr().out.startswith(f"{path}:{line}:")


def test_a_sound_cable_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "goat.html"
    path.write_text(page(), "utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == ""


def test_a_long_line_is_cut_about_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "goat.txt"
    long = ODD.replace("2. (U//ZEBRA)", "2. (U//ZEBRA)" + " word" * 200)
    path.write_text(f"{HEADER}\n{long}", "utf-8")
    main(["check", str(path)])
    _, source, caret = capsys.readouterr().out.strip("\n").split("\n")
    assert len(source) <= 104
    assert source[caret.index("^") :].startswith(("(", "U//ZEBRA", "ZEBRA", "/"))


def test_what_nobody_can_see_is_spelled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "goat.txt"
    path.write_text(TEXT.replace("\n2. ", "\u20282. "), "utf-8")
    assert main(["check", str(path)]) == 0
    head, source, caret = capsys.readouterr().out.strip("\n").split("\n")
    assert "line-separator" in head
    assert "<U+2028>2. " in source
    assert source[caret.index("^") :].startswith("<U+2028>")
    assert caret.count("~") == len("<U+2028>") - 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a<U+202E>b"),
        ("\x85\ufeff", "<U+0085><U+FEFF>"),
        ("\ufffd \x1b\tz", "\ufffd \u241b    z"),
        ("goat", "goat"),
    ],
)
def test_a_spelled_text_has_no_sign_for_two_things(text: str, shown: str) -> None:
    assert spelled(text) == shown


def test_what_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nothing"]) == 3
    assert "no such file" in capsys.readouterr().err
