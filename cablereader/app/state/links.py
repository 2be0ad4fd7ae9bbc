"""What can be followed from a cable: references, paragraphs, TAGS, its origin."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final, TypeAlias

from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.citation import Citation, CitationKind
from cablereader.model.frozen import frozen, replace
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.query import quoted
from cablereader.model.reference import Reference
from cablereader.parse.citation import find_citations


@frozen
class ListQuery:
    """The list of all cables that a query finds, as a place to go to."""

    query: str


NEAR: Final = 7
"""Days around a cable, in which others of its origin may be of the same matter."""
Target: TypeAlias = ParagraphRef | ListQuery


@frozen
class Link:
    """Something that leads elsewhere."""

    text: str
    """As it stands in the cable."""
    target: Target | None
    """``None`` for what leads nowhere."""
    why: str = ""
    """What it is, or why it leads nowhere."""
    absent: bool = False
    """Whether it leads to a cable that is not here."""


def cables_of(links: Iterable[Link]) -> Iterator[str]:
    """The ids of the cables that some links lead to, but for those of paragraphs."""
    for link in links:
        match link.target:
            case ParagraphRef(cable_id=cable_id, label=""):
                yield cable_id


def told_apart(links: Iterable[Link], absent: Container[str]) -> tuple[Link, ...]:
    """The links, with it said of each whether its cable is among the absent ones."""
    return tuple(
        replace(link, absent=any(each in absent for each in cables_of((link,))))
        for link in links
    )


def links_of_paragraph(cable: Cable, paragraph: Paragraph) -> tuple[Link, ...]:
    """What the words of a paragraph point to, each once, in their order."""
    year = cable.created.year if cable.created else None
    links = (
        link
        for citation in find_citations(paragraph.text, year=year)
        for link in _links(citation, cable, citation.span.of(paragraph.text))
    )
    return tuple(dict.fromkeys(links))


def links_of_cable(cable: Cable) -> tuple[Link, ...]:
    """Its references, what its paragraphs point to, its origin and its TAGS."""
    references = tuple(map(_reference_link, cable.references))
    known = {link.target for link in references}
    return tuple(
        dict.fromkeys(
            (
                *references,
                *(
                    link
                    for paragraph in cable.paragraphs
                    for link in links_of_paragraph(cable, paragraph)
                    if link.target not in known
                ),
                *_list_links(cable),
                *links_to_articles(cable),
            )
        )
    )


def links_to_articles(cable: Cable) -> tuple[Link, ...]:
    """The articles that name it, which lead to all cables that they name."""
    return tuple(
        Link(
            article,
            ListQuery(f"article:{quoted(article)}"),
            "an article: all cables it names",
        )
        for article in cable.articles
    )


def _links(citation: Citation, cable: Cable, text: str) -> Iterator[Link]:
    match citation.kind:
        case CitationKind.REFERENCE:
            meant = citation.among(cable.references)
            yield from (_reference_link(reference, text) for reference in meant)
        case CitationKind.CABLE:
            for cable_id in citation.targets:
                yield Link(text, ParagraphRef(cable_id, ""), "a cable")
        case CitationKind.PARAGRAPH:
            yield from _paragraph_links(citation, cable, text)
        case CitationKind.SEPTEL:
            yield Link(text, None, "another cable; it does not say which")


def _paragraph_links(citation: Citation, cable: Cable, text: str) -> Iterator[Link]:
    own = {each.number: each.label for each in reversed(cable.paragraphs)}
    for number in citation.targets:
        if label := own.get(number):
            ref = ParagraphRef(cable.cable_id or "", label)
            yield Link(text, ref, "a paragraph of this cable")


def _reference_link(reference: Reference, text: str = "") -> Link:
    shown = f"{text}: {reference.text}" if text else str(reference)
    if reference.cable_id:
        return Link(shown, ParagraphRef(reference.cable_id, ""), "a reference")
    return Link(shown, None, f"no cable: {reference.kind}")


def _list_links(cable: Cable) -> Iterator[Link]:
    if cable_id := cable.cable_id:
        query = f"ref:{quoted(cable_id)}"
        yield Link(cable_id, ListQuery(query), "all cables that cite this one")
    if cable.origin:
        query = f"origin:{quoted(cable.origin)}"
        if cable_id and cable.created and cable_id.isalnum():
            near = f"date:{cable_id}~{NEAR}d {query}"
            why = f"its cables within {NEAR} days"
            yield Link(cable.origin, ListQuery(near), why)
        yield Link(cable.origin, ListQuery(query), "all cables of this origin")
    for tag in cable.tags:
        yield Link(tag, ListQuery(f"tag:{quoted(tag)}"), "all cables with this TAG")
