"""README.md says nothing that is not so."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from cablereader import errors
from cablereader.app.key_table import key_table
from cablereader.cli.arguments import SUBCOMMANDS, parser_of
from cablereader.parse.dialect import Dialect

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SETUP = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)


def test_there_are_two_setup_commands_of_one_line_each() -> None:
    assert len(SETUP) == 2
    assert all("pip install" in command for command in SETUP)


def test_the_machine_that_checks_runs_the_second_one_as_it_stands() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    pattern = next(line for line in script.split("\n") if "grep" in line)
    expression = pattern.split("'")[1]
    found = [line for line in README.split("\n") if re.match(expression, line)]
    assert found == SETUP[1:]
    assert "pytest" not in script.replace(pattern, "")


def test_every_subcommand_is_in_the_table() -> None:
    described = re.findall(r"^\| `cablereader (\w+)", README, re.MULTILINE)
    assert sorted(described) == sorted(SUBCOMMANDS)


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_option_that_is_named_exists(name: str) -> None:
    row = re.search(rf"^\| `cablereader {name}.*$", README, re.MULTILINE)
    assert row
    known = parser_of(name).format_help()
    for option in re.findall(r"--[a-z]+", row[0]):
        assert option in known


@pytest.mark.parametrize("name", ["show", "export"])
def test_the_formats_that_are_named_exist(name: str) -> None:
    row = re.search(
        rf"^\| `cablereader {name}.*--format ([a-z\\|]+)`", README, re.MULTILINE
    )
    assert row
    for form in row[1].split("\\|"):
        assert form in parser_of(name).format_help()


def test_the_exit_statuses_are_those_of_the_errors() -> None:
    statuses = {
        error.exit_status
        for error in vars(errors).values()
        if isinstance(error, type) and issubclass(error, errors.CableReaderError)
    }
    described = re.findall(r"^\| (\d) \|", README, re.MULTILINE)
    assert {int(status) for status in described} == {0, *statuses}


def test_every_dialect_is_named() -> None:
    for dialect in Dialect:
        assert f"`{dialect}` (" in README


def test_the_commands_for_developers_are_installed() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    tools = {"lint-imports": "import-linter", "pip": '"build"'}
    for tool in re.findall(r"^\.venv/bin/([\w-]+)", README, re.MULTILINE):
        assert tools.get(tool, tool) in project


def test_the_script_of_the_checking_machine_is_sound() -> None:
    subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=True)


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    _, _, rest = README.partition("tests/test_readme.py -->\n")
    table, _, _ = rest.partition("<!-- end of keys -->")
    assert table.strip().split("\n") == "\n".join(key_table()).strip().split("\n")
