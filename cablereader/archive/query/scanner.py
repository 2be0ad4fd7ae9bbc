"""A place in the text of a query, and the error that names it."""

from __future__ import annotations

import re
from typing import Final

from cablereader.errors import UsageError

BLANKS: Final = re.compile(r"\s*")


class QueryError(UsageError):
    """A query that makes no sense, with the place where it stops making any."""

    def __init__(self, what: str, column: int) -> None:
        """Say what is wrong.

        Args:
            what: What is wrong, and what to do.
            column: Where in the query, counted from 1.
        """
        super().__init__(f"query, column {column}: {what}")
        self.what = what
        self.column = column


class Scanner:
    """A text, and how much of it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        """Offset of the next character."""

    def skip_blanks(self) -> None:
        """Go on to what is no blank."""
        self.take(BLANKS)

    @property
    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    @property
    def next(self) -> str:
        """The next character; nothing at the end."""
        return self.text[self.at : self.at + 1]

    def sees(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match of a pattern that begins here."""
        return pattern.match(self.text, self.at)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The same, and go on behind it."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def take_sign(self, sign: str) -> bool:
        """Go on behind a sign if it is next."""
        if self.text.startswith(sign, self.at):
            self.at += len(sign)
            return True
        return False

    def error(self, what: str, at: int | None = None) -> QueryError:
        """The error to raise for something.

        Args:
            what: What is wrong, and what to do.
            at: Offset of it; the next character if missing.
        """
        return QueryError(what, (self.at if at is None else at) + 1)
