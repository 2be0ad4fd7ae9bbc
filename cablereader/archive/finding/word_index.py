"""The indexes that know where in a cable a word stands: whose row is which cable's."""

from __future__ import annotations

from typing import Final

from cablereader.archive.schema import PASSAGE_BITS
from cablereader.model.frozen import frozen


@frozen(kw_only=True)
class WordIndex:
    """An index with rows of its own, in the order of the places."""

    name: str
    columns: tuple[str, ...]
    """In the order of the table."""
    bits: int
    """Of a row's number that tell the rows of one place apart."""
    place: str
    """SQL for the place of the cable that a row is of."""
    rows: str
    """SQL for the rows of the cable at hand."""

    def first_row(self, place: int) -> int:
        """The first row that a place can have."""
        return place << self.bits

    def last_row(self, place: int) -> int:
        """The last one."""
        return ((place + 1) << self.bits) - 1


PASSAGE: Final = WordIndex(
    name="passage",
    columns=("body", "subject", "refs"),
    bits=PASSAGE_BITS,
    place=f"""ifnull(
        (SELECT further.cable FROM further
            WHERE further.place = passage.rowid >> {PASSAGE_BITS}),
        passage.rowid >> {PASSAGE_BITS}
    )""",
    rows=f"""passage.rowid BETWEEN cable.place << {PASSAGE_BITS}
        AND ((cable.place + cable.further + 1) << {PASSAGE_BITS}) - 1""",
)
"""Of the passages of the text; the front of a cable, with its subject, is one more."""
FRONT: Final = WordIndex(
    name="front",
    columns=("header", "signed", "classifiedby", "reason", "decl"),
    bits=0,
    place="front.rowid",
    rows="front.rowid = cable.place",
)
"""Of what stands above the text."""
