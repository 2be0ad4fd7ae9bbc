"""``cablereader keys``: the key map in force, and what is wrong with the reader's."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.app.state.habits import habitual_keys
from cablereader.app.state.own_keys import key_problems
from cablereader.cli.complaint import complain
from cablereader.cli.configuration import config_path
from cablereader.errors import NothingFoundError
from cablereader.library.settings import Keys, Settings, load_settings
from cablereader.present.user_forms import forms_with
from cablereader.present.visible import visible_line

WIDTH: Final = 20
"""Cells of the keys, and of the id of a command; further keys stand below."""
NONE: Final = ("(none)",)
GAP: Final = "  "
"""Between two keys; one blank is between those of a sequence."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``keys``."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="only what has all words in its keys, id or title",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--check",
        action="store_true",
        help="only clashes and unknown names in your keys; status 1 if there are any",
    )
    form.add_argument(
        "--diff", action="store_true", help="only what differs from the defaults"
    )


def run(options: Namespace) -> int:
    """Print the key map, or what is wrong with it."""
    loaded = load_settings(config_path(options))
    forms = forms_with(loaded.settings.copy).forms
    commands = (*COMMANDS, *copy_commands(forms))
    problems = key_problems(loaded.settings, commands)
    for problem in (*loaded.problems, *problems):
        complain(str(problem))
    if options.check:
        return NothingFoundError.exit_status if problems else 0
    sections = [
        section
        for context in Context
        if (section := tuple(_section(context, commands, loaded.settings, options)))
    ]
    for section in sections:
        print("\n".join(section))
    if not sections:
        raise NothingFoundError(_nothing(options))
    return 0


def _nothing(options: Namespace) -> str:
    """Why nothing was printed."""
    if not options.words:
        return "no key differs from the defaults"
    has = "among the keys that differ has" if options.diff else "has"
    return f"no command {has} {' '.join(options.words)} in its keys, id or title"


def _section(
    context: Context,
    commands: Iterable[Command],
    settings: Settings,
    options: Namespace,
) -> Iterator[str]:
    """The keys of a context under its name; nothing where there are none.

    What has keys of its own on one screen stands there again.
    """
    of_screen = settings.screen_keys.get(context, {})
    own = {**habitual_keys(settings), **of_screen}
    rows = [
        row
        for command in commands
        if command.context is context or command.id in of_screen
        if (row := _row(command, own, differing=options.diff))
        if all(
            _has(word, row, own.get(command.id, command.keys)) for word in options.words
        )
    ]
    if rows:
        yield f"{context}:"
        yield from rows


def _has(word: str, row: str, keys: Sequence[str]) -> bool:
    """Whether a row has a word in it; keys of a sequence may be written as one."""
    texts = (row, *(key.replace(" ", "") for key in keys))
    return any(word.casefold() in text.casefold() for text in texts)


def _row(command: Command, own: Keys, *, differing: bool) -> str:
    keys = own.get(command.id, command.keys)
    if differing and keys == command.keys:
        return ""
    first, *further = _written(keys)
    if differing:
        first = GAP.join((*(command.keys or NONE), "->", *(keys or NONE)))
        further = []
    row = f"{first:{WIDTH}}  {command.id:{WIDTH}}  {command.title}"
    return "\n".join(f"  {visible_line(line)}" for line in (row, *further))


def _written(keys: Sequence[str]) -> list[str]:
    """The keys, in lines of the width that they have."""
    lines = [""]
    for key in keys or NONE:
        longer = f"{lines[-1]}{GAP}{key}" if lines[-1] else key
        if len(longer) > WIDTH and lines[-1]:
            lines.append(key)
        else:
            lines[-1] = longer
    return lines
