"""Cables that are found by a name in their header lines, and by no word of their text.

Free text finds a cable by what its TAGS mean, too; where nothing is marked in it, the
reader wants to know why it is there.

What TAGS mean and what a cable says is loaded when that is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.archive.words.matching import holds
from cablereader.model.cable import Cable
from cablereader.model.query import Condition, Pattern, texts_in


def names_behind(condition: Condition, cable: Cable) -> tuple[str, ...]:
    """What a cable is found by, of each text that stands neither in subject nor body.

    ``TAG PINR (Intelligence)``, ``the reference 08LISBON9118``.
    """
    from cablereader.archive.words.indexing import passages_of  # noqa: PLC0415  # as said

    texts = (cable.title, *(passage.text for passage in passages_of(cable)))
    wanted = (each for each in texts_in(condition) if each.field is None)
    found = (
        next(_names(each.pattern, cable), None)
        for each in wanted
        if not holds(each.pattern, texts)
    )
    return tuple(dict.fromkeys(filter(None, found)))


def _names(pattern: Pattern, cable: Cable) -> Iterator[str]:
    from cablereader.explain.tags import tag_meaning  # noqa: PLC0415  # as said

    for tag in cable.tags:
        meaning = tag_meaning(tag)
        short = meaning.partition(" (")[0]
        if holds(pattern, (tag, short)):
            yield f"TAG {tag} ({short})" if short else f"TAG {tag}"
        elif holds(pattern, (meaning,)):
            yield f"TAG {tag} ({meaning})"
    for reference in cable.references:
        if holds(pattern, (reference.text, reference.cable_id or "")):
            yield f"the reference {reference.cable_id or reference.text}"
