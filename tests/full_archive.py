"""An import into an archive whose disk fills up, and is emptied again.

``python full_archive.py DUMP FOLDER CABLES``: FOLDER is a small disk of its own, too
small for all of the cables and something else. Prints ``ok``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from cablereader.archive.importing.ingest import Import, import_paths
from cablereader.archive.importing.writing import Tally
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError


def run(archive: Path, dump: str) -> Tally:
    """Import in batches of four hundred."""
    how = Import(
        report=print, progress=lambda _: None, stop=lambda: False, batch=100, large=0
    )
    return import_paths(archive, [dump], how)


def main(dump: str, folder: str, cables: str) -> None:
    """Import until nothing fits, make room, and go on."""
    archive = Path(folder) / "archive.db"
    ballast = Path(folder) / "ballast"
    ballast.write_bytes(b"x" * 5_500_000)
    told = ""
    try:
        run(archive, dump)
    except ArchiveError as error:
        told = str(error)
    assert told.endswith(": the disk is full; make room, and run the same import again")
    with Archive(archive) as opened:
        assert 0 < opened.size < int(cables), opened.size
    ballast.unlink()
    run(archive, dump)
    with Archive(archive) as opened:
        assert opened.size == int(cables), opened.size
    sys.stdout.write("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
