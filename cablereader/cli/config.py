"""``cablereader config``: where the reader's files are, and what they say."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from cablereader.cli.complaint import complain
from cablereader.cli.configuration import config_path
from cablereader.errors import NothingFoundError
from cablereader.library import locations
from cablereader.library.option import OPTIONS
from cablereader.library.problem import Problem
from cablereader.library.settings import LoadedSettings, Settings, load_settings
from cablereader.model.nearest import nearest
from cablereader.present.visible import visible_line


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``config``."""
    parser.add_argument(
        "action",
        nargs="?",
        choices=tuple(ACTIONS),
        default="show",
        help="path: where the files are; show: every option, and where it comes from"
        " (the default); check: what is wrong, status 1 if anything is",
    )


def run(options: Namespace) -> int:
    """Print what was asked for."""
    status: int = ACTIONS[options.action](options)
    return status


def _path(options: Namespace) -> int:
    from cablereader.cli.archive_path import archive_path

    places = {
        "config": config_path(options),
        "themes": locations.themes(),
        "archive": archive_path(options),
        "bookmarks": locations.bookmarks(),
        "triage": locations.triage(),
        "remembered": locations.state(),
        "copies": locations.copies(),
        "log": locations.log(),
    }
    for name, path in places.items():
        missing = "" if _exists(path) else "  (not there yet)"
        print(f"{name:10}  {visible_line(str(path))}{missing}")
    return 0


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _show(options: Namespace) -> int:
    loaded = load_settings(config_path(options))
    for problem in loaded.problems:
        complain(str(problem))
    for line in _lines(loaded):
        print(visible_line(line))
    return 0


def _lines(loaded: LoadedSettings) -> Iterator[str]:
    """Every option as it could be written, and where it comes from."""
    settings = loaded.settings
    wrong = {problem.line for problem in loaded.problems}
    for option in OPTIONS:
        line = settings.lines.get(option.name)
        source = f"{settings.path}:{line}" if line and line not in wrong else "default"
        value = _written(getattr(settings, option.name))
        yield f"{option.name + ': ' + value:44}  # {source}; {option.meaning}"
    yield from _own("keys", loaded.settings, loaded.settings.keys)
    for screen, keys in loaded.settings.screen_keys.items():
        yield from _own(f"keys.{screen}", loaded.settings, keys)
    yield from _own("copy", loaded.settings, loaded.settings.copy)


def _own(part: str, settings: Settings, values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        place = f"{part}.{name}"
        shown = f"{place}: {_written(value)}"
        yield f"{shown:44}  # {settings.path}:{settings.lines[place]}"


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        value = "  ".join(value)
    if isinstance(value, dict):
        value = value.get("template", "")
    if isinstance(value, bool):
        return "title" if value else "as-is"
    return str(value) or '""'


def _check(options: Namespace) -> int:
    problems = [*problems_in(config_path(options)), *theme_problems()]
    for problem in problems:
        complain(str(problem))
    return NothingFoundError.exit_status if problems else 0


def problems_in(path: Path) -> tuple[Problem, ...]:
    """All that is wrong with a configuration: options, keys, forms of copying."""
    from cablereader.app.commands import COMMANDS, copy_commands
    from cablereader.app.state.own_keys import key_problems
    from cablereader.present.user_forms import forms_with

    loaded = load_settings(path)
    settings = loaded.settings
    forms = forms_with(settings.copy)
    commands = (*COMMANDS, *copy_commands(forms.forms))
    return (
        *loaded.problems,
        *(settings.problem(f"copy.{each.name}", str(each)) for each in forms.problems),
        *key_problems(settings, commands),
        *_unknown_theme(settings),
    )


def _unknown_theme(settings: Settings) -> Iterator[Problem]:
    """That no theme has the name that is chosen, neither ours nor the reader's own."""
    from cablereader.present.palette import load_palettes

    if not settings.theme:
        return
    known = load_palettes(locations.themes()).palettes
    if settings.theme not in known:
        name = settings.theme
        text = f"theme: no theme is called `{name}`{nearest(name, known)}"
        yield settings.problem("theme", text)


def theme_problems() -> tuple[Problem, ...]:
    """All that is wrong with the reader's own themes."""
    from cablereader.present.palette import load_palettes

    failures = load_palettes(locations.themes()).failures
    return tuple(Problem(Path(each.path), each.line, each.text) for each in failures)


ACTIONS: Final = {"path": _path, "show": _show, "check": _check}
