"""Subjects as titles."""

from __future__ import annotations


def title_case(text: str) -> str:
    """The text with a capital at the start of each word."""
    return text.title()
