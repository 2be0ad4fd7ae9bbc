"""Every shipped theme can be read, at every colour depth and by every eye.

Contrast is that of WCAG 2 (relative luminance), difference is CIEDE2000 (Sharma, Wu,
Dalal 2005), colour blindness is simulated in linear RGB with the matrices of Machado,
Oliveira, Fernandes 2009 at full severity and, for red and green, with those of Viénot,
Brettel, Mollon 1999.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import Final, TypeAlias

import pytest
from rich.color import Color, ColorSystem
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme

from cablereader.model.classification import Level, Marking
from cablereader.present.palette import Palette, load_palettes, slug
from cablereader.present.theme_entry import COLORS, MARKINGS, READER

RGB: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[RGB, RGB, RGB]

READABLE: Final = 4.5
APART: Final = 10
APART_FOR_EVERY_EYE: Final = 20
BACKGROUNDS: Final = {"background", "surface", "panel"}

SHIPPED: Final = load_palettes(None)
FIXED: Final = [palette for palette in SHIPPED.palettes.values() if not palette.ansi]
OWN: Final = [palette for palette in SHIPPED.palettes.values() if palette.ansi]
every_theme = pytest.mark.parametrize(
    "palette", SHIPPED.palettes.values(), ids=lambda palette: palette.name
)
every_fixed_theme = pytest.mark.parametrize(
    "palette", FIXED, ids=lambda palette: palette.name
)

CONSOLE: Final = TerminalTheme(
    (0, 0, 0),
    (170, 170, 170),
    [
        (0, 0, 0),
        (170, 0, 0),
        (0, 170, 0),
        (170, 85, 0),
        (0, 0, 170),
        (170, 0, 170),
        (0, 170, 170),
        (170, 170, 170),
    ],
    [
        (85, 85, 85),
        (255, 85, 85),
        (85, 255, 85),
        (255, 255, 85),
        (85, 85, 255),
        (255, 85, 255),
        (85, 255, 255),
        (255, 255, 255),
    ],
)
"""The Linux console; also what Rich takes for the standard colours."""
XTERM: Final = TerminalTheme(
    (255, 255, 255),
    (0, 0, 0),
    [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
    ],
    [
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255, 255, 255),
    ],
)
TERMINALS: Final = {"console": CONSOLE, "rich": DEFAULT_TERMINAL_THEME, "xterm": XTERM}

PROTANOPIA: Final[Matrix] = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA: Final[Matrix] = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITANOPIA: Final[Matrix] = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
PROTANOPIA_BY_VIENOT: Final[Matrix] = (
    (0.11238, 0.88762, 0.0),
    (0.11238, 0.88762, 0.0),
    (0.00401, -0.00401, 1.0),
)
DEUTERANOPIA_BY_VIENOT: Final[Matrix] = (
    (0.29275, 0.70725, 0.0),
    (0.29275, 0.70725, 0.0),
    (-0.02234, 0.02234, 1.0),
)
NORMAL: Final[Matrix] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def rgb(color: Color, terminal: TerminalTheme = CONSOLE) -> RGB:
    red, green, blue = color.get_truecolor(terminal)
    return red, green, blue


def seen_at(depth: ColorSystem, text: str) -> RGB:
    """What a terminal of that depth shows of a colour, mapped as Rich does it."""
    return rgb(Color.parse(text).downgrade(depth))


def linear(color: RGB) -> RGB:
    def channel(value: float) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = color
    return channel(red), channel(green), channel(blue)


def times(matrix: Matrix, vector: RGB) -> RGB:
    first, second, third = (
        sum(factor * value for factor, value in zip(row, vector, strict=True))
        for row in matrix
    )
    return first, second, third


def luminance(color: RGB) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lab(light: RGB) -> RGB:
    """CIELAB under D65 of a colour in linear RGB."""

    def curve(value: float) -> float:
        return (
            value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
        )

    red, green, blue = (min(max(value, 0.0), 1.0) for value in light)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    return (
        116 * curve(y) - 16,
        500 * (curve(x) - curve(y)),
        200 * (curve(y) - curve(z)),
    )


def ciede2000(one: RGB, other: RGB) -> float:
    """The difference of two colours in CIELAB."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    chroma1, chroma2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    hue1 = degrees(atan2(b1, a1 * stretch)) % 360
    hue2 = degrees(atan2(b2, a2 * stretch)) % 360
    grey = not chroma1 * chroma2
    turn = 0.0 if grey else (hue2 - hue1 + 180) % 360 - 180
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    hue = hue1 + hue2 if grey else (hue1 + turn / 2) % 360
    d_light, d_chroma = light2 - light1, chroma2 - chroma1
    d_hue = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn / 2))
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    light_part = d_light / (
        1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    )
    chroma_part = d_chroma / (1 + 0.045 * chroma)
    hue_part = d_hue / (1 + 0.015 * chroma * t)
    rotation = (
        -2
        * sqrt(chroma**7 / (chroma**7 + 25**7))
        * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    )
    return sqrt(
        light_part**2 + chroma_part**2 + hue_part**2 + rotation * chroma_part * hue_part
    )


def texts_on_backgrounds(palette: Palette) -> Iterator[tuple[str, str, str]]:
    """Every text colour with every background: what it is, and both colours."""
    grounds = [palette.colors[name] for name in BACKGROUNDS] + [
        palette.reader["cursor"]
    ]
    texts = {
        **{name: palette.colors[name] for name in COLORS if name not in BACKGROUNDS},
        **palette.markings,
        **{name: palette.reader[name] for name in ("note", "redaction", "heading")},
    }
    for (name, text), ground in product(texts.items(), grounds):
        yield f"{name} {text} on {ground}", text, ground
    hit, hit_text = palette.reader["hit"], palette.reader["hit-text"]
    yield f"hit-text {hit_text} on {hit}", hit_text, hit


