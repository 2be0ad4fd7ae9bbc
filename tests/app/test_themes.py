"""Every theme in the running program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual
from reading import press, shown

from cablereader.app.app import CableReader
from cablereader.app.themes import to_theme
from cablereader.library.session import Session
from cablereader.present.palette import Palette, load_palettes

SHIPPED = load_palettes(None).palettes
STYLE_SHEET = re.compile(r'DEFAULT_CSS\b[^=\n]*=\s*"""(.*?)"""', re.DOTALL)


def variables_of_textual() -> Iterator[str]:
    """Those that the style sheets of Textual's own widgets use and do not define."""
    for module in Path(textual.__file__).parent.rglob("*.py"):
        for sheet in STYLE_SHEET.findall(module.read_text("utf-8")):
            own = set(re.findall(r"\$([\w-]+)\s*:", sheet))
            yield from set(re.findall(r"\$([\w-]+)", sheet)) - own


@pytest.mark.parametrize("palette", SHIPPED.values(), ids=SHIPPED)
def test_a_theme_has_all_that_the_widgets_ask_for(palette: Palette) -> None:
    given = to_theme(palette).to_color_system().generate()
    assert set(variables_of_textual()) - set(given) == set()


async def test_the_reader_can_change_through_all_themes(app: CableReader) -> None:
    async with app.run_test() as pilot:
        for name in (*SHIPPED, *reversed(tuple(SHIPPED))):
            app.wear(name)
            await pilot.pause()
            assert app.theme == name
            assert app.is_running


async def test_a_theme_that_sixteen_colours_cannot_show_is_replaced_and_kept(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "screen")
    monkeypatch.delenv("COLORTERM", raising=False)
    session.remember_theme("paper")
    app = CableReader(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == "terminal-light"
        said = "16 colours only: terminal-light in place of paper"
        assert said in shown(app)
        await press(pilot, "j")
        assert said not in shown(app)
        await press(pilot, ":", *"theme paper", "enter")
        assert said in shown(app)
    assert session.theme == "paper"
