"""The options of ``config.yaml``: the one table of their names, values and meanings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from cablereader.model.frozen import frozen
from cablereader.model.nearest import nearest

YES: Final = frozenset(("yes", "true", "on"))
NO: Final = frozenset(("no", "false", "off"))
AUTO: Final = ("auto", "yes", "no")
ROUTES: Final = (
    *("auto", "tmux", "screen", "osc52"),
    *("native", "command", "file", "none"),
)


@frozen
class Option:
    """One option: what may stand after its name."""

    name: str
    take: Callable[[str], Any]
    """From the words in the file to the value; raises `ValueError` with what is
    wrong."""
    values: str
    """What may be written, in a few words."""
    meaning: str


def one_of(*words: str) -> Callable[[str], str]:
    """Takes one of some words; ``true`` and ``on`` are ``yes``."""

    def take(text: str) -> str:
        word = text.strip().lower()
        word = "yes" if word in YES else "no" if word in NO else word
        if word not in words:
            raise ValueError(f"is not one of {', '.join(words)}{nearest(word, words)}")
        return word

    return take


def between(least: int, most: int) -> Callable[[str], int]:
    """Takes a whole number, ends included."""

    def take(text: str) -> int:
        digits = text.strip()
        whole = digits.isascii() and digits.isdigit() and len(digits) < 10
        if not whole or not least <= int(digits) <= most:
            raise ValueError(f"is no number from {least} to {most}")
        return int(digits)

    return take


def auto_or_between(least: int, most: int) -> Callable[[str], str]:
    """Takes ``auto``, or a whole number, ends included; gives its digits."""
    number = between(least, most)

    def take(text: str) -> str:
        if text.strip().lower() == "auto":
            return "auto"
        try:
            return str(number(text))
        except ValueError as error:
            raise ValueError(f"is not auto, and {error}") from error

    return take


def title_case(text: str) -> bool:
    """Whether titles are in title case."""
    word = text.strip().lower()
    if word not in {"title", "as-is", *YES, *NO}:
        raise ValueError("is not one of title, as-is")
    return word in {"title", *YES}


def words(text: str) -> str:
    """Any words on one line."""
    line = text.strip()
    if not line or not line.isprintable():
        raise ValueError("is empty or has signs that can't be shown")
    return line


def address(text: str) -> str:
    """The beginning of web addresses, without the slash at its end."""
    line = words(text)
    if not line.startswith(("https://", "http://")) or " " in line:
        raise ValueError("is no address that begins with https:// or http://")
    return line.rstrip("/")


def command(text: str) -> tuple[str, ...]:
    """A command with its arguments; no shell ever sees it."""
    try:
        from shlex import split  # noqa: PLC0415  # for the few who name a command

        return tuple(split(words(text)))
    except ValueError as error:
        raise ValueError("is no command; is a quotation mark missing?") from error


def _choice(name: str, words: tuple[str, ...], meaning: str) -> Option:
    return Option(name, one_of(*words), ", ".join(words), meaning)


OPTIONS: Final = (
    Option("theme", words, "a theme's name", "colours"),
    Option("measure", between(60, 100), "60 to 100", "columns of the text"),
    _choice("remote", AUTO, "whether the terminal is far away; auto looks for SSH"),
    _choice("mouse", AUTO, "whether the reader has it; auto: not over SSH"),
    _choice("clipboard", ROUTES, "the way that copies take"),
    Option(
        "clipboard_command",
        command,
        "a command with its arguments",
        "what gets the copies on its input, with `clipboard: command`",
    ),
    Option(
        "title_case",
        title_case,
        "title, as-is",
        "subjects in citations: as titles, or in capitals as sent",
    ),
    Option("base_url", address, "a web address", "where the published pages are"),
    _choice("symbols", ("unicode", "ascii"), "signs that the screen is drawn with"),
    _choice("keyboard", ("auto", "legacy"), "legacy where dead keys get lost"),
    Option(
        "frames",
        auto_or_between(5, 60),
        "auto, 5 to 60",
        "pictures a second at most; auto: 60",
    ),
    Option(
        "escape_delay",
        auto_or_between(10, 2_000),
        "auto, 10 to 2000",
        "milliseconds until a lone Escape counts; auto: 200 over SSH, else 100",
    ),
    _choice(
        "match",
        ("prefix", "exact", "stem"),
        "what a word that is searched for finds: beginnings, itself, its other forms",
    ),
    _choice(
        "compat",
        ("none", "less"),
        "keys as in another reader: u half a page up, U undo",
    ),
)
OPTION_BY_NAME: Final = {option.name: option for option in OPTIONS}
PARTS: Final = {
    "keys": "your own keys: command id, or screen and then command id",
    "copy": "your own forms of copying: name, and template",
}
"""What is no single value."""
