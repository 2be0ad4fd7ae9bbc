"""The line of what the words that are typed may become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from cablereader.app.state.completion import Choice
from cablereader.present.cut import cut
from cablereader.present.visible import visible_line

MORE: Final = 12
"""Cells for how many others there are."""
LONGEST: Final = 40
"""Cells of a name; what is longer is cut."""


class ChoiceLine(Static):
    """Shows as many choices as there is room for, with the cables that they stand for.

    It shows those around the chosen one, like the pages of a book.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self._choices: Sequence[Choice] = ()
        self._chosen: Choice | None = None
        self._counts: Mapping[str, int] = {}

    @property
    def shown(self) -> Sequence[Choice]:
        """Those that there is room for, their counts included."""
        return self._page()[0]

    def show(self, choices: Sequence[Choice], chosen: str) -> None:
        """Show other choices, of which one may be what was typed."""
        self._choices = choices
        self._chosen = next((each for each in choices if each.text == chosen), None)
        self._draw()

    def say(self, text: str) -> None:
        """Say a few words where there are no choices, until others are shown."""
        self.update(Content(f" {text}"), layout=False)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cables are found by the queries of choices."""
        if counts != self._counts:
            self._counts = counts
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        shown, others = self._page()
        pieces = [piece for each in shown for piece in self._pieces(each)]
        more = f" {others:,} more" if others > 0 else ""
        self.update(Content.assemble(*pieces, (more, "$muted")), layout=False)

    def _page(self) -> tuple[Sequence[Choice], int]:
        """The choices of the page with the chosen one, and how many others remain."""
        done = 0
        for page in _pages(self._choices, self.size.width - MORE):
            done += len(page)
            if self._chosen is None or self._chosen in page:
                return page, len(self._choices) - done
        return (), 0

    def _pieces(self, choice: Choice) -> Iterator[tuple[str, str] | str]:
        chosen = choice is self._chosen
        yield (f" {_name(choice)}", "bold reverse" if chosen else "$foreground")
        count = self._counts.get(choice.query)
        yield (" " if count is None else f" {count:,} ", "$muted")


def _pages(choices: Iterable[Choice], width: int) -> Iterator[Sequence[Choice]]:
    page: list[Choice] = []
    room = width
    for choice in choices:
        needed = _cells(choice)
        if page and needed > room:
            yield page
            page, room = [], width
        page.append(choice)
        room -= needed
    if page:
        yield page


def _cells(choice: Choice) -> int:
    # Room for a count is kept, so that names stay where they are when it comes.
    return cell_len(_name(choice)) + (2 if not choice.query else len("  251,287 "))


def _name(choice: Choice) -> str:
    return cut(visible_line(choice.name), LONGEST)
