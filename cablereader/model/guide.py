"""The guide "How to read a cable" as a screen shows it."""

from __future__ import annotations

from cablereader.model.explanation import Explanation
from cablereader.model.frozen import frozen


@frozen
class Excerpt:
    """A few words of the worked example, and what they mean."""

    text: str
    """As they stand in the cable, on one line."""
    explanations: tuple[Explanation, ...]
    """In the order of the words; none is given twice in a guide."""


@frozen
class Chapter:
    """A part of the guide."""

    title: str
    prose: tuple[str, ...]
    """Paragraphs, one line each."""
    excerpts: tuple[Excerpt, ...] = ()
    """To be shown behind the prose."""
