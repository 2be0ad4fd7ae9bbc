"""The names that a query may ask for: those of an archive, and the reader's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cablereader.archive.store import Archive
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.facets import kept_facets
from cablereader.library.notebook.triage import TriageFile

CLASSES: Final = (
    "unclassified",
    "sbu",
    "confidential",
    "secret",
    "noforn",
    "confidential//noforn",
    "secret//noforn",
    "top secret",
    "none",
)
"""What one asks of a classification, or of the marking of a paragraph."""


def query_names(archive: Archive, notebook: TriageFile) -> Mapping[str, Sequence[str]]:
    """The names, by the field that takes them, the likeliest first.

    Those of the archive come by how many cables have them, where that was counted
    before: nobody who begins to type waits for a count.
    """
    facets = kept_facets(archive.path, stamp_of(archive.path))
    if facets:
        origins = [count.value for count in facets.origins]
        tags = [count.value for count in facets.tags]
    else:
        origins, tags = list(archive.names("origin")), list(archive.names("tag"))
    return {
        "origin": tuple(dict.fromkeys(_posts(origins))),
        "tag": tags,
        "class": CLASSES,
        "paraclass": CLASSES,
        "label": [name for name, _ in notebook.labels()],
        "saved": [search.name for search in notebook.searches()],
    }


def _posts(origins: Iterable[str]) -> Iterator[str]:
    """What one types for an origin: ``oslo`` for ``Embassy Oslo``."""
    for origin in origins:
        _, _, place = origin.partition(" ")
        yield (place or origin).lower()
