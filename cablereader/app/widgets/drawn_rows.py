"""The rows of a view as they were drawn last."""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class DrawnRows(StylesCache):
    """Draws again only the rows that are dirty, each as the view gives it.

    Textual's own asks for borders, padding and opacity for each row of each frame,
    which costs more than drawing the row. A view that has a border or padding is left
    to it.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        if widget.styles.gutter or crop.column_span != (0, widget.size.width):
            return super().render_widget(widget, crop)
        rows = crop.line_range
        if crop.width != self._width:
            self.clear()
            self._width = crop.width
        if dirty := [y for y in rows if y in self._dirty_lines or y not in self._cache]:
            filters = widget.get_line_filters()
            _, background = widget.background_colors
            for y in dirty:
                segments = list(widget.render_line(y))
                for each in filters:
                    segments = each.apply(segments, background)
                self._cache[y] = Strip(segments, crop.width)
            self._dirty_lines.difference_update(rows)
        return [self._cache[y] for y in rows]
