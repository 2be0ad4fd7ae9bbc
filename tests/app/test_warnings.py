"""Warnings over the panes: one at a time, and gone with the next key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading import press, screen_of, shown

from cablereader.app.app import DEFAULT_THEME, CableReader
from cablereader.library.session import Session


@pytest.mark.parametrize("key", ["j", "escape"])
async def test_each_warning_is_gone_with_a_key(app: CableReader, key: str) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        screen_of(app).warn("the disk is full")
        screen_of(app).warn("the disk is gone")
        await pilot.pause()
        assert "the disk is full" in shown(app)
        assert "the disk is gone" not in shown(app)
        await press(pilot, key)
        assert "the disk is full" not in shown(app)
        assert "the disk is gone" in shown(app)
        await press(pilot, key)
        assert "the disk" not in shown(app)


async def test_what_is_wrong_with_the_settings_is_told_at_the_start(
    session: Session,
) -> None:
    app = CableReader(replace(session, problems=("config.yaml:1: no such key",)))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "no such key" in shown(app)


async def test_a_theme_that_is_nowhere_is_told_at_the_start(session: Session) -> None:
    settings = replace(session.settings, theme="clasic")
    app = CableReader(replace(session, settings=settings))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert app.theme == DEFAULT_THEME
        assert "no theme is called clasic" in shown(app)
