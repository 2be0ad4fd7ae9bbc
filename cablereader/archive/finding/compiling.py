"""From the condition of a query to those that the archive can check."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from cablereader.archive.finding.expression import NEVER as NOTHING
from cablereader.archive.finding.expression import exactly
from cablereader.archive.finding.field_part import (
    around_part,
    between_part,
    compared_part,
    ids_part,
    matching_part,
    value_part,
)
from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.notebook import NO_NOTEBOOK, Notebook
from cablereader.archive.finding.paragraph_part import merged, paragraph_parts
from cablereader.archive.finding.part import (
    ALWAYS,
    NEVER,
    Gist,
    Listed,
    Part,
    Sql,
    Statement,
    both,
    one_of,
    opposite,
)
from cablereader.archive.finding.text_part import text_parts
from cablereader.archive.query.scanner import QueryError
from cablereader.archive.query.typed import read_query
from cablereader.archive.words.stemming import spelled_out
from cablereader.archive.words.term import Kind, term
from cablereader.model.nearest import meant
from cablereader.model.query import (
    And,
    Around,
    Between,
    Compare,
    Condition,
    Contains,
    Everything,
    InParagraph,
    Is,
    Matches,
    Not,
    Or,
)

FLAGS: Final = ("redacted", "partial", "article", "refs")
OWN_STATES: Final[dict[str, Part]] = {
    "new": Sql("cable.import = (SELECT max(number) FROM import)"),
    "duplicate": Sql(
        "cable.text_digest IN (SELECT text_digest FROM cable"
        " GROUP BY text_digest HAVING count(*) > 1)"
    ),
    "releases": Listed(
        Sql("cable.versions > 1"),
        Statement(
            "SELECT place FROM cable WHERE id IN (SELECT id FROM former)"
            " AND versions > 1",
            (),
        ),
    ),
    "attachment": Gist('"attachment" *'),
    **{flag: Gist(exactly(term(Kind.FLAG, flag))) for flag in FLAGS},
}
"""What the archive itself knows of ``is:`` and ``has:``."""
SCOPES: Final = ("all", "list", "selection")
"""What ``in:`` may say that is not of the notebook."""
IN_NOTEBOOK: Final = frozenset({"is", "has", "label", "note", "in"})
DEEPEST: Final = 8
"""Saved searches in saved searches."""


class Compiler:
    """Turns conditions into parts, and remembers what the reader should know."""

    def __init__(
        self,
        lookup: Lookup,
        notebook: Notebook = NO_NOTEBOOK,
        open_cable: str | None = None,
    ) -> None:
        """Ask of an archive.

        Args:
            lookup: Its names.
            notebook: What the reader has made.
            open_cable: Id of the cable that ``date:~7d`` is around.
        """
        self.lookup = lookup
        self.remarks: list[str] = []
        """Why a condition finds nothing, each in one line."""
        self._notebook = notebook
        self._open_cable = open_cable
        self._saved: tuple[str, ...] = ()

    def parts(self, condition: Condition) -> tuple[Part, ...]:
        """Conditions that hold together when the one does; none if it always does."""
        match condition:
            case Everything():
                return ()
            case And(parts=inner):
                return tuple(chain.from_iterable(map(self.parts, merged(inner))))
            case Or(parts=inner):
                return (self._any(inner),)
            case Not(part=part):
                return (opposite(self._one(part)),)
            case _:
                return self._of_leaf(condition)

    def _any(self, conditions: Sequence[Condition]) -> Part:
        ids = [
            each.value
            for each in conditions
            if isinstance(each, Is) and each.field == "id"
        ]
        if len(ids) == len(conditions):
            return ids_part(ids)
        return one_of([self.parts(each) or (ALWAYS,) for each in conditions])

    def _one(self, condition: Condition) -> Part:
        """A condition as one part."""
        return both(self.parts(condition) or (ALWAYS,))

    def _of_leaf(
        self,
        asked: Contains | InParagraph | Is | Compare | Between | Around | Matches,
    ) -> tuple[Part, ...]:
        match asked:
            case Contains(field="note") | Matches(field="note"):
                return (self._noted(asked),)
            case Contains() | InParagraph():
                return self._of_text(spelled_out(asked, self.lookup.words_of_stem))
            case Is():
                return (self._of_value(asked),)
            case Around():
                return (self._around(asked),)
            case _:
                return (self._of_order(asked),)

    def _of_text(self, asked: Condition) -> tuple[Part, ...]:
        match asked:
            case InParagraph():
                return paragraph_parts(asked, self.lookup.expand)
            case Contains():
                return text_parts(asked, self.lookup.expand)
            case _:
                return self.parts(asked)

    def _of_order(self, asked: Compare | Between | Matches) -> Part:
        match asked:
            case Compare():
                return compared_part(asked)
            case Between():
                return between_part(asked)
            case Matches():
                return matching_part(asked, self.lookup)

    def _of_value(self, asked: Is) -> Part:
        value = asked.value.lower()
        if asked.field == "saved":
            return self._saved_search(asked.value)
        if asked.field == "in" and value in SCOPES:
            return self._scope(asked, value)
        if asked.field in ("is", "has") and value in OWN_STATES:
            return OWN_STATES[value]
        if asked.field in IN_NOTEBOOK:
            return self._noted(asked)
        part = value_part(asked, self.lookup)
        if part == Gist(NOTHING):
            self.remarks.append(f"{asked}: {self._unknown(asked)}")
        return part

    def _unknown(self, asked: Is) -> str:
        """That nothing here has a name, and what was perhaps meant."""
        from cablereader.archive.finding.near_values import NearValues  # noqa: PLC0415  # rarely

        what = "no TAG" if asked.field == "tag" else "nothing"
        near = NearValues(self.lookup, self._notebook).of(asked)
        return f"{what} here is called so{meant(near[:1])}"

    def _scope(self, asked: Is, value: str) -> Part:
        if value == "all":
            return ALWAYS
        self.remarks.append(f"{asked}: only where there is a list on the screen")
        return NEVER

    def _noted(self, asked: Is | Contains | Matches) -> Part:
        found = self._notebook.condition(asked)
        if found is None:
            self.remarks.append(f"{asked}: there is no notebook that could tell")
            return NEVER
        return found

    def _around(self, asked: Around) -> Part:
        name = asked.cable_id or self._open_cable
        minute = self.lookup.created(name) if name else None
        if minute is None:
            what = f"{name} is not here, or has no date" if name else "no cable is open"
            self.remarks.append(f"{asked}: {what}; name another, {asked.field}:ID~7d")
            return NEVER
        return around_part(asked, minute)

    def _saved_search(self, name: str) -> Part:
        text = self._notebook.saved(name)
        if text is None or name in self._saved or len(self._saved) >= DEEPEST:
            what = "no search has this name" if text is None else "it asks for itself"
            self.remarks.append(f"saved:{name}: {what}")
            return NEVER
        try:
            condition = read_query(text).condition
        except QueryError as error:
            self.remarks.append(f"saved:{name}: {error}")
            return NEVER
        outside, self._saved = self._saved, (*self._saved, name)
        part = self._one(condition)
        self._saved = outside
        return part
