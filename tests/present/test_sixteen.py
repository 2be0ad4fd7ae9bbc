"""Themes where there are sixteen colours only."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from cablereader.present.palette import Palette, load_palettes
from cablereader.present.sixteen import own_colours, stands_sixteen

SHIPPED = load_palettes(None).palettes
every_theme = pytest.mark.parametrize("palette", SHIPPED.values(), ids=list(SHIPPED))


def test_a_page_of_white_paper_needs_more_colours_than_sixteen() -> None:
    assert [name for name in SHIPPED if not stands_sixteen(SHIPPED[name])] == ["paper"]


@pytest.mark.parametrize(
    ("theme", "environment", "nearest"),
    [
        ("classic", {"TERM": "xterm"}, "terminal"),
        ("paper", {"TERM": "xterm"}, "terminal-light"),
        ("paper", {"TERM": "screen", "COLORFGBG": "0;15"}, "terminal-light"),
        ("paper", {"TERM": "screen", "COLORFGBG": "15;default;0"}, "terminal"),
        ("paper", {"TERM": "linux"}, "terminal"),
    ],
)
def test_the_nearest_theme_has_the_colours_of_the_terminal(
    theme: str, environment: dict[str, str], nearest: str
) -> None:
    assert own_colours(SHIPPED[theme], environment) == nearest


@every_theme
@pytest.mark.parametrize(
    "depth", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD]
)
def test_rules_are_seen_at_every_depth(palette: Palette, depth: ColorSystem) -> None:
    rule, ground = (
        Color.parse(colour.removeprefix("ansi_")).downgrade(depth)
        for colour in (palette.variables["rule"], palette.colors["background"])
    )
    assert rule != ground
