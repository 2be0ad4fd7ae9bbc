"""``cablereader completion``: what the shells complete."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cablereader.cli import main
from cablereader.cli.arguments import SUBCOMMANDS
from cablereader.cli.completion import SHELLS


def script(capsys: pytest.CaptureFixture[str], shell: str) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_knows_all_subcommands_and_options(
    capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    text = script(capsys, shell)
    assert all(name in text for name in SUBCOMMANDS)
    for word in ("paragraph", "dialect", "markdown", "backslash"):
        assert word in text


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_understands_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    path = tmp_path / "script"
    path.write_text(script(capsys, shell), "utf-8")
    subprocess.run([shell, "-n", str(path)], check=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cablereader sh", "show"),
        ("cablereader show --for", "--format"),
        ("cablereader show --format j", "json"),
        ("cablereader parse --dialect t", "tsv"),
        ("cablereader completion f", "fish"),
        ("cablereader show goat", ""),
    ],
)
def test_bash_completes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, expected: str
) -> None:
    path = tmp_path / "script"
    path.write_text(script(capsys, "bash"), "utf-8")
    lines = (
        f"source {path}",
        f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))",
        "_cablereader; echo ${COMPREPLY[@]}",
    )
    done = subprocess.run(
        ["bash", "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == expected
