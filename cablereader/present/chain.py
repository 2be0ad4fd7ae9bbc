"""A chain of citations as a tree, as DOT, and as an object for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from cablereader.model.chain import Chains, Link, Mark, Way
from cablereader.model.frozen import frozen
from cablereader.model.triage import State
from cablereader.present.entry_row import STATES
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

StateOf: TypeAlias = Callable[[str], State | None]
"""How far the reader is with a cable; ``None`` where nobody keeps count."""
WORDS: Final = {
    Mark.CYCLE: "a cycle: stands above",
    Mark.AGAIN: "followed elsewhere",
    Mark.ABSENT: "not here",
    Mark.FARTHER: "goes on",
}
REFERENCE: Final = 18
"""Cells of a reference id."""
LONGEST: Final = 60
"""Characters of a subject in a node of DOT."""


@frozen
class ChainRow:
    """A row of the tree, and the cable that it leads to."""

    row: Row
    cable_id: str | None = None
    """Canonical; ``None`` for a title."""


def chain_rows(chains: Chains, state_of: StateOf) -> Iterator[ChainRow]:
    """The cable itself, then what cites it and what it cites, each below its title.

    What cites it is asked for most, is not printed in it, and is mostly the shorter.

    Roles of pieces: ``branch``, ``id``, ``date``, the marking's slug as ``marking-…``,
    ``state``, ``subject``, ``mark``, ``title``.
    """
    first = chains[0][1]
    yield ChainRow(_row("", first, state_of), first.cable_id)
    for way, link in reversed(chains):
        yield ChainRow((Piece(_counted(way, link), "title"),))
        yield from _below(link, "", state_of)


def chain_counts(chains: Chains) -> str:
    """How many cables stand one step away: ``cited by: 3, cites: 5``."""
    return ", ".join(_counted(way, link) for way, link in reversed(chains))


def dot(chains: Chains) -> Iterator[str]:
    """The lines of a graph for Graphviz; arrows go from the cable that cites."""
    yield "digraph citations {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    for link in _each_once(chains):
        style = "" if link.known else ", style=dashed"
        yield f"  {_quoted(link.cable_id)} [label={_quoted(_label(link))}{style}];"
    for citing, cited in _pairs(chains):
        yield f"  {_quoted(citing)} -> {_quoted(cited)};"
    yield "}"


def chain_object(chains: Chains, state_of: StateOf) -> dict[str, Any]:
    """All cables of the chains and who cites whom: one object."""
    return {
        "id": chains[0][1].cable_id,
        "cables": [_cable(link, state_of) for link in _each_once(chains)],
        "citations": [
            {"citing": citing, "cited": cited} for citing, cited in _pairs(chains)
        ],
        "left_out": sum(link.more for link in _all(chains)),
    }


def _counted(way: Way, link: Link) -> str:
    return f"{way}: {len(link.links) + link.more or 'nothing'}"


def _below(link: Link, indent: str, state_of: StateOf) -> Iterator[ChainRow]:
    """The links below one, each with its own below it."""
    last = len(link.links) - 1
    for number, each in enumerate(link.links):
        ends = number == last and not link.more
        branch = f"{indent}{'`' if ends else '|'}- "
        yield ChainRow(_row(branch, each, state_of), each.cable_id)
        yield from _below(each, f"{indent}{' ' if ends else '|'}  ", state_of)
    if link.more:
        yield ChainRow((Piece(f"{indent}`- "), Piece(f"and {link.more} more", "mark")))


def _row(branch: str, link: Link, state_of: StateOf) -> Row:
    head = (
        Piece(branch, "branch"),
        Piece(f"{visible_line(link.cable_id):<{REFERENCE}}  ", "id"),
    )
    mark = Piece(WORDS.get(link.mark, ""), "mark")
    known = link.known
    if known is None:
        return (*head, mark)
    letters = known.classification.letters if known.classification else "?"
    slug = known.classification.slug if known.classification else "unmarked"
    state = state_of(link.cable_id)
    subject = visible_line(known.subject or "no subject")
    return (
        *head,
        Piece(f"{known.created:%Y-%m-%d}  " if known.created else " " * 12, "date"),
        Piece(f"{letters:<2} ", f"marking-{slug}"),
        Piece(f"{STATES[state] if state else ' '} ", "state"),
        Piece(f"{subject}  " if mark.text else subject, "subject"),
        mark,
    )


def _all(chains: Chains) -> Iterator[Link]:
    for _, link in chains:
        yield link
        yield from link.below()


def _each_once(chains: Chains) -> tuple[Link, ...]:
    return tuple({link.cable_id: link for link in _all(chains)}.values())


def _pairs(chains: Chains) -> tuple[tuple[str, str], ...]:
    """Citing and cited cable of every citation, each once."""
    pairs = (
        (link.cable_id, below.cable_id)[:: 1 if way is Way.CITES else -1]
        for way, first in chains
        for link in (first, *first.below())
        for below in link.links
    )
    return tuple(dict.fromkeys((citing, cited) for citing, cited in pairs))


def _cable(link: Link, state_of: StateOf) -> dict[str, Any]:
    known = link.known.to_dict() if link.known else {}
    state = state_of(link.cable_id)
    return {
        "id": link.cable_id,
        "created": known.get("created"),
        "classification": known.get("classification"),
        "subject": known.get("subject"),
        "here": link.known is not None,
        "state": str(state) if state else None,
    }


def _label(link: Link) -> str:
    known = link.known
    if known is None:
        return link.cable_id
    day = f" {known.created:%Y-%m-%d}" if known.created else ""
    letters = f" {known.classification.letters}" if known.classification else ""
    subject = known.subject
    if len(subject) > LONGEST:
        subject = f"{subject[: LONGEST - 1]}…"
    return f"{link.cable_id}{day}{letters}\n{subject}"


def _quoted(text: str) -> str:
    """A text as DOT quotes it; its newlines are breaks of a label."""
    lines = (visible_line(line) for line in text.split("\n"))
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'
