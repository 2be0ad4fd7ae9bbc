"""Text in, values and defects out: pure functions, which never raise on text.

``cablereader.parse`` is this package *and* the function of the public interface: once
a module of it is imported, Python binds the package to that name, so it can be called.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _CallablePackage(ModuleType):
    def __call__(self, text: str, reference_id: str | None = None) -> Any:
        """See `cablereader.parse.document.parse`."""
        document = import_module(f"{self.__name__}.document")
        return document.parse(text, reference_id)


sys.modules[__name__].__class__ = _CallablePackage
