"""What a query can ask for: its fields, to put one of them into the prompt."""

from __future__ import annotations

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.query_field import NAMED, QueryField
from cablereader.present.piece import Piece, Row


class FieldList(FilterScreen[str]):
    """One row a field."""

    HINT = (
        "type to filter   Up Down move   Enter puts it into the query   Esc goes back"
    )

    def __init__(self) -> None:
        """The fields of a query, then what orders and cuts its list."""
        super().__init__(
            [
                (f"{field.name} {field.meaning} {' '.join(field.words)}".lower(),
                 f"{field.name}:", field_row(field))
                for field in NAMED
            ]
        )  # fmt: skip

    @property
    def heading(self) -> str:
        return "Words are found as they are; a field finds what stands in its place"


def field_row(field: QueryField) -> Row:
    """Its name, what it finds, and the only values that it takes."""
    name = f"{field.name}:"
    return Piece(f"{name:<14} ", "key"), Piece(field.told)
