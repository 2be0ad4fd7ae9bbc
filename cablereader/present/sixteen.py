"""Whether a theme can be read on a terminal of sixteen colours, and what else can.

Rich maps each colour to the nearest of the sixteen. Such terminals have eight of them
for backgrounds: GNU screen and the Linux console drop the bright ones, or show the dark
ones instead, so that ink for a white page stands on black.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final

from rich.color import Color, ColorSystem

from cablereader.present.palette import Palette

READABLE: Final = 4.5
"""The contrast of WCAG 2 that text needs."""
GROUNDS: Final = ("background", "surface", "panel")
BACKGROUNDS: Final = 8
DARK_TERMINALS: Final = ("linux", "vt")
DARK: Final = frozenset({"0", "1", "2", "3", "4", "5", "6", "8"})
"""Of the last field of ``COLORFGBG``, which some terminals set: their background."""


def stands_sixteen(palette: Palette) -> bool:
    """Whether all text of a theme can be read where there are sixteen colours only."""
    if palette.ansi:
        return True
    colors, reader = palette.colors, palette.reader
    grounds = [_nearest(colors[name]) for name in GROUNDS]
    if any((ground.number or 0) >= BACKGROUNDS for ground in grounds):
        return False
    texts = (
        *(colour for name, colour in colors.items() if name not in GROUNDS),
        *palette.markings.values(),
        *(reader[name] for name in ("note", "redaction", "heading")),
    )
    seen = map(_nearest, texts)
    return all(_contrast(*pair) >= READABLE for pair in product(seen, grounds))


def own_colours(palette: Palette, environment: Mapping[str, str]) -> str:
    """The name of the theme in the terminal's own colours that is nearest to one."""
    return "terminal" if palette.dark or _is_dark(environment) else "terminal-light"


def _is_dark(environment: Mapping[str, str]) -> bool:
    """Whether the terminal's background is known to be dark."""
    *_, background = environment.get("COLORFGBG", "").split(";")
    terminal = environment.get("TERM", "")
    return background in DARK or terminal.startswith(DARK_TERMINALS)


def _nearest(colour: str) -> Color:
    return Color.parse(colour.removeprefix("ansi_")).downgrade(ColorSystem.STANDARD)


def _contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: Color) -> Iterator[float]:
    for value in colour.get_truecolor():
        part = value / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
