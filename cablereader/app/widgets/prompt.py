"""The line at the bottom in which words are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Static

from cablereader.app.state.completion import Choice, Completions, no_completions
from cablereader.app.state.fault import Fault
from cablereader.app.state.hints import Hint, prompt_hints
from cablereader.app.state.words import Words, unread
from cablereader.app.widgets.choice_line import ChoiceLine
from cablereader.present.visible import visible_line

IDLE: Final = Words(take=unread)
"""What is asked for while nothing is."""


class Completing(Suggester):
    """Shows the first completion that goes on with the text behind it."""

    def __init__(self, completions: Completions) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._completions = completions

    async def get_suggestion(self, value: str) -> str | None:
        texts = (each.text for each in self._completions(value))
        return next(
            (each for each in texts if each.isprintable() and each.startswith(value)),
            None,
        )


class Prompt(Input):
    """An input that is there only while something is typed into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,ctrl+c", "leave", "Leave"),
        ("up", "older", "Older"),
        ("down", "newer", "Newer"),
        ("tab", "complete(1)", "Complete"),
        ("shift+tab", "complete(-1)", "Complete otherwise"),
    ]

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        kind: str
        """What was asked for: the kind given to `ask`."""
        text: str

    @dataclass
    class Typed(Message):
        """What is typed changed."""

        kind: str
        text: str

    @dataclass
    class Unsure(Message):
        """Somebody asks what can be typed; the prompt was left."""

        kind: str
        label: str

    @dataclass
    class Left(Message):
        """The prompt was left without entering anything."""

        kind: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.display = False
        self._kind = ""
        self._words = IDLE
        self._history: dict[str, list[str]] = {}
        self._older = 0
        self._completions: Completions = no_completions
        self._typed = ""
        self._offered: Sequence[Choice] = ()
        """What the text as typed may become."""
        self._completed: str | None = None
        """What Tab has made of it."""

    @property
    def kind(self) -> str:
        """What is asked for; empty while nothing is."""
        return self._kind

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys that do something here; all others are typed."""
        return prompt_hints(
            self._words.enter,
            completes=self._completes,
            recalls=bool(self._history.get(self._kind)),
        )

    @property
    def shown_choices(self) -> Sequence[Choice]:
        """What the text may become, as far as it is shown."""
        return self._choices.shown

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cables choices stand for, by their queries."""
        self._choices.show_counts(counts)

    @property
    def _choices(self) -> ChoiceLine:
        return self.screen.query_one(ChoiceLine)

    @property
    def _completes(self) -> bool:
        return self._completions is not no_completions

    def ask(
        self,
        kind: str,
        words: Words,
        label: str,
        text: str = "",
        asked: str = "",
    ) -> None:
        """Appear, and take the keys.

        Args:
            kind: What is asked for.
            words: All about that kind.
            label: The same in words, shown while nothing is typed.
            text: To begin with.
            asked: What stands before it; as words of the kind have it if empty.
        """
        self._kind, self._words, self._older = kind, words, 0
        self._completions, self._completed = words.completions(), None
        self.name_anew(asked or words.asked or f"{kind}:")
        self.placeholder = label
        self.suggester = Completing(self._completions)
        self.value = text
        self.cursor_position = len(text)
        self.display = True
        self.screen.add_class("-asking")
        self.screen.set_class(self._completes, "-choosing")
        self._choices.show_counts({})
        self._offer()
        self.focus()
        if words.proposed:
            self.select_all()

    def name_anew(self, asked: str) -> None:
        """Have other words before those that are typed; plain text."""
        self.screen.query_one("#asked", Static).update(asked)

    def on_key(self, event: events.Key) -> None:
        if event.key == "question_mark" and not self.value and self._words.is_query:
            event.stop()
            event.prevent_default()
            unsure = self.Unsure(self._kind, self.placeholder)
            self._vanish()
            self.post_message(unsure)

    def action_leave(self) -> None:
        kind = self._kind
        self._vanish()
        self.post_message(self.Left(kind))

    def action_older(self) -> None:
        self._recall(self._older + 1)

    def action_newer(self) -> None:
        self._recall(self._older - 1)

    def action_complete(self, step: int) -> None:
        """Go through what the text may become, and back to what was typed.

        From the only thing that it may become it goes on to what that may become.
        """
        self._offer()
        if self._completes and not self._offered:
            self._choices.say("nothing known goes on from that")
        texts = [self._typed, *(each.text for each in self._offered)]
        self._completed = texts[(texts.index(self.value) + step) % len(texts)]
        self.value = self._completed
        self.cursor_position = len(self.value)
        if len(self._offered) == 1 and self._completions(self.value):
            self._completed = None

    def _offer(self) -> None:
        """Offer what the text may become, unless Tab has just made it one of those."""
        if self.value != self._completed:
            self._typed = self._completed = self.value
            self._offered = self._completions(self.value)
        if self._completes:
            self._choices.show(self._offered, self.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self._refuse(None)
            self._offer()
            self.post_message(self.Typed(self._kind, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        kind, text = self._kind, event.value
        if fault := self._words.fault(text):
            column = len(text) if fault.column is None else fault.column - 1
            self.cursor_position = column
            self._refuse(fault)
            return
        history = self._history.setdefault(kind, [])
        if text and (not history or history[-1] != text):
            history.append(text)
        self._vanish()
        self.post_message(self.Entered(kind, text))

    def on_blur(self, event: events.Blur) -> None:  # noqa: ARG002  # Textual's signature
        if self.display:
            self.action_leave()

    def _recall(self, older: int) -> None:
        history = self._history.get(self._kind, [])
        if 0 <= older <= len(history):
            self._older = older
            self.value = history[-older] if older else ""
            self.cursor_position = len(self.value)

    def _refuse(self, fault: Fault | None) -> None:
        self.screen.set_class(fault is not None, "-refused")
        text = visible_line(fault.text) if fault else ""
        self.screen.query_one("#fault", Static).update(text)

    def _vanish(self) -> None:
        self._kind, self._words = "", IDLE
        self._refuse(None)
        self.display = False
        self.screen.remove_class("-asking", "-choosing")
        self.screen.set_focus(None)
