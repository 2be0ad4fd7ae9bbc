"""A bookmark as one YAML document, and back.

A document in just the form that `to_document` gives is read by one regular expression,
any other by `cablereader.library.plain_yaml`. Both agree (a property test says so), but
the first is some fifty times faster, and loads no PyYAML.

``created`` is written last and must be there: a document that was cut off by a loss of
power never counts.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from cablereader.library.yaml_scalar import (
    IN_A_LIST,
    PLAIN_IN_A_LIST,
    SCALAR,
    SINGLE,
    quoted,
    scalar,
    unquoted,
)
from cablereader.model.bookmark import Bookmark, moment
from cablereader.model.frozen import frozen
from cablereader.model.paragraph_ref import ParagraphRef

if TYPE_CHECKING:
    from cablereader.library.plain_yaml import Mapping

LABEL: Final = f"{IN_A_LIST}|{SINGLE}"
LINE: Final = r"\x20\x20[^\n]+\n"
DOCUMENT: Final = rf"""(?x)
    ---\n
    id:[ ](?P<id>{SCALAR})\n
    (?:
        (?P<removed>removed:[ ]true\n)
    |
        cable:[ ](?P<cable>{SCALAR})\n
        paragraph:[ ]"(?P<paragraph>[\w~]+)"\n
        (?:marking:[ ](?P<marking>{SCALAR})\n)?
        (?:quote:[ ](?P<quote>{SCALAR})\n)?
        (?:labels:[ ]\[(?P<labels>(?:{LABEL})(?:,[ ](?:{LABEL}))*)\]\n)?
        (?:note:[ ]\|\n(?![ ]{{3}})(?P<note>{LINE}(?:\n*{LINE})*))?
        (?:query:[ ](?P<query>{SCALAR})\n)?
        created:[ ](?P<created>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9:]{{8}}Z)\n
    )"""
"""Compiled for those who have bookmarks only: that takes a while."""
LONGEST: Final = 1024 * 1024
"""Characters of a document in another form than ours."""
TRUE: Final = frozenset(("true", "yes", "on"))
FIELDS: Final = frozenset(
    (
        *("id", "removed", "cable", "paragraph", "marking"),
        *("quote", "labels", "note", "query", "created"),
    )
)


@frozen
class Removal:
    """The bookmark of that key is no more."""

    key: str


Change: TypeAlias = Bookmark | Removal


class NoBookmarkError(ValueError):
    """A document that is none; ``line``, from 1, counts in the document."""

    def __init__(self, text: str, line: int = 1) -> None:
        super().__init__(text)
        self.line = line


def to_document(change: Change) -> str:
    """The document of a bookmark or of its removal, with the ``---`` above it."""
    if isinstance(change, Removal):
        return f"---\nid: {scalar(change.key)}\nremoved: true\n"
    labels = ", ".join(scalar(label, PLAIN_IN_A_LIST) for label in change.labels)
    fields = (
        f"id: {scalar(change.key)}",
        f"cable: {scalar(change.ref.cable_id)}",
        f"paragraph: {quoted(change.ref.label)}",
        f"marking: {scalar(change.marking)}" if change.marking else "",
        f"quote: {scalar(change.quote)}" if change.quote else "",
        f"labels: [{labels}]" if labels else "",
        f"note: {_block(change.note)}" if change.note else "",
        f"query: {scalar(change.query)}" if change.query else "",
        *change.unknown,
        f"created: {moment(change.created)}",
    )
    return "---\n" + "".join(f"{field}\n" for field in fields if field)


def from_own_form(document: str) -> Change | None:
    """What a document in our own form says; ``None`` for any other document."""
    match = re.fullmatch(DOCUMENT, document)
    if match is None or not document.replace("\n", "").isprintable():
        return None
    key = unquoted(match["id"])
    if match["removed"]:
        return Removal(key) if key else None
    cable = unquoted(match["cable"])
    if not (key and cable):
        return None
    try:
        created = _time(match["created"])
    except ValueError:
        return None
    return Bookmark(
        key=key,
        ref=ParagraphRef(cable, match["paragraph"]),
        marking=unquoted(match["marking"] or "") or None,
        quote=unquoted(match["quote"] or ""),
        labels=tuple(map(unquoted, re.findall(LABEL, match["labels"] or ""))),
        note=(match["note"] or "").replace("\n  ", "\n")[2:-1],
        query=unquoted(match["query"] or ""),
        created=created,
    )


def from_document(document: str) -> Change | None:
    """What any document says; ``None`` when it is empty or nothing but comments.

    Raises:
        NoBookmarkError: When it is no bookmark.
    """
    if len(document) > LONGEST:
        raise NoBookmarkError("longer than 1 MB")
    from cablereader.library.plain_yaml import (  # noqa: PLC0415  # rarely needed
        Mapping,
        PlainYamlError,
        read_yaml,
    )

    try:
        value = read_yaml(document)
    except PlainYamlError as error:
        raise NoBookmarkError(str(error), error.line) from error
    match value:
        case "":
            return None
        case Mapping():
            return change_from(value)
        case _:
            raise NoBookmarkError("not a bookmark: it has no `id:`")


def change_from(fields: Mapping) -> Change:
    """What the fields of a document say.

    Raises:
        NoBookmarkError: When they are no bookmark.
    """
    key = _text(fields, "id")
    if not key:
        raise NoBookmarkError("not a bookmark: it has no `id:`", fields.line)
    if _text(fields, "removed").lower() in TRUE:
        return Removal(key)
    cable, paragraph = _text(fields, "cable"), _text(fields, "paragraph")
    if not (cable and paragraph):
        missing = "paragraph" if cable else "cable"
        raise NoBookmarkError(f"a bookmark without `{missing}:`", fields.line)
    return Bookmark(
        key=key,
        ref=ParagraphRef(cable, paragraph),
        marking=_text(fields, "marking") or None,
        quote=_text(fields, "quote"),
        labels=_labels(fields),
        note=_text(fields, "note").removesuffix("\n"),
        query=_text(fields, "query"),
        unknown=tuple(field.source for field in fields if field.name not in FIELDS),
        created=_created(fields),
    )


def _text(fields: Mapping, name: str) -> str:
    match fields.get(name):
        case None:
            return ""
        case str(text):
            return text
        case _:
            raise NoBookmarkError(f"`{name}:` must be one text", fields.line_of(name))


def _labels(fields: Mapping) -> tuple[str, ...]:
    match fields.get("labels"):
        case None | "":
            return ()
        case str(label):
            return (label,)
        case tuple(labels):
            texts = tuple(label for label in labels if isinstance(label, str))
            if len(texts) == len(labels):
                return texts
    raise NoBookmarkError("`labels:` must be a list", fields.line_of("labels"))


def _created(fields: Mapping) -> datetime:
    text = _text(fields, "created")
    if not text:
        raise NoBookmarkError("no `created:`; is it cut off?", fields.line)
    try:
        return _time(text)
    except (ValueError, OverflowError) as error:
        raise NoBookmarkError(
            "`created:` is no time like 2026-11-24T03:00:00Z; is it cut off?",
            fields.line_of("created"),
        ) from error


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _block(note: str) -> str:
    """A note as a block of lines, or on one line where it has odd signs."""
    if not note.replace("\n", "").isprintable():
        return quoted(note + "\n")
    indent = "2" if note.lstrip("\n").startswith(" ") else ""
    keep = "+" if note.endswith("\n") else ""
    lines = "\n".join(f"  {line}" if line else "" for line in note.split("\n"))
    return f"|{indent}{keep}\n{lines}"
