"""The driver of an application, for which Textual has no public name."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.driver import Driver


def driver_of(app: App[Any]) -> Driver | None:
    """What stands between an application and its terminal, while it has one."""
    return app._driver  # noqa: SLF001  # as said
