"""Commands where something around them is missing or odd: outputs, homes, locales."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cablereader.cli import main
from cablereader.source.sample import sample_folder

pytestmark = pytest.mark.e2e

COMMANDS = (
    "--help", "search --help", "search goat", "search --paragraphs --json goat",
    "browse tag", "export --format csv goat", "show 07OSLO9012", "cite 07OSLO9012:1",
    "show --format json 07OSLO9012", "explain PREL", "bookmarks add 07OSLO9012:2",
    "bookmarks list", "keys", "config path", "config show", "triage dump",
    "triage status", "report", "graph 07OSLO9012", "check", "doctor", "completion bash",
)  # fmt: skip
FEW = (
    "search goat", "show 07OSLO9012", "cite 07OSLO9012:1", "bookmarks add 07OSLO9012:2",
    "config show", "triage status", "check", "doctor",
)  # fmt: skip
"""One for each kind of file that is read or written."""
PROGRAM = (sys.executable, "-m", "cablereader")
BROKEN = ("Traceback", "a fault of the program", "Exception ignored", "Warning:")
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
every_command = pytest.mark.parametrize("words", COMMANDS)


def run(
    words: str, shell: str = '"$@"', env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell would; ``shell`` has its words as ``"$@"``."""
    given = ["sh", "-c", shell, "sh", *PROGRAM, *shlex.split(words)]
    return subprocess.run(
        given, check=False, capture_output=True, env=env, stdin=subprocess.DEVNULL
    )


@pytest.fixture
def filled(home: Path) -> Path:
    """A reader with an archive and a bookmark."""
    assert main(["import", str(sample_folder())]) == 0
    assert main(["bookmarks", "add", "07OSLO9012:1"]) == 0
    return home


@every_command
def test_a_full_disk_is_told_of_in_one_line(filled: Path, words: str) -> None:
    done = run(words, '"$@" >/dev/full')
    assert done.returncode == 1
    said = b"cablereader: cannot write the output: no space left on device\n"
    assert done.stderr.endswith(said)


@pytest.mark.parametrize(
    "shell",
    [
        '{ "$@"; echo $? >&2; } | true',
        '"$@" >&-; echo $? >&2',
        '"$@" 2>&-; echo $? >&2',
        '"$@" 2>/dev/full; echo $? >&2',
        '"$@" <&- >&- 2>&-; echo $? >&2',
    ],
    ids=["no-reader", "no-output", "no-errors", "full-errors", "nothing"],
)
def test_no_stream_need_be_there(filled: Path, shell: str) -> None:
    for words in FEW:
        done = run(words, shell)
        said = done.stderr.decode()
        assert not any(each in said for each in BROKEN), (words, said)
        assert int(said.split()[-1]) <= 4, (words, said)


HOMES: dict[str, dict[str, str | None]] = {
    "an-empty-home": {"HOME": ""},
    "a-relative-home": {"HOME": "here"},
    "a-home-that-is-a-file": {"HOME": "/dev/null"},
    "a-home-that-is-nowhere": {"HOME": "/proc/none"},
    "relative-places": {
        f"XDG_{place}_HOME": "here" for place in ("CONFIG", "DATA", "STATE", "CACHE")
    },
    "empty-places": {
        f"XDG_{place}_HOME": "" for place in ("CONFIG", "DATA", "STATE", "CACHE")
    },
    "the-c-locale": {"LC_ALL": "C"},
    "ascii-alone": {
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "an-unknown-locale": {"LC_ALL": "xx_YY.UTF-9"},
    "odd-sizes": {"COLUMNS": "wide", "LINES": "-3"},
    "a-huge-size": {"COLUMNS": "999999999999"},
    "no-terminal-type": {"TERM": None},
    "an-archive-that-is-a-device": {"CABLEREADER_ARCHIVE": "/dev/zero"},
    "warnings-as-errors": {"PYTHONWARNINGS": "error"},
}


@pytest.mark.parametrize("kind", HOMES)
def test_no_environment_breaks_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    here = tmp_path / "work"
    here.mkdir()
    monkeypatch.chdir(here)
    plain = {name: v for name, v in os.environ.items() if not name.startswith("XDG_")}
    changed = {**plain, "HOME": str(tmp_path / "reader"), **HOMES[kind]}
    env = {name: value for name, value in changed.items() if value is not None}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    for words in FEW:
        done = run(words, env=env)
        said = done.stderr.decode(errors="replace")
        assert not any(each in said for each in BROKEN), (words, said)
        assert done.returncode in {0, 1, 3, 4}, (words, said)
        assert said.count("\n") <= 4, (words, said)
    assert list(here.iterdir()) == [], "something was made where nobody asked for it"


@pytest.mark.parametrize(
    "name",
    [b"a b", b"a\nb\x1b[2Jc", "caf\u00e9 \u6f22\u202e".encode(), b"a\xff\xfeb"],
    ids=["blank", "controls", "letters", "no-text"],
)
def test_a_home_of_any_name_will_do(tmp_path: Path, name: bytes) -> None:
    home = Path(os.fsdecode(bytes(tmp_path) + b"/" + name))
    home.mkdir()
    plain = {name: v for name, v in os.environ.items() if not name.startswith("XDG_")}
    env = {**plain, "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    assert run(f"import {sample_folder()}", env=env).returncode == 0
    for words in FEW:
        done = run(words, env=env)
        said = (done.stdout + done.stderr).decode(errors="replace")
        assert not any(each in said for each in BROKEN), (words, said)
        assert not RAW.search(said), (words, said)
    assert (home / ".local/share/cablereader/bookmarks.yaml").exists()
