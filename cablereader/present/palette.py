"""Themes: YAML files, the program's and the reader's own, as frozen palettes.

One bad file or entry never stops the others: what is wrong is returned beside what
was right. A colour that a theme leaves out is the one of ``classic``, or of ``paper``
in a light theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.present.theme_entry import (
    MARKINGS,
    SECTIONS,
    YES_OR_NO,
    normal,
    problem_with,
)
from cablereader.present.theme_file import ThemeFileError, read_entries
from cablereader.present.visible import visible_line

RULE: Final = 0.45
"""How far the colour of rules is from the background to that of muted text."""
BOM: Final = "\ufeff"
LONGEST_FILE: Final = 64 * 1024
"""Bytes; a theme has one or two thousand."""


@frozen(kw_only=True)
class Palette:
    """The colours of one theme: ``#rrggbb``, or ``ansi_…`` for the terminal's own."""

    name: str
    description: str
    dark: bool
    colors: Mapping[str, str]
    """By the names in `SECTIONS`; all but ``muted`` are those of a Textual theme."""
    markings: Mapping[str, str]
    """By the names in `SECTIONS`."""
    reader: Mapping[str, str]
    """By the names in `SECTIONS`."""

    @property
    def ansi(self) -> bool:
        """Whether its background is the terminal's own."""
        return self.colors["background"].startswith("ansi_")

    @property
    def variables(self) -> dict[str, str]:
        """The variables that style sheets use beside the theme's base colours.

        The second half are Textual's own: left alone it derives them by blending,
        and the results are too faint to read.
        """
        colors, reader = self.colors, self.reader
        texts = ("primary", "secondary", "accent", "warning", "error", "success")
        return {
            **{f"marking-{slug(name)}": self.markings[name] for name in MARKINGS},
            "cursor-background": reader["cursor"],
            "hit-background": reader["hit"],
            "hit-foreground": reader["hit-text"],
            "note": reader["note"],
            "redaction": reader["redaction"],
            "heading": reader["heading"],
            "muted": colors["muted"],
            "rule": _between(colors["background"], colors["muted"]),
            "text": colors["foreground"],
            "text-muted": colors["muted"],
            "text-disabled": colors["muted"],
            "foreground-muted": colors["muted"],
            "foreground-disabled": colors["muted"],
            **{f"text-{name}": colors[name] for name in texts},
            "block-cursor-background": reader["cursor"],
            "block-cursor-foreground": colors["foreground"],
            "block-cursor-blurred-background": reader["cursor"],
            "block-cursor-blurred-foreground": colors["foreground"],
            "input-selection-background": reader["hit"],
            "input-selection-foreground": reader["hit-text"],
            "screen-selection-background": reader["hit"],
            "screen-selection-foreground": reader["hit-text"],
            "footer-key-foreground": colors["accent"],
            "ansi-background": colors["background"],
            "ansi-foreground": colors["foreground"],
        }


