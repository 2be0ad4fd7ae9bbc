"""What long work raises when the reader wants it no longer."""

from __future__ import annotations


class StoppedError(Exception):
    """It was stopped: nothing of it is kept."""
