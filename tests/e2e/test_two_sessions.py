"""Two terminals on one notebook, one of which is killed while both are written in."""

from __future__ import annotations

import re
import signal
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from e2e.terminal import Terminal, program

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.notebook.triage import TriageFile
from cablereader.source.sample import sample_folder

pytestmark = pytest.mark.e2e

ID = r"\b\d\d[A-Z]+\d+"


ID = r"\b(\d\d[A-Z]+\d+)"


@dataclass
class Desk:
    """One session, and what its screen said was saved."""

    terminal: Terminal
    name: str
    said: list[tuple[str, str]] = field(default_factory=list)
    """Words with the cable that each was written on."""
    unsaid: list[str] = field(default_factory=list)
    """Words of which nothing was heard: they may be there or not."""

    def begin(self, random: Random) -> tuple[str, str]:
        """Press the keys of a change; its word, and what will say that it is saved."""
        word = f"{self.name}{len(self.said)}"
        move = random.choice(("", "j", "k", "gg"))
        # What is said of a label has its word; so it tells that a next note is saved.
        kinds = ("label",) if len(self.said) % 2 else ("note", "bookmark")
        match random.choice(kinds):
            case "label":
                keys, answer = f"{move}+{word}\r", f"labelled {ID} {word} "
            case "note":
                keys, answer = f"{move}M\x05 {word}x\r", f"wrote a note on {ID}"
            case _:
                keys = f"{move}\r{random.choice(('', '}'))}M\x05 {word}x +{word}\r"
                answer = f"(?:bookmarked|edited the bookmark of) {ID}"
        self.terminal.press(keys.encode())
        return word, answer

    def hear(self, word: str, answer: str) -> None:
        """Wait until it says that a word is saved, and go back to the list."""
        terminal = self.terminal
        terminal.wait_until(lambda: bool(re.search(answer, terminal.screen())))
        found = re.search(answer, terminal.screen())
        assert found
        self.said.append((word, found[1]))
        if "bookmark" in found[0]:
            terminal.press(b"q")
            terminal.wait_for("newest first")


def words_on(cable_id: str) -> str:
    """All that the notebook says of a cable, its bookmarks included."""
    with TriageFile(locations.triage(), to_read=True) as file:
        triage = file.of([cable_id])[cable_id]
    marks = BookmarkFile(locations.bookmarks()).load().bookmarks.of(cable_id)
    notes = (f"{mark.note} {' '.join(mark.labels)}" for mark in marks)
    return " ".join((triage.note, *triage.labels, *notes))


@pytest.mark.parametrize(
    "kills", [1, pytest.param(50, marks=pytest.mark.slow)], ids=str
)
def test_what_two_sessions_said_was_saved_outlives_the_kill_of_one(
    home: Path, kills: int
) -> None:
    assert main(["import", str(sample_folder())]) == 0
    random = Random(kills)
    with ExitStack() as stack:

        def opened(name: str) -> Desk:
            terminal = stack.enter_context(program(size=(140, 30)))
            terminal.wait_for("newest first")
            return Desk(terminal, name)

        desks = [opened("a"), opened("b")]
        every = list(desks)
        for kill in range(kills):
            for _ in range(random.randint(2, 5)):
                begun = [(desk, *desk.begin(random)) for desk in desks]
                for desk, word, answer in begun:
                    desk.hear(word, answer)
            killed = desks.pop(random.randrange(2))
            word, _ = killed.begin(random)
            killed.unsaid.append(word)
            killed.terminal.read_for(random.choice((0, 0.02, 0.1)))
            killed.terminal.kill(signal.SIGKILL)
            assert killed.terminal.status == -signal.SIGKILL
            desks.append(opened(f"{killed.name[0]}{kill}n"))
            every.append(desks[-1])
        for desk in desks:
            desk.hear(*desk.begin(random))
            desk.terminal.press(b"Q")
            assert desk.terminal.status == 0
    for word, cable_id in (each for desk in every for each in desk.said):
        assert re.search(rf"\b{word}x?\b", words_on(cable_id)), (word, cable_id)
    assert main(["check"]) == 0
