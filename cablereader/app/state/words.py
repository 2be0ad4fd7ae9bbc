"""Words of one kind that can be asked for, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable

from cablereader.app.state.completion import Completions, no_completions
from cablereader.app.state.fault import Check, faultless
from cablereader.model.frozen import frozen


def nothing() -> None:
    """Do nothing when words are asked for, or given up."""


def unread(_: str) -> None:
    """Do nothing with words as long as they are being typed."""


@frozen(kw_only=True)
class Words:
    """All that a prompt need know of them; who asks for them gives it."""

    asked: str = ""
    """What stands before them; the name of their kind if empty."""
    enter: str = "take it"
    """What enter does with them, on the hint line."""
    take: Callable[[str], object]
    """What to do with those that are entered; it may have to be awaited."""
    begun: Callable[[], object] = nothing
    typed: Callable[[str], object] = unread
    left: Callable[[], object] = nothing
    """What to do when none are entered."""
    fault: Check = faultless
    completions: Callable[[], Completions] = lambda: no_completions
    is_query: bool = False
    """Whether ``?`` as the first of them asks what they can be."""
    proposed: bool = False
    """Whether those to begin with are a proposal, which typing replaces."""
    answered: bool = False
    """Whether something is said of them as they are typed, on the status line."""
