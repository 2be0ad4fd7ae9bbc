"""Copies to the clipboard, by whatever way there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from cablereader.library.session import Session
from cablereader.model.block import Paragraph
from cablereader.model.bookmark import Bookmarks
from cablereader.model.cable import Cable
from cablereader.present.citation import CopySettings, fields_of
from cablereader.present.copy_form import Form, copies, form_named
from cablereader.present.refusal import Refusal
from cablereader.present.remarks import remarks_on
from cablereader.present.user_forms import forms_with

if TYPE_CHECKING:  # the ways to the clipboard are loaded for the first copy
    from cablereader.library.clipboard import Delivery

SHORT: Final = 40
"""Characters; a copy that is not longer is told whole."""


class Copier:
    """Makes copies of paragraphs and sends them off; knows the form used last."""

    def __init__(self, session: Session, write_terminal: Callable[[str], None]) -> None:
        self._session = session
        self._write_terminal = write_terminal
        self.forms = forms_with(session.settings.copy)
        self.last: Form = self.forms.forms[0]

    def copy(
        self,
        name: str,
        cable: Cable,
        paragraphs: Sequence[Paragraph],
        bookmarks: Bookmarks,
    ) -> str:
        """Copy paragraphs, or a whole cable where there are none, in a named form.

        Returns:
            What became of it, in one sentence.
        """
        if (form := form_named(name, self.forms.forms)) is None:
            return f"no form of copying is called {name}"
        self.last = form
        settings = CopySettings(
            base_url=self._session.settings.base_url,
            title_case=self._session.settings.title_case,
        )
        fields = [
            fields_of(
                cable,
                paragraph,
                settings=settings,
                remarks=remarks_on(cable, paragraph, bookmarks),
            )
            for paragraph in paragraphs or (None,)
        ]
        text = copies(form, fields)
        if isinstance(text, Refusal):
            return f"not copied: {text}"
        return told(text, self.send(text), form.label)

    def send(self, text: str) -> Delivery:
        """Send a clean text to the clipboard."""
        from cablereader.library.clipboard import copy

        settings = self._session.settings
        return copy(
            text,
            setting=settings.clipboard,
            command=settings.clipboard_command,
            remote=settings.remote,
            write_terminal=self._write_terminal,
        )


def told(text: str, delivery: Delivery, form: str = "a copy") -> str:
    """What was copied, or in which form where it is long, and where it went."""
    short = len(text) <= SHORT and "\n" not in text
    shown = text if short else f"{form}, {len(text):,} characters"
    return f"copied: {shown}; {delivery}"
