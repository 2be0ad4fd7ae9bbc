"""Copying: what is copied, in which form, and where to."""

from __future__ import annotations

from collections.abc import Callable

from cablereader.app.copier import Copier, told
from cablereader.app.part import Host, Part
from cablereader.app.parts.subject import Subject
from cablereader.library import locations
from cablereader.model.bookmark import Bookmarks


class Copying(Part):
    """Copies what commands are of, what the mouse has selected, and old copies."""

    def __init__(
        self,
        host: Host,
        copier: Copier,
        subject: Subject,
        bookmarks: Callable[[], Bookmarks],
    ) -> None:
        self._host = host
        self._copier = copier
        self._subject = subject
        self._bookmarks = bookmarks

    def action_form(self, name: str) -> None:
        """Copy in the form of that name."""
        if copied := self._subject.copied():
            self._host.say(self._copier.copy(name, *copied, self._bookmarks()))

    def action_again(self) -> None:
        """Copy in the form that was used last."""
        self.action_form(self._copier.last.name)

    async def action_list(self) -> None:
        """The last copies, to send one again."""
        from cablereader.app.screens.copy_list import CopyList
        from cablereader.library.copies import kept

        entries = [
            path.read_text("utf-8", "replace") for path in kept(locations.copies())
        ]
        await self._host.push(CopyList(entries), self._send)

    def interrupt(self) -> bool:
        """Copy what the mouse selected: in terminals ctrl+c is for both."""
        text = self._host.get_selected_text()
        self._send(text)
        return bool(text)

    def _send(self, text: str | None) -> None:
        if text:
            self._host.say(told(text, self._copier.send(text)))
