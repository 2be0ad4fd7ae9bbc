"""A loss of power: what a command says to have done is on the disk by then.

Calls to the system are noted down, and replayed: between the last write to a file and
the word to the reader there must be a sync of the file, and of the folder if the file
is new there or has a new name.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from e2e.terminal import program

from cablereader.cli import main
from cablereader.library import locations
from cablereader.source.sample import sample_folder

pytestmark = pytest.mark.e2e

STRACE = shutil.which("strace")
CALLS = (
    "openat,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
    "link,linkat,unlink,mkdir"
)
CALL = re.compile(r"(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)(?:<(.*)>)?")
UNFINISHED = re.compile(r"(\d+)\s+(.*) <unfinished \.\.\.>")
RESUMED = re.compile(r"(\d+)\s+<\.\.\. \w+ resumed>(.*)")
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
FORGOTTEN = re.compile(r"\.lock$|-shm$|\.log$|/cache/|/state/")
"""What may be lost: locks, shared memory, and what the program can make again."""
TYPED = "# cablereader triage 1\n09OSLO9066 read 2026-11-24T03:00:00Z *\n"


@dataclass
class Disk:
    """What would be lost if the power failed now."""

    home: Path
    before: frozenset[str]
    """The files that were there."""
    written: set[str] = field(default_factory=set)
    """Files with bytes that no sync has confirmed."""
    named: set[str] = field(default_factory=set)
    """New names that no sync of their folder has confirmed."""
    faults: list[str] = field(default_factory=list)
    changed: bool = False

    def is_kept(self, path: str) -> bool:
        return path.startswith(str(self.home)) and not FORGOTTEN.search(path)

    def take(self, call: str, words: str, result: str) -> None:
        """One call that succeeded."""
        names = PATH.findall(words)
        opened = re.match(r"\d+<([^>]*)>", words)
        path = opened[1].removesuffix(" (deleted)") if opened else ""
        match call:
            case "write" if re.match(r"1<", words):
                self._told()
            case "write" | "writev" | "pwrite64" | "ftruncate":
                self._wrote(path)
            case "openat" if "O_CREAT" in words and result not in self.before:
                self._named(result)
            case "mkdir":
                self._named(names[0])
            case "link" | "linkat" | "rename" | "renameat" | "renameat2":
                self._moved(names[-2], names[-1])
            case "unlink":
                self.written.discard(names[0])
                self.named.discard(names[0])
            case "fsync" | "fdatasync":
                self.written.discard(path)
                self.named -= {each for each in self.named if _folder(each) == path}

    def _wrote(self, path: str) -> None:
        if self.is_kept(path):
            self.written.add(path)
            self.changed = True

    def _named(self, path: str) -> None:
        if self.is_kept(path):
            self.named.add(path)

    def _moved(self, old: str, new: str) -> None:
        if old in self.written:
            self.faults.append(f"{new} took a name with bytes that no sync confirmed")
        self.written.discard(old)
        self.named.discard(old)
        self._named(new)

    def _told(self) -> None:
        if self.written or self.named:
            self.faults.append(f"told before {self.written} and {self.named} were safe")


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def files(home: Path) -> frozenset[str]:
    return frozenset(map(str, home.rglob("*")))


def replayed(log: Path, home: Path, before: frozenset[str]) -> Disk:
    """What the calls of a run did to the disk."""
    disk = Disk(home, before)
    begun: dict[str, str] = {}
    for line in log.read_text("utf-8", "replace").splitlines():
        if unfinished := UNFINISHED.match(line):
            begun[unfinished[1]] = unfinished[2]
            continue
        if resumed := RESUMED.match(line):
            line = f"{resumed[1]} {begun.pop(resumed[1], '')}{resumed[2]}"  # noqa: PLW2901  # both halves are one
        if (call := CALL.match(line)) and int(call[3]) >= 0:
            disk.take(call[1], call[2], call[4] or "")
    return disk


def traced(log: Path) -> tuple[str, ...]:
    """The words before a program whose calls are noted down."""
    if STRACE is None:
        pytest.skip("there is no strace on this machine")
    words = (STRACE, "-f", "-qq", "-y", "-s", "0", "-e", f"trace={CALLS}")
    probe = subprocess.run([*words, "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip(f"strace may not trace here: {probe.stderr.decode().strip()}")
    return (*words, "-o", str(log), sys.executable, "-B")


@pytest.fixture
def filled(home: Path) -> Path:
    """A reader with an archive and some bookmarks."""
    assert main(["import", str(sample_folder())]) == 0
    for label in ("1", "2"):
        assert main(["bookmarks", "add", f"07OSLO9012:{label}"]) == 0
    return home


COMMANDS = {
    "first-bookmark": ("bookmarks", "add", "07OSLO9012:3"),
    "edit": ("bookmarks", "edit", "07OSLO9012:1", "--note", "who pays?"),
    "remove": ("bookmarks", "remove", "07OSLO9012:1"),
    "restore": ("triage", "restore"),
    "import": ("import", str(sample_folder())),
    "repair": ("check", "--repair"),
    "reparse": ("import", "--reparse"),
}


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("fresh", [True, False], ids=["fresh", "filled"])
def test_what_a_command_says_to_have_done_outlives_a_loss_of_power(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str, *, fresh: bool
) -> None:
    if fresh and kind not in {"first-bookmark", "restore", "import"}:
        pytest.skip("there is nothing to change yet")
    home = request.getfixturevalue("home" if fresh else "filled")
    log = tmp_path / "calls"
    if kind == "repair":
        assert main(["bookmarks", "remove", "07OSLO9012:2"]) == 0
    words = (*traced(log), "-m", "cablereader", *COMMANDS[kind])
    before = files(home)
    done = subprocess.run(
        words, input=TYPED, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    disk = replayed(log, home, before)
    assert disk.changed or (kind == "import" and not fresh)
    assert disk.faults == []


def test_what_a_session_shows_as_done_outlives_a_loss_of_power(
    tmp_path: Path, filled: Path
) -> None:
    log = tmp_path / "calls"
    command = (*traced(log), "-m", "cablereader")
    before = files(filled)
    with program(command=command) as terminal:
        terminal.wait_for("10OSLO9005")
        for keys, seen in ((b"*", "starred"), (b"r", "marked"), (b"+goat\r", "labell")):
            terminal.press(keys)
            terminal.wait_for(seen)
        terminal.press(b"\rm")
        terminal.wait_for("bookmarked")
        terminal.press(b"Q")
        assert terminal.status == 0
    disk = replayed(log, filled, before)
    assert disk.changed
    calls = log.read_text("utf-8", "replace")
    log_of_steps = f"{locations.triage()}-wal"
    synced = re.findall(rf"f(?:data)?sync\(\d+<{re.escape(log_of_steps)}>", calls)
    assert len(synced) >= 4, "each step is safe before the next"
