"""Parsing on several cores: order kept, and no more in memory than is being parsed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Final

from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.present.json_line import json_line
from cablereader.source.other_process import begin_beside

BATCH: Final = 16
"""Cables handed over at once."""


def lines_of(raws: Iterable[RawCable], jobs: int) -> Iterator[bytes]:
    """Cables as JSON lines, in their order, by so many processes."""
    raws = iter(raws)
    ahead: deque[Future[list[bytes]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=begin_beside)
    try:
        while batch := tuple(islice(raws, BATCH)):
            ahead.append(pool.submit(_lines, batch))
            if len(ahead) > 2 * jobs:
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _lines(batch: tuple[RawCable, ...]) -> list[bytes]:
    return [json_line(read_cable(raw).to_dict()) for raw in batch]
