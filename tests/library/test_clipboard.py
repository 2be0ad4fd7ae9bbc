from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from base64 import b64decode
from errno import ENOSPC
from pathlib import Path

import pytest

from cablereader.library import clipboard, copies, locations
from cablereader.library.clipboard import Route, copy, route
from cablereader.library.osc52 import MOST, PIECE, osc52, osc52_through_screen

OVER_SSH = {"SSH_CONNECTION": "1 2 3 4"}


@pytest.mark.parametrize(
    ("env", "setting", "remote", "expected"),
    [
        ({}, "auto", "auto", Route.LOCAL),
        (OVER_SSH, "auto", "auto", Route.REMOTE),
        ({"SSH_TTY": "/dev/pts/1"}, "auto", "auto", Route.REMOTE),
        (OVER_SSH, "auto", "no", Route.LOCAL),
        ({}, "auto", "yes", Route.REMOTE),
        ({"STY": "1.pts"} | OVER_SSH, "auto", "auto", Route.SCREEN),
        ({"STY": "1.pts", "TMUX": "/tmp/t"}, "auto", "auto", Route.TMUX),
        ({"TMUX": ""}, "auto", "auto", Route.LOCAL),
        ({"TMUX": "/tmp/t"}, "osc52", "auto", Route.REMOTE),
        ({}, "none", "auto", Route.NONE),
    ],
)
def test_the_way_follows_from_the_environment_and_the_setting(
    env: dict[str, str], setting: str, remote: str, expected: Route
) -> None:
    assert route(env, setting, remote) is expected


def test_a_terminal_gets_the_text_in_one_sequence() -> None:
    sequence = osc52("09OSLO9066 ¶5".encode())
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x1b\\")
    assert b64decode(sequence[7:-2]).decode() == "09OSLO9066 ¶5"


def test_screen_gets_it_in_pieces_that_it_hands_on() -> None:
    pieces = osc52_through_screen(b"x" * 1_000).split("\x1bP")[1:]
    assert all(piece.endswith("\x1b\\") for piece in pieces)
    assert all(len(piece) <= PIECE + 2 for piece in pieces)
    whole = "".join(piece[:-2] for piece in pieces)
    assert whole.startswith("\x1b]52;c;")
    assert whole.endswith("\x07")
    assert b64decode(whole[7:-1]) == b"x" * 1_000


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs; what they get is in ``taken`` beside them."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)


TAKES = 'echo "$0 $*" >"$0.words"; exec /bin/cat >"$0.taken"'


def taken(folder: Path, name: str) -> tuple[list[str], str]:
    words = (folder / f"{name}.words").read_text().split()[1:]
    return words, (folder / f"{name}.taken").read_text("utf-8")


