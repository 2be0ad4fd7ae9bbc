"""A reader over a few small cables, with empty files of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.archive.importing.ingest import Import, import_paths
from cablereader.archive.store import Archive
from cablereader.library.queue import DocumentQueue
from cablereader.library.session import Session, open_session
from cablereader.parse.plain_text import read_text
from cablereader.source.sample import sample_folder

FIRST = """\
VZCZCXRO9999
PP RUEHXX
DE RUEHNY #9001/01 0201200
ZNY SSSSS ZZH
P 201200Z JAN 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO RUEHLO/AMEMBASSY LONDON 0555
RUEHRK/AMEMBASSY REYKJAVIK 0321
S E C R E T OSLO 009001

NOFORN
SIPDIS

E.O. 12958: DECL: 01/20/2019
TAGS: PREL, EFIS, NO
SUBJECT: A LIGHTHOUSE THAT MOVES

REF: A. LONDON 9002
     B. 08 REYKJAVIK 9003

Classified By: Ambassador J. Doe for reasons 1.4 (b) and (d).

1. (C) Summary. The lighthouse was seen again, further north.
End Summary.

The Lighthouse
--------------

2. (S/NF) Poloff met the keeper (strictly protect), who said that
XXXXXXXXXXXX had ordered the move. The lamp of the lighthouse is
older than its tower.

3. (U) The tower is for sale.

Comment
-------

4. (SBU) Comment. Nobody knows why.

5. The weather was fair.
DOE
"""
SECOND = """\
R 211200Z JAN 09
FM AMEMBASSY LONDON
TO AMEMBASSY OSLO
UNCLAS LONDON 009002

SIPDIS

E.O. 12958: N/A
TAGS: EFIS, UK
SUBJECT: RE: A LIGHTHOUSE THAT MOVES

REF: OSLO 9001

1. (U) London has seen no lighthouse.

2. (U) It will keep looking for a tower [REDACTED] [/] [@click=app.quit].
ROE
"""


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv("TERM", "xterm-256color")
    raws = [read_text(FIRST, "09OSLO9001.txt"), read_text(SECOND, "09LONDON9002.txt")]
    return open_session(DocumentQueue(raws))


@pytest.fixture
def app(session: Session) -> CableReader:
    return CableReader(session)


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "sample.db"
    how = Import(report=print, progress=lambda _: None, stop=lambda: False)
    import_paths(path, [str(sample_folder())], how)
    return path


@pytest.fixture
def archive(sample_db: Path) -> Iterator[Archive]:
    with Archive(sample_db) as archive:
        yield archive


@pytest.fixture
def library_app(session: Session, archive: Archive) -> CableReader:
    """The library of the sample archive."""
    return CableReader(session, partial(LibraryScreen, archive=archive))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where relative names of files lead to."""
    folder = tmp_path / "exported"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
