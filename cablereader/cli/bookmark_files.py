"""Bookmarks to other programs and back, for ``cablereader bookmarks``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from cablereader.cli.complaint import complain
from cablereader.errors import (
    NothingFoundError,
    UnreadableError,
    UsageError,
)
from cablereader.library.bookmarks.bookmark_file import BookmarkFile, Loaded
from cablereader.library.bookmarks.exchange import FORMATS, Imported, read_bookmarks
from cablereader.library.bookmarks.key import new_key
from cablereader.library.files.small_file import read_small, reason
from cablereader.model.bookmark import Bookmark, moment
from cablereader.model.cable import Cable
from cablereader.model.nearest import nearest
from cablereader.present.copy_form import FORMS
from cablereader.present.notebook import MARKDOWN, Grouping, paper
from cablereader.present.refusal import Refusal
from cablereader.source.failure import Failure

LARGEST = 64
"""Megabytes of a file of bookmarks."""


def export(options: Namespace, marks: Sequence[Bookmark]) -> int:
    """Print bookmarks in a format."""
    name = options.format or MARKDOWN
    if write := FORMATS.get(name):
        text = write(marks)
    else:
        styles = [form.name for form in FORMS if form.gathers]
        if name not in {MARKDOWN, *styles}:
            known = (MARKDOWN, *FORMATS, *styles)
            raise UsageError(
                f"unknown format {name}{nearest(name, known)}"
                f"; it is one of {', '.join(known)}"
            )
        text = _paper(options, name, marks)
    sys.stdout.buffer.write(text.encode(errors="replace"))
    return 0


def _paper(options: Namespace, name: str, marks: Sequence[Bookmark]) -> str:
    cables = _cables(options, {mark.ref.cable_id for mark in marks})
    text = paper(marks, cables, name, Grouping(options.by))
    if isinstance(text, Refusal):
        raise NothingFoundError(f"no {name} of {text}")
    return text


def _cables(options: Namespace, cable_ids: Iterable[str]) -> Mapping[str, Cable]:
    """The cables that there are; a bookmark can do without."""
    from cablereader.cli.what import find_named
    from cablereader.parse.cable import read_cable

    cables: dict[str, Cable] = {}
    for cable_id in cable_ids:
        try:
            for named in find_named([cable_id], _not_told, options):
                cables[cable_id] = read_cable(named.raw)
        except NothingFoundError:
            continue
    return cables


def _not_told(_: Failure) -> None:
    """A bookmarked cable that is nowhere is no failure."""


def import_files(
    paths: Sequence[Path | None], form: str | None, file: BookmarkFile, loaded: Loaded
) -> int:
    """Save the bookmarks in some files; ``None`` is standard input."""
    if form is not None and form not in FORMATS:
        raise UsageError(
            f"unknown format {form}{nearest(form, FORMATS)}"
            f"; it is one of {', '.join(FORMATS)}"
        )
    known = {mark.key: mark for mark in loaded.bookmarks.marks}
    marks: dict[str, Bookmark] = {}
    failed = False
    for path in paths:
        imported = _imported(path, form)
        for wrong in imported.wrong:
            complain(f"{path or '-'}:{wrong.place}: {wrong.text}; left out")
        failed = failed or bool(imported.wrong)
        marks |= {mark.key: mark for mark in imported.marks}
    fresh = [mark for key, mark in marks.items() if key not in known]
    changed = [m for key, m in marks.items() if key in known and known[key] != m]
    if fresh or changed:
        file.save(*fresh, *changed)
    same = len(marks) - len(fresh) - len(changed)
    print(f"{len(fresh):,} new, {len(changed):,} changed, {same:,} as they were")
    return UnreadableError.exit_status if failed else 0


def _imported(path: Path | None, form: str | None) -> Imported:
    try:
        if path is None:
            content = sys.stdin.buffer.read(LARGEST * 1024 * 1024)
        else:
            content = read_small(path, LARGEST)
    except OSError as error:
        raise UnreadableError(f"{path}: {reason(error)}") from error
    last = ""

    def fill() -> Mapping[str, str]:
        nonlocal last
        last = new_key(after=last)
        return {"id": last, "created": moment(datetime.now(UTC).replace(microsecond=0))}

    return read_bookmarks(content, fill, form)
