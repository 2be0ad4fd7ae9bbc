"""Whether a file is on a disk that other machines write to as well."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

MOUNTS: Final = Path("/proc/self/mountinfo")
SHARED: Final = (
    "9p", "afs", "beegfs", "ceph", "cifs", "fuse.", "gfs", "gpfs", "lustre", "ncpfs",
    "nfs", "ocfs", "orangefs", "smb", "vboxsf", "virtiofs",
)  # fmt: skip
"""How the names of such file systems begin; of ``fuse`` nobody knows, so all are."""


def is_on_network(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the file system of a path is of that kind; false where nobody says.

    Args:
        path: It need not exist.
        mounts: The kernel's list of them: proc(5), ``mountinfo``.
    """
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").split("\n")
    except OSError:
        return False
    real = os.path.realpath(path)
    above = [
        (len(point), kind)
        for point, kind in map(_mount, filter(None, lines))
        if real == point or real.startswith(f"{point.rstrip('/')}/")
    ]
    return max(above, default=(0, ""))[1].startswith(SHARED)


def _mount(line: str) -> tuple[str, str]:
    """Where something is mounted, and the kind of its file system."""
    before, _, after = line.partition(" - ")
    point = before.split(" ")[4:5]
    escaped = point[0] if point else ""
    for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\134", "\\")):
        escaped = escaped.replace(code, character)
    return escaped, after.split(" ")[0]