@frozen
class Failure:
    """What is wrong in a theme file, and what to do about it."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@frozen
class Loaded:
    """The themes there are, by name, and what was wrong with the files."""

    palettes: Mapping[str, Palette]
    failures: tuple[Failure, ...]


def _between(ground: str, colour: str) -> str:
    """A colour that is seen on a ground, but not looked at: for rules."""
    if not (ground.startswith("#") and colour.startswith("#")):
        return colour
    pairs = zip(bytes.fromhex(ground[1:]), bytes.fromhex(colour[1:]), strict=True)
    mixed = (round(low + (high - low) * RULE) for low, high in pairs)
    return f"#{bytes(mixed).hex()}"


def slug(marking: str) -> str:
    """``TOP SECRET`` as in `cablereader.model.classification.Marking.slug`."""
    return marking.lower().replace(" ", "-")


def theme_folder() -> Path:
    """Where the themes of this installation are.

    In a wheel the top-level ``themes/`` folder lies inside the package; in an editable
    installation it is its sibling. The package always lies in a folder, so that this
    needs no `importlib.resources`, which is slow to load.
    """
    package = Path(__file__).parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def shipped_names() -> tuple[str, ...]:
    """The themes of the program; each is called as its file is."""
    return tuple(file.stem for file in _theme_files(theme_folder()))


def shipped_palette(name: str) -> Palette | None:
    """A theme of the program by its name, without reading the others."""
    if name not in shipped_names():
        return None
    entries, _ = _entries(theme_folder() / f"{name}.yaml")
    return _palette(name, entries, {}) if entries else None


def load_palettes(user_folder: Path | None) -> Loaded:
    """All themes: the program's, then the reader's, which win by name.

    Never raises: a folder that is missing has no themes, and what is wrong with a file
    is among the failures.
    """
    palettes: dict[str, Palette] = {}
    failures: list[Failure] = []
    for folder in (theme_folder(), user_folder):
        for file in _theme_files(folder):
            entries, wrong = _entries(file)
            failures += (Failure(visible_line(str(file)), *each) for each in wrong)
            if entries:
                palette = _palette(file.stem, entries, palettes)
                palettes[palette.name] = palette
    return Loaded(palettes, tuple(failures))


def themes_stamp(user_folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when one of the reader's themes does: names, times and sizes.

    Cheap enough to be asked for every second; never raises.
    """
    stamps: list[tuple[str, int, int]] = []
    for file in _theme_files(user_folder):
        try:
            status = (user_folder / file.name).stat()
        except OSError:
            continue
        stamps.append((file.name, status.st_mtime_ns, status.st_size))
    return tuple(stamps)


def _theme_files(folder: Path | None) -> list[Path]:
    try:
        found = list(folder.iterdir()) if folder else []
    except OSError:
        return []
    return sorted(
        (file for file in found if file.name.endswith(".yaml")),
        key=lambda file: file.name,
    )


def _entries(
    file: Path,
) -> tuple[dict[tuple[str, ...], str], list[tuple[int, str]]]:
    """The good entries of a file, and for each bad one its line and what is wrong."""
    entries: dict[tuple[str, ...], str] = {}
    wrong: list[tuple[int, str]] = []
    try:
        for entry in read_entries(_text(file)):
            if problem := problem_with(entry):
                wrong.append((entry.line, problem))
            else:
                entries[entry.path] = normal(entry)
    except ThemeFileError as error:
        wrong.append((error.line, visible_line(str(error))))
    if not entries and not wrong:
        wrong.append((1, "empty; copy one of the themes that come with the program"))
    return entries, wrong


def _text(file: Path) -> str:
    try:
        if not file.is_file():
            raise ThemeFileError("not a file")
        with file.open("rb") as stream:
            content = stream.read(LONGEST_FILE + 1)
        if len(content) > LONGEST_FILE:
            raise ThemeFileError("too long for a theme; is it one?")
        return content.decode().removeprefix(BOM)
    except OSError as error:
        raise ThemeFileError(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ThemeFileError("not UTF-8; save it as UTF-8") from error


def _palette(
    file_name: str,
    entries: Mapping[tuple[str, ...], str],
    others: Mapping[str, Palette],
) -> Palette:
    dark = YES_OR_NO[entries.get(("dark",), "true").lower()]
    base = others.get("classic" if dark else "paper")

    def colours(section: str) -> Iterator[tuple[str, str]]:
        fallback: Mapping[str, str] = getattr(base, section) if base else {}
        for name in SECTIONS[section]:
            yield (
                name,
                entries.get((section, name)) or fallback.get(name, "ansi_default"),
            )

    return Palette(
        name=entries.get(("name",), file_name),
        description=visible_line(entries.get(("description",), "")),
        dark=dark,
        colors=dict(colours("colors")),
        markings=dict(colours("markings")),
        reader=dict(colours("reader")),
    )
