"""``cablereader show``: one cable on paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building import add
from documents import BODY, HEADER, TEXT, page

from cablereader.cli import main
from cablereader.source.sample import read_sample

FORMATS = ("text", "rich", "raw", "json", "markdown")


@pytest.fixture
def goat(tmp_path: Path) -> str:
    path = tmp_path / "goat.html"
    path.write_text(page(), "utf-8")
    return str(path)


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["show", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_text_is_what_a_pipe_gets(
    goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(capsys, goat)
    assert out == shown(capsys, goat, "--format", "text")
    lines = out.split("\n")
    assert " C   1| The goat, which is fiction, was bought in February." in lines
    assert " U   2| It eats." in lines
    assert any(line.startswith("07OSLO9001  2007-03-14 16:04") for line in lines)
    assert any("SECSTATE WASHDC  PRIORITY  4321" in line for line in lines)
    assert max(map(len, lines)) <= 80


def test_raw_is_what_the_source_says(
    goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(capsys, goat, "--format", "raw") == f"{HEADER}\n\n{BODY}\n"


def test_json_is_the_object_of_parse(
    goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(capsys, goat, "--format", "json")
    main(["parse", goat])
    assert out == capsys.readouterr().out
    assert json.loads(out)["id"] == "07OSLO9001"


def test_json_says_who_cites_the_cable_where_an_archive_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sample.db"
    add(path, read_sample())
    words = ("--format", "json", "--archive", str(path))
    out = shown(capsys, "08STATE990412", *words)
    assert json.loads(out)["cited_by"] == ["09LONDON9021", "10OSLO9005"]
    assert json.loads(shown(capsys, "10OSLO9005", *words))["cited_by"] == []
    assert "cited_by" not in shown(capsys, "08STATE990412", "--format", "json")
    assert "cited_by" not in shown(capsys, "08STATE990412:1", *words)


def test_json_of_a_file_needs_no_archive(
    goat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.db"
    path.write_text("no archive")
    assert main(["show", goat, "--format", "json", "--archive", str(path)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["id"] == "07OSLO9001"
    assert "cited_by" not in out
    assert "broken.db: is no archive" in err


def test_markdown_has_the_number_and_the_marking(
    goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(capsys, goat, "--format", "markdown")
    assert out.startswith("# 07OSLO9001: THE GOAT OF SKARVEGRUNN\n\n- Classification:")
    assert "\n\n1\\. (C) The goat, which is fiction" in out


def test_markdown_makes_nothing_of_the_cable_active(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.txt"
    text = TEXT.replace("It eats.", "[a](http://b) <img src=x> `c` *d* [REDACTED]")
    path.write_text(text, "utf-8")
    out = shown(capsys, str(path), "--format", "markdown")
    assert "\\[a\\](http://b) \\<img src=x\\> \\`c\\` \\*d\\* \\[REDACTED\\]" in out


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("address", ["07OSLO9012:2", "07OSLO9012 ¶2", "#07OSLO9012"])
def test_shows_a_cable_or_a_paragraph_of_the_sample(
    capsys: pytest.CaptureFixture[str], form: str, address: str
) -> None:
    out = shown(capsys, address, "--format", form)
    assert "Skarvegrunn" in out
    whole = shown(capsys, "07OSLO9012", "--format", form)
    assert (out == whole) == ("2" not in address.replace("9012", ""))


def test_a_paragraph_is_found_by_its_number(
    goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(capsys, goat, "--paragraph", "2", "--format", "raw")
    assert out.startswith("2. (U) It eats.")
    assert shown(capsys, goat, "--paragraph", "2") == " U   2| It eats.\n"


@pytest.mark.parametrize("form", ["text", "raw", "json", "markdown"])
def test_several_paragraphs_are_printed_in_the_order_that_is_asked_for(
    form: str, goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--format", form)
    apart = "\n" if form in {"text", "markdown"} else ""
    second, first = (shown(capsys, f"{goat}:{each}", *words) for each in "21")
    both = f"{second}{apart}{first}"
    assert shown(capsys, f"{goat}:2,1", *words) == both
    assert shown(capsys, goat, "--paragraph", "2,1", *words) == both


def test_a_number_of_a_paragraph_that_is_none_is_an_error(
    goat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", goat, "--paragraph", "foo"]) == 2
    assert "--paragraph foo: write 3, or several" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["09NOWHERE1"], 1, "09NOWHERE1: not in the sample archive"),
        (["07OSLO9012:99"], 1, "07OSLO9012: no paragraph 99; it has 1 to 8"),
        (["nothing.html"], 3, "nothing.html: no such file, folder or cable"),
    ],
)
def test_what_is_not_there_is_named(
    capsys: pytest.CaptureFixture[str], words: list[str], status: int, message: str
) -> None:
    assert main(["show", *words]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"cablereader: {message}")


@pytest.mark.parametrize("form", ["text", "rich", "markdown", "json"])
def test_no_control_of_a_document_gets_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    hostile = "".join(map(chr, (*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x202E)))
    path = tmp_path / "x.html"
    text = page(
        BODY.replace("goat", hostile),
        HEADER.replace("OSLO", hostile),
        title=f"THE {hostile}",
    )
    path.write_text(text, "utf-8")
    out = shown(capsys, str(path), "--format", form, "--no-color")
    assert not set(hostile) & set(out)


@pytest.mark.parametrize("form", FORMATS)
def test_text_that_looks_like_markup_is_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(TEXT.replace("It eats.", "[red]A[/] [@click=app.quit]"), "utf-8")
    out = shown(capsys, str(path), "--format", form)
    assert "[red]A[/] [@click=app.quit]" in out.replace("\\", "")


def test_every_cable_of_a_file_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(page(cable_id=f"07OSLO{name[0]}"), "utf-8")
    out = shown(capsys, str(tmp_path), "--format", "json")
    assert out.count("\n") == 2


def test_what_stands_before_a_cable_is_named_with_the_format_that_prints_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teaser = "How a goat came to be bought, long before the cable begins."
    path = tmp_path / "goat.html"
    path.write_text(page(body=f"{teaser}\n\n{BODY}"), "utf-8")
    assert "characters stand before the cable: --format raw shows them" in shown(
        capsys, str(path)
    )
    assert teaser in shown(capsys, str(path), "--format", "raw")
