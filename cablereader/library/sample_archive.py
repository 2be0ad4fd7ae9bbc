"""The built-in sample as an archive, made at the first start and kept in the cache."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cablereader import __version__
from cablereader.archive.schema import VERSION
from cablereader.archive.words.indexing import DERIVATION
from cablereader.errors import ArchiveError
from cablereader.library import locations
from cablereader.source.failure import Failure
from cablereader.source.sample import sample_folder


def sample_archive() -> Path | None:
    """The path of the archive; ``None`` where there is no place for it."""
    folder = locations.cache_directory()
    newest = max(path.stat().st_mtime_ns for path in sample_folder().iterdir())
    path = folder / f"sample-{__version__}-{VERSION}.{DERIVATION}-{newest:x}.db"
    if path.exists():
        return path
    with suppress(OSError, ArchiveError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in folder.glob("sample-*.db"):
            old.unlink()
        _make(folder, path)
        return path
    return None


def _make(folder: Path, path: Path) -> None:
    """Make the archive; what imports cables is loaded this one time."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from cablereader.archive.importing.ingest import Import, import_paths  # noqa: PLC0415

    how = Import(report=_impossible, progress=lambda _: None, stop=lambda: False)
    with TemporaryDirectory(dir=folder) as making:
        made = Path(making) / "sample.db"
        import_paths(made, [str(sample_folder())], how)
        made.replace(path)


def _impossible(failure: Failure) -> None:
    raise AssertionError(str(failure))
