"""The rows of a view as they were drawn last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Row(Strip):
    """A row as it is drawn, which is let go of as soon as another takes its place.

    Textual's own keeps itself as the only piece of itself, where it is shown whole:
    that would be garbage until Python next looks for cycles, a screen of it a page.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = tuple(cuts)
        return [self] if cuts == (self.cell_length,) else super().divide(cuts)


class DrawnRows(StylesCache):
    """Draws again only the rows that are dirty, each as the view gives it.

    Textual's own asks for borders, padding and opacity for each row of each frame,
    which costs more than drawing the row. A view with a border is left to it.
    """

    def __init__(self, shown: Callable[[int], Strip]) -> None:
        """No rows yet; each is ``shown`` by the view, counted from its top."""
        super().__init__()
        self._shown = shown

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
            self._dirty_lines.difference_update(rows)
        return [self._cache[y] for y in rows]

    def _draw(self, widget: Widget, rows: Iterable[int]) -> None:
        filters = widget.get_line_filters()
        _, background = widget.background_colors
        style, padding = widget.rich_style, widget.styles.padding
        left, right = _blanks(padding.left, style), _blanks(padding.right, style)
        for y in rows:
            segments = [*left, *self._shown(y), *right]
            for each in filters:
                segments = each.apply(segments, background)
            self._cache[y] = Row(segments, self._width)


def draw_by_rows(view: Widget, shown: Callable[[int], Strip]) -> None:
    """Have a view drawn so from now on, each row as it is ``shown``."""
    view._styles_cache = DrawnRows(shown)  # noqa: SLF001  # nothing public puts one there


def _blanks(count: int, style: Style) -> Sequence[Segment]:
    return [Segment(" " * count, style)] if count else ()
