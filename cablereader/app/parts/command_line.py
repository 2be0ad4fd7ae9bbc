"""The command line: words for what the keys do, and more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from textual.actions import parse

from cablereader.app.command import Command
from cablereader.app.part import NO_ARCHIVE, Commanded, Part, done
from cablereader.app.parts.pages import Pages
from cablereader.app.state.completion import (
    Choice,
    Completions,
    completions_among,
    no_completions,
)
from cablereader.app.state.fault import Fault
from cablereader.app.state.words import Words
from cablereader.model.nearest import nearest

NAMES: Final = {
    "help": "app.help",
    "guide": "app.guide",
    "guide signs": "app.legend",
    "guide search": "app.searching",
    "legend": "app.legend",
    "signs": "app.legend",
    "fields": "app.searching",
    "quit": "app.quit",
    "search": "search.new",
    "limit": "search.limit",
    "open": "go.id",
    "find": "find.open",
    "export": "out.export-markdown",
    "write": "out.write",
    "bookmarks": "mark.list",
    "theme": "view.theme",
    "mouse": "mouse.toggle",
    "h": "app.help",
    "q": "app.quit",
    "q!": "app.quit",
    "w": "out.write",
    "wq": "app.quit",
}
"""What can be typed for a command besides its id; words that it would ask for may
stand behind it."""
SAVING: Final = frozenset({"w", "write"})
"""Those that people type to save, although all is saved at once."""

OF_THE_SHELL: Final = frozenset({"import", "show", "cite", "parse", "check", "doctor"})
"""Subcommands of the program that people type here, and that are none of its keys."""


class CommandLine(Part):
    """Does what is typed behind ``:``, or says why it cannot be done."""

    def __init__(
        self,
        host: Commanded,
        pages: Pages,
        theme_names: tuple[str, ...],
        wear: Callable[[str], object],
    ) -> None:
        """The command line of a screen.

        Args:
            host: The screen.
            pages: Shows what a word means.
            theme_names: Of the themes that can be asked for.
            wear: Puts one on.
        """
        self._host = host
        self._pages = pages
        self._theme_names = theme_names
        self._wear = wear
        self._recent: tuple[str, ...] = ()
        self.words = {
            "command": Words(
                asked=":",
                enter="do it",
                take=self.obey,
                fault=lambda line: self._fault(line.rstrip()),
                completions=self._completions,
            )
        }

    async def obey(self, line: str) -> None:
        """Carry out what was typed."""
        self._recent = tuple(dict.fromkeys((line.strip(), *self._recent)))
        name, _, rest = line.strip().partition(" ")
        command = self._named(name)
        if rest and (named := self._named(" ".join(line.split()))):
            command, rest = named, ""
        if name in SAVING and not rest:
            self._host.say("everything is saved already")
        elif name == "theme" and rest:
            self._wear(rest.strip())
        elif name == "explain" and rest:
            await self._pages.explain(rest)
        elif command:
            await self._give(command, rest)
        elif reading := self._host.reading_of(line):
            await done(reading.take(line.strip()))
        elif fault := self._fault(line):
            self._host.say(fault.text)

    async def _give(self, command: Command, rest: str) -> None:
        """Give a command; what stands behind it is what it would ask for."""
        kind = _asked_by(command) if rest else None
        if kind is None:
            await self._host.give(command)
        elif words := self._host.words.get(kind):
            await done(words.take(rest))
        else:
            self._host.say(NO_ARCHIVE)

    def _named(self, name: str) -> Command | None:
        """The command that can be given here under that name."""
        wanted = NAMES.get(name, name)
        return next((each for each in self._host.commands if each.id == wanted), None)

    @property
    def _vocabulary(self) -> tuple[str, ...]:
        """What can be typed."""
        themes = (f"theme {name}" for name in self._theme_names)
        names = (name for name in NAMES if self._named(name))
        ids = (command.id for command in self._host.commands)
        return (*names, "explain ", *ids, *themes)

    def _completions(self) -> Completions:
        """What can be typed, and first what was typed before, the last one first.

        Behind a command it is what completes the words that the command asks for.
        """
        known = dict.fromkeys((*self._recent, *self._vocabulary))
        whole = completions_among(filter(None, known))
        asked = cache(self._completions_of)

        def complete(line: str) -> Sequence[Choice]:
            name, blank, rest = line.partition(" ")
            command = self._named(name) if blank else None
            kind = _asked_by(command) if command else None
            words = asked(kind)(rest) if kind else ()
            return [*whole(line), *(each.behind(f"{name} ") for each in words)]

        return complete

    def _completions_of(self, kind: str) -> Completions:
        words = self._host.words.get(kind)
        return words.completions() if words else no_completions

    def _fault(self, line: str) -> Fault | None:
        name, _, rest = line.lstrip().partition(" ")
        command = self._named(name)
        if name == "theme" and rest and rest not in self._theme_names:
            return Fault(f"no theme {rest}{nearest(rest, self._theme_names)}")
        if name == "explain":
            return _fault_of_term(rest)
        if command and rest and (kind := _asked_by(command)):
            fault = self._fault_of_words(kind, rest)
            return fault and fault.behind(line[: -len(rest)])
        if command or not name or name in SAVING:
            return None
        if reading := self._host.reading_of(line):
            return reading.fault(line)
        return self._unknown(name)

    def _unknown(self, name: str) -> Fault:
        if name in OF_THE_SHELL:
            return Fault(f"{name} is for the shell: `cablereader {name}`, after q")
        return Fault(f"no command {name}{nearest(name, self._vocabulary)}")

    def _fault_of_words(self, kind: str, text: str) -> Fault | None:
        words = self._host.words.get(kind)
        return words.fault(text) if words else Fault(NO_ARCHIVE)


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
