"""Triage: states and labels of cables; what was changed, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

from cablereader.app.part import Host, Part
from cablereader.app.parts.subject import Subject
from cablereader.app.state.words import Words
from cablereader.errors import NotebookError
from cablereader.library.notebook.long_move import move_all
from cablereader.library.notebook.progress import Progress
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.session import Session
from cablereader.model import move as moves
from cablereader.model.label import label_keys
from cablereader.model.move import Move
from cablereader.model.step import Step
from cablereader.model.triage import Triage

MANY: Final = 50
"""Cables; a change of more is asked about first."""
AT_ONCE: Final = 500
"""Cables; a change of more takes longer than a key may."""
UNSEEN: Final[Mapping[str, Triage]] = MappingProxyType({})


class Make(Protocol):
    """Makes a move with the cables that are meant, as `Triaging.make`."""

    def __call__(self, move: Move, /, *, seen: Mapping[str, Triage]) -> object: ...


class Triaging(Part):
    """Changes what the notebook says of cables: on disk first, then on screen."""

    def __init__(
        self,
        host: Host,
        session: Session,
        subject: Subject,
        go_on: Callable[[], object],
        changed: Callable[[], object],
    ) -> None:
        """Changes the notebook of a session.

        Args:
            host: The screen.
            session: Whose notebook it is.
            subject: What the next change is of.
            go_on: Goes to the next cable, from one that is done with.
            changed: Shows what is known of cables now.
        """
        self._host = host
        self._session = session
        self._file = session.triage_file
        self._subject = subject
        self._go_on = go_on
        self._changed = changed
        self._last: Move | None = None
        self.words = {
            "label": Words(
                asked="give label:",
                enter="give",
                take=partial(self._give, moves.labelled),
            ),
            "unlabel": Words(
                asked="take label off:",
                enter="take off",
                take=partial(self._give, moves.unlabelled),
            ),
        }

    def action_move(self, name: str) -> None:
        """Make a move of `cablereader.model.move`, by its name, or take it back."""
        self.make(getattr(moves, name), toggling=True)

    def action_aside(self) -> None:
        """Set aside, and go on; where that is taken back, one stays."""
        self.make(moves.ASIDE, toggling=True)
        if self._last is moves.ASIDE:
            self._go_on()

    def action_again(self) -> None:
        """Make the last move once more, with what is meant now."""
        if self._last:
            self.make(self._last)
        else:
            self._host.say("nothing to repeat yet")

    def action_undo(self) -> None:
        self._take("nothing to take back", again=False)

    def action_redo(self) -> None:
        self._take("nothing to do again", again=True)

    async def action_labels(self) -> None:
        """The labels with a letter each."""
        from cablereader.app.screens.label_menu import LabelMenu

        labels = dict(self._file.labels())
        known = self._file.of(self._subject.ids()[:MANY]).values()
        given = {each for each in labels if all(each in of.labels for of in known)}
        menu = LabelMenu(label_keys(labels), labels, given if known else ())
        await self._host.push(menu, self._toggle_label)

    def action_ask_label(self, kind: str) -> None:
        """Ask for labels, with those that there are."""
        known = " ".join(name for name, _ in self._file.labels())
        self._host.ask(kind, f"a name; there are: {known}" if known else "a name")

    def finish(self) -> None:
        """Mark a cable as read and go on; what is selected is finished whole."""
        if self._subject.selected:
            self.make(moves.FINISHED)
            return
        step = moves.FINISHED.step(self._known())
        if step and self._applied(step):
            self._changed()
        self._go_on()

    def make(
        self,
        move: Move,
        *,
        toggling: bool = False,
        seen: Mapping[str, Triage] = UNSEEN,
    ) -> None:
        """Make a move with the cables that are meant; of very many, beside the screen.

        Args:
            move: What to make of them.
            toggling: Whether it is taken back where all is so already.
            seen: Of some of them, what was known when the reader began to answer: what
                another session has written since is not lost.
        """
        if self._subject.count > AT_ONCE:
            self._make_beside(move, toggling=toggling)
            return
        known = {**self._known(), **seen}
        self._last = move = moves.toggled(move, known) if toggling else move
        step = move.step(known)
        if (count := len(step.changes)) > MANY:
            text = f"This changes {count:,} cables at once. Do it?"
            self._ask_first(text, lambda: self.apply(step))
        else:
            self.apply(step)

    def _make_beside(self, move: Move, *, toggling: bool) -> None:
        ids = self._subject.ids_beside()
        self._last = move

        def change(file: TriageFile, progress: Progress) -> str:
            step = move_all(file, ids(), move, progress, toggling=toggling)
            return _told(step) if step else "already so"

        text = f"This is about {self._subject.count:,} cables. Do it?"
        self._ask_first(text, lambda: self.change_beside(change))

    def _ask_first(self, text: str, do: Callable[[], None]) -> None:
        from cablereader.app.screens.question import Question

        def answered(yes: bool | None) -> None:  # Textual's signature
            if yes:
                do()

        _ = self._host.push(Question(text), answered)

    def apply(self, step: Step) -> None:
        """Do a step, on disk and on screen."""
        if not step:
            self._host.say("already so")
        elif self._applied(step):
            self.tell(_told(step))

    def _applied(self, step: Step) -> bool:
        try:
            self._file.apply(step)
        except NotebookError as error:
            self._host.warn(f"NOT SAVED. {error}")
            return False
        return True

    def tell(self, words: str | None) -> None:
        """Say what was changed, and show it."""
        self._host.say(words or "")
        self._changed()

    def change_beside(self, change: Callable[[TriageFile, Progress], str]) -> None:
        """Do what takes a while in a thread of its own, and say what became of it."""
        from cablereader.app.screens.long_change import LongChange

        def beside(progress: Progress) -> str:
            with self._session.notebook_beside() as file:
                return change(file, progress)

        _ = self._host.push(LongChange(beside), self.tell)

    def _take(self, nothing: str, *, again: bool) -> None:
        try:
            if self._file.is_long(again=again):
                self.change_beside(partial(_taken, again=again))
                return
            taken = self._file.redo() if again else self._file.undo()
        except NotebookError as error:
            self._host.warn(str(error))
            return
        self.tell(str(taken) if taken else nothing)

    def _toggle_label(self, label: str | None) -> None:
        if label:
            self.make(moves.labelled(label), toggling=True)

    def _give(self, move: Callable[[str], Move], text: str) -> None:
        """Give the labels of a text, or take them off."""
        for label in text.replace(",", " ").split():
            self.make(move(label))

    def _known(self) -> Mapping[str, Triage]:
        return self._file.of(self._subject.ids())


def _told(step: Step) -> str:
    return f"{step.sentence} (u takes it back)"


def _taken(file: TriageFile, progress: Progress, *, again: bool) -> str:
    """What was taken back, or done again, of a step of very many changes."""
    taken = file.redo(progress) if again else file.undo(progress)
    return str(taken) if taken else "another session was faster"
