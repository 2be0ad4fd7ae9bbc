"""The top of a cable, from the classification line to the reasons (format.md 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cablereader.parse.grammar import front as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The lines of each field, and where the text begins."""

    stop: int
    """Index of the first line after it."""
    fields: dict[str, tuple[str, ...]]


def read_front(lines: Sequence[Line], first: int) -> Front:
    """The fields of the top, which begins on line ``first``."""
    fields: dict[str, list[str]] = {"line": [], "captions": []}
    current = "line"
    stop = first
    after_blank = False
    for index in range(first, len(lines)):
        words = lines[index].text
        if not words:
            after_blank = True
            continue
        label = grammar.LABEL.match(words)
        if label:
            current = str(label.lastgroup)
        elif text_grammar.NUMBER.match(words) or text_grammar.RULE.match(words):
            break
        elif after_blank and current in {"line", "captions"}:
            current = "captions"
        elif after_blank:
            break
        elif current == "line":
            current = "captions" if fields["line"] else "line"
        fields.setdefault(current, []).append(words)
        stop = index + 1
        after_blank = False
    return Front(
        stop=stop, fields={name: tuple(words) for name, words in fields.items()}
    )
