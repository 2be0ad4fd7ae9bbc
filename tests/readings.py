"""Reading, with what was reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cablereader.model.raw import RawCable
from cablereader.source.failure import Failure
from cablereader.source.reading import read_raw


@dataclass(slots=True)
class Reading:
    """What came of reading paths."""

    raws: list[RawCable] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def paths(self) -> list[str | None]:
        return [raw.source.path for raw in self.raws]

    @property
    def failed(self) -> dict[str, str]:
        return {failure.path: failure.what for failure in self.failures}


def read(*paths: Path | str) -> Reading:
    """Read paths, and keep what was read and what failed."""
    reading = Reading()
    raws = read_raw(map(str, paths), report=reading.failures.append)
    reading.raws.extend(raws)
    return reading
