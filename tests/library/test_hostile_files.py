"""Files that were made to hurt: read in a process with little memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Final

import pytest
from bookmarking import bookmark

from cablereader.library.bookmarks.document import to_document

READER: Final = Path(__file__).parent.parent / "hostile_reader.py"
MEGABYTE: Final = 1024 * 1024
ALIASES: Final = "a: &a [x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES: Final = "a: &a {x: y}\n" + "".join(
    f"{after}: &{after} {{<<: [{', '.join([f'*{before}'] * 30)}]}}\n"
    for before, after in zip("abcdef", "bcdefg", strict=True)
)
CRAFTED: Final[dict[str, str | bytes]] = {
    "aliases": ALIASES,
    "merges": MERGES,
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "question-marks": "? " * 100_000,
    "quotes": '"' * 200_001,
    "one-quote": 'a: "' + "x\n" * 500_000,
    "block": "a: |\n" + "  x\n" * 300_000,
    "many-names": "".join(f"n{n}: x\n" for n in range(200_000)),
    "one-name": "a: b\n" * 200_000,
    "long-name": f"{'n' * MEGABYTE}: x",
    "huge-number": f"measure: {'9' * MEGABYTE}",
    "documents": "---\n" * 4 * MEGABYTE,
    "small-documents": "---\na\n" * MEGABYTE,
    "removals": "".join(f"---\nid: k{n}\nremoved: yes\n" for n in range(60_000)),
    "directives": "%YAML 1.1\n" * 400_000,
    "directives-and-end": "%\n" * MEGABYTE + "---\nid: x\n",
    "comments": "# " + "x " * MEGABYTE,
    "blanks": " " * 8 * MEGABYTE,
    "tabs": "\t" * MEGABYTE + "\n",
    "zeros": b"\0" * 8 * MEGABYTE,
    "zeros-between": b"\0a" * MEGABYTE,
    "latin-1": "note: é\n".encode("latin-1") * 100_000,
    "utf-16": ("id: x\n" * 10_000).encode("utf-16"),
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(20_000)),
    "escape": 'a: "\\U99999999 \\xzz \\ud800"\n',
    "date": "---\nid: x\ncable: y\nparagraph: z\ncreated: 99999-99-99T99:99:99Z\n",
    "python": "!!python/object/apply:os.system ['touch /tmp/cablereader-was-here']",
    "carriage-returns": "---\rid: x\r" * 100_000,
    "line-separators": "---\u2028id: x\x85" * 50_000,
}


def results(paths: list[Path]) -> dict[str, tuple[int, int]]:
    """By file: how many bookmarks it had, and how many things were wrong."""
    before = [path.read_bytes() for path in paths]
    done = subprocess.run(
        [sys.executable, READER, *paths], capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert [path.read_bytes() for path in paths] == before
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: (int(marks), int(wrong)) for name, marks, wrong, _ in lines}


def test_crafted_files_are_read_or_refused_and_stay_as_they_are(
    tmp_path: Path,
) -> None:
    paths = [tmp_path / name for name in CRAFTED]
    for path in paths:
        content = CRAFTED[path.name]
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = results(paths)
    assert found.keys() == CRAFTED.keys()
    assert all(wrong for _, wrong in found.values())
    assert not Path("/tmp/cablereader-was-here").exists()


@pytest.mark.parametrize(
    "count", [200, pytest.param(5_000, marks=pytest.mark.slow)], ids=str
)
def test_spoilt_files_cost_no_more_than_what_was_spoilt(
    tmp_path: Path, count: int
) -> None:
    random = Random(count)
    whole = "".join(to_document(bookmark(n, note="a\nb")) for n in range(20)).encode()
    paths = [tmp_path / str(number) for number in range(count)]
    spoilt = []
    for path in paths:
        content = bytearray(whole)
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(content))
            length = random.choice((0, 1, 1, 9, 60))
            content[at : at + length] = random.randbytes(random.choice((0, 1, 4)))
        path.write_bytes(content)
        spoilt.append(bytes(content))
    for number in range(0, count, 500):
        for marks, _ in results(paths[number : number + 500]).values():
            assert marks >= 20 - 2 * 3
