"""The desk: a reader pane, and all that can be done with the cables in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.app.copier import Copier
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Part
from cablereader.app.parts.copying import Copying
from cablereader.app.parts.explaining import Explaining
from cablereader.app.parts.exporting import Exporting
from cablereader.app.parts.find import Find
from cablereader.app.parts.going import Going
from cablereader.app.parts.habits import Habits
from cablereader.app.parts.links import Links
from cablereader.app.parts.marks import Marks
from cablereader.app.parts.moving import MovingInCables
from cablereader.app.parts.notes import Notes
from cablereader.app.parts.others import Others
from cablereader.app.parts.programs import Programs
from cablereader.app.parts.subject import OpenCable, Subject
from cablereader.app.parts.triaging import Triaging
from cablereader.app.parts.zoom import Zoom, Zoomable
from cablereader.app.state.habits import HINTS
from cablereader.app.state.own_keys import key_problems
from cablereader.app.state.words import nothing
from cablereader.library.session import Session
from cablereader.model.frozen import frozen
from cablereader.model.triage import State, Triage
from cablereader.present.entry_row import ListRow

STATE_WORDS: Final[Mapping[State, tuple[str, ...]]] = {
    State.UNREAD: ("unread",),
    State.READ: (),
    State.ASIDE: ("set aside",),
}
"""What the status line says of a cable's state: nothing of what is usual at its end."""


def no_row() -> ListRow | None:
    """The current row of a list, where there is no list."""
    return None


@frozen(kw_only=True)
class Beside:
    """What is beside a desk: nothing, unless a list of the cables that are read."""

    subject: Subject
    """What commands are of, in the list or at the desk."""
    row: Callable[[], ListRow | None] = no_row
    """The current row."""
    go_on: Callable[[], object] | None = None
    """Goes on from a cable that is done with; ``None`` for just to the next one."""
    show_anew: Callable[[], object] = nothing
    """Shows what is known of the cables now."""
    changed: Callable[[], object] = nothing
    """Does the same, and all else that a change calls for."""
    show_list: Callable[[str], object] | None = None
    """Shows the cables that a query finds; ``None`` without an archive."""
    begin_reading: Callable[[], object] = nothing
    """Lets the keys go from the list to the desk."""


class Desk:
    """Puts together what is done with a cable, and knows what is beside."""

    def __init__(
        self,
        host: Zoomable,
        session: Session,
        reader: ReaderPane,
        copier: Copier,
        beside: Beside,
    ) -> None:
        """A desk with the cables and the notebook of a session."""
        self._host = host
        self._session = session
        self._copier = copier
        self._beside = beside
        self.reader = reader
        file, subject = session.triage_file, beside.subject
        self.going = going = Going(
            host, reader, session.queue, file, beside.begin_reading
        )
        self.triaging = Triaging(
            host,
            session,
            subject,
            beside.go_on or (lambda: going.action_cable(1, 1)),
            self._show_changed,
        )
        apply, make = self.triaging.apply, self.triaging.make
        self.marks = Marks(host, session, reader, going, apply, beside.begin_reading)
        self.notes = Notes(host, reader, self.marks, subject, file, make)
        self.links = Links(host, reader, going, beside.show_list)
        self._others = Others(file, self._show_others)
        # Esc leaves what they have open in this order.
        self.parts: dict[str, Part] = {
            "explain": Explaining(host, reader, beside.row),
            "zoom": Zoom(host, reader),
            "marks": self.marks,  # sees them before others' changes are shown
            "others": self._others,
            "habits": Habits(HINTS[session.settings.compat]),
            "move": MovingInCables(
                host,
                reader,
                self.triaging.finish,
                lambda: self._known is not None and not self._known.is_decided,
            ),
            "reader": reader,
            "go": going,
            "links": self.links,
            "find": Find(host, reader, going),
            "triage": self.triaging,
            "notes": self.notes,
            "export": Exporting(host, subject),
            "copy": Copying(host, copier, subject, lambda: reader.bookmarks),
            "programs": Programs(host, subject),
        }

    @property
    def place(self) -> str:
        """Where in which cable the reader is, and what was made of it."""
        if (known := self._known) is None:
            return self.reader.place
        labels = (f"+{label}" for label in known.labels)
        return "  ".join((self.reader.place, *STATE_WORDS[known.state], *labels))

    @property
    def _known(self) -> Triage | None:
        """What the notebook says of the open cable; ``None`` without a cable."""
        ids = OpenCable(self.reader).ids()
        return next(iter(self._session.triage_file.of(ids).values()), None)

    def begin(self) -> None:
        """Show the bookmarks, and tell what is to be known at the start."""
        self._others.begin()
        loaded = self._session.bookmark_file.load()
        self.reader.bookmarks = loaded.bookmarks
        settings, forms = self._session.settings, self._copier.forms
        problems = (
            *loaded.problems,
            *(
                settings.problem(f"copy.{each.name}", str(each))
                for each in forms.problems
            ),
            *key_problems(settings, (*COMMANDS, *copy_commands(forms.forms))),
            loaded.read_only,
        )
        for problem in filter(None, problems):
            self._host.warn(str(problem))
        self._host.say(self._session.notice)
        self.notes.offer_drafts()

    def _show_changed(self) -> None:
        self.marks.show()
        self._beside.changed()
        self._host.show_place()

    def _show_others(self) -> None:
        self.marks.show()
        self._host.show_place()
        self._beside.show_anew()