def unreadable(palette: Palette, seen: Callable[[str], RGB]) -> list[str]:
    return [
        f"{name}: {contrast(seen(text), seen(ground)):.2f}"
        for name, text, ground in texts_on_backgrounds(palette)
        if contrast(seen(text), seen(ground)) < READABLE
    ]


def differences(
    palette: Palette, eye: Matrix, depth: ColorSystem = ColorSystem.TRUECOLOR
) -> dict[str, float]:
    """How far any two markings are apart."""
    seen = {
        name: lab(times(eye, linear(seen_at(depth, text))))
        for name, text in palette.markings.items()
    }
    return {
        f"{one}, {other}": ciede2000(seen[one], seen[other])
        for one, other in combinations(MARKINGS, 2)
    }


def test_the_themes_that_come_with_the_program_have_no_mistake() -> None:
    assert not SHIPPED.failures
    assert set(SHIPPED.palettes) == {
        "classic",
        "colorblind",
        "contrast",
        "monochrome",
        "paper",
        "terminal",
        "terminal-light",
    }


@every_theme
def test_a_shipped_theme_is_whole(palette: Palette) -> None:
    assert palette.description
    assert set(palette.colors) == set(COLORS)
    assert set(palette.markings) == set(MARKINGS)
    assert set(palette.reader) == set(READER)


@every_theme
def test_every_level_has_a_colour(palette: Palette) -> None:
    levels = [Marking(str(level), level) for level in Level]
    sensitive = Marking("SBU", Level.UNCLASSIFIED, ("SBU",))
    for marking in (*levels, sensitive):
        assert f"marking-{marking.slug}" in palette.variables
    assert {f"marking-{slug(name)}" for name in MARKINGS} <= set(palette.variables)


@every_fixed_theme
@pytest.mark.parametrize(
    "depth", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD]
)
def test_all_text_can_be_read(palette: Palette, depth: ColorSystem) -> None:
    assert not unreadable(palette, lambda text: seen_at(depth, text))


@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
@pytest.mark.parametrize(
    "palette", [each for each in FIXED if each.dark], ids=lambda palette: palette.name
)
def test_dark_themes_can_be_read_in_the_sixteen_colours_of(
    palette: Palette, terminal: TerminalTheme
) -> None:
    def seen(text: str) -> RGB:
        return rgb(Color.parse(text).downgrade(ColorSystem.STANDARD), terminal)

    assert not unreadable(palette, seen)


@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
@pytest.mark.parametrize("palette", OWN, ids=lambda palette: palette.name)
def test_the_own_colours_can_be_read_in(
    palette: Palette, terminal: TerminalTheme
) -> None:
    black, white = (0.0, 0.0, 0.0), (255.0, 255.0, 255.0)
    ink, ground = (white, black) if palette.dark else (black, white)
    own = (*palette.colors.values(), *palette.markings.values())
    assert all(text.startswith("ansi_") for text in (*own, *palette.reader.values()))

    def seen(text: str, default: RGB) -> RGB:
        name = text.removeprefix("ansi_")
        return default if name == "default" else rgb(Color.parse(name), terminal)

    for name, text, under in texts_on_backgrounds(palette):
        assert contrast(seen(text, ink), seen(under, ground)) >= READABLE, name


@pytest.mark.parametrize(
    "palette",
    [each for each in FIXED if each.name != "monochrome"],
    ids=lambda palette: palette.name,
)
@pytest.mark.parametrize("depth", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_markings_are_told_apart(palette: Palette, depth: ColorSystem) -> None:
    apart = differences(palette, NORMAL, depth)
    assert not {pair: value for pair, value in apart.items() if value < APART}


@pytest.mark.parametrize(
    "eye",
    [
        pytest.param(NORMAL, id="normal"),
        pytest.param(PROTANOPIA, id="protanopia"),
        pytest.param(DEUTERANOPIA, id="deuteranopia"),
        pytest.param(TRITANOPIA, id="tritanopia"),
        pytest.param(PROTANOPIA_BY_VIENOT, id="protanopia-vienot"),
        pytest.param(DEUTERANOPIA_BY_VIENOT, id="deuteranopia-vienot"),
    ],
)
def test_every_eye_tells_the_levels_of_colorblind_apart(eye: Matrix) -> None:
    apart = differences(SHIPPED.palettes["colorblind"], eye)
    levels = {pair: far for pair, far in apart.items() if "unmarked" not in pair}
    assert not {pair: far for pair, far in levels.items() if far < APART_FOR_EVERY_EYE}
    assert min(apart.values()) >= APART


def test_monochrome_has_no_colour_and_is_brighter_the_more_secret() -> None:
    palette = SHIPPED.palettes["monochrome"]
    all_of_it = (*palette.colors.values(), *palette.markings.values())
    for text in (*all_of_it, *palette.reader.values()):
        assert len({text[1:3], text[3:5], text[5:7]}) == 1
    levels = [
        luminance(seen_at(ColorSystem.TRUECOLOR, palette.markings[name]))
        for name in MARKINGS
        if name != "unmarked"
    ]
    assert levels == sorted(levels)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ],
)
def test_ciede2000_is_that_of_the_paper(one: RGB, other: RGB, expected: float) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(expected, abs=1e-4)


def test_contrast_is_that_of_wcag() -> None:
    black, grey, white = (0.0, 0.0, 0.0), (119.0, 119.0, 119.0), (255.0, 255.0, 255.0)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.01)
