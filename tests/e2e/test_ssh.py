"""Through a real SSH server on this machine, with tmux on either side of the line."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.terminal import PATIENCE, program

pytestmark = pytest.mark.e2e

SSHD = shutil.which("sshd", path="/usr/sbin:/sbin:/usr/local/sbin") or shutil.which(
    "sshd"
)
TMUX = ("tmux", "-f", "/dev/null", "-L", f"cablereader-ssh-{os.getpid()}")
PASSED_ON = ("HOME", "PATH", "PYTHONPATH", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
needs_tmux = pytest.mark.skipif(not shutil.which("tmux"), reason="there is no tmux")


def run(*words: str) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[tuple[str, ...]]:
    """What logs in to a server of our own; skips where none can be started."""
    if SSHD is None or not shutil.which("ssh"):
        pytest.skip("there is no SSH server on this machine")
    for name in ("host", "user"):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "ListenAddress": f"127.0.0.1:{port}",
        "HostKey": tmp_path / "host",
        "AuthorizedKeysFile": tmp_path / "user.pub",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
        "PermitRootLogin": "yes",
    }
    words = [f"-o{name}={value}" for name, value in options.items()]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", "/dev/null", *words], stderr=log
        )
    try:
        wait_for_server(server, port, tmp_path / "log")
        yield (
            *("ssh", "-tt", "-F", "/dev/null", "-p", str(port)),
            *("-i", str(tmp_path / "user"), "-o", "LogLevel=ERROR"),
            *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"),
            *("-o", "IdentitiesOnly=yes", "127.0.0.1"),
        )
    finally:
        server.terminate()
        server.wait()


def wait_for_server(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.skip(f"the SSH server does not start: {log.read_text().strip()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.skip("the SSH server does not answer")


def opening(cable: str) -> str:
    """A shell command that opens a cable, with the test's empty home."""
    env = [f"{name}={os.environ[name]}" for name in PASSED_ON if name in os.environ]
    words = ["env", *env, sys.executable, "-m", "cablereader", "open", cable]
    return shlex.join(words)


def readers(cable: str) -> list[str]:
    """The processes that read a cable now."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if cable.encode() in words and b"cablereader" in words:
            found.append(path.parent.name)
    return found


def test_reads_over_ssh(ssh: tuple[str, ...], long_cable: str) -> None:
    with program(opening(long_cable), command=ssh) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"60G")
        terminal.wait_for("Paragraph 60 says")
        terminal.press(b"Q")
        assert terminal.status == 0


def test_nothing_is_left_when_the_line_breaks(
    ssh: tuple[str, ...], long_cable: str
) -> None:
    with program(opening(long_cable), command=ssh) as terminal:
        terminal.wait_for("Paragraph 1 says")
        assert readers(long_cable)
        terminal.process.kill()
        terminal.wait_until(lambda: not readers(long_cable))


@needs_tmux
def test_reads_in_a_tmux_over_there(ssh: tuple[str, ...], long_cable: str) -> None:
    inside = shlex.join([*TMUX, "new-session", opening(long_cable)])
    with program(inside, command=ssh, env={"TERM": "screen-256color"}) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"60G")
        terminal.wait_for("Paragraph 60 says")
        terminal.press(b"Q")
        assert terminal.status == 0


@needs_tmux
def test_reads_in_a_tmux_over_here(ssh: tuple[str, ...], long_cable: str) -> None:
    outside = (*TMUX, "new-session", shlex.join([*ssh, opening(long_cable)]))
    with program(command=outside, env={"TERM": "screen-256color"}) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"60G")
        terminal.wait_for("Paragraph 60 says")
        terminal.press(b"Q")
        assert terminal.status == 0
