"""What C libraries keep of freed memory: one heap for all threads, given back.

glibc gives every thread a heap of its own, and keeps what is freed in them: after an
hour's reading seven megabytes that nothing uses. Other C libraries do neither.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from ctypes import CDLL
from functools import cache
from typing import Any, Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

MOST_HEAPS: Final = -8
"""glibc's number of that setting."""


def share_heap() -> None:
    """Have one heap for all threads: to be said before there is a second one."""
    if setting := _function("mallopt"):
        setting(MOST_HEAPS, 1)


def give_back() -> None:
    """Give free memory back to the system; a millisecond for ten megabytes."""
    if trim := _function("malloc_trim"):
        trim(0)


class Thrifty(ThreadPoolExecutor):
    """Threads that give back what a work needed when it is done."""

    def submit(
        self, work: Callable[P, T], /, *arguments: P.args, **named: P.kwargs
    ) -> Future[T]:
        def thrifty() -> T:
            try:
                return work(*arguments, **named)
            finally:
                give_back()

        return super().submit(thrifty)


@cache
def _function(name: str) -> Callable[..., Any] | None:
    """A function of the C library, if it has that one."""
    return getattr(CDLL(None), name, None)
