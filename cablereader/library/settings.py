"""What the reader chose, in ``config.yaml``; it is read here and never written.

A wrong line costs itself alone, and is named. What the program notes down for itself
is in `cablereader.library.remembered`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cablereader.library.files.small_file import read_small, reason
from cablereader.library.option import OPTION_BY_NAME, PARTS, Option
from cablereader.library.problem import Problem
from cablereader.model.frozen import frozen
from cablereader.model.nearest import nearest

if TYPE_CHECKING:
    from cablereader.library import plain_yaml

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""By command id; none at all takes a command's keys away."""
LEFT_OUT: Final = 'this line is left out; signs want quotation marks: "?"'
SCREENS: Final = ("list", "reader")
NONE: Final[Mapping[str, Any]] = MappingProxyType({})


@frozen(kw_only=True)
class Settings:
    """All options, which `cablereader.library.option` explains."""

    theme: str = ""
    """Empty where none was chosen."""
    measure: int = 72
    remote: str = "auto"
    mouse: str = "auto"
    clipboard: str = "auto"
    clipboard_command: tuple[str, ...] = ()
    title_case: bool = True
    base_url: str = "https://wikileaks.org"
    symbols: str = "unicode"
    keyboard: str = "auto"
    frames: str = "auto"
    escape_delay: str = "auto"
    """Both are digits where they are not ``auto``."""
    match: str = "prefix"
    compat: str = "none"
    keys: Keys = NONE
    """Of all screens."""
    screen_keys: Mapping[str, Keys] = NONE
    """Of one screen each, by its name in `SCREENS`."""
    copy: Mapping[str, str | Mapping[str, str]] = NONE
    """The reader's own forms of copying by name: a template, or its options."""
    path: Path = Path("config.yaml")
    """Of the file."""
    lines: Mapping[str, int] = NONE
    """Where each name stands in it: ``"copy.plusd"``, ``"keys.mark.toggle"``."""

    def problem(self, name: str, text: str) -> Problem:
        """What is wrong with a name in the file, which only others can tell."""
        return Problem(self.path, self.lines.get(name, 0), text)


@frozen
class LoadedSettings:
    """Settings, and what was wrong with their file."""

    settings: Settings = Settings()
    problems: tuple[Problem, ...] = ()


def load_settings(path: Path) -> LoadedSettings:
    """The settings in a file. Never raises: what is wrong is in the answer."""
    try:
        text = read_small(path).decode("utf-8-sig")
    except FileNotFoundError:
        return LoadedSettings()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return _unread(path, line, "not UTF-8; nothing in it counts")
    except OSError as error:
        return _unread(path, 0, reason(error))
    return read_settings(text, path)


def read_settings(text: str, path: Path) -> LoadedSettings:
    """The settings in the text of a file; the path is for the problems."""
    from cablereader.library.plain_yaml import (  # noqa: PLC0415  # if there is a file
        Mapping,
        read_what_can_be,
    )

    value, errors = read_what_can_be(text)
    reader = _Reader(
        path, [Problem(path, each.line, f"{each}; {LEFT_OUT}") for each in errors]
    )
    match value:
        case "":
            return LoadedSettings(problems=tuple(reader.problems))
        case Mapping():
            return reader.settings(value)
        case _:
            return _unread(path, 1, "not a list of `name: value` lines")


def _unread(path: Path, line: int, text: str) -> LoadedSettings:
    return LoadedSettings(problems=(Problem(path, line, text),))


class _Reader:
    """One reading of a file."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.lines: dict[str, int] = {}

    def settings(self, options: plain_yaml.Mapping) -> LoadedSettings:
        values: dict[str, Any] = {}
        for entry in options:
            self.lines[entry.name] = entry.line
            if entry.name in PARTS:
                values |= self._part(entry)
            elif option := OPTION_BY_NAME.get(entry.name):
                values |= self._option(entry, option)
            else:
                known = [*OPTION_BY_NAME, *PARTS]
                name = entry.name[:40]
                self._say(entry, f"unknown option `{name}`{nearest(name, known)}")
        settings = Settings(**values, path=self.path, lines=self.lines)
        return LoadedSettings(settings, tuple(sorted(self.problems)))

    def _say(self, entry: plain_yaml.Entry, text: str) -> None:
        self.problems.append(Problem(self.path, entry.line, text))

    def _option(self, entry: plain_yaml.Entry, option: Option) -> dict[str, Any]:
        if not isinstance(entry.value, str):
            self._say(entry, f"{option.name} is one value: {option.values}")
            return {}
        try:
            return {option.name: option.take(entry.value)}
        except ValueError as error:
            shown = f"`{entry.value[:40]}`" if entry.value.isprintable() else "this"
            self._say(entry, f"{option.name}: {shown} {error}")
            return {}

    def _part(self, entry: plain_yaml.Entry) -> dict[str, Any]:
        if isinstance(entry.value, str | tuple):
            if entry.value:
                self._say(entry, f"{entry.name} is a list of `name: value` lines")
            return {}
        if entry.name == "copy":
            return {"copy": dict(self._copies(entry.value))}
        return self._keys(entry.value)

    def _keys(self, entries: plain_yaml.Mapping) -> dict[str, Any]:
        everywhere: dict[str, tuple[str, ...]] = {}
        of_screen: dict[str, Keys] = {}
        for entry in entries:
            name = f"keys.{entry.name}"
            self.lines[name] = entry.line
            if entry.name in SCREENS and not isinstance(entry.value, tuple):
                of_screen[entry.name] = self._screen_keys(name, entry.value)
            elif isinstance(entry.value, str | tuple):
                everywhere |= self._command_keys(name, entry)
            else:
                screens = " and ".join(SCREENS)
                self._say(entry, f"{name}: the screens with keys are {screens}")
        return {"keys": everywhere, "screen_keys": of_screen}

    def _screen_keys(self, screen: str, entries: plain_yaml.Mapping | str) -> Keys:
        keys: dict[str, tuple[str, ...]] = {}
        for entry in entries if not isinstance(entries, str) else ():
            self.lines[f"{screen}.{entry.name}"] = entry.line
            keys |= self._command_keys(f"{screen}.{entry.name}", entry)
        return keys

    def _command_keys(
        self, name: str, entry: plain_yaml.Entry
    ) -> dict[str, tuple[str, ...]]:
        """The keys of one command: ``J``, ``g x``, ``[J, g x]``; ``[]`` for none."""
        value = entry.value
        written = (value,) if isinstance(value, str) else value
        if isinstance(written, tuple):
            keys = tuple(key for key in written if isinstance(key, str))
            if len(keys) == len(written):
                return {entry.name: tuple(key.strip() for key in keys if key.strip())}
        self._say(entry, f"{name} is a key, or a list of keys: [J, g x]")
        return {}

    def _copies(
        self, entries: plain_yaml.Mapping
    ) -> Iterator[tuple[str, str | Mapping[str, str]]]:
        for entry in entries:
            name = f"copy.{entry.name}"
            self.lines[name] = entry.line
            if isinstance(entry.value, str):
                yield entry.name, entry.value
            elif isinstance(entry.value, tuple):
                self._say(entry, f"{name} is a template, or its options")
            else:
                yield (
                    entry.name,
                    {
                        each.name: each.value
                        for each in entry.value
                        if isinstance(each.value, str)
                    },
                )
