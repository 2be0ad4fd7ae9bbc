"""What is no longer as it was written."""

from __future__ import annotations


class DamagedError(Exception):
    """What the archive keeps of a cable is none."""
