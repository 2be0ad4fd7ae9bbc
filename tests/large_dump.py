"""What a dump of any size takes of the memory: a process of its own.

``python large_dump.py DUMP [ARCHIVE]``: reads the dump, or imports it. Prints the most
memory that it had, in megabytes.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from cablereader.archive.importing.ingest import Import, import_paths
from cablereader.source.reading import Reading


def main(dump: str, archive: str = "") -> None:
    """Read each cable of the dump, and keep none; or import them."""
    if archive:
        how = Import(report=print, progress=lambda _: None, stop=lambda: False)
        import_paths(Path(archive), [dump], how)
    else:
        for raw in Reading(print, None).of(dump):
            assert raw.cable_id
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{most // 1024}")


if __name__ == "__main__":
    main(*sys.argv[1:])
