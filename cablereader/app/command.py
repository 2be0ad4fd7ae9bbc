"""A command: something that a reader can tell the program to do, and where."""

from __future__ import annotations

from enum import StrEnum

from cablereader.model.frozen import frozen


class Context(StrEnum):
    """Where a command can be given."""

    EVERYWHERE = "everywhere"
    MOVEMENT = "movement"
    READER = "reader"
    RECEIVED = "received"
    """Reader, while the lines of the text are as received."""
    LIST = "list"
    LIBRARY = "library"
    """List and reader of an archive: both beside each other."""
    TRIAGE = "triage"
    """List and reader alike, whether or not there is an archive."""


@frozen
class Command:
    """Something that a reader can tell the program to do."""

    id: str
    """Stable: what a key map, the command line and the palette call it."""
    keys: tuple[str, ...]
    """Default keys; of a sequence, its keys with blanks between: ``"g g"``."""
    action: str
    """Of a part of the screen, as ``find.next(1)``, of the screen itself, or with
    ``app.`` of the application; ``{n}`` is the count typed before it, 0 for none."""
    title: str
    """What it does, in a few words."""
    context: Context
    hint: str = ""
    """Its word on the hint lines; empty for a command that is not there."""

    @property
    def menu(self) -> str:
        """The keys that it shows the choices of, and that show them; mostly empty."""
        return self.action.split("'")[1] if self.action.startswith("menu(") else ""
