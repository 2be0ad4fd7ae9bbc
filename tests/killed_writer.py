"""Sessions that are killed at random: what they acknowledged must be on the disk.

``python killed_writer.py FOLDER SEED KILLS`` prints the faults it found, one a line. A
process of its own, since it forks.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from bookmarking import bookmark

from cablereader.library.bookmarks import bookmark_file
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.model.bookmark import Bookmark

MARKS: Final = 12
LONGEST_LIFE: Final = 0.03
"""Seconds; some fifty changes."""

Kept = dict[str, Bookmark]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a bookmark; ``None`` removes it."""

    number: int
    mark: Bookmark | None

    def do(self, file: BookmarkFile) -> None:
        """Make it on the disk."""
        if self.mark:
            file.save(self.mark)
        else:
            file.remove(bookmark(self.number).key)

    def after(self, kept: Kept) -> Kept:
        """What there must be when it was made."""
        others = {k: v for k, v in kept.items() if k != bookmark(self.number).key}
        return others | ({self.mark.key: self.mark} if self.mark else {})


def steps(random: Random, session: int) -> list[Step]:
    """What a session would do if it lived on."""
    return [
        Step(
            number := random.randrange(MARKS),
            bookmark(number, note=f"{session}.{step}" + "x" * random.randrange(200))
            if random.random() < 0.8
            else None,
        )
        for step in range(2_000)
    ]


@dataclass(slots=True)
class Trial:
    """Many sessions after one another on the same file."""

    path: Path
    random: Random
    kept: Kept = field(default_factory=dict)
    cut: int = 0
    """Documents that a kill cut in two, at the end of a page of memory."""
    faults: list[str] = field(default_factory=list)

    def session(self, number: int) -> None:
        """One session, from its start until it is killed."""
        plan = steps(self.random, number)
        done = self._killed(plan, self.random.random() * LONGEST_LIFE)
        for step in plan[:done]:
            self.kept = step.after(self.kept)
        begun = plan[done].after(self.kept)
        result = BookmarkFile(self.path).load()
        found = {mark.key: mark for mark in result.bookmarks.marks}
        cut = len(result.problems) - self.cut
        if found not in (self.kept, begun) or result.read_only or cut not in {0, 1}:
            self.faults.append(f"session {number} after {done} changes: {result}")
        self.kept, self.cut = found, len(result.problems)

    def _killed(self, plan: list[Step], life: float) -> int:
        """How many changes a session acknowledged before it was killed."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            file = BookmarkFile(self.path)
            file.load()
            os.write(writing, b"!")
            for step in plan:
                step.do(file)
                os.write(writing, b".")
            os._exit(0)
        os.close(writing)
        os.read(reading, 1)
        time.sleep(life)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said = b"".join(iter(lambda: os.read(reading, 65_536), b""))
        os.close(reading)
        return said.count(b".")


def main(folder: str, seed: str, kills: str) -> None:
    """Print what went wrong."""
    bookmark_file.WORTH_COMPACTING = 2_000  # type: ignore[misc]  # so that it happens
    trial = Trial(Path(folder) / "bookmarks.yaml", Random(int(seed)))
    for number in range(int(kills)):
        trial.session(number)
    sys.stdout.write("\n".join(trial.faults))


if __name__ == "__main__":
    main(*sys.argv[1:])
