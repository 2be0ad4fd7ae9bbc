"""``cablereader graph``: what a cable cites and what cites it, as far as that leads."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from cablereader.cli.archive_path import archive_if_any
from cablereader.cli.complaint import Complaints, complain
from cablereader.cli.what import address_in
from cablereader.errors import NothingFoundError, UsageError
from cablereader.library.gathered_citations import GatheredCitations
from cablereader.model.chain import Chains, Citations, Reach, follow_both
from cablereader.parse.address import joined_words
from cablereader.parse.cable import read_cable
from cablereader.parse.cable_id import canonical_id
from cablereader.present.chain import StateOf, chain_object, chain_rows, dot
from cablereader.source.reading import read_raw
from cablereader.source.sample import read_sample

DEPTH: Final = 3
DEPTHS: Final = range(1, 51)
"""Steps that can be asked for."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``graph``."""
    parser.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="reference ids (09MEXICO3195), of the archive, or of the files and"
        " folders that are named with them; or files alone, for the first cable",
    )
    parser.add_argument(
        "--format", choices=WRITERS, default="tree", help="tree if missing"
    )
    parser.add_argument(
        "--depth",
        type=int,
        default=DEPTH,
        metavar="N",
        help=f"steps from the cable, {DEPTH} if missing",
    )


def run(options: Namespace) -> int:
    """Print the chains of each cable that is named, both ways."""
    if options.depth not in DEPTHS:
        raise UsageError(f"--depth {options.depth}: from 1 to {DEPTHS[-1]}")
    complaints = Complaints()
    reach = Reach(options.depth)
    with _citations(options, complaints) as (citations, named):
        chains = [
            follow_both(each, citations, reach)
            for each in dict.fromkeys(map(canonical_id, named))
        ]
    known = [each for each in chains if _is_known(each)]
    for each in chains:
        if each not in known:
            complain(f"{each[0][1].cable_id}: neither here nor cited by any")
    if known:
        WRITERS[options.format](known, _states(known))
    if len(known) < len(chains):
        return NothingFoundError.exit_status
    return complaints.exit_status


@contextmanager
def _citations(
    options: Namespace, complaints: Complaints
) -> Iterator[tuple[Citations, Sequence[str]]]:
    """Who cites whom where the words say, and the cables to begin with."""
    words = tuple(joined_words(options.what))
    ids = [address.name for word in words if (address := address_in(word))]
    paths = [word for word in words if not address_in(word)]
    if paths:
        raws = read_raw(paths, report=complaints)
        gathered = GatheredCitations(map(read_cable, raws))
        first = _first(gathered)
        yield gathered, ids or (first,)
    elif path := archive_if_any(options):
        from cablereader.archive.store import Archive
        from cablereader.library.archive_citations import ArchiveCitations

        with Archive(path) as archive:
            yield ArchiveCitations(archive), ids
    else:
        yield GatheredCitations(map(read_cable, read_sample())), ids


def _first(citations: GatheredCitations) -> str:
    """The first cable of the documents.

    Raises:
        NothingFoundError: If there is none.
    """
    if citations.first is None:
        raise NothingFoundError("no cable in these files; name others")
    return citations.first


def _is_known(chains: Chains) -> bool:
    """Whether a cable is here, or cited by one that is."""
    return chains[0][1].known is not None or any(link.links for _, link in chains)


def _states(chains: Sequence[Chains]) -> StateOf:
    """How far the reader is with the cables; unknown where there is no notebook."""
    from cablereader.library.locations import triage

    path = triage()
    if not path.exists():
        return lambda _: None
    from cablereader.library.notebook.triage import TriageFile

    firsts = (first for each in chains for _, first in each)
    ids = {link.cable_id for first in firsts for link in (first, *first.below())}
    with TriageFile(path, to_read=True) as notebook:
        known = notebook.of(ids)
    return lambda cable_id: known[cable_id].state


def _write_tree(chains: Sequence[Chains], state_of: StateOf) -> None:
    for number, each in enumerate(chains):
        if number:
            print()
        for row in chain_rows(each, state_of):
            print("".join(piece.text for piece in row.row).rstrip())


def _write_dot(chains: Sequence[Chains], _state_of: StateOf) -> None:
    """One graph of all, in which each cable stands once."""
    for line in dot(tuple(way for each in chains for way in each)):
        print(line)


def _write_json(chains: Sequence[Chains], state_of: StateOf) -> None:
    from cablereader.present.json_line import json_line

    sys.stdout.flush()
    for each in chains:
        sys.stdout.buffer.write(json_line(chain_object(each, state_of)))


WRITERS: Final[Mapping[str, Callable[[Sequence[Chains], StateOf], None]]] = {
    "tree": _write_tree,
    "dot": _write_dot,
    "json": _write_json,
}
