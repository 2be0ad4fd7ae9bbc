"""The program as a whole: words, exit statuses, errors of one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from documents import TEXT, page

from cablereader import __version__
from cablereader.cli import main
from cablereader.cli.arguments import SUBCOMMANDS, split_subcommand


def program(*words: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cablereader", *map(str, words)]
    return subprocess.Popen(command, stdout=-1, stderr=-1, **options)  # type: ignore[call-overload,no-any-return]  # options of any kind


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"cablereader {__version__}\n"


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_names_every_subcommand(
    capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert main([word]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in SUBCOMMANDS)


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_explains_itself(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"usage: cablereader {name}" in out
    for option in ("--archive", "--config", "--no-color", "--debug", "--version"):
        assert option in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", (None, "")),
        ("show X", ("show", "X")),
        ("X show", (None, "X show")),
        ("--no-color show X", ("show", "--no-color X")),
        ("--archive show show X", ("show", "--archive show X")),
        ("--archive=a show X", ("show", "--archive=a X")),
        ("-- show", (None, "-- show")),
        ("-", (None, "-")),
        ("--version", (None, "--version")),
    ],
)
def test_the_first_word_that_is_no_option_may_be_a_subcommand(
    words: str, expected: tuple[str | None, str]
) -> None:
    name, rest = split_subcommand(words.split())
    assert (name, " ".join(rest)) == expected


@pytest.mark.parametrize("words", ["serach X", "serach", "--no-color serach X Y"])
def test_a_misspelt_subcommand_is_one_line(
    capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert main(words.split()) == 2
    assert capsys.readouterr().err == (
        "cablereader: serach: neither a command nor a file; did you mean search?\n"
    )


def test_a_file_may_be_called_nearly_like_a_subcommand(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "serach").mkdir()
    assert main(["serach"]) == 3
    assert "no cable in this folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["show", "--fromat", "json", "x"],
        ["show", "--format", "yaml", "x"],
        ["parse"],
        ["parse", "x", "--jobs", "0"],
        ["parse", "x", "--jobs", "many"],
        ["parse", "x", "--dialect", "excel"],
        ["completion", "tcsh"],
        ["--nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_words_are_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("cablereader: ")
    assert err.count("\n") == 1
    assert "--help" in err


def test_names_of_files_are_clean_in_messages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "\x1b[2J\nevil\u202e.txt"
    path.write_text("", "utf-8")
    assert main(["parse", str(path)]) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_a_fault_of_the_program_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret words of a document")

    monkeypatch.setattr("cablereader.cli.parse.read_cable", fail)
    path = tmp_path / "x.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["parse", str(path)]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "ZeroDivisionError" in err
    assert "secret" not in err
    with pytest.raises(ZeroDivisionError):
        main(["parse", str(path), "--debug"])


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.html").write_text(page(), "utf-8")
    for more in ((), ("--jobs", "2")):
        with program("parse", tmp_path, *more) as process:
            assert process.stdout
            assert process.stderr
            assert process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 0


def test_an_interrupt_ends_quietly() -> None:
    # Whoever starts the tests in the background has them ignore interrupts.
    heeding = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    with program("parse", "-", stdin=subprocess.PIPE, preexec_fn=heeding) as process:
        assert process.stderr
        wait_until_it_reads(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""


def wait_until_it_reads(pid: int) -> None:
    """Wait until a process sleeps in a reading of its standard input."""
    calls = Path(f"/proc/{pid}/syscall")
    for _ in range(100_000):
        if calls.read_text("utf-8").startswith("0 0x0 "):
            return


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream_is_no_traceback(tmp_path: Path, closed: int) -> None:
    path = tmp_path / "x.txt"
    path.write_text(TEXT, "utf-8")
    process = program("show", path, "x", preexec_fn=lambda: os.close(closed))
    assert b"Traceback" not in process.communicate()[1]
    assert process.returncode == 3


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(TEXT, "utf-8")
    with open("/dev/full", "wb") as full:  # noqa: PTH123  # no path of ours
        command = [sys.executable, "-m", "cablereader", "show", str(path)]
        done = subprocess.run(command, stdout=full, stderr=-1, check=False)
    message = b"cablereader: cannot write the output: no space left on device\n"
    assert done.stderr == message
    assert done.returncode == 1


def test_no_file_is_made_for_others(home: Path) -> None:
    old = os.umask(0)
    try:
        main(["--version"])
        assert os.umask(0) == 0o077
    finally:
        os.umask(old)
