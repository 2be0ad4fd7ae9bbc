"""Screens with a command line: words for what the keys do, and more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from textual.actions import parse
from textual.message import Message

from cablereader.app.command import Command
from cablereader.app.commands import NAMES, SAVING
from cablereader.app.key_screen import KeyScreen, OwnKeys
from cablereader.app.state.completion import Completions, completions_among
from cablereader.app.state.fault import Fault
from cablereader.app.widgets.prompt import Prompt
from cablereader.model.nearest import nearest
from cablereader.present.visible import visible_line

Answer = TypeVar("Answer")


class CommandScreen(KeyScreen[Answer]):
    """Asks for words in a prompt, and does what is typed on the command line."""

    @dataclass
    class ThemeWanted(Message):
        """Other colours were asked for on the command line."""

        name: str

    def __init__(
        self,
        own_keys: OwnKeys,
        theme_names: tuple[str, ...],
        more: tuple[Command, ...] = (),
    ) -> None:
        """A screen with the reader's own keys, and themes that can be asked for."""
        super().__init__(own_keys, more)
        self._theme_names = theme_names

    @property
    def prompt(self) -> Prompt:
        """The line in which words are typed."""
        return self.query_one(Prompt)

    async def obey(self, words: str) -> None:
        """Carry out what was typed on the command line."""
        name, _, rest = words.strip().partition(" ")
        command = self.command_named(name)
        if rest and (named := self.command_named(" ".join(words.split()))):
            command, rest = named, ""
        if name in SAVING and not rest:
            self.say("everything is saved already")
        elif name == "theme" and rest:
            self.post_message(self.ThemeWanted(rest.strip()))
        elif name == "explain" and rest:
            await self._explain(rest)
        elif command and rest and (kind := _asked_by(command)):
            self.take_words(kind, rest)
        elif command:
            await self.give(command)
        elif fault := self.fault_of("command", words):
            self.say(fault.text)

    async def _explain(self, term: str) -> None:
        from cablereader.app.screens.pager import Pager
        from cablereader.explain.lookup import explain
        from cablereader.present.explanation import explanation_rows

        rows = explanation_rows(explain(term), self.size.width - 4)
        await self.app.push_screen(Pager(f"What {visible_line(term)} means", rows))

    def command_named(self, name: str) -> Command | None:
        """The command that can be given here under that name."""
        wanted = NAMES.get(name, name)
        return next((each for each in self.commands if each.id == wanted), None)

    def take_words(self, kind: str, text: str) -> None:
        """Do what was asked for with the words that were entered."""

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """What can be typed on the command line."""
        themes = (f"theme {name}" for name in self._theme_names)
        names = (name for name in NAMES if self.command_named(name))
        ids = (command.id for command in self.commands)
        return (*names, "explain ", *ids, *themes)

    def action_ask(self, kind: str, label: str) -> None:
        """Ask for words; what is entered comes as `Prompt.Entered` of that kind."""
        check = partial(self.fault_of, kind)
        self.prompt.ask(kind, label, completions=self.completions_of(kind), check=check)

    def fault_of(self, kind: str, words: str) -> Fault | None:
        """What is wrong with words that were asked for."""
        return self._fault_of_command(words.rstrip()) if kind == "command" else None

    def _fault_of_command(self, words: str) -> Fault | None:
        name, _, rest = words.lstrip().partition(" ")
        command = self.command_named(name)
        if name == "theme" and rest and rest not in self._theme_names:
            return Fault(f"no theme {rest}{nearest(rest, self._theme_names)}")
        if name == "explain":
            return _fault_of_term(rest)
        if command and rest and (kind := _asked_by(command)):
            fault = self.fault_of(kind, rest)
            return fault and fault.behind(words[: -len(rest)])
        if command or not name or name.isdigit() or name in SAVING:
            return None
        return Fault(f"no command {name}{nearest(name, self.vocabulary)}")

    def completions_of(self, kind: str) -> Completions:
        """What the words may become that are asked for."""
        known = self.vocabulary if kind == "command" else ()
        return completions_among(known)


def _asked_by(command: Command) -> str | None:
    """The kind of the words that a command asks for, if it asks for any."""
    _, action, arguments = parse(command.action.format(n=0))
    return str(arguments[0]) if action in {"ask", "ask_label"} else None


def _fault_of_term(term: str) -> Fault | None:
    if not term:
        return Fault("explain what? A word behind it: explain NOFORN")
    from cablereader.explain.lookup import explain
    from cablereader.explain.near import known_terms

    if explain(term):
        return None
    near = nearest(term.upper(), known_terms(term.upper()), most=3)
    return Fault(f"{term}: not in the tables{near}")
