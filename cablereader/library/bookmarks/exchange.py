"""Bookmarks as files for other programs, and back: YAML, JSON, JSON lines, CSV.

What was exported is imported as the same bookmarks (a property test says so). What
another program made may lack ``id`` and ``created``, and gets new ones.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import Any, Final, TypeAlias

from cablereader.library import plain_yaml
from cablereader.library.bookmarks.document import (
    NoBookmarkError,
    change_from,
    to_document,
)
from cablereader.library.bookmarks.stream import read_stream
from cablereader.library.plain_yaml import Entry, PlainYamlError, read_yaml
from cablereader.library.yaml_scalar import scalar
from cablereader.model.bookmark import Bookmark
from cablereader.model.frozen import frozen

COLUMNS: Final = (
    *("id", "cable", "paragraph", "marking", "quote"),
    *("labels", "note", "query", "created", "unknown"),
)
LISTS: Final = frozenset(("labels", "unknown"))
FORMULA: Final = tuple("=+-@\t\r'")
"""What makes a formula of a cell; the last one disarms it, and itself."""
LONGEST_CELL: Final = 1024 * 1024

Fill: TypeAlias = Callable[[], Mapping[str, str]]
"""Gives the ``id`` and ``created`` of a bookmark that has none."""
Records: TypeAlias = Iterator[tuple[int, Callable[[], Any]]]
"""Each with its place; it may turn out to be none when it is asked for."""


@frozen
class Wrong:
    """What could not be imported."""

    place: int
    """Its line, or in an array of JSON its number; counted from 1."""
    text: str


@frozen
class Imported:
    """What a file gave."""

    marks: tuple[Bookmark, ...] = ()
    wrong: tuple[Wrong, ...] = ()


def to_yaml(marks: Iterable[Bookmark]) -> str:
    """A stream as in ``bookmarks.yaml``."""
    return "".join(map(to_document, marks))


def to_json(marks: Iterable[Bookmark]) -> str:
    """One array of objects."""
    return json.dumps([mark.to_dict() for mark in marks], indent=1) + "\n"


def to_json_lines(marks: Iterable[Bookmark]) -> str:
    """An object a line."""
    return "".join(f"{json.dumps(mark.to_dict())}\n" for mark in marks)


def to_csv(marks: Iterable[Bookmark]) -> str:
    """A table for spreadsheets, in which no cell is a formula."""
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for mark in marks:
        fields = mark.to_dict()
        writer.writerow(_cell(fields[column]) for column in COLUMNS)
    return table.getvalue()


FORMATS: Final[Mapping[str, Callable[[Iterable[Bookmark]], str]]] = {
    "yaml": to_yaml,
    "json": to_json,
    "jsonl": to_json_lines,
    "csv": to_csv,
}


def read_bookmarks(content: bytes, fill: Fill, form: str | None = None) -> Imported:
    """The bookmarks in a file; the last of a key counts.

    Args:
        content: The file.
        fill: Gives the ``id`` and ``created`` of a bookmark that has none.
        form: One of `FORMATS`; guessed from the content if missing.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Imported(wrong=(Wrong(line, "not UTF-8"),))
    match form or _guessed(text):
        case "yaml":
            return _from_yaml(content)
        case "csv":
            return _from_records(_csv_records(text), fill)
        case _:
            return _from_records(_json_records(text), fill)


def _guessed(text: str) -> str:
    start = text.lstrip()[:1]
    if start in {"[", "{"}:
        return "json"
    head = text.partition("\n")[0]
    return "csv" if "," in head and not head.startswith(("-", "#")) else "yaml"


def _from_yaml(content: bytes) -> Imported:
    try:
        stream = read_stream(content)
    except NoBookmarkError as error:
        return Imported(wrong=(Wrong(error.line, str(error)),))
    wrong = tuple(Wrong(piece.line, piece.problem) for piece in stream.problems())
    return Imported(stream.bookmarks().marks, wrong)


def _from_records(records: Records, fill: Fill) -> Imported:
    marks: dict[str, Bookmark] = {}
    wrong: list[Wrong] = []
    place = 0
    while True:
        try:
            place, record = next(records)
            change = change_from(_fields(record(), fill))
        except StopIteration:
            return Imported(tuple(marks.values()), tuple(wrong))
        except (ValueError, RecursionError, csv.Error) as error:
            wrong.append(Wrong(place or getattr(error, "lineno", 1), _reason(error)))
            continue
        if isinstance(change, Bookmark):
            marks[change.key] = change


def _reason(error: Exception) -> str:
    match error:
        case NoBookmarkError() | PlainYamlError():
            return str(error)
        case json.JSONDecodeError(msg=text):
            return f"not JSON: {text.lower()}"
        case csv.Error():
            return f"not CSV: {error}"
        case _:
            return "not a bookmark"


def _json_records(text: str) -> Records:
    """Objects: of one array, of one a line, or a single one."""
    if text.lstrip().startswith("["):
        for number, value in enumerate(json.loads(text), 1):
            yield number, partial(lambda given: given, value)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, partial(json.loads, line)


def _csv_records(text: str) -> Records:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.DictReader(StringIO(text, newline=""))
    for row in reader:
        yield reader.line_num, partial(_record, row)


def _record(row: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        name: _cells(value) if name in LISTS else _armed(value)
        for name, value in row.items()
        if name and isinstance(value, str)
    }


def _cell(value: str | Sequence[str] | None) -> str:
    """A list is ``a; b``, or in JSON where that could be misread."""
    if value is None or isinstance(value, str):
        text = value or ""
    elif _joinable(value):
        text = "; ".join(value)
    else:
        text = json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(FORMULA) else text


def _joinable(values: Sequence[str]) -> bool:
    plain = all(each and ";" not in each and each == each.strip() for each in values)
    return plain and not (values and values[0].startswith("["))


def _armed(text: str) -> str:
    """The text of a cell without the quotation mark that disarmed it."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text


def _cells(text: str) -> Any:
    text = _armed(text)
    if text.startswith("["):
        return json.loads(text)
    return [each.strip() for each in text.split(";") if each.strip()]


def _fields(record: Any, fill: Fill) -> plain_yaml.Mapping:
    """A record as the fields of a document."""
    if not isinstance(record, dict):
        raise NoBookmarkError("not a bookmark: it has no `cable:`")
    given = {name: value for name, value in record.items() if value not in (None, "")}
    if not {"id", "created"} <= given.keys():
        given = {**fill(), **given}
    unknown = given.pop("unknown", [])
    entries = [
        entry for name, value in given.items() for entry in _entry(str(name), value)
    ]
    if not isinstance(unknown, list):
        raise NoBookmarkError("`unknown` must be a list")
    for source in unknown:
        value = read_yaml(str(source))
        entries += value if isinstance(value, plain_yaml.Mapping) else ()
    return plain_yaml.Mapping(tuple(entries))


def _entry(name: str, value: Any) -> Iterator[Entry]:
    match value:
        case list() if name in LISTS:
            yield Entry(name, tuple(map(str, value)), 1, "")
        case str() if name == "note":
            yield Entry(name, f"{value}\n", 1, "")  # as a block of YAML ends
        case str() | int() if name in COLUMNS:
            yield Entry(name, str(value), 1, "")
        case str():
            yield Entry(name, value, 1, f"{scalar(name)}: {scalar(value)}")
        case _:
            yield Entry(name, "", 1, f"{scalar(name)}: {json.dumps(value)}")