def test_tmux_gets_it_on_its_input(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    program(programs, "tmux", TAKES)
    sent: list[str] = []
    delivery = copy("$(x) ¶", write_terminal=sent.append)
    assert str(delivery) == "tmux buffer + terminal"
    assert taken(programs, "tmux") == (["load-buffer", "-w", "-"], "$(x) ¶")
    assert sent == []


def test_an_old_tmux_gets_it_in_its_buffer_alone(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    program(programs, "tmux", f'[ "$2" = -w ] && exit 1\n{TAKES}')
    assert str(copy("x", write_terminal=pytest.fail)) == "tmux buffer"
    assert taken(programs, "tmux") == (["load-buffer", "-"], "x")


@pytest.mark.parametrize("script", [None, "exit 1", "exec /bin/sleep 60"])
def test_a_tmux_that_does_not_answer_is_told_of(
    programs: Path, monkeypatch: pytest.MonkeyPatch, script: str | None
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    if script:
        program(programs, "tmux", script)
    sent: list[str] = []
    delivery = copy("x", write_terminal=sent.append)
    assert str(delivery) == "sent to terminal (not confirmed); tmux did not take it"
    assert sent == [osc52(b"x")]


def test_screen_is_sent_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STY", "1.pts")
    sent: list[str] = []
    delivery = copy("x", write_terminal=sent.append)
    assert str(delivery) == "sent through screen (not confirmed)"
    assert sent == [osc52_through_screen(b"x")]


def test_a_program_of_a_far_machine_is_never_asked(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.setenv("DISPLAY", ":10")
    program(programs, "xclip", TAKES)
    sent: list[str] = []
    delivery = copy("x", write_terminal=sent.append)
    assert str(delivery) == "sent to terminal (not confirmed)"
    assert sent == [osc52(b"x")]
    assert not (programs / "xclip.taken").exists()


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("WAYLAND_DISPLAY", "wl-copy"),
        ("DISPLAY", "xclip"),
        ("DISPLAY", "xsel"),
        ("HOME", "pbcopy"),
    ],
)
def test_a_program_of_the_desktop_gets_it_and_the_terminal_too(
    programs: Path, monkeypatch: pytest.MonkeyPatch, variable: str, name: str
) -> None:
    monkeypatch.setenv(variable, "/tmp/x")
    program(programs, name, TAKES)
    sent: list[str] = []
    delivery = copy("x", write_terminal=sent.append, remote="no")
    assert str(delivery) == f"{name} + sent to terminal (not confirmed)"
    assert taken(programs, name)[1] == "x"
    assert sent == [osc52(b"x")]


def test_windows_gets_it_in_its_own_encoding(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
    program(programs, "clip.exe", TAKES)
    copy("¶", write_terminal=lambda _: None)
    assert (programs / "clip.exe.taken").read_bytes() == "¶".encode("utf-16")


def test_the_readers_own_command_gets_it(programs: Path) -> None:
    program(programs, "mine", TAKES)
    delivery = copy(
        "x", write_terminal=pytest.fail, setting="command", command=("mine", "a b")
    )
    assert str(delivery) == "mine"
    assert taken(programs, "mine") == (["a", "b"], "x")


@pytest.mark.parametrize(
    ("command", "why"),
    [((), "no `clipboard_command` is set"), (("none",), "none did not take it")],
)
def test_a_command_that_does_not_work_is_told_of(
    programs: Path, command: tuple[str, ...], why: str
) -> None:
    delivery = copy("x", write_terminal=pytest.fail, setting="command", command=command)
    assert str(delivery) == f"{why}; it is in {delivery.path}"


def test_a_copy_that_is_too_long_is_not_sent_but_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    text = "x" * (MOST + 1)
    delivery = copy(text, write_terminal=pytest.fail)
    assert str(delivery) == (
        f"too long for the terminal (74,995 bytes); it is in {delivery.path}"
    )
    assert delivery.path
    assert delivery.path.read_text() == text


def test_mosh_gets_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.setattr(clipboard, "over_mosh", lambda: True)
    delivery = copy("x" * 12_001, write_terminal=pytest.fail)
    assert delivery.sent == ()
    assert copy("x" * 12_000, write_terminal=lambda _: None).sent


def test_no_mosh_is_above_these_tests() -> None:
    assert not clipboard.over_mosh()


def test_half_of_a_surrogate_pair_is_copied_as_a_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    sent: list[str] = []
    copy("a\ud800b", write_terminal=sent.append)
    assert sent == [osc52(b"a?b")]


def test_the_last_copies_are_kept_for_their_owner_alone() -> None:
    for number in range(copies.KEPT + 5):
        delivery = copy(f"copy {number}", write_terminal=pytest.fail, setting="file")
        assert str(delivery) == f"in {delivery.path}"
    kept = copies.kept(locations.copies())
    assert [path.read_text() for path in kept] == [
        f"copy {number}" for number in range(copies.KEPT + 4, 4, -1)
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    assert stat.S_IMODE(locations.copies().stat().st_mode) == 0o700


def test_a_copy_that_cannot_be_kept_is_sent_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    (home / "state").touch()
    delivery = copy("x", write_terminal=lambda _: None)
    assert (
        str(delivery) == "sent to terminal (not confirmed); not kept: not a directory"
    )
    assert copies.kept(locations.copies()) == ()


def test_nowhere_is_nowhere(home: Path) -> None:
    (home / "state").touch()
    delivery = copy("x", write_terminal=pytest.fail, setting="none")
    assert str(delivery) == "not kept: not a directory"


def test_a_mosh_server_above_is_seen(tmp_path: Path) -> None:
    server = tmp_path / "mosh-server"
    shutil.copy("/bin/sh", server)
    code = "from cablereader.library.clipboard import over_mosh; print(over_mosh())"
    done = subprocess.run(
        [server, "-c", f'"{sys.executable}" -c "{code}"; true'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"


def test_a_copy_that_fills_the_disk_leaves_no_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> int:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    delivery = copy("x", write_terminal=pytest.fail, setting="file")
    assert "not kept: no space left on device" in str(delivery)
    assert copies.kept(locations.copies()) == ()
