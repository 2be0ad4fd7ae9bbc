"""What is not needed is not loaded: proved in a fresh process each."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from building import add
from documents import TEXT

from cablereader.source.sample import read_sample

SLOW = (
    *("textual", "yaml", "sqlite3", "rich.console", "asyncio", "platformdirs"),
    *("dataclasses", "inspect", "importlib.resources"),
)
OF_LISTS_NONE = (
    *("cablereader.parse.cable", "cablereader.explain.table", "dataclasses"),
    "threading",  # with it a process cannot end at once
)
SCRIPT = """
import json, os, sys
words, target = json.loads(sys.argv[1]), sys.argv[2]
sys.stdout = open(os.devnull, "w")
from cablereader.cli import main
status = main(words)
with open(target, "w") as file:
    json.dump([status, sorted(sys.modules)], file)
"""


FIRST_SCREEN = """
import json, sys
from functools import partial
from pathlib import Path
from cablereader.cli.unconnected import without_openssl
with without_openssl():
    from cablereader.app.app import CableReader
import asyncio
from cablereader.app.library_screen import LibraryScreen
from cablereader.archive.store import Archive
from cablereader.library.queue import DocumentQueue
from cablereader.library.session import open_session

async def show(archive):
    session = open_session(DocumentQueue(()))
    app = CableReader(session, partial(LibraryScreen, archive=archive))
    async with app.run_test():
        while not app.screen.reader.state:
            await asyncio.sleep(0.01)
        return sorted(sys.modules)

with Archive(Path(sys.argv[1])) as archive:
    print(json.dumps(asyncio.run(show(archive))))
"""


def loaded(tmp_path: Path, *words: str) -> set[str]:
    target = tmp_path / "modules.json"
    command = [sys.executable, "-c", SCRIPT, json.dumps(words), str(target)]
    subprocess.run(command, check=True)
    status, modules = json.loads(target.read_text("utf-8"))
    assert status == 0
    return set(modules)


@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "--version",
        "show 07OSLO9012",
        "show 07OSLO9012 --format json",
        "show 07OSLO9012 --format raw",
        "show 07OSLO9012 --format markdown",
        "cite 07OSLO9012:2",
        "parse FILE",
        "check FILE",
        "explain PREL",
        "explain GOM RUEHZL C/NF",
    ],
)
def test_a_subcommand_loads_no_screen_and_no_tables(tmp_path: Path, words: str) -> None:
    path = tmp_path / "goat.txt"
    path.write_text(TEXT, "utf-8")
    modules = loaded(tmp_path, *words.replace("FILE", str(path)).split())
    assert not modules & set(SLOW)


def test_a_list_of_cables_loads_no_parser_and_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    add(path, read_sample())
    modules = loaded(tmp_path, "search", "goat", "--archive", str(path))
    assert not modules & set(OF_LISTS_NONE)


def test_a_cable_of_an_archive_loads_no_queries(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    add(path, read_sample())
    modules = loaded(tmp_path, "show", "07OSLO9012", "--archive", str(path))
    assert "cablereader.archive.by_id" in modules
    assert not modules & {
        "cablereader.archive.query.typed",
        "cablereader.source.reading",
    }
    assert not modules & (set(SLOW) - {"sqlite3"})


def test_the_first_screen_loads_no_other_and_nothing_that_nobody_asked_for(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sample.db"
    add(path, read_sample())
    command = [sys.executable, "-c", FIRST_SCREEN, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert "cablereader.parse.cable" in modules
    assert not modules & {
        *("yaml", "hashlib", "shlex", "cablereader.archive.query.reader"),
        *("cablereader.library.clipboard", "cablereader.explain.tags"),
        *("cablereader.app.reader_screen", "ssl", "_ssl", "_hashlib"),
    }
    assert not [each for each in modules if each.startswith("cablereader.app.screens.")]


@pytest.mark.parametrize("words", ["parse FILE", "show FILE"])
def test_what_unpacks_is_loaded_for_what_is_packed(tmp_path: Path, words: str) -> None:
    path = tmp_path / "goat.txt"
    path.write_text(TEXT, "utf-8")
    modules = loaded(tmp_path, *words.replace("FILE", str(path)).split())
    assert not modules & {"tarfile", "zipfile", "lzma", "csv", "multiprocessing"}


def test_the_package_itself_loads_nothing() -> None:
    script = (
        "import sys, cablereader; before = len(sys.modules);"
        "assert not any(n.startswith('cablereader.') for n in sys.modules);"
        "assert set(dir(cablereader)) >= {'parse', 'read', 'canonical_id'};"
        "assert cablereader.canonical_id('05RIO123') == '05RIODEJANEIRO123'"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_nothing_is_loaded_to_translate_what_has_no_translation() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "cablereader", "keys", "-x"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "unrecognized arguments: -x" in done.stderr
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "argparse" in loaded
    assert not loaded & {"gettext", "locale"}
