"""Searches that the reader has given a name, and how they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from cablereader.model.frozen import frozen, replace
from cablereader.model.step import Aspect, Change, Step


@frozen
class SavedSearch:
    """A query with a name."""

    name: str
    query: str
    letter: str = ""
    """The letter or digit that opens it; empty for none."""

    @property
    def value(self) -> str:
        """Letter and query as the value of its aspect."""
        return f"{self.letter or ' '}{self.query}"


def saving(search: SavedSearch, known: Sequence[SavedSearch]) -> Step:
    """The step that saves a search, in the place of the one of its name.

    Args:
        search: With a name; where another one has its letter, that one loses it.
        known: All that are saved.
    """
    return Step(f"saved the search {search.name}", _saved(search, known))


def renaming(search: SavedSearch, name: str) -> Step:
    """The step that gives a saved search a name that none has."""
    changes = (_change(search.name, search.value, ""), _change(name, "", search.value))
    return Step(f"renamed the search {search.name} to {name}", changes)


def lettering(search: SavedSearch, letter: str, known: Sequence[SavedSearch]) -> Step:
    """The step that gives a saved search a letter, or with none takes it away."""
    changes = _saved(replace(search, letter=letter), known)
    sentence = f"the search {search.name} has the letter {letter}"
    return Step(
        sentence if letter else f"the search {search.name} has no letter", changes
    )


def forgetting(search: SavedSearch) -> Step:
    """The step that takes a saved search away."""
    change = _change(search.name, search.value, "")
    return Step(f"deleted the search {search.name}", (change,))


def restoring_searches(
    own: Sequence[SavedSearch], other: Sequence[SavedSearch], *, replacing: bool
) -> tuple[Change, ...]:
    """What brings the saved searches of another notebook into this one.

    A letter that opens another search here goes on to do so.

    Args:
        own: All of this one.
        other: All of the other one.
        replacing: Whether those go that the other one does not have.
    """
    before = {each.name: each for each in own}
    after = {} if replacing else dict(before)
    taken = {each.letter: each.name for each in after.values()}
    for each in other:
        free = taken.get(each.letter, each.name) == each.name
        after[each.name] = each if free else replace(each, letter="")
    changes = (
        _change(
            name,
            before[name].value if name in before else "",
            after[name].value if name in after else "",
        )
        for name in sorted({*before, *after})
    )
    return tuple(change for change in changes if change.before != change.after)


def _saved(search: SavedSearch, known: Sequence[SavedSearch]) -> tuple[Change, ...]:
    """What puts a search in the place of the one of its name; its letter is its own."""
    others = [each for each in known if each.name != search.name]
    robbed = [each for each in others if each.letter == search.letter != ""]
    old = "".join(each.value for each in known if each.name == search.name)
    changes = (
        *(_change(each.name, each.value, f" {each.query}") for each in robbed),
        _change(search.name, old, search.value),
    )
    return tuple(each for each in changes if each.before != each.after)


def _change(name: str, before: str, after: str) -> Change:
    return Change(Aspect.SEARCH, name, before, after)
