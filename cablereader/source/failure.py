"""What could not be read, or not as it should be: a value, so that the rest is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cablereader.model.frozen import frozen


@frozen
class Failure:
    """Some input that was not read, or was read with a doubt."""

    path: str
    """As given, a member of an archive after its own path; not cleaned."""
    what: str
    """What is wrong, in a few words."""
    remedy: str = ""
    """What to do about it."""
    line: int | None = None
    """Counted from 1; where the row begins in a file of many."""

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")


Report: TypeAlias = Callable[[Failure], None]
"""Takes each failure as it is met."""


def failure_of(path: str, error: OSError) -> Failure:
    """What the system said of a file."""
    match error:
        case FileNotFoundError():
            return Failure(path, "no such file or folder", "check the name")
        case PermissionError():
            return Failure(path, "permission denied", "ask its owner for read access")
        case _:
            return Failure(path, (error.strerror or str(error)).lower())
