"""Routing indicators, and the plain-language addresses behind them (ACP 117)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.posts import facts_of, post_in_words
from cablereader.explain.sentence import listed, sentences
from cablereader.explain.table import Facts
from cablereader.model.explanation import Explanation, TermKind
from cablereader.parse.posts import post_of_routing
from cablereader.parse.slip import is_slip

SHARED: Final = (
    "A switching centre of many users, so that only the name in the header says"
)
FAMILY_SOURCE: Final = "the first letters of the indicator"
NAME_SOURCE: Final = "the header itself"
NO_ADDRESS: Final = "An address in plain language that the tables do not have"
PREFIXES: Final = {
    "AMEMBASSY": "US embassy",
    "AMEMB": "US embassy",
    "AMCONSUL": "US consulate",
    "AMCONGEN": "US consulate general",
    "USMISSION": "US mission",
    "USDAO": "US defence attache office",
    "USLO": "US liaison office",
    "USINT": "US interests section",
    "USOFFICE": "US office",
    "REO": "regional embassy office",
}
"""What plain-language addresses begin with, before a place."""
SPELLINGS: Final = (("WASHDC", "WASHINGTON DC"), ("DEPARTMENT OF ", "DEPT OF "))
"""Words of addresses, and how the tables spell them."""
LONGEST_NAME: Final = 200
MOST_NAMES: Final = 6
"""Of one indicator that are listed."""


def explain_routing(term: str, context: Context) -> tuple[Explanation, ...]:
    """Whose a routing indicator is; the name in the header goes before the table's."""
    indicator = term.upper()
    facts = table.find("routing", "indicators", indicator)
    slip = table.find("routing", "slips", indicator)
    meant = slip.text("use") if slip else None
    if facts is None and meant is None and context.guesses:
        meant = _nearest(indicator)
    if facts is None and meant is None and not context.guesses:
        return ()
    names = context.around.names.get(indicator, ())[:MOST_NAMES]
    if facts and indicator == "RUEHWEB":
        return (_routing(term, sentences(facts.text("plain")), doubtful=True),)
    if names:
        return (_named_in_header(term, names, facts, meant),)
    if facts:
        return (_routing(term, _by_table(facts), doubtful=_may_differ(facts)),)
    if meant:
        return (_slip(term, meant, doubtful=slip is None),)
    return tuple(_family(term, indicator))


def explain_address(term: str, context: Context) -> tuple[Explanation, ...]:
    """Who an address in plain language is."""
    words = _by_form(_normal(term))
    if not words and not context.guesses:
        return ()
    words = words or address_in_words(term)
    return (
        Explanation(
            term=term,
            kind=TermKind.ADDRESS,
            text=sentences(words or NO_ADDRESS),
            source=table.source("routing"),
            doubtful=not words,
        ),
    )


def address_in_words(name: str) -> str:
    """``AMEMBASSY OSLO`` in words; empty where nothing is known of it."""
    plain = _normal(name)
    if words := _by_form(plain):
        return words
    if facts := _indicators_by_name().get(plain):
        return _in_words(facts)
    if post := facts_of(plain):
        return post_in_words(post)
    first = table.find("glossary", "terms", plain.partition(" ")[0])
    return first.text("meaning") if first else ""


def _by_form(plain: str) -> str:
    """An address of the table, or what its first or last word says."""
    if facts := table.find("routing", "addresses", plain):
        return facts.text("plain")
    first, _, rest = plain.partition(" ")
    if rest and first in PREFIXES:
        post = facts_of(rest)
        if post and first.startswith(("AMEMB", "AMCON")):
            return post_in_words(post)
        return f"{PREFIXES[first]} {rest.title()}"
    if plain.endswith((" COLLECTIVE", " POSTS")):
        return f"A standing group of posts ({plain.title()})"
    return ""


