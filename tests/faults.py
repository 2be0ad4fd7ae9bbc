"""Calls to the operating system that fail when they are told to."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from typing import Any, Final

import pytest

CALLS: Final = (
    *("open", "read", "write", "pread", "fsync", "fchmod", "ftruncate"),
    *("replace", "rename", "link", "unlink", "mkdir", "stat", "fstat"),
)


class Faults:
    """Counts the calls that the store makes, and lets some of them fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self._fails: Callable[[int], bool] = lambda _: False
        self._code = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._faulty(getattr(os, name)))
        monkeypatch.setattr(fcntl, "flock", self._faulty(fcntl.flock))

    def at(self, number: int, code: int) -> None:
        """Let that call fail, counted from 1 and from now."""
        self._set(lambda count: count == number, code)

    def after(self, number: int, code: int) -> None:
        """Let all calls fail from that one on: a disk that is gone."""
        self._set(lambda count: count >= number, code)

    def over(self) -> None:
        """Let no more calls fail."""
        self._set(lambda _: False, 0)

    def _set(self, fails: Callable[[int], bool], code: int) -> None:
        self.count, self._fails, self._code = 0, fails, code

    def _faulty(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def faulty(*args: Any, **kwargs: Any) -> Any:
            self.count += 1
            if self._fails(self.count):
                raise OSError(self._code, os.strerror(self._code), "the disk")
            return call(*args, **kwargs)

        return faulty
