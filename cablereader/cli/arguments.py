"""The one table of subcommands, and the words after them.

A subcommand is a module with two functions: ``add_arguments(parser)``, and
``run(options)``, which returns the exit status; it may have ``help_ending()``.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from cablereader import __version__
from cablereader.cli.dashes import guarded, joined, unguarded
from cablereader.errors import UsageError
from cablereader.model.nearest import nearest

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

SUBCOMMANDS: Final = {
    "open": "read cables: files, reference ids, paragraph references, -",
    "import": "read cables into the archive",
    "search": "print the cables that a query finds",
    "browse": "count cables by origin, time, class, TAG, label or state",
    "export": "write whole cables as Markdown, text, JSON lines or CSV",
    "show": "print one cable",
    "cite": "print citations and paragraph references",
    "parse": "parse files, and print one JSON object a cable and line",
    "explain": "say what a TAG, caption, marking, acronym or header line means",
    "bookmarks": "list, add, edit, remove, export and import bookmarks",
    "keys": "print the key map, and what is wrong with yours",
    "config": "print where your files are, every option, what is wrong",
    "triage": "print, restore or sum up what you made of cables",
    "report": "print what was read when, and what is left",
    "doctor": "say what works on this terminal, and what to set where it does not",
    "graph": "print what a cable cites and what cites it, as a tree, DOT or JSON",
    "check": "print what is odd in files, or what is wrong with your own; mend it",
    "completion": "print the completion of a shell",
}
"""Each by its name, which is its module's, and what it does."""
DEFAULT: Final = "open"
ASKING: Final = frozenset({"search", "export"})
"""Subcommands whose words are a query."""
VERSION: Final = f"cablereader {__version__}"
COMMON_WITH_VALUE: Final = ("--archive", "--config")
"""Options of every subcommand that another word follows."""


class Help(HelpFormatter):
    """Help texts of a width of our own; argparse loads much to find the terminal's."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """A table keeps its lines; a sentence is filled."""
        return text if "\n" in text else super()._fill_text(text, width, indent)


class Parser(ArgumentParser):
    """Reads the words, and raises where argparse would print and exit."""

    def __init__(
        self, prog: str, description: str, ending: Callable[[], str] | None = None
    ) -> None:
        """A parser; ``ending`` makes the end of its help, when that is asked for."""
        super().__init__(
            prog, description=description, formatter_class=Help, allow_abbrev=False
        )
        self._ending = ending

    @property
    def with_value(self) -> frozenset[str]:
        """Options that another word follows."""
        return frozenset(
            name
            for action in self._actions  # argparse tells no other way
            if action.nargs != 0
            for name in action.option_strings
        )

    def format_help(self) -> str:
        """The help, with its ending."""
        if self._ending:
            self.epilog = self._ending()
        return super().format_help()

    def _print_message(
        self, message: str, file: SupportsWrite[str] | None = None
    ) -> None:
        """Print help, or fail: argparse keeps a full disk to itself."""
        if message:
            (file or sys.stdout).write(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words.

        Raises:
            UsageError: Always.
        """
        raise UsageError(f"{message}; see {self.prog} --help")


def parse_words(words: Sequence[str]) -> Namespace:
    """The options of a command line; ``run`` of them does it.

    Raises:
        UsageError: If the words make no sense.
    """
    name, rest = split_subcommand(words)
    if name is None:
        if "--help" in rest or "-h" in rest:
            return Namespace(run=_print_overview)
        if "--version" in rest:
            return Namespace(run=_print_version)
        name = DEFAULT
        _check_command(rest)
    parser = parser_of(name)
    rest = joined(rest, parser.with_value)
    options = parser.parse_intermixed_args(guarded(rest) if name in ASKING else rest)
    if name in ASKING:
        options.query = unguarded(options.query)
    _check_configuration(options.config)
    options.color = not (options.no_color or os.environ.get("NO_COLOR"))
    return options


def _check_configuration(path: str | None) -> None:
    """Make sure that a configuration that is named is there.

    Raises:
        UsageError: If it is not.
    """
    if path and not Path(path).exists():
        raise UsageError(f"--config {path}: no such file; without it your own is read")


def _check_command(words: Sequence[str]) -> None:
    """Make sure that the first word is no subcommand but for a slip.

    Raises:
        UsageError: If it is, and no file of that name is there.
    """
    word = next((each for each in words if not each.startswith("-")), "")
    if not word.isalpha() or os.path.lexists(word):
        return
    if meant := nearest(word, SUBCOMMANDS):
        raise UsageError(f"{word}: neither a command nor a file{meant}")


def parser_of(name: str) -> Parser:
    """The parser of a subcommand's words, which knows its ``run``."""
    module = import_module(f"cablereader.cli.{module_of(name)}")
    meaning = SUBCOMMANDS[name]
    description = f"{meaning[0].upper()}{meaning[1:]}."
    ending = getattr(module, "help_ending", None)
    parser = Parser(f"cablereader {name}", description, ending)
    module.add_arguments(parser)
    parser.set_defaults(run=module.run)
    add_common(parser)
    return parser


def module_of(name: str) -> str:
    """The module of a subcommand: its name, unless that is a word of Python."""
    return f"{name}_" if iskeyword(name) else name


def split_subcommand(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The name of the subcommand, and the other words.

    Options may stand before it. The name is ``None`` where the first word is none:
    then the words are for ``open``.
    """
    at = 0
    while at < len(words) and words[at].startswith("--") and words[at] != "--":
        at += 2 if words[at] in COMMON_WITH_VALUE else 1
    if at < len(words) and words[at] in SUBCOMMANDS:
        return words[at], [*words[:at], *words[at + 1 :]]
    return None, list(words)


def add_common(parser: ArgumentParser) -> None:
    """Add the options that every subcommand has."""
    common = parser.add_argument_group("everywhere")
    common.add_argument(
        "--archive", metavar="PATH", help="the archive, by its path or a name of yours"
    )
    common.add_argument(
        "--config", metavar="PATH", help="the configuration, instead of your own"
    )
    common.add_argument("--no-color", action="store_true", help="no colours")
    common.add_argument(
        "--debug", action="store_true", help="a traceback where the program fails"
    )
    common.add_argument("--version", action="version", version=VERSION)


def _print_version(_options: Namespace) -> int:
    print(VERSION)
    return 0


def _print_overview(_options: Namespace) -> int:
    print(overview(), end="")
    return 0


def overview() -> str:
    """What the whole program can do."""
    widest = max(map(len, SUBCOMMANDS))
    commands = "\n".join(
        f"  {name:<{widest}}  {meaning}" for name, meaning in SUBCOMMANDS.items()
    )
    return f"""usage: cablereader [SUBCOMMAND] [WHAT ...]

The terminal reader for US diplomatic cables. Without words it opens the library;
`cablereader WHAT` is short for `cablereader open WHAT`.

subcommands:
{commands}

`cablereader SUBCOMMAND --help` explains one of them. All of them take --archive PATH,
--config PATH, --no-color, --debug, --version and --help.
"""
