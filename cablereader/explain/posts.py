"""Posts: who sends under a name, and where it sits."""

from __future__ import annotations

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import sentences
from cablereader.explain.table import Facts
from cablereader.explain.tags import tag_meaning
from cablereader.model.explanation import Explanation, TermKind
from cablereader.parse.posts import known_post, post_of_origin


def explain_post(term: str, context: Context) -> tuple[Explanation, ...]:
    """Who a post is: by its id name, its origin label, or as others write it."""
    post = post_of_origin(term) or known_post(term)
    facts = table.find("posts", "posts", post) if post else None
    if post is None or facts is None or (len(term) < 3 and not context.guesses):
        return ()
    tag = facts.text("tag")
    return (
        Explanation(
            term=term,
            kind=TermKind.POST,
            text=sentences(post_in_words(facts), _about(facts)),
            source=table.source("posts"),
            see_also=(tag,) if tag else (),
        ),
    )


def post_in_words(facts: Facts) -> str:
    """``US embassy in Oslo, Norway``, and where needed what else it is."""
    kind, city, country = (facts.text(name) for name in ("kind", "city", "country"))
    match kind:
        case "department":
            return "The Department of State in Washington"
        case "agency" | "delegation":
            return f"A US {kind}, not a post of its own; based in {city}"
    seat = city if city == country else f"{city}, {country}"
    return f"US {kind} in {seat}"


def facts_of(name: str) -> Facts | None:
    """What is known of a post, by any of its names."""
    post = known_post(name)
    return table.find("posts", "posts", post) if post else None


def country_of(origin: str) -> str:
    """The country of an origin of the archive: ``Embassy Oslo`` is in ``Norway``."""
    facts = facts_of_origin(origin)
    return facts.text("country") if facts else ""


def region_of(origin: str) -> str:
    """The bureau of an origin and its region: ``EUR Europe``."""
    facts = facts_of_origin(origin)
    if facts is None:
        return ""
    bureau = facts.text("bureau")
    region = table.find("posts", "regions", bureau)
    return f"{bureau} {region.text('meaning')}" if region else bureau


def facts_of_origin(origin: str) -> Facts | None:
    """What is known of the post of an origin of the archive."""
    post = post_of_origin(origin)
    return table.find("posts", "posts", post) if post else None


def _about(facts: Facts) -> str:
    """What it mostly writes about, where that is not the country of its seat."""
    tag = facts.text("tag")
    about = tag_meaning(tag)
    if not about or about == facts.text("country") or facts.text("kind") == "agency":
        return ""
    return f"Mostly about: {about} ({tag})"
