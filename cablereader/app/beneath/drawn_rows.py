"""The rows of a view as they were drawn last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

MOST_STYLES: Final = 2048
"""Styles that stay rendered. Textual's own bound is 16,384, and where the mouse
selects, each segment of each line has a style of its own: 8 MB after an hour."""


class DrawnRows(StylesCache):
    """Draws again only the rows that are dirty, each as the view gives it.

    Textual's own asks for borders, padding and opacity for each row of each frame,
    which costs more than drawing the row. A view with a border is left to it.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        padding, rows = widget.styles.padding, crop.line_range
        is_framed = widget.styles.gutter != padding or padding.height
        if is_framed or crop.width != widget.outer_size.width:
            return super().render_widget(widget, crop)
        if crop.width != self._width:
            self.clear()
            self._width = crop.width
        if dirty := [y for y in rows if y in self._dirty_lines or y not in self._cache]:
            self._draw(widget, dirty)
            _let_go_of_styles()
            self._dirty_lines.difference_update(rows)
        return [self._cache[y] for y in rows]

    def _draw(self, widget: Widget, rows: Iterable[int]) -> None:
        filters = widget.get_line_filters()
        _, background = widget.background_colors
        style, padding = widget.rich_style, widget.styles.padding
        left, right = _blanks(padding.left, style), _blanks(padding.right, style)
        for y in rows:
            segments = [*left, *widget.render_line(y), *right]
            for each in filters:
                segments = each.apply(segments, background)
            self._cache[y] = Strip(segments, self._width)


def draw_by_rows(view: Widget) -> None:
    """Have a view drawn so from now on."""
    view._styles_cache = DrawnRows()  # noqa: SLF001  # nothing public puts one there


def _blanks(count: int, style: Style) -> Sequence[Segment]:
    return [Segment(" " * count, style)] if count else ()


def _let_go_of_styles() -> None:
    if Strip.render_ansi.cache_info().currsize > MOST_STYLES:
        Strip.render_ansi.cache_clear()
