"""What leaves the program, and where: nothing to the network, little to the disk."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import HEADER
from e2e.terminal import Terminal, program

pytestmark = pytest.mark.e2e

STRACE = shutil.which("strace")
SECRET = "Xylophanes quenched the obelisk"
"""Words that only the document has."""
NOTE = "zymurgy"
"""A word that only the reader's note has."""
BODY = f"""\
C O N F I D E N T I A L OSLO 009001

SIPDIS

TAGS: PREL, NO
SUBJECT: GOATS

1. (C) First paragraph. {SECRET} in spring.

2. (U) Second paragraph.

HOLLOWAY
"""
SESSION = [
    *(b"j", b"}", b" ", b"gg", b"zr", b"zh", b"?", b"\x1b", b"r", b"*"),
    *(b"/spring\r", b"g/", b"i", b"\x1b", b"gO", b"\x1b", b"'", b"\x1b", b"u"),
]
"""Reading, finding, deciding, asking: all that is not meant to keep any text."""
NETWORK = re.compile(r"socket\((?!AF_UNIX)|connect\((?!\d+, \{sa_family=AF_UNIX)")
OPENED = re.compile(r'openat?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+)')
WRITTEN = {"O_WRONLY", "O_RDWR"}


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "goats.txt"
    path.write_text(f"{HEADER}\n{BODY}", "utf-8")
    return str(path)


def read_on(terminal: Terminal) -> None:
    """A session up to the end."""
    terminal.wait_for("First paragraph")
    for keys in SESSION:
        terminal.press(keys)
        terminal.settle()
        assert terminal.process.poll() is None, keys
    terminal.press(b"Q")
    assert terminal.status == 0


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def trace(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """Where calls to the system are noted down, and the command that does so."""
    if STRACE is None:
        pytest.skip("there is no strace on this machine")
    log = tmp_path / "calls"
    calls = "trace=socket,connect,sendto,open,openat,execve"
    words = (STRACE, "-f", "-qq", "-s", "400", "-e", calls, "-o", str(log))
    probe = subprocess.run([*words, "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip(f"strace may not trace here: {probe.stderr.decode().strip()}")
    return log, words


def test_no_network_and_no_file_but_the_readers_own(
    secret: str, home: Path, trace: tuple[Path, tuple[str, ...]]
) -> None:
    log, words = trace
    command = (*words, sys.executable, "-B", "-m", "cablereader")
    with program("open", secret, command=command) as terminal:
        read_on(terminal)
    calls = log.read_text("utf-8", "replace")
    assert "goats.txt" in calls, "nothing was traced"
    assert NETWORK.findall(calls) == []
    assert SECRET.partition(" ")[0] not in calls
    written = {
        path for path, flags in OPENED.findall(calls) if WRITTEN & {*flags.split("|")}
    }
    assert any("triage.db" in path for path in written), "nothing was written"
    devices = {path for path in written if path.startswith(("/dev/pts/", "/dev/tty"))}
    devices |= {"/dev/null"}
    ours = {path for path in written if Path(path).is_relative_to(home)}
    assert written <= ours | devices


@pytest.mark.skipif(not shutil.which("unshare"), reason="there is no unshare")
def test_it_works_without_any_network(secret: str) -> None:
    apart = ("unshare", "--net", "--map-root-user")
    if subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine gives no network of its own")
    command = (*apart, sys.executable, "-m", "cablereader")
    with program("open", secret, command=command) as terminal:
        read_on(terminal)


def test_what_it_writes_is_the_readers_alone_and_holds_no_document(
    secret: str, home: Path
) -> None:
    before = os.umask(0)
    try:
        with program("open", secret) as terminal:
            read_on(terminal)
    finally:
        os.umask(before)
    made = [*files(home)]
    assert made
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        text = path.read_bytes()
        assert b"Xylophanes" not in text, path
        assert b"obelisk" not in text, path
    for folder in (path for path in home.rglob("*") if path.is_dir()):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder


def test_a_command_gets_the_text_on_its_input_and_nowhere_else(
    secret: str, home: Path
) -> None:
    shown = home / "shown"
    words = "tr '\\0' ' ' </proc/$$/cmdline"
    command = f"cat >{shown}.in; env >{shown}.env; {words} >{shown}.words"
    with program("open", secret) as terminal:
        terminal.wait_for("First paragraph")
        terminal.press(f"|{command}\r".encode())
        terminal.wait_for("Enter goes back")
        terminal.press(b"\r")
        terminal.wait_for("First paragraph")
        terminal.press(b"Q")
        assert terminal.status == 0
    assert SECRET in (home / "shown.in").read_text()
    for other in ("shown.env", "shown.words"):
        assert (home / other).read_text()
        assert "Xylophanes" not in (home / other).read_text()


def test_the_list_of_processes_and_the_title_say_nothing(secret: str) -> None:
    with program("open", secret) as terminal:
        terminal.wait_for("First paragraph")
        terminal.press(b"jjM")
        terminal.press(NOTE.encode())
        terminal.settle()
        process = Path(f"/proc/{terminal.process.pid}")
        said = [process / "cmdline", process / "comm", process / "environ"]
        said += process.glob("task/*/comm")
        for path in said:
            assert b"Xylophanes" not in path.read_bytes()
            assert NOTE.encode() not in path.read_bytes()
        assert not re.search(rb"\x1b\][012];", terminal.raw)
