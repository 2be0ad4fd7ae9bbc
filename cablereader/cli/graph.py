"""``cablereader graph``: what a cable cites and what cites it, as far as that leads."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from cablereader.cli.archive_path import archive_if_any
from cablereader.cli.complaint import Complaints
from cablereader.cli.what import address_in
from cablereader.errors import NothingFoundError, UsageError
from cablereader.library.gathered_citations import GatheredCitations
from cablereader.model.chain import Citations, Reach, Way, follow
from cablereader.parse.cable import read_cable
from cablereader.parse.cable_id import canonical_id
from cablereader.present.chain import Chains, StateOf, chain_object, chain_rows, dot
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
        help="a reference id (09MEXICO3195), of the archive, or of the files and"
        " folders behind it; or files alone, for the first cable in them",
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
    """Print the chains of a cable, both ways."""
    if options.depth not in DEPTHS:
        raise UsageError(f"--depth {options.depth}: from 1 to {DEPTHS[-1]}")
    complaints = Complaints()
    reach = Reach(options.depth)
    with _citations(options, complaints) as (citations, named):
        first = canonical_id(named)
        chains = tuple((way, follow(first, way, citations, reach)) for way in Way)
    _check(chains)
    WRITERS[options.format](chains, _states(chains))
    return complaints.exit_status


@contextmanager
def _citations(
    options: Namespace, complaints: Complaints
) -> Iterator[tuple[Citations, str]]:
    """Who cites whom where the words say, and the cable to begin with."""
    address = address_in(options.what[0])
    paths = options.what[1:] if address else options.what
    if paths or address is None:
        raws = read_raw(paths, report=complaints)
        gathered = GatheredCitations(map(read_cable, raws))
        yield gathered, address.name if address else _first(gathered)
    elif path := archive_if_any(options):
        from cablereader.archive.store import Archive
        from cablereader.library.archive_citations import ArchiveCitations

        with Archive(path) as archive:
            yield ArchiveCitations(archive), address.name
    else:
        yield GatheredCitations(map(read_cable, read_sample())), address.name


def _first(citations: GatheredCitations) -> str:
    """The first cable of the documents.

    Raises:
        NothingFoundError: If there is none.
    """
    if citations.first is None:
        raise NothingFoundError("no cable in these files; name others")
    return citations.first


def _check(chains: Chains) -> None:
    """Make sure that anything is known of the cable.

    Raises:
        NothingFoundError: If it is nowhere, and cited by none.
    """
    first = chains[0][1]
    if first.known is None and not any(link.links for _, link in chains):
        raise NothingFoundError(f"{first.cable_id}: neither here nor cited by any")


def _states(chains: Chains) -> StateOf:
    """How far the reader is with the cables; unknown where there is no notebook."""
    from cablereader.library.locations import triage

    path = triage()
    if not path.exists():
        return lambda _: None
    from cablereader.library.triage import TriageFile

    ids = {link.cable_id for _, first in chains for link in (first, *first.below())}
    with TriageFile(path, to_read=True) as notebook:
        known = notebook.of(ids)
    return lambda cable_id: known[cable_id].state


def _write_tree(chains: Chains, state_of: StateOf) -> None:
    for row in chain_rows(chains, state_of):
        print("".join(piece.text for piece in row.row).rstrip())


def _write_dot(chains: Chains, _state_of: StateOf) -> None:
    for line in dot(chains):
        print(line)


def _write_json(chains: Chains, state_of: StateOf) -> None:
    from cablereader.present.json_line import json_line

    sys.stdout.flush()
    sys.stdout.buffer.write(json_line(chain_object(chains, state_of)))


WRITERS: Final[Mapping[str, Callable[[Chains, StateOf], None]]] = {
    "tree": _write_tree,
    "dot": _write_dot,
    "json": _write_json,
}
