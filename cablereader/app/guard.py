"""The last gate before the terminal: nothing but text gets through it.

Everything that is shown was already cleaned where it was read
(`cablereader.present.visible`); this catches what somebody forgets.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from cablereader.present.visible import uncrowded, visible_line


class Guard(LineFilter):
    """Drops control characters, crowds of marks and links from every line drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # the signature is Textual's
        if all(_harmless(segment) for segment in segments):
            return segments
        return [
            Segment(_cleaned(text), _unlinked(style), control)
            for text, style, control in segments
        ]


def _harmless(segment: Segment) -> bool:
    text, style, _ = segment
    return text.isprintable() and uncrowded(text) == text and not (style and style.link)


def _cleaned(text: str) -> str:
    # Dropped, not replaced: Rich counted these characters as no cells wide.
    if text.isprintable():
        return uncrowded(text)
    return "".join(each for each in visible_line(text) if each != "\ufffd")


def _unlinked(style: Style | None) -> Style | None:
    return style.update_link(None) if style and style.link else style
