"""The words of a stretch of lines, as a person would type them today."""

from __future__ import annotations

from collections.abc import Iterable


def unwrapped(lines: Iterable[str]) -> str:
    """The lines with breaks inside a sentence as one blank, blocks kept apart."""
    blocks: list[list[str]] = [[]]
    for words in lines:
        if words:
            blocks[-1].append(words)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(" ".join(" ".join(block).split()) for block in blocks if block)
