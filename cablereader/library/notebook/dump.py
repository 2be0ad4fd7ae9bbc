r"""The notebook as text: one cable a line, sorted, made to be kept in git.

    08LISBON9118 unread +fish +wine\sstory -- call the port back\nor write
    09OSLO9012 read 2026-11-24T03:00:00Z *
    saved:left l is:unread -label:fish

A line names a cable, its state and since when, a ``*`` if it is starred, its labels,
and the note after two dashes. What would break a line or cannot be seen is written with
a backslash. Lines that begin with ``#``, and empty ones, mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, TypeVar

from cablereader.library.notebook.escape import SURROGATES, escaped, unescaped
from cablereader.model.frozen import frozen
from cablereader.model.saved_search import SavedSearch
from cablereader.model.triage import MOMENT, STAR, State, Triage, label_set
from cablereader.parse.cable_id import canonical_id

TITLE: Final = "# cablereader triage 1"
HEAD: Final = f"{TITLE}: id, state, since when, *, +labels -- note"
SAVED: Final = "saved:"
NO_LETTER: Final = "-"
NOTE: Final = "--"
STATES: Final = frozenset(State)

Said = TypeVar("Said")


@frozen
class UnknownLine:
    """A line that could not be understood, and was passed over."""

    number: int
    """Counted from 1."""
    reason: str


@frozen
class Dump:
    """What a dump says."""

    cables: Mapping[str, Triage]
    """By their canonical ids."""
    searches: tuple[SavedSearch, ...] = ()
    unknown: tuple[UnknownLine, ...] = ()
    has_head: bool = False
    """Whether its first line says that it is one: a broken pipe says nothing."""


class NoLineError(ValueError):
    """What is wrong with a line."""


def dump_lines(
    cables: Iterable[tuple[str, Triage]], searches: Iterable[SavedSearch]
) -> Iterator[str]:
    """The lines of a dump, without their ends.

    Args:
        cables: By their ids, in their order.
        searches: By their names.
    """
    yield HEAD
    for cable_id, triage in cables:
        yield cable_line(cable_id, triage)
    for search in searches:
        words = (search.letter or NO_LETTER, escaped(search.query))
        yield f"{SAVED}{escaped(search.name, word=True)} {' '.join(words)}".rstrip()


def cable_line(cable_id: str, triage: Triage) -> str:
    """The line of one cable."""
    words = (
        escaped(cable_id, word=True),
        triage.state,
        triage.since,
        STAR if triage.starred else "",
        *(f"+{escaped(label, word=True)}" for label in triage.labels),
        f"{NOTE} {escaped(triage.note)}" if triage.note else "",
    )
    return " ".join(filter(None, words))


def read_dump(lines: Iterable[str]) -> Dump:
    """What the lines of a dump say. Never raises: what is no line is named.

    Args:
        lines: With or without their ends.
    """
    cables: dict[str, Triage] = {}
    searches: dict[str, SavedSearch] = {}
    unknown: list[UnknownLine] = []
    has_head = False
    for number, line in enumerate(lines, 1):
        text = line.strip("\ufeff\r\n")
        has_head = has_head or (number == 1 and text.startswith(TITLE))
        try:
            _check(text)
            if text.startswith(SAVED):
                search = _search(text)
                _add(search.name, search, searches)
            elif text.strip() and not text.startswith("#"):
                _add(*_cable(text), cables)
        except NoLineError as error:
            unknown.append(UnknownLine(number, str(error)))
    return Dump(cables, tuple(searches.values()), tuple(unknown), has_head)


def _check(text: str) -> None:
    if not text.isascii() and SURROGATES.search(text):
        raise NoLineError("not UTF-8")


def _add(name: str, said: Said, known: dict[str, Said]) -> None:
    if name in known:
        raise NoLineError(f"{name} stands above already")
    known[name] = said


def _cable(line: str) -> tuple[str, Triage]:
    front, _, note = f"{line} ".partition(f" {NOTE} ")
    cable_id, state, *rest = (*front.split(), "")
    if state not in STATES:
        raise NoLineError(f"no state of a cable: {state or 'nothing'}")
    marks = list(filter(None, rest))
    since = marks.pop(0) if marks and _is_moment(marks[0]) else ""
    labels = []
    for mark in marks:
        if mark != STAR and (not mark.startswith("+") or mark == "+"):
            raise NoLineError(f"neither {STAR} nor +label: {mark}")
        labels.append(_text(mark[1:]))
    return canonical_id(_text(cable_id)), Triage(
        state=State(state),
        since=since if state != State.UNREAD else "",
        starred=STAR in marks,
        labels=label_set(labels),
        note=_text(note[:-1]),
    )


def _search(line: str) -> SavedSearch:
    name, _, rest = line.removeprefix(SAVED).partition(" ")
    letter, _, query = rest.partition(" ")
    if not name or len(letter) != 1:
        raise NoLineError(
            "a saved search is `saved:NAME LETTER QUERY`, - for no letter"
        )
    return SavedSearch(_text(name), _text(query), "" if letter == NO_LETTER else letter)


def _text(written: str) -> str:
    try:
        return unescaped(written)
    except ValueError:
        raise NoLineError(f"no such escape: {written}") from None


def _is_moment(word: str) -> bool:
    try:
        datetime.strptime(word, MOMENT)  # noqa: DTZ007  # whether it can be read
    except ValueError:
        return False
    return True
