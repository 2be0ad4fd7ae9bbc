"""Cables of the same story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from building import add
from documents import page

from cablereader.archive.store import Archive
from cablereader.model.likeness import Likeness
from cablereader.model.query import Query
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


def found_like_the_first(tmp_path: Path, texts: Sequence[str]) -> dict[str, Likeness]:
    """Those like the first of some texts, in an archive of these and a few others."""
    path = tmp_path / "archive.db"
    others = [COMMON_WORDS] * 12
    add(path, (raw(number, text) for number, text in enumerate([*texts, *others])))
    with Archive(path) as archive:
        return likest(archive, "07OSLO9100")


COMMON_WORDS = "The ministry said again that everything would be as before. "


def test_names_weigh_more_than_other_words_and_long_cables_less(
    tmp_path: Path,
) -> None:
    names, words = "Tangenbru, Orrvik and Fjellsund", "harbour quay dredger wreck gale"
    found = found_like_the_first(
        tmp_path,
        [
            f"We met {names}, and saw a {words}.",
            f"Then {names} left. {COMMON_WORDS}",
            f"There is a {words}. {COMMON_WORDS}",
            f"There is a {words}, and {names}. {COMMON_WORDS * 300}",
        ],
    )
    assert next(iter(found)) == "07OSLO9101"
    assert set(found) == {"07OSLO9101", "07OSLO9102", "07OSLO9103"}
    assert set(found["07OSLO9101"].names) == {"Tangenbru", "Orrvik", "Fjellsund"}
    assert not found["07OSLO9101"].words
    assert set(found["07OSLO9102"].words) == set(words.split())


def test_what_every_cable_may_say_is_no_reason(tmp_path: Path) -> None:
    plain = "Under the Ministry, Poloff said in April: he was the fourth. XXXXX"
    found = found_like_the_first(tmp_path, [f"{plain} Once.", f"{plain} Twice."])
    assert not found


def test_the_own_country_is_said_by_its_tag(tmp_path: Path) -> None:
    text = "A Norwegian met Norwegians in Norway and Oslo, and then Norway again."
    assert not found_like_the_first(tmp_path, [text, text])


def test_names_that_belong_together_are_named_together(tmp_path: Path) -> None:
    text = "He asked Tormod Lyngvaer for {}. Later Tormod Lyngvaer and Orrvik left."
    texts = [text.format("fish"), text.format("bread")]
    found = found_like_the_first(tmp_path, texts)
    assert set(found["07OSLO9101"].names) == {"Tormod Lyngvaer", "Orrvik"}


def test_one_name_alone_is_no_story_in_a_small_archive(tmp_path: Path) -> None:
    texts = ["We met Tangenbru.", "They saw Tangenbru."]
    assert not found_like_the_first(tmp_path, texts)


def test_nobody_is_named_twice_whatever_the_order_of_names(archive: Archive) -> None:
    for place in archive.places(Query()):
        for each in archive.alike(archive.ids([place])[0]):
            said = " ".join(each.names).split()
            assert len(said) == len(set(said))
            assert not set(each.subject) & set(said)


def test_the_subject_the_post_and_the_day_are_reasons(archive: Archive) -> None:
    found = likest(archive, "09PRAIA9022")
    first = found["09PRAIA9016"]
    assert {word.lower() for word in first.subject} == {"runway", "tender"}
    assert first.same_post
    assert first.days == -14
    assert next(iter(found)) == "09PRAIA9016"
