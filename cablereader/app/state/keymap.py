"""Keys to commands: sequences, counts, and the reader's own key map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from cablereader.app.command import Command
from cablereader.model.frozen import frozen, replace

Branch: TypeAlias = "dict[str, Branch | Command]"
LONGEST_COUNT: Final = 4
"""Digits; more of them are dropped."""


@frozen
class Clash:
    """Two commands that want the same keys; the first of them has them."""

    keys: str
    taken_by: str
    refused: str

    def __str__(self) -> str:
        return f"{self.keys!r} is already {self.taken_by}, so not {self.refused}"


@frozen
class Pending:
    """Keys typed so far that are no command yet."""

    count: str = ""
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.count + "".join(self.keys)

    def __bool__(self) -> bool:
        return bool(self.count or self.keys)


NOTHING: Final = Pending()


@frozen
class Step:
    """What a key press led to."""

    pending: Pending
    command: Command | None = None
    count: int = 0
    """0 where none was typed."""
    known: bool = True
    """Whether the key meant anything here."""


@frozen
class Keymap:
    """The keys of one screen."""

    root: Branch
    clashes: tuple[Clash, ...] = ()

    def step(self, pending: Pending, key: str) -> Step:
        """What a key does after the keys that are pending.

        Digits before a command are a count; an unknown key drops all that is pending.
        """
        if not pending.keys and key.isdigit() and (key != "0" or pending.count):
            digits = (pending.count + key)[:LONGEST_COUNT]
            return Step(replace(pending, count=digits))
        match self.branch(pending).get(key):
            case None:
                return Step(NOTHING, known=bool(pending))
            case Command() as command:
                return Step(NOTHING, command, int(pending.count or 0))
            case _:
                return Step(replace(pending, keys=(*pending.keys, key)))

    def gives(self, command: Command, keys: str) -> bool:
        """Whether keys, with blanks between them, give that very command."""
        *prefix, last = keys.split()
        return self.branch(Pending(keys=tuple(prefix))).get(last) is command

    def branch(self, pending: Pending) -> Branch:
        """What can follow the keys that are pending."""
        branch = self.root
        for key in pending.keys:
            match branch.get(key):
                case dict() as deeper:
                    branch = deeper
                case _:
                    return {}
        return branch

    def choices(self, pending: Pending) -> Iterator[tuple[str, str]]:
        """The keys that can follow, each with what it does."""
        for key, target in self.branch(pending).items():
            yield key, target.title if isinstance(target, Command) else _titles(target)


def _titles(branch: Branch) -> str:
    titles = (
        f"{key} {target.title}" if isinstance(target, Command) else key
        for key, target in branch.items()
    )
    return f"… {', '.join(titles)}"


def key_map(
    commands: Iterable[Command], own: Mapping[str, tuple[str, ...]] | None = None
) -> Keymap:
    """The keys of some commands.

    Args:
        commands: In the order in which they get their keys: those of one context
            lie over those of another that come later, which is no clash.
        own: The reader's keys by command id. They take the place of that command's
            defaults, and win over the defaults of any other command.
    """
    own = own or {}
    root: Branch = {}
    ordered = sorted(commands, key=lambda command: command.id not in own)
    clashes = tuple(
        Clash(keys, holder, command.id)
        for command in ordered
        for keys in own.get(command.id, command.keys)
        if (holder := _plant(root, keys.split(), command))
    )
    return Keymap(root, clashes)


def _plant(root: Branch, keys: list[str], command: Command) -> str | None:
    """Put a command at the end of its keys; or the id of what stands in its way."""
    branch = root
    for key in keys[:-1]:
        match branch.setdefault(key, {}):
            case Command() as holder:
                return holder.id
            case deeper:
                branch = deeper
    match branch.setdefault(keys[-1], command):
        case Command() as holder:
            covered = holder.id == command.id or holder.context is not command.context
            return None if covered else holder.id
        case _:
            return f"a prefix of other keys ({' '.join(keys)} …)"
