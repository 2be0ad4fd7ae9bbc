"""The versions of a cable, to choose one that is compared with the one shown."""

from __future__ import annotations

from typing import ClassVar

from cablereader.app.screens.pager import Pager


class VersionList(Pager):
    """Versions of a cable, the one that is shown first."""

    HINT: ClassVar = "j k or arrows move   Enter compares   / filter   q closes"

    @property
    def refusal(self) -> str:
        is_shown = self.current == 0
        return "this is the version that is shown; choose another" if is_shown else ""
