"""Raw cables as the text that an archive keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.damage import DamagedError
from cablereader.archive.raw_text import raw_of, text_of
from cablereader.model.cable import Source
from cablereader.model.frozen import replace
from cablereader.model.raw import RawCable

BASE = RawCable(source=Source("csv", "a.csv", line=3), cable_id="07OSLO1")
RAWS = st.builds(
    lambda header, body, references: replace(
        BASE, header=header, body=body, references=tuple(references)
    ),
    header=st.text(),
    body=st.text(),
    references=st.lists(st.text()),
)


@given(RAWS)
def test_what_is_written_is_read_again(raw: RawCable) -> None:
    written = text_of(raw)
    assert written.text.isascii()
    assert raw_of(written.text) == raw


def test_digests_tell_what_is_said_and_not_where_it_was_read() -> None:
    moved = replace(BASE, source=Source("csv", "b.csv", line=9))
    changed = replace(BASE, body="other")
    first, second, third = map(text_of, (BASE, moved, changed))
    assert first.digest == second.digest != third.digest


@pytest.mark.parametrize("text", [b"", b"{}", b"{}\n[]", b"{}\n{}", b"\xff\n\xff"])
def test_what_is_no_cable_is_damage(text: bytes) -> None:
    with pytest.raises(DamagedError):
        raw_of(text)
