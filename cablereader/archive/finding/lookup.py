"""What a query must know of an archive before it can be asked: names and words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from cablereader.archive.words.folding import LAST_LETTER, words_of
from cablereader.parse.cable_id import canonical_id
from cablereader.parse.posts import known_post, post_of_origin, post_of_routing

if TYPE_CHECKING:
    from cablereader.archive.words.spelling import Spelling

MOST_WORDS: Final = 64
"""Of one beginning, that are asked for one by one."""
MOST_WORDS_FIRST: Final = 5_000
"""The same for the first page alone, which needs few rows of each."""


class Lookup:
    """Names of one archive, for one query or many."""

    def __init__(self, db: sqlite3.Connection, *, first: bool = False) -> None:
        """Look up names.

        Args:
            db: Of the archive.
            first: Whether only the first page of a list is wanted.
        """
        self._db = db
        self._most_words = MOST_WORDS_FIRST if first else MOST_WORDS
        self._words: dict[str, tuple[str, ...]] = {}

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """All origins, sorted by name."""
        rows = self._db.execute("SELECT name FROM origin ORDER BY name")
        return tuple(name for (name,) in rows)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """All TAGS, sorted by code."""
        rows = self._db.execute("SELECT code FROM tag ORDER BY code")
        return tuple(code for (code,) in rows)

    @cached_property
    def spill(self) -> int:
        """How many places a cable may stand behind its minute."""
        (spill,) = self._db.execute("SELECT spill FROM state").fetchone()
        return int(spill)

    def expand(self, prefix: str) -> tuple[str, ...]:
        """The words of texts that begin like this; none where they are too many."""
        if prefix not in self._words:
            rows = self._db.execute(
                "SELECT term FROM gist_term WHERE term >= ? AND term < ? LIMIT ?",
                (prefix, prefix + LAST_LETTER, self._most_words + 1),
            ).fetchall()
            few = len(rows) <= self._most_words
            self._words[prefix] = tuple(term for (term,) in rows) if few else ()
        return self._words[prefix]

    def words_of_stem(self, word: str) -> tuple[str, ...]:
        """The words of texts that have the stem of one."""
        from cablereader.archive.words.stemming import (  # noqa: PLC0415  # if asked for
            root_of,
            stem_of,
            stems_of,
        )

        root, stem = root_of(word), stem_of(word)
        rows = self._db.execute(
            "SELECT term FROM gist_term WHERE term >= ? AND term < ?",
            (root, root + LAST_LETTER),
        )
        words = [term for (term,) in rows]
        stems = zip(words, stems_of(words), strict=True)
        return tuple(each for each, own in stems if own == stem)

    def origins_named(self, name: str) -> tuple[str, ...]:
        """The origins of a name, of the beginning of one, or of a code."""
        wanted = "".join(words_of(name))
        post = known_post(name) or post_of_routing(name)
        return tuple(
            origin
            for origin in self.origins
            if _begins(origin, wanted) or (post and post_of_origin(origin) == post)
        )

    def origins_in_country(self, name: str) -> tuple[str, ...]:
        """The origins in a country of that name."""
        from cablereader.explain.posts import country_of  # noqa: PLC0415  # tables

        return self._origins_where(country_of, name)

    def origins_in_region(self, name: str) -> tuple[str, ...]:
        """The origins in a region, by its name or its bureau: ``Europe``, ``EUR``."""
        from cablereader.explain.posts import region_of  # noqa: PLC0415  # tables

        return self._origins_where(region_of, name)

    def tags_named(self, name: str) -> tuple[str, ...]:
        """The TAGS of a code, or else of the beginning of a name."""
        from cablereader.explain.tags import tag_meaning  # noqa: PLC0415  # tables

        wanted = "".join(words_of(name))
        codes = [code for code in self.tags if "".join(words_of(code)) == wanted]
        return tuple(codes) or tuple(
            code for code in self.tags if _begins(tag_meaning(code), wanted)
        )

    def tags_of_kind(self, kind: str) -> tuple[str, ...]:
        """The TAGS of a kind, ``geographic`` or ``subject`` for instance."""
        from cablereader.explain.tags import tag_kind  # noqa: PLC0415  # tables

        return tuple(
            code for code in self.tags if tag_kind(code).startswith(kind.lower())
        )

    def _origins_where(
        self, fact_of: Callable[[str], str], name: str
    ) -> tuple[str, ...]:
        wanted = "".join(words_of(name))
        return tuple(
            origin for origin in self.origins if _begins(fact_of(origin), wanted)
        )

    def spelling(
        self, *, mark: str = "", column: str | None = None, whole: bool = True
    ) -> Spelling:
        """The words of the archive or of a field, as of `Spelling`."""
        from cablereader.archive.words.spelling import Spelling  # noqa: PLC0415  # rarely

        return Spelling(self._db, mark=mark, column=column, whole=whole)

    def created(self, cable_id: str) -> int | None:
        """The minute in which a cable was created, if the archive has it."""
        row = self._db.execute(
            "SELECT created FROM cable WHERE id = ?1 OR canonical = ?2"
            " ORDER BY id != ?1",
            (cable_id, canonical_id(cable_id)),
        ).fetchone()
        return row[0] if row else None


def _begins(name: str, wanted: str) -> bool:
    """Whether a name, or the rest of it from one of its words on, begins like this."""
    words = words_of(name)
    return bool(wanted) and any(
        "".join(words[at:]).startswith(wanted) for at in range(len(words))
    )
