"""What can go wrong outside of a cable's text, and the exit status of each.

Content is never an error: what is odd inside a cable is a
`cablereader.model.defect.Defect`.
"""

from __future__ import annotations

from typing import ClassVar


class CableReaderError(Exception):
    """Base of all errors that the command line turns into one line.

    The message is in lower case and says what is wrong, where, and what to do.
    """

    exit_status: ClassVar[int] = 1


class NothingFoundError(CableReaderError):
    """Nothing matched, or the thing named does not exist in the archive."""

    exit_status = 1


class UsageError(CableReaderError):
    """The words on the command line make no sense."""

    exit_status = 2


class UnreadableError(CableReaderError):
    """Some input could not be read; the rest was done."""

    exit_status = 3


class ArchiveError(CableReaderError):
    """The archive is unusable, and was left as it was."""

    exit_status = 4


class NotebookError(CableReaderError):
    """The bookmarks or the triage state are unusable, and were left as they were."""

    exit_status = 4
