"""Names of files are completed, as in a shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import files, press, screen_of, settled

from cablereader.app.app import CableReader
from cablereader.app.state.file_completion import file_completions
from cablereader.app.widgets.choice_line import ChoiceLine

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture(autouse=True)
def laid_out(folder: Path) -> None:
    """Folders and files beside each other."""
    (folder / "reports" / "norway").mkdir(parents=True)
    (folder / "reports" / "norway" / "lamp.txt").touch()
    for name in (".hidden", "rest.txt", "two words.md", "bell\a.txt"):
        (folder / name).touch()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["reports/", "rest.txt", "two words.md"]),
        ("re", ["reports/", "rest.txt"]),
        ("reports/", ["reports/norway/"]),
        ("./reports/n", ["./reports/norway/"]),
        ("reports/norway/lamp.txt", []),
        (".h", [".hidden"]),
        ("two w", ["two words.md"]),
        ("~", ["~/"]),
        ("nowhere/", []),
        ("~nobody-of-that-name/", []),
        ("rest.txt/", []),
        ("bell", []),
        ("\0/", []),
    ],
)
def test_a_path_becomes_what_is_in_its_folder(typed: str, found: list[str]) -> None:
    assert [each.text for each in file_completions()(typed)] == found


@pytest.mark.parametrize("keys", [("w",), ("e", "t"), (":", "w", "space")])
async def test_tab_completes_the_name_of_a_file(
    library_app: CableReader, folder: Path, keys: tuple[str, ...]
) -> None:
    async with library_app.run_test(size=(80, 24)) as pilot:
        await settled(library_app, pilot)
        await press(pilot, *keys, *"rep", "tab")
        assert screen_of(library_app).prompt.value.endswith("reports/")
        await press(pilot, "tab", *"mine.txt", "enter")
        await settled(library_app, pilot)
    assert files(folder / "reports" / "norway") == ["lamp.txt", "mine.txt"]


async def test_tab_says_where_nothing_completes_a_path(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", *"zzz", "tab")
        line = app.screen.query_one(ChoiceLine)
        assert "nothing known goes on from that" in str(line.render())
        assert screen_of(app).prompt.value == "zzz"
        await press(pilot, "backspace")
        assert "nothing known" not in str(line.render())
