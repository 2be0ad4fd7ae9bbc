"""JSON lines that any program reads, and any terminal survives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final


class _Escapes(dict[int, str]):
    """How each character is written; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        written = character if character.isprintable() else json.dumps(character)[1:-1]
        self[code] = written
        return written


ESCAPES: Final = _Escapes()


def json_line(value: Mapping[str, Any]) -> bytes:
    r"""An object as one line of UTF-8, with its newline.

    Letters stay as they are; what a terminal might obey (C1 and bidi controls), what
    might end a line (U+2028) and lone surrogates are written as ``\u2028``.
    """
    line = json.dumps(value, ensure_ascii=False)
    if not (line.isascii() and line.isprintable()):
        line = line.translate(ESCAPES)
    return line.encode("utf-8") + b"\n"
