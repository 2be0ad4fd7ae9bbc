"""Cables derived batch by batch, here or in other processes, in the order they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeAlias, TypeVar

from cablereader.archive.importing.derive import Derived, derive
from cablereader.errors import ArchiveError
from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable
from cablereader.source.other_process import begin_beside

T = TypeVar("T")
BATCH: Final = 250
"""Cables that another process gets at a time: half a second of work."""
PAUSE: Final = 0.1
"""Seconds after which a wait looks up whether to stop."""
Stop: TypeAlias = Callable[[], bool]
"""Whether somebody wants it to end."""


@frozen
class Refusal:
    """A cable that cannot be kept."""

    source: Source
    what: str


@frozen
class Batch:
    """Cables in the order they came."""

    last: Source
    """Where the last of them was read."""
    derived: tuple[Derived, ...]
    refused: tuple[Refusal, ...]


def batches(
    raws: Iterable[RawCable], *, jobs: int, stop: Stop, size: int = BATCH
) -> Iterator[Batch]:
    """The cables in batches; ends early, without a batch that is not complete.

    Args:
        raws: The cables as received.
        jobs: How many processes to use beside this one; 0 for none.
        stop: Asked between cables.
        size: Cables of a batch.
    """
    groups = grouped(raws, size, stop)
    if jobs == 0:
        for group in groups:
            if (batch := _derived(group, stop)) is not None:
                yield batch
        return
    yield from _in_other_processes(groups, jobs, stop)


def _in_other_processes(
    groups: Iterator[tuple[RawCable, ...]], jobs: int, stop: Stop
) -> Iterator[Batch]:
    with ExitStack() as stack:
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), begin_beside)
        stack.callback(pool.shutdown, cancel_futures=True)
        waiting: deque[Future[Batch | None]] = deque()
        while not stop():
            for group in islice(groups, jobs + 1 - len(waiting)):
                waiting.append(pool.submit(_derived, group))
            if not waiting:
                return
            if (batch := _result(waiting[0])) is not None:
                waiting.popleft()
                yield batch


def _result(future: Future[Batch | None]) -> Batch | None:
    """What another process made, ``None`` while it is not done."""
    try:
        return future.result(PAUSE)
    except NotYet:
        return None
    except BrokenProcessPool as error:
        raise ArchiveError(
            "a process that reads cables was killed, perhaps for want of memory;"
            " run the same import again with --jobs 1"
        ) from error


def grouped(things: Iterable[T], size: int, stop: Stop) -> Iterator[tuple[T, ...]]:
    """So many at a time, in order, until there are no more or it is to end."""
    rest = iter(things)
    while not stop() and (group := tuple(islice(rest, size))):
        yield group


def _never() -> bool:
    return False


def _derived(group: tuple[RawCable, ...], stop: Stop = _never) -> Batch | None:
    derived: list[Derived] = []
    refused: list[Refusal] = []
    for raw in group:
        if stop():
            return None
        made = _one(raw)
        if isinstance(made, Refusal):
            refused.append(made)
        else:
            derived.append(made)
    return Batch(group[-1].source, tuple(derived), tuple(refused))


def _one(raw: RawCable) -> Derived | Refusal:
    """What is derived of one cable: a fault of ours must not cost the others."""
    try:
        derived = derive(raw)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is said
        return Refusal(raw.source, f"a fault of the program ({type(error).__name__})")
    return derived or Refusal(raw.source, "no reference id, so that nothing finds it")
