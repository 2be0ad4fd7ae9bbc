"""A pattern that is compiled when it is first used.

Compiling all patterns takes ten times as long as parsing a cable, and one cable needs
no more than half of them.
"""

from __future__ import annotations

import re
from typing import Any, Final

METHODS: Final = ("match", "search", "finditer", "findall", "sub", "split")
"""Those of a compiled pattern that the parser uses."""


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What stands in for the pattern, and becomes it."""
    lazy: Any = _LazyPattern(source, flags)
    stand_in: re.Pattern[str] = lazy
    return stand_in


class _LazyPattern:
    """Has no methods before the first is asked for, then those of the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        # Found in the instance from now on, where they cost what they always cost.
        vars(self).update({each: getattr(compiled, each) for each in METHODS})
        return getattr(compiled, name)
