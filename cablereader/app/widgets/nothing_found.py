"""Over an empty list: why it is empty, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from cablereader.model.suggestion import Suggestion
from cablereader.present.visible import visible_line


class NothingFound(Static):
    """Shows remarks on a query, and numbered ones that find something."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self.display = False
        self.suggestions: Sequence[Suggestion] = ()

    def hide(self) -> None:
        """Something is found, or looked for."""
        self.display = False
        self.suggestions = ()

    def show(self, remarks: Sequence[str], suggestions: Sequence[Suggestion]) -> None:
        """Say what is to be said of a query that found nothing."""
        self.suggestions = suggestions
        lines = [Content("Nothing found."), *map(_plain, remarks)]
        if suggestions:
            also = ", 2 Enter the second" if len(suggestions) > 1 else ""
            lines.append(Content(f"Enter takes what you perhaps meant{also}:"))
        for number, suggestion in enumerate(suggestions, 1):
            text = visible_line(str(suggestion))
            lines.append(Content.assemble((f"{number:>3}  ", "bold $accent"), text))
        self.update(Content("\n").join(lines))
        self.display = True


def _plain(remark: str) -> Content:
    return Content(visible_line(remark))
