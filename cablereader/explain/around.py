"""What a cable says that helps to understand its words."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.explain import table
from cablereader.explain.context import Surroundings
from cablereader.explain.spelled_out import spelt_out
from cablereader.model.addressee import Addressee
from cablereader.model.cable import Cable
from cablereader.model.cable_id import CableId
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.posts import post_of_origin


def surroundings(cable: Cable) -> Surroundings:
    """Read them off a cable: once, for all of its terms."""
    cable_id = read_cable_id(cable.cable_id) if cable.cable_id else None
    post = _post(cable, cable_id)
    year = cable_id.year if cable_id else None
    return Surroundings(
        year=cable.created.year if cable.created else year,
        classification=cable.classification,
        post=post,
        countries=tuple(dict.fromkeys(_countries(post, cable.tags))),
        names=_names(cable),
        spelt_out=_spelt_out(cable),
        page_created=cable.page.created if cable.page else None,
    )


def addressees_of(cable: Cable) -> Iterator[Addressee]:
    """The rows of a routing list: the sender, those of action, those of information."""
    header = cable.header
    if header.sender:
        yield header.sender
    yield from header.action
    yield from header.info


def _post(cable: Cable, cable_id: CableId | None) -> str | None:
    if cable_id:
        return cable_id.post
    return post_of_origin(cable.origin) if cable.origin else None


def _countries(post: str | None, tags: tuple[str, ...]) -> Iterator[str]:
    facts = table.find("posts", "posts", post) if post else None
    if facts:
        yield facts.text("country")
    for tag in tags:
        facts = table.find("tags", "tags", tag)
        if facts and facts.text("kind") == "geographic":
            yield facts.text("meaning")


def _names(cable: Cable) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for addressee in addressees_of(cable):
        if addressee.routing and addressee.name:
            before = names.get(addressee.routing, ())
            names[addressee.routing] = (*before, addressee.name)
    return {routing: tuple(dict.fromkeys(own)) for routing, own in names.items()}


def _spelt_out(cable: Cable) -> dict[str, str]:
    """What the subject and the paragraphs spell out; the first time counts."""
    found: dict[str, str] = {}
    texts = (cable.subject or "", *(each.text for each in cable.paragraphs))
    for text in texts:
        for acronym, words in spelt_out(text):
            found.setdefault(acronym, words)
    return found
