"""What is asked for, and what is known of the cable around it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from cablereader.model.classification import Marking
from cablereader.model.explanation import TermKind
from cablereader.model.frozen import frozen

NONE: Final[Mapping[str, Any]] = MappingProxyType({})


@frozen(kw_only=True)
class Surroundings:
    """What a cable says that helps to understand its words.

    `cablereader.explain.around.surroundings` reads it off a cable, once for all terms.
    """

    year: int | None = None
    """Of the cable, four digits."""
    classification: Marking | None = None
    """Of the whole cable."""
    post: str | None = None
    """Id name of the post that sent it."""
    countries: tuple[str, ...] = ()
    """The post's own, then those of its geographic TAGS."""
    names: Mapping[str, tuple[str, ...]] = NONE
    """Plain-language addresses by the routing indicators before them."""
    spelt_out: Mapping[str, str] = NONE
    """Acronyms that its text spells out: ``Government of Norway (GON)``."""
    page_created: str | None = None
    """When it was created as the web page has it, with the wrong minute."""


NOWHERE = Surroundings()


@frozen
class Context:
    """What a lookup knows besides the term."""

    kind: TermKind | None = None
    """What the term is. ``None``: not known, so that every kind is asked, and only
    terms that the tables have are answered for; else good guesses are too."""
    around: Surroundings = NOWHERE

    @property
    def guesses(self) -> bool:
        """Whether a reader of one kind may guess."""
        return self.kind is not None


ALONE = Context()
"""A term by itself."""
