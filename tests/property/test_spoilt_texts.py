"""Whatever was done to a text, it is read or refused, and never fails.

The larger counts are run by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

import pytest
from building import add
from spoiling import spoilt

from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.errors import CableReaderError
from cablereader.library.settings import read_settings
from cablereader.model.cable import Cable
from cablereader.parse.document import parse
from cablereader.present.cable_format import CABLE_FORMATS
from cablereader.present.palette import load_palettes, theme_folder
from cablereader.source.sample import read_sample, sample_folder

CABLE_SCRAPS: Final = (
    "\n", "\n\n", "1.", "\n2. (C) ", "\n(U) 3. ", "(S", "¶", "--", "-" * 40, "A. ",
    "\nREF: A. OSLO 9044", "\nSUBJECT: ", "\nTAGS: ", "<pre>", "</pre>", "&#x000A;",
    '"', "\\", " " * 40, "NNNN", "End Summary.", "S E C R E T SECTION 02 OF 02 OSLO 9",
)  # fmt: skip
QUERIES: Final = (
    "subject:goat from:oslo", "class:s//nf -goat", '"the goat" OR (tuba AND sea)',
    "2007..2009 sort:subject", "note:x label:y is:unread", "match:/go.t/ ~word =Word",
    "origin:oslo,london tag:PREL", "ref:07OSLO9012", "goat NEAR/5 sea", "paraclass:>=c",
)  # fmt: skip
QUERY_SCRAPS: Final = (
    ":", "(", ")", '"', "/", "*", "-", "~", "=", "<", "..", " OR ", " AND ",
    "NOT ", "NEAR/3 ", " THEN ", "2009", "match:/", "\0", "\u2028", "[", "+", "\\",
)  # fmt: skip
SETTINGS: Final = """\
theme: dark
mouse: yes
keys:
  mark.toggle: [m, g x]
  list:
    triage.aside: J
copy:
  mine: "{id} {paragraph}"
"""
YAML_SCRAPS: Final = (
    ": ", "- ", "\n", "  ", "[", "]", "{", "}", '"', "'", "#", "&a ", "*a", "<<: ",
    "|\n", "!!python/object:os.system ", "? ", "%YAML\n", "---\n", "\t", "\0", "\x85",
    "~", "no", "9" * 400, "2008-13-45", "[ " * 60, "keys:\n", "theme: ", "'#ff0000'",
)  # fmt: skip
counts = pytest.mark.parametrize(
    "count", [300, pytest.param(50_000, marks=pytest.mark.slow)], ids=str
)


def is_whole(cable: Cable) -> bool:
    """Whether every sign of its body is in one block, and no label is there twice."""
    labels = [each.label for each in cable.paragraphs]
    body = "".join(block.span.of(cable.body) for block in cable.blocks)
    return body == cable.body and len({*labels}) == len(labels)


@counts
def test_spoilt_cables_are_read_whole(count: int) -> None:
    random = Random(count)
    files = sorted(path for path in sample_folder().rglob("*") if path.is_file())
    texts = [path.read_bytes().decode("utf-8", "replace")[:12_000] for path in files]
    for number in range(count):
        at = random.choice((0, random.randrange(4_000)))
        text = spoilt(random.choice(texts)[at : at + 3_000], random, CABLE_SCRAPS)
        cable = parse(text)
        assert is_whole(cable), text
        assert cable.to_dict()["id"] == cable.cable_id
        if number % 10 == 0:
            assert all(each.write(cable) for each in CABLE_FORMATS.values())


@counts
def test_spoilt_queries_find_each_cable_once_or_are_refused(
    tmp_path: Path, count: int
) -> None:
    random = Random(count)
    add(tmp_path / "archive.db", read_sample())
    answered = 0
    with Archive(tmp_path / "archive.db") as archive:
        for _ in range(count):
            text = spoilt(random.choice(QUERIES), random, QUERY_SCRAPS)
            try:
                query = read_query(text)
                found = [entry.cable_id for entry in archive.each(query)]
            except CableReaderError:
                continue
            answered += 1
            assert len({*found}) == len(found), text
            assert query.limit or archive.count(query) == len(found), text
    assert answered > count // 10


def settings(folder: Path, text: str) -> object:
    return read_settings(text, folder / "config.yaml")


def theme(folder: Path, text: str) -> object:
    (folder / "mine.yaml").write_text(text, "utf-8", newline="")
    return load_palettes(folder)


@counts
@pytest.mark.parametrize("read", [settings, theme], ids=["settings", "theme"])
def test_spoilt_settings_and_themes_are_read_as_far_as_they_go(
    tmp_path: Path, count: int, read: Callable[[Path, str], object]
) -> None:
    random = Random(count)
    themes = sorted(theme_folder().glob("*.yaml"))
    sound = SETTINGS if read is settings else themes[0].read_text("utf-8")
    for _ in range(count):
        assert read(tmp_path, spoilt(sound, random, YAML_SCRAPS))
