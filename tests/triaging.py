"""Triage of cables for the tests of the notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from hypothesis import strategies as st

from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import (
    ASIDE,
    FINISHED,
    READ,
    STARRED,
    UNREAD,
    UNSTARRED,
    Move,
    labelled,
    noted,
    unlabelled,
)
from cablereader.model.saved_search import SavedSearch
from cablereader.model.triage import State, Triage, label_set

IDS: Final = tuple(f"09OSLO{number}" for number in range(9001, 9007))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "ab \\nsu+#-*:\n\r\t\u2028\ufeff\x00\x85", max_size=12
)
NAMES = TEXTS.filter(bool)
MOMENTS = st.datetimes().map(lambda time: f"{time:%Y-%m-%dT%H:%M:%SZ}".zfill(20))
TRIAGES = st.builds(
    lambda state, since, starred, labels, note: Triage(
        state=state,
        since="" if state is State.UNREAD else since,
        starred=starred,
        labels=label_set(labels),
        note=note,
    ),
    st.sampled_from(State),
    MOMENTS | st.just(""),
    st.booleans(),
    st.lists(NAMES, max_size=3),
    TEXTS,
).filter(lambda triage: triage != Triage())
SEARCHES = st.builds(SavedSearch, NAMES, TEXTS, st.sampled_from(["", "a", "7"]))
MOVES: st.SearchStrategy[Move] = (
    st.sampled_from([READ, UNREAD, FINISHED, ASIDE, STARRED, UNSTARRED])
    | st.sampled_from(["fish", "trust"]).flatmap(
        lambda label: st.sampled_from([labelled(label), unlabelled(label)])
    )
    | st.sampled_from(["", "call back", "ask"]).map(noted)
)


def do(file: TriageFile, move: Move, cable_ids: Iterable[str]) -> None:
    """Make a move in a notebook, as a key does."""
    file.apply(move.step(file.of(cable_ids)))


def all_of(file: TriageFile) -> Mapping[str, Triage]:
    """All that a notebook says of cables."""
    return dict(file.touched())
