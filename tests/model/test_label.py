from __future__ import annotations

from cablereader.model.label import KEYS, label_keys


def test_a_label_has_a_letter_of_its_own_if_one_is_free() -> None:
    assert label_keys(["fish", "frost", "ff", "Øl", "7"]) == {
        "f": "fish",
        "r": "frost",
        "a": "ff",
        "l": "Øl",
        "7": "7",
    }


def test_a_new_label_takes_no_key_away() -> None:
    labels = ["wine", "whale", "law", "e"]
    before = label_keys(labels)
    assert label_keys([*labels, "w"]).items() > before.items()


def test_there_are_as_many_as_there_are_keys() -> None:
    labels = [f"label {number}" for number in range(100)]
    assert list(label_keys(labels).values()) == labels[: len(KEYS)]
