"""The built-in archive of fictional cables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cablereader.model.raw import RawCable
from cablereader.parse.cable_id import canonical_id
from cablereader.source.failure import Failure
from cablereader.source.reading import read_raw


def sample_folder() -> Path:
    """Where the documents of the sample archive are.

    The package always lies in a folder, so that this needs no `importlib.resources`,
    which is slow to load.
    """
    return Path(__file__).parent.parent / "sample" / "cables"


def read_sample() -> Iterator[RawCable]:
    """The raw cables of the sample archive, one at a time."""
    return read_raw([str(sample_folder())], report=_impossible)


def find_in_sample(cable_id: str) -> RawCable | None:
    """The sample cable of a reference id in any spelling."""
    wanted = canonical_id(cable_id)
    documents = sorted(sample_folder().glob(f"{wanted}.*"))
    found = read_raw(map(str, documents), report=_impossible)
    every = (raw for raw in read_sample() if canonical_id(raw.cable_id or "") == wanted)
    return next(found, None) or next(every, None)


def _impossible(failure: Failure) -> None:
    raise AssertionError(str(failure))
