from __future__ import annotations

from bookmarking import CREATED, bookmark, cable_of

from cablereader.model.bookmark import Bookmarks, Found, bookmark_of, find, first_words
from cablereader.model.paragraph_ref import ParagraphRef

CABLE = cable_of(
    ("1", "Summary. The goat arrived on the night ferry."),
    ("2", "It was bought for the fence.\n\n-- and eats it"),
    ("2~2", "It was bought, Holloway said, for company."),
)


def test_a_bookmark_of_a_paragraph_keeps_its_address_and_first_words() -> None:
    mark = bookmark_of(CABLE, CABLE.paragraphs[2], key="k", created=CREATED)
    assert mark.ref == ParagraphRef("07OSLO9001", "2~2")
    assert mark.quote == "It was bought, Holloway said, for company."
    assert mark.marking is None


def test_first_words_are_cut_at_a_word_and_on_one_line() -> None:
    text = "It was\nbought for the fence, and nobody in the village of Skarvegrunn knew"
    assert first_words(text) == (
        "It was bought for the fence, and nobody in the village of"
    )
    assert len(first_words("x" * 100)) == 60
    assert first_words("ab cd", 5) == "ab cd"
    assert first_words("ab cde", 5) == "ab"


def test_a_paragraph_is_found_by_its_label_when_its_words_agree() -> None:
    mark = bookmark(2, quote='It was "bought" FOR the fence')
    assert find(CABLE, mark) == (CABLE.paragraphs[1], Found.LABEL)


def test_a_paragraph_is_found_by_its_words_when_it_is_numbered_anew() -> None:
    mark = bookmark(7, quote="It was bought, Holloway said")
    assert find(CABLE, mark) == (CABLE.paragraphs[2], Found.WORDS)
    renumbered = bookmark(1, quote="It was bought, Holloway said")
    assert find(CABLE, renumbered) == (CABLE.paragraphs[2], Found.WORDS)


def test_a_label_alone_is_better_than_nothing_and_says_so() -> None:
    mark = bookmark(1, quote="Words that are nowhere")
    assert find(CABLE, mark) == (CABLE.paragraphs[0], Found.LABEL_ALONE)


def test_a_bookmark_without_words_is_found_by_its_label() -> None:
    assert find(CABLE, bookmark(1, quote="")) == (CABLE.paragraphs[0], Found.LABEL)


def test_a_paragraph_that_is_nowhere_is_not_guessed() -> None:
    assert find(CABLE, bookmark(9, quote="Nowhere")) == (None, Found.NOWHERE)
    assert find(CABLE, bookmark(9, quote="")) == (None, Found.NOWHERE)


def test_bookmarks_are_sorted_by_key_and_replaced_by_key() -> None:
    marks = Bookmarks().saved(bookmark(2)).saved(bookmark(1))
    edited = bookmark(2, note="again")
    assert marks.saved(edited).marks == (bookmark(1), edited)
    assert marks.saved(edited).at(edited.ref) == edited
    assert marks.removed(edited.key).marks == (bookmark(1),)
    assert marks.of("07OSLO9001") == marks.marks
    assert len(marks) == 2