def _named_in_header(
    term: str, names: tuple[str, ...], facts: Facts | None, meant: str | None
) -> Explanation:
    """What an indicator is by the names that the header has behind it."""
    known = [(name, address_in_words(name)) for name in names]
    whose = listed([f"{name} ({words})" if words else name for name, words in known])
    slip = meant if meant and _names(meant) & {*map(_normal, names)} else None
    note = ""
    if facts and "shared" in facts:
        note = f"{SHARED} who is meant"
    elif slip:
        note = f"The indicator is probably a slip for {slip}"
    elif facts is None:
        note = f"Indicators that begin so belong to {_whose(term.upper())}"
    return Explanation(
        term=term,
        kind=TermKind.ROUTING,
        text=sentences(whose, note),
        source=NAME_SOURCE if facts is None else table.source("routing"),
        see_also=(slip,) if slip else (),
    )


def _names(indicator: str) -> set[str]:
    """The names that the table has behind an indicator."""
    facts = table.find("routing", "indicators", indicator)
    return {facts.text("name"), *facts.texts("also")} if facts else set()


def _by_table(facts: Facts) -> str:
    """What an indicator is by the table alone."""
    others = facts.texts("also")
    if "shared" in facts:
        names = listed((facts.text("name"), *others))
        return sentences(f"{SHARED} whose it is: among them {names}")
    also = f"Also {listed(others)}" if others else ""
    return sentences(_in_words(facts), also, _book(facts))


def _in_words(facts: Facts) -> str:
    """The name of an indicator's owner, and what it is."""
    name, plain = facts.text("name"), facts.text("plain")
    if not plain:
        sort = facts.text("kind")
        return name if sort == "other" else f"{name} ({sort})"
    return plain if name.startswith(tuple(PREFIXES)) else f"{plain} ({name})"


def _book(facts: Facts) -> str:
    if "book" not in facts:
        return ""
    return "From the allied routing book only, not met in real headers"


def _may_differ(facts: Facts) -> bool:
    return facts.doubtful or "shared" in facts or "book" in facts


def _slip(term: str, meant: str, *, doubtful: bool) -> Explanation:
    facts = table.find("routing", "indicators", meant)
    whose = _in_words(facts) if facts else "not known"
    head = "Probably a slip" if doubtful else "A slip"
    text = sentences(f"{head} for {meant}: {whose}")
    return _routing(term, text, see_also=(meant,), doubtful=doubtful)


def _family(term: str, indicator: str) -> Iterator[Explanation]:
    """What the first letters tell, and the post where the parser knows it."""
    post = post_of_routing(indicator)
    facts = facts_of(post) if post else None
    if facts:
        yield _routing(term, sentences(post_in_words(facts)))
    elif 4 <= len(indicator) <= 7 and indicator.startswith("R"):
        text = f"Indicators that begin so belong to {_whose(indicator)}"
        yield Explanation(
            term=term,
            kind=TermKind.ROUTING,
            text=sentences("Not in the tables", text),
            source=FAMILY_SOURCE,
            doubtful=True,
        )


def _whose(indicator: str) -> str:
    """Whom indicators belong to that begin with the same letters."""
    families = table.every("routing", "families").items()
    return next(
        (own.text("meaning") for start, own in families if indicator.startswith(start)),
        "nobody in the tables",
    )


def _nearest(indicator: str) -> str | None:
    """The indicator met in real headers that this is but for one slip."""
    near = [
        (facts.number("seen"), known)
        for known, facts in table.every("routing", "indicators").items()
        if facts.number("seen") and is_slip(indicator, known)
    ]
    return max(near)[1] if near else None


def _normal(name: str) -> str:
    """An address without its offices (``//J-3//``), as the tables spell it."""
    plain = " ".join(name[:LONGEST_NAME].upper().split("//")[0].split())
    for short, full in SPELLINGS:
        plain = plain.replace(short, full)
    return plain


@cache
def _indicators_by_name() -> dict[str, Facts]:
    return {
        facts.text("name"): facts
        for facts in table.every("routing", "indicators").values()
    }


def _routing(
    term: str, text: str, *, see_also: tuple[str, ...] = (), doubtful: bool = False
) -> Explanation:
    return Explanation(
        term=term,
        kind=TermKind.ROUTING,
        text=text,
        source=table.source("routing"),
        doubtful=doubtful,
        see_also=see_also,
    )
