"""The bookmarks: here, in this list, everywhere; to go to, note, or take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.app.widgets.dialog_hint import EDITING, DialogHint
from cablereader.app.widgets.line_view import LineView
from cablereader.model.bookmark import (
    Bookmark,
    Bookmarks,
    note_line,
    with_note_line,
)
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible, visible_line


class Scope(StrEnum):
    """Which bookmarks are listed."""

    HERE = "in this cable"
    LIST = "in this list"
    ALL = "everywhere"

    @property
    def following(self) -> Scope:
        """The scope that the next press of the key gives."""
        scopes = list(Scope)
        return scopes[(scopes.index(self) + 1) % len(scopes)]


class Order(StrEnum):
    """How bookmarks are listed."""

    NEWEST = "newest first"
    CABLE = "by cable"
    LABEL = "by label"

    @property
    def following(self) -> Order:
        """The order that the next press of the key gives."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]

    def of(self, marks: Iterable[Bookmark]) -> list[Bookmark]:
        """Bookmarks in this order; those without a label come last of their order."""
        newest = sorted(marks, key=lambda mark: mark.key, reverse=True)
        match self:
            case Order.NEWEST:
                return newest
            case Order.CABLE:
                return sorted(newest, key=_place)
            case Order.LABEL:
                return sorted(newest, key=lambda m: (not m.labels, m.labels, _place(m)))


class BookmarkList(FilterScreen[Bookmark]):
    """In an order that a key changes; the answer is the one to go to."""

    HINT: ClassVar = (
        "type to filter  Enter goes  Tab scope  ^T order  ^E note  ^D remove  Esc"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab", "scope", "Scope"),
        Binding("delete,ctrl+d", "remove", "Remove", priority=True),
        Binding("ctrl+e", "edit", "Note", priority=True),
        Binding("ctrl+t", "order", "Order", priority=True),
        Binding("ctrl+z", "restore", "Bring back", priority=True),
    ]
    """The keys of the list go before those of the filter; of the note, its own do."""

    def __init__(
        self,
        bookmarks: Bookmarks,
        scopes: Callable[[Scope, Bookmark], bool],
        remove: Callable[[Bookmark], Bookmarks],
        keep: Callable[[Bookmark], Bookmarks],
    ) -> None:
        """The list of all bookmarks.

        Args:
            bookmarks: All of them.
            scopes: Whether a bookmark is in a scope.
            remove: Takes one away, on disk; the bookmarks that are left.
            keep: Puts one on the disk, as it is then; the bookmarks after it.
        """
        self._bookmarks = bookmarks
        self._in_scope = scopes
        self._remove, self._keep = remove, keep
        self._scope = Scope.ALL
        self._order = Order.NEWEST
        self._edited: Bookmark | None = None
        self._removed: list[Bookmark] = []
        super().__init__([])
        self._fill()

    def compose_below(self) -> ComposeResult:
        yield Static("", id="preview", markup=False)
        note = Input(
            placeholder="a note; +word is a label",
            id="note",
            compact=True,
            select_on_focus=False,
        )
        note.display = False
        yield note

    def narrowed(self) -> None:
        self.query_one("#heading", Static).update(self.heading)
        self._preview()

    @property
    def heading(self) -> str:
        if not self._bookmarks.marks:
            return "No bookmarks yet: m in the reader makes one."
        return f"Bookmarks {self._scope}, {self._order}: {len(self._entries):,}"

    def action_scope(self) -> None:
        if not self._editing:
            self._scope = self._scope.following
            self._renew()

    def action_order(self) -> None:
        self._order = self._order.following
        self._renew()

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002  # Textual's signature
    ) -> bool | None:
        own = {"remove", "edit", "restore", "order"}
        return action not in own or not self._editing

    @property
    def _editing(self) -> bool:
        return self.query_one("#note").has_focus

    def action_close(self) -> None:
        """Close the list, or first the note that is being typed."""
        if self._editing:
            self._end_note()
        else:
            super().action_close()

    def _end_note(self) -> None:
        self.query_one("#note").display = False
        self.query_one("#filter").focus()
        self.query_one(DialogHint).show(self.HINT)

    def action_remove(self) -> None:
        if mark := self.current:
            self._bookmarks = self._remove(mark)
            self._removed.append(mark)
            self._renew()
            self._tell(f"removed {mark.ref}; ctrl+z brings it back")

    def action_restore(self) -> None:
        if self._removed:
            mark = self._removed.pop()
            self._bookmarks = self._keep(mark)
            self._renew()
            self._tell(f"{mark.ref} is back")
        else:
            self._tell("nothing was removed here")

    def _tell(self, text: str) -> None:
        self.query_one("#heading", Static).update(visible_line(text))

    def action_edit(self) -> None:
        if mark := self.current:
            self._edited = mark
            field = self.query_one("#note", Input)
            field.display = True
            field.value = note_line(mark)
            field.focus()
            self.query_one(DialogHint).show(EDITING)

    @on(Input.Submitted, "#note")
    def _take_note(self, event: Input.Submitted) -> None:
        if self._edited:
            changed = with_note_line(self._edited, event.value)
            self._bookmarks = self._keep(changed)
        self._end_note()
        self._renew()

    @on(LineView.Moved)
    def _preview(self) -> None:
        mark = self.current
        text = visible(f"{mark.quote} …\n{mark.note}".strip()) if mark else ""
        self.query_one("#preview", Static).update(text)

    def _fill(self) -> None:
        self._entries = [
            (_words(mark), mark, bookmark_row(mark))
            for mark in self._order.of(self._bookmarks.marks)
            if self._scope is Scope.ALL or self._in_scope(self._scope, mark)
        ]

    def _renew(self) -> None:
        self._fill()
        self.narrow(self.query_one("#filter", Input).value)


def bookmark_row(mark: Bookmark) -> Row:
    """Reference, marking, labels, and the note or the first words."""
    labels = visible_line(" ".join(mark.labels))
    return (
        Piece(f"{visible_line(str(mark.ref)):<22} ", "key"),
        Piece(f"{visible_line(mark.marking or '-'):<8} ", "label"),
        Piece(f"[{labels}] " if labels else "", "label"),
        Piece(visible_line(mark.note or mark.quote), "value"),
    )


def _words(mark: Bookmark) -> str:
    return " ".join((str(mark.ref), mark.quote, mark.note, *mark.labels)).lower()


def _place(mark: Bookmark) -> tuple[str, int, str]:
    """Where it stands: paragraph 9 of a cable before its paragraph 10."""
    label = mark.ref.label
    number = int(label) if label.isascii() and label.isdigit() else 0
    return mark.ref.cable_id, number, label
