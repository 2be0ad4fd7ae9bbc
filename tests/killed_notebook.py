"""Sessions that are killed at random: what they acknowledged must be in the notebook.

``python killed_notebook.py FOLDER SEED KILLS`` prints the faults it found, one a line.
A process of its own, since it forks.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from triaging import IDS, all_of, do

from cablereader.library.notebook import triage
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import (
    ASIDE,
    READ,
    STARRED,
    UNREAD,
    labelled,
    noted,
    unlabelled,
)
from cablereader.model.saved_search import SavedSearch, saving

LONGEST_LIFE: Final = 0.1
"""Seconds; some fifty changes, each waiting for the disk."""
Act = Callable[[TriageFile], object]


def acts(random: Random, session: int) -> list[Act]:
    """What a session would do if it lived on."""
    return [_act(random, f"{session}.{number}") for number in range(500)]


def _act(random: Random, name: str) -> Act:
    kind = random.random()
    cables = random.sample(IDS, random.randrange(1, len(IDS)))
    note = noted(name + "x" * random.randrange(3_000))
    move = random.choice(
        (READ, UNREAD, ASIDE, STARRED, labelled("fish"), unlabelled("fish"), note)
    )
    if kind < 0.2:
        return TriageFile.undo
    if kind < 0.3:
        return TriageFile.redo
    if kind < 0.4:
        return lambda file: file.apply(saving(SavedSearch("s", name), file.searches()))
    return lambda file: do(file, move, cables)


@dataclass(slots=True)
class Trial:
    """Many sessions after one another on the same file, and on a mirror of it."""

    path: Path
    mirror: Path
    random: Random
    faults: list[str] = field(default_factory=list)

    def session(self, number: int) -> None:
        """One session, from its start until it is killed."""
        plan = acts(self.random, number)
        done = self._killed(plan, self.random.random() * LONGEST_LIFE)
        with TriageFile(self.mirror) as mirror, TriageFile(self.path) as file:
            mirror.db.execute("PRAGMA synchronous = OFF")
            for act in plan[:done]:
                act(mirror)
            if self._known(file) != self._known(mirror):
                plan[done](mirror)  # begun, and not acknowledged
            if self._known(file) != self._known(mirror):
                self.faults.append(f"session {number} after {done} changes")
            for problem in file.rows("PRAGMA integrity_check"):
                if problem != ("ok",):
                    self.faults.append(f"session {number}: {problem}")

    def _known(self, file: TriageFile) -> object:
        steps = file.rows("SELECT sentence, undone IS NULL FROM step ORDER BY number")
        return all_of(file), file.searches(), steps

    def _killed(self, plan: list[Act], life: float) -> int:
        """How many changes a session acknowledged before it was killed."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            file = TriageFile(self.path)
            os.write(writing, b"!")
            for act in plan:
                act(file)
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
    vars(triage)["moment"] = lambda _: "2026-11-24T03:00:00Z"  # in the mirror too
    path = Path(folder) / "triage.db"
    trial = Trial(path, path.with_name("mirror.db"), Random(int(seed)))
    for number in range(int(kills)):
        trial.session(number)
    sys.stdout.write("\n".join(trial.faults))


if __name__ == "__main__":
    main(*sys.argv[1:])
