"""Rows of text whose parts have looks of their own."""

from __future__ import annotations

from typing import TypeAlias

from cablereader.model.frozen import frozen


@frozen
class Piece:
    """A stretch of a row: clean text, and the role that gives it its look."""

    text: str
    role: str = "value"


Row: TypeAlias = tuple[Piece, ...]
