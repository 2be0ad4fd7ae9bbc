"""YAML as text, lists and names: nothing typed, nothing executed, nothing expanded.

PyYAML's C composer dies of deep nesting and every loader expands aliases, so no
loader is ever asked for an object: the parser's events are walked, counted and turned
into values here. ``no``, ``010`` and ``2008-10-11`` are the words that somebody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cablereader.model.frozen import frozen

PARSER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST: Final = 20
MOST_EVENTS: Final = 20_000
"""In one document: some hundred times what anybody writes."""
MOST_MENDED: Final = 20
"""Lines that are left out of a text before it is given up."""
BEGUN: Final = ("while scanning", "while parsing a flow")


class PlainYamlError(ValueError):
    """The text is no plain YAML; ``line``, from 1, says where it stops to be."""

    def __init__(self, text: str, line: int) -> None:
        super().__init__(text)
        self.line = line


@frozen
class Entry:
    """One ``name: value``."""

    name: str
    value: Value
    line: int
    """Counted from 1 in the text that was read."""
    source: str
    """As written, from the name to the end of the value."""


@frozen
class Mapping:
    """Names with values, in order; no name occurs twice."""

    entries: tuple[Entry, ...] = ()
    line: int = 1
    """Of its first name; counted from 1."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, name: str) -> Value | None:
        """The value of that name, or ``None``."""
        return next((each.value for each in self.entries if each.name == name), None)

    def line_of(self, name: str) -> int:
        """Where that name stands."""
        lines = (each.line for each in self.entries if each.name == name)
        return next(lines, self.line)


Value: TypeAlias = "str | tuple[Value, ...] | Mapping"


def read_yaml(text: str) -> Value:
    """The value of the one document in a text; no document at all is ``""``.

    Raises:
        PlainYamlError: For whatever is not plain YAML; nothing else is raised.
    """
    walk = _Walk(text)
    try:
        return walk.document()
    except yaml.MarkedYAMLError as error:
        raise PlainYamlError(f"not YAML: {error.problem}", _line(error)) from error
    except yaml.YAMLError as error:
        raise PlainYamlError("not YAML: it has control characters", 1) from error
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        if isinstance(error, PlainYamlError):
            raise
        raise PlainYamlError("not YAML that can be read", walk.line) from error


def read_what_can_be(text: str) -> tuple[Value, tuple[PlainYamlError, ...]]:
    """The value of a text without the lines that are no YAML, and these.

    After `MOST_MENDED` of them the whole text is given up: its value is ``""``.
    """
    lines = text.split("\n")
    errors: list[PlainYamlError] = []
    while len(errors) <= MOST_MENDED:
        try:
            return read_yaml("\n".join(lines)), tuple(errors)
        except PlainYamlError as error:
            errors.append(error)
            at = min(error.line, len(lines)) - 1
            while at and not lines[at].strip():
                at -= 1
            error.line = at + 1
            lines[at] = ""
    return "", tuple(errors)


def _line(error: yaml.MarkedYAMLError) -> int:
    """Where what is wrong begins; a quotation without end is noticed far below."""
    within = (error.context or "").startswith(BEGUN)
    mark = error.context_mark if within else error.problem_mark
    return mark.line + 1 if mark else 1


class _Walk:
    """One pass over the events of a text."""

    def __init__(self, text: str) -> None:
        self.line = 1
        self._start = self._stop = 0
        self._text = text
        self._seen = 0
        self._events: Iterator[Event] = yaml.parse(text, Loader=PARSER)

    def document(self) -> Value:
        value: Value | None = None
        for event in iter(self._next, None):
            if isinstance(event, DocumentStartEvent):
                if value is not None:
                    raise PlainYamlError("a second document without `---`", self.line)
                value = self._value(self._next(), 0)
        return "" if value is None else value

    def _next(self) -> Event | None:
        """The next event, with its place noted; ``None`` at the end."""
        if (event := next(self._events, None)) is None:
            return None
        if event.start_mark and event.end_mark:
            self.line = event.start_mark.line + 1
            self._start, self._stop = event.start_mark.index, event.end_mark.index
        self._seen += 1
        if self._seen > MOST_EVENTS:
            raise PlainYamlError("too much in one document", self.line)
        return event

    def _value(self, event: Event | None, depth: int) -> Value:
        """The value that begins with an event."""
        self._refuse_what_is_not_plain(event)
        if depth > DEEPEST:
            raise PlainYamlError("nested too deep", self.line)
        match event:
            case ScalarEvent(value=str(value)):
                return value
            case SequenceStartEvent():
                return self._list(depth)
            case MappingStartEvent():
                return self._mapping(depth)
            case _:
                raise PlainYamlError("not YAML that can be read", self.line)

    def _refuse_what_is_not_plain(self, event: Event | None) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise PlainYamlError("`&` and `*` names are not read here", self.line)
        if getattr(event, "tag", None):
            raise PlainYamlError("`!` tags are not read here", self.line)

    def _list(self, depth: int) -> Value:
        values: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            values.append(self._value(event, depth + 1))
        return tuple(values)

    def _mapping(self, depth: int) -> Value:
        first = self.line
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            start, line = self._start, self.line
            if not isinstance(event, ScalarEvent):
                raise PlainYamlError("a name must be one word", line)
            self._refuse_what_is_not_plain(event)
            name = str(event.value)
            if name in entries:
                raise PlainYamlError(f"`{name[:40]}` is there twice", line)
            value = self._value(self._next(), depth + 1)
            source = self._text[start : self._stop].rstrip()
            entries[name] = Entry(name, value, line, source)
        return Mapping(tuple(entries.values()), first)
