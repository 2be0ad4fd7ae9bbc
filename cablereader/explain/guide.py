"""The guide "How to read a cable", with a real cable taken apart.

The prose is in ``tables/guide.md``; ``{header}`` there stands for what the code takes
from the cable. So the example cannot say what the cable and the tables do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from cablereader.explain.around import surroundings
from cablereader.explain.context import Context, Surroundings
from cablereader.explain.header_spots import header_spots
from cablereader.explain.lookup import explain
from cablereader.explain.spots import field_spots, paragraph_spots
from cablereader.explain.table import prose
from cablereader.model.block import Paragraph, Passage, PassageKind
from cablereader.model.cable import Cable
from cablereader.model.explanation import Explanation, TermKind
from cablereader.model.guide import Chapter, Excerpt
from cablereader.model.spot import Field, InField, InHeader, InParagraph, Spot

Taken: TypeAlias = tuple[str, list[Spot]]
"""Words of a cable, and the spots in them."""
EXAMPLE: Final = "07OSLO9012"
"""The cable of the sample that the prose speaks of."""
TOP_BOX: Final = frozenset(
    (
        Field.REFERENCE,
        Field.CREATED,
        Field.RELEASED,
        Field.CLASSIFICATION,
        Field.ORIGIN,
    )
)
ELSEWHERE: Final = TOP_BOX | {Field.SIGNED, Field.ARTICLE}
"""Fields that are not of the top of the body."""
HEAD: Final = 90
"""Characters of a paragraph that are shown."""
AROUND: Final = 40
"""Characters on both sides of a word inside a paragraph."""


def guide(cable: Cable) -> tuple[Chapter, ...]:
    """The chapters, the first of which has the title of the whole.

    Args:
        cable: The worked example; meant for `EXAMPLE`, any other will do.
    """
    around = surroundings(cable)
    given: set[str] = set()
    return tuple(
        _chapter(part, cable, around, given) for part in prose("guide").split("\n#")
    )


def _chapter(part: str, cable: Cable, around: Surroundings, given: set[str]) -> Chapter:
    title, _, rest = part.strip("# \n").partition("\n")
    paragraphs = [" ".join(each.split()) for each in rest.split("\n\n")]
    names = [each.strip("{}") for each in paragraphs if each.startswith("{")]
    taken = (each for name in names for each in TAKERS[name](cable, around))
    return Chapter(
        title,
        tuple(each for each in paragraphs if each and not each.startswith("{")),
        tuple(_excerpts(taken, around, given)),
    )


def _excerpts(
    taken: Iterator[Taken], around: Surroundings, given: set[str]
) -> Iterator[Excerpt]:
    """Words with what is not explained yet; words with nothing new are left out."""
    for words, spots in taken:
        new = tuple(_unless_given(spots, around, given))
        if new:
            yield Excerpt(" ".join(words.split()), new)


def _unless_given(
    spots: list[Spot], around: Surroundings, given: set[str]
) -> Iterator[Explanation]:
    for spot in spots:
        for explanation in explain(spot.term, Context(spot.kind, around)):
            if explanation.text not in given:
                given.add(explanation.text)
                yield explanation


def _top_box(cable: Cable, _around: Surroundings) -> Iterator[Taken]:
    for spot in field_spots(cable):
        if _field(spot) in TOP_BOX:
            yield spot.term, [spot]


def _header(cable: Cable, _around: Surroundings) -> Iterator[Taken]:
    """The lines of the header as received."""
    spots = list(header_spots(cable.header))
    start = 0
    for line in cable.header.text.split("\n"):
        stop = start + len(line)
        own = [spot for spot in spots if start <= _start(spot) < stop]
        if any(spot.kind is TermKind.ROUTING for spot in own):
            own = [spot for spot in own if spot.kind is not TermKind.ADDRESS]
        yield line, own
        start = stop + 1


def _top(cable: Cable, _around: Surroundings) -> Iterator[Taken]:
    """The top of the body, field by field."""
    fields: dict[str, list[Spot]] = {}
    words = _top_words(cable)
    for spot in field_spots(cable):
        field = _field(spot)
        if field and field not in ELSEWHERE:
            fields.setdefault(words[field], []).append(spot)
    yield from fields.items()


def _top_words(cable: Cable) -> dict[Field, str]:
    """The fields of the top as the cable has them."""
    front = _front(cable)
    by = front[max(front.upper().find("CLASSIFIED BY"), 0) :]
    order = cable.executive_order
    return {
        Field.SECTION: front.split("\n", 1)[0],
        Field.CAPTIONS: ", ".join(cable.captions),
        Field.ATTENTION: cable.attention or "",
        Field.ORDER: order.text if order else "",
        Field.TAGS: f"TAGS: {cable.tags_text}",
        Field.SUBJECT: f"SUBJECT: {cable.subject}",
        Field.REF: "REF: " + " ".join(map(str, cable.references)),
        Field.CLASSIFIED_BY: by,
        Field.REASONS: by,
    }


def _front(cable: Cable) -> str:
    """The top of the body as received."""
    return next(
        (
            block.span.of(cable.body).strip()
            for block in cable.blocks
            if isinstance(block, Passage) and block.kind is PassageKind.FRONT
        ),
        "",
    )


def _text(cable: Cable, around: Surroundings) -> Iterator[Taken]:
    """The beginnings of paragraphs, the words of the trade, and who signed."""
    for paragraph in cable.paragraphs:
        yield from _paragraph(cable, paragraph, around)
    for spot in field_spots(cable):
        if _field(spot) is Field.SIGNED:
            yield ", ".join(cable.signers), [spot]


def _paragraph(
    cable: Cable, paragraph: Paragraph, around: Surroundings
) -> Iterator[Taken]:
    """How a paragraph begins, then each word of the trade that stands further on."""
    head = " ".join(paragraph.span.of(cable.body).split())[:HEAD].rpartition(" ")[0]
    spots = list(paragraph_spots(paragraph, around))
    yield (
        f"{head} …",
        [spot for spot in spots if spot.kind is TermKind.MARKING or spot.term in head],
    )
    text = paragraph.text
    for spot in spots:
        if isinstance(spot.place, InParagraph) and (span := spot.place.span):
            start = max(span.start - AROUND, 0)
            before = text[start : span.start]
            before = before.partition(" ")[2] if start else before
            after = text[span.stop : span.stop + AROUND].rpartition(" ")[0]
            words = f"{'… ' if start else ''}{before}{span.of(text)}{after} …"
            yield words, [spot]


def _field(spot: Spot) -> Field | None:
    return spot.place.field if isinstance(spot.place, InField) else None


def _start(spot: Spot) -> int:
    return spot.place.span.start if isinstance(spot.place, InHeader) else -1


TAKERS: Final[dict[str, Callable[[Cable, Surroundings], Iterator[Taken]]]] = {
    "top box": _top_box,
    "header": _header,
    "top": _top,
    "text": _text,
}
"""What the names in the prose stand for."""
