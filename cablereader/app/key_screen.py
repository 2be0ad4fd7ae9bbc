"""Screens whose keys come from the table of commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from textual import events
from textual.actions import parse
from textual.screen import Screen
from textual.widgets import Input

from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS
from cablereader.app.part import NO_ARCHIVE, done
from cablereader.app.state.keymap import NOTHING, Keymap, Pending, key_map
from cablereader.library.settings import Keys

ELSEWHERE: Final = frozenset({"", "app"})
"""Namespaces of actions that are no part's: the screen's own, and the application's."""
LEAVING: Final = frozenset({"escape", "ctrl+c"})
"""Keys that only give up what was typed so far."""
OwnKeys: TypeAlias = Mapping[Context, Keys]
"""The reader's keys by command id, for each of the screens that have some."""


def key_name(event: events.Key) -> str:
    """A key as the table of commands names it: its character, or Textual's name."""
    character = event.character
    if character and character.isprintable() and character != " ":
        return character
    return event.key


class KeyScreen(Screen[None]):
    """A screen that turns sequences of keys, with counts, into commands.

    A focused input sees the keys first, so that letters can be typed into it.
    """

    def __init__(self, own_keys: OwnKeys, more: tuple[Command, ...] = ()) -> None:
        """A screen with the reader's own keys over the defaults, and more commands."""
        super().__init__()
        self._own_keys = own_keys
        self.pending: Pending = NOTHING
        self._all_commands = (*COMMANDS, *more)
        self._keymaps: dict[tuple[Context, ...], Keymap] = {}
        self._was_styled = False

    @property
    def contexts(self) -> tuple[Context, ...]:
        """Where the keys are going now; the keys of the first win."""
        return (Context.EVERYWHERE,)

    @property
    def own_keys(self) -> Keys:
        """The reader's own keys where the keys are going now, by command id."""
        own = (self._own_keys[each] for each in self.contexts if each in self._own_keys)
        return next(own, {})

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that can be given now."""
        return self._commands_in(self.contexts)

    @property
    def keymap(self) -> Keymap:
        """The keys that mean something now."""
        contexts = self.contexts
        if contexts not in self._keymaps:
            commands = self._commands_in(contexts)
            self._keymaps[contexts] = key_map(commands, self.own_keys)
        return self._keymaps[contexts]

    def _commands_in(self, contexts: tuple[Context, ...]) -> tuple[Command, ...]:
        return tuple(
            command
            for context in contexts
            for command in self._all_commands
            if command.context is context
        )

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys that give a command here."""
        return self.own_keys.get(command.id, command.keys)

    def say(self, text: str) -> None:
        """Tell what just happened; the next command takes it away."""

    def show_pending(self, pending: Pending) -> None:
        """Show what was typed so far, and what can follow."""

    def turn_choices(self, key: str) -> bool:  # noqa: ARG002  # for who shows choices
        """Show more of what can follow, if a key is for that; whether it is."""
        return False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style nothing twice: what was just mounted was styled as it was."""
        event.refresh_styles &= self._was_styled
        self._was_styled = True

    async def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, Input):
            return
        key = key_name(event)
        typed = f"{self.pending}{key}"
        step = self.keymap.step(self.pending, key)
        leads_nowhere = not (step.command or step.pending)
        if leads_nowhere and self.pending.keys and self.turn_choices(key):
            event.stop()
            return
        if leads_nowhere and key not in LEAVING:
            self.say(f"no key {typed} here{self._key_of_help()}")
        if not step.known:
            return
        event.stop()
        event.prevent_default()
        if step.pending != self.pending:
            self.pending = step.pending
            self.show_pending(step.pending)
        if step.command:
            await self.give(step.command, step.count)

    def _key_of_help(self) -> str:
        helping = (each for each in self.commands if each.id == "app.help")
        keys = next((self.keys_of(each) for each in helping), ())
        return f"; {keys[0]} shows the keys" if keys else ""

    async def give(self, command: Command, count: int = 0) -> None:
        """Carry out a command, as if its key had been pressed."""
        self.say("")
        action = command.action.format(n=count)
        namespace, name, arguments = parse(action)
        if of := self.namespaces.get(namespace):
            await done(getattr(of, f"action_{name}")(*arguments))
        elif namespace in ELSEWHERE:
            await self.run_action(action)
        else:
            self.say(NO_ARCHIVE)

    def action_menu(self, keys: str) -> None:
        """Show what can follow a prefix, as if its keys had been pressed."""
        self.pending = Pending(keys=tuple(keys.split()))
        self.show_pending(self.pending)

    @property
    def namespaces(self) -> Mapping[str, object]:
        """Parts and panes whose actions commands can name: ``find.next``."""
        return {}
