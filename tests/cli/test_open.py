"""``cablereader open``: where the reader refuses to draw."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from documents import TEXT

from cablereader.cli import main

COMMAND = (sys.executable, "-m", "cablereader")


def test_without_a_terminal_it_says_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "goat.txt"
    path.write_text(TEXT, "utf-8")
    for words in ([], [str(path)], ["open", str(path)], ["07OSLO9012:2"]):
        assert main(words) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err == (
            "cablereader: standard input is no terminal, so there are no keys; "
            "use `cablereader show` or `cablereader parse` instead\n"
        )


def test_what_cannot_be_read_is_named_instead(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([str(tmp_path)]) == 3
    assert main(["open", "nothing.html"]) == 3
    first, second = capsys.readouterr().err.strip().split("\n")
    assert "no cable in this folder" in first
    assert "no such file, folder or cable" in second


def test_a_paragraph_that_is_nowhere_is_said_before_the_screen_is_taken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "goat.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["open", f"{path}:99"]) == 1
    assert "no paragraph 99; it has 1 to" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("locale", "status"),
    [
        pytest.param({"LC_ALL": "C"}, None, id="python-sees-to-it"),
        pytest.param({"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, 2, id="ascii"),
    ],
)
def test_a_terminal_of_another_encoding_is_told_so(
    tmp_path: Path, locale: dict[str, str], status: int | None
) -> None:
    path = tmp_path / "goat.txt"
    path.write_text(TEXT, "utf-8")
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [*COMMAND, str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C", **locale},
    )
    os.close(theirs)
    written = b""
    while b"goat" not in written and b"UTF-8;" not in written:
        written += os.read(ours, 10_000)
    if status is None:
        process.terminate()
        assert b"\x1b[?1049h" in written
    else:
        assert process.wait() == status
        assert written.decode().strip() == (
            "cablereader: the terminal is set to ascii, not UTF-8; "
            "use `cablereader show` or `cablereader parse` instead"
        )
    process.wait()
    os.close(ours)


@pytest.mark.parametrize(
    ("terminal", "message"),
    [("dumb", "the terminal is of type dumb"), ("", "TERM is not set")],
)
def test_a_terminal_that_cannot_draw_gets_no_escape(
    terminal: str, message: str
) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        COMMAND,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": terminal},
    )
    assert process.wait() == 2
    os.close(theirs)
    written = os.read(ours, 10_000).decode()
    os.close(ours)
    assert message in written
    assert "\x1b" not in written


def test_standard_error_must_be_a_terminal_too() -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(COMMAND, stdin=theirs, stdout=theirs, stderr=-1)
    _, err = process.communicate()
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 2
    assert err.startswith(b"cablereader: standard error is no terminal")


def test_a_cable_from_a_pipe_needs_a_terminal_for_the_keys() -> None:
    done = subprocess.run(
        [*COMMAND, "-"],
        input=TEXT.encode(),
        capture_output=True,
        check=False,
        start_new_session=True,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"cablereader: no terminal to read keys from")
