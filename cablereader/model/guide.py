"""The guide "How to read a cable" as a screen shows it."""

from __future__ import annotations

from dataclasses import dataclass

from cablereader.model.explanation import Explanation


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words of the worked example, and what they mean."""

    text: str
    """As they stand in the cable, on one line."""
    explanations: tuple[Explanation, ...]
    """In the order of the words; none is given twice in a guide."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the guide."""

    title: str
    prose: tuple[str, ...]
    """Paragraphs, one line each."""
    excerpts: tuple[Excerpt, ...] = ()
    """To be shown behind the prose."""
