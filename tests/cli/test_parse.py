"""``cablereader parse``: JSON lines for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import BODY, TEXT, dump_row, page

from cablereader.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (tmp_path / "b.csv").write_text("".join(map(dump_row, range(1, 90))), "utf-8")
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_prints_an_object_for_each_cable_in_the_order_of_the_input(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    cables = [json.loads(line) for line in out.strip().split("\n")]
    sources = [cable["source"] for cable in cables]
    assert [source["format"] for source in sources] == ["html", *["csv"] * 89, "text"]
    assert sources[2] == {
        "format": "csv",
        "path": str(folder / "b.csv"),
        "line": dump_row(1).count("\n") + 1,
    }
    assert cables[0]["id"] == "07OSLO9001"


def test_several_processes_print_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["parse", str(folder)])
    alone = capsys.readouterr().out
    assert main(["parse", str(folder), "--jobs", "2"]) == 0
    assert capsys.readouterr().out == alone


def test_what_cannot_be_read_is_named_and_the_rest_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = folder / "missing"
    assert main(["parse", str(missing), str(folder / "c.txt")]) == 3
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert err == f"cablereader: {missing}: no such file or folder; check the name\n"


def test_a_dialect_can_be_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        '1,3/14/2007 16:04,07OSLO1,O,C,R,"h","the ""goat"" and \\"\n', "utf-8"
    )
    main(["parse", str(path), "--dialect", "doubled"])
    cable = json.loads(capsys.readouterr().out)
    block = cable["blocks"][-1]
    assert block["span"][1] == len('the "goat" and \\')


@pytest.mark.parametrize(
    "hostile",
    ["\x1b[31m", "\x9b", "\x7f", "\u202e", "\u2028", "\ufeff", "\U000e0041", "\x85"],
)
def test_a_line_is_safe_for_a_terminal_and_holds_every_character(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hostile: str
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(TEXT.replace("goat", f"g{hostile}oat \u2019"), "utf-8")
    main(["parse", str(path)])
    out = capsys.readouterr().out
    assert hostile not in out
    assert "\u2019" in out
    assert len(out.splitlines()) == 1
    header = json.loads(out)["header"]["text"]
    assert json.loads(out)["blocks"][-1]["span"][1] > len(BODY) - len(header)


def test_an_odd_file_name_is_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "\udcff.txt"
    path.write_text(TEXT, "utf-8")
    main(["parse", str(path)])
    cable = json.loads(capsys.readouterr().out)
    assert cable["source"]["path"] == str(path)


def test_the_real_pages_are_json(
    real_documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(real_documents / "pages")]) == 0
    lines = capsys.readouterr().out.strip().split("\n")
    assert len(lines) == 89
    for line in lines:
        cable = json.loads(line)
        assert cable["id"] in cable["source"]["path"]
