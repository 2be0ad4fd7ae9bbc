"""Cables of the same story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import add
from documents import page

from cablereader.archive.store import Archive
from cablereader.model.likeness import Likeness
from cablereader.model.raw import RawCable
from cablereader.parse.html_page import read_page
from cablereader.present.likeness import reason
from cablereader.source.sample import read_sample


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("alike") / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive:
        yield archive


def likest(archive: Archive, cable_id: str) -> dict[str, Likeness]:
    return {each.entry.cable_id: each for each in archive.alike(cable_id)}


def test_those_that_cite_each_other_come_first(archive: Archive) -> None:
    found = likest(archive, "07OSLO9012")
    assert "07OSLO9012" not in found
    first = list(found)[:6]
    assert {"08STATE990412", "07REYKJAVIK9007", "86OSLO9003"} <= set(first)
    assert found["08STATE990412"].cites
    assert found["86OSLO9003"].is_cited
    assert "86OSLO9003" in found["07REYKJAVIK9007"].references


def test_the_best_come_first_and_all_have_a_reason(archive: Archive) -> None:
    found = archive.alike("09PRAIA9016")
    weights = [each.weight for each in found]
    assert weights == sorted(weights, reverse=True)
    assert all(reason(each) for each in found)


def test_as_many_as_are_asked_for(archive: Archive) -> None:
    assert len(archive.alike("09PRAIA9016", 3)) == 3
    assert archive.alike("99NOWHERE1") == ()


def test_only_what_is_rare_is_shared(archive: Archive) -> None:
    words = {
        word.lower() for each in archive.alike("07OSLO9012") for word in each.words
    }
    assert words
    assert not words & {"that", "with", "have", "which", "fiction"}


def raw(number: int, text: str) -> RawCable:
    name = f"{9100 + number}"
    body = f"C O N F I D E N T I A L OSLO 00{name}\n\nTAGS: PREL\n\n1. (C) {text}\n"
    return read_page(page(body, cable_id=f"07OSLO{name}"))


def test_names_weigh_more_than_other_words_and_long_cables_less(
    tmp_path: Path,
) -> None:
    path = tmp_path / "archive.db"
    common = "The ministry said again that everything would be as before. "
    texts = [
        "We met Tangenbru and saw a harbour.",
        f"Then Tangenbru left. {common}",
        f"There is a harbour. {common}",
        f"There is a harbour, and Tangenbru. {common * 300}",
        *[common] * 8,
    ]
    add(path, (raw(number, text) for number, text in enumerate(texts)))
    with Archive(path) as archive:
        found = [each.entry.cable_id for each in archive.alike("07OSLO9100")]
    assert found[0] == "07OSLO9101"
    assert set(found) == {"07OSLO9101", "07OSLO9102", "07OSLO9103"}
