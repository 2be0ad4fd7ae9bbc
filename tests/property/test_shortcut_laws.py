"""Laws of shortcuts: a quick look never differs from the pattern that it spares."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.parse.grammar import ending as ending_grammar
from cablereader.parse.grammar import front as front_grammar
from cablereader.parse.grammar import text as grammar
from cablereader.parse.inner_numbers import inner_starts
from cablereader.parse.line import ends_sentence, is_rule, split_lines
from cablereader.parse.marking import KNOWN, read_marking, take_marking
from cablereader.parse.openings import take_opening
from cablereader.parse.pages import find_pages
from cablereader.parse.unwrap import unwrapped


def texts_of(*pieces: str) -> st.SearchStrategy[str]:
    """Texts put together from some pieces."""
    return st.lists(st.sampled_from(pieces), max_size=16).map("".join)


SIGNS = st.text("-=_*~—– ", min_size=3) | texts_of("- ", "= ", "_ ", "* ", "~ ")


@given(st.text("ab A.!?:;)\"'”’](", max_size=12) | SIGNS | st.text(max_size=12))
def test_rules_and_ends_of_sentences_are_what_their_patterns_find(words: str) -> None:
    assert is_rule(words) is bool(grammar.RULE.match(words))
    last = max(0, len(words) - 3)
    assert ends_sentence(words) is bool(grammar.ENDED.search(words, last))


PAGES = texts_of(
    f"OSLO 00009001{' ' * 8}002 . 10{' ' * 8}OF{' ' * 8}005",
    *("OSLO 00009001  002 OF 005", "00009001", "0O009001  OO2", " 002.1", "  ", "\n"),
    *("OF 005", " 0F 005", " OF O05", " OF 0...", "OF", " OSLO ", "9", "x"),
)


@given(PAGES)
def test_page_lines_are_those_that_a_search_of_the_whole_text_finds(text: str) -> None:
    spans = [page.span for page in find_pages(text)]
    for match in grammar.PAGE.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        found = any(span.start <= match.start() < span.stop for span in spans)
        assert found or not grammar.PAGE_POST.search(before)
    assert len(spans) <= len(grammar.PAGE.findall(text))


NUMBERS = texts_of("x1. (C)", "1", "12", ".", ")", " ", "(C)", "(", "¶", "$")


@given(NUMBERS)
def test_numbers_inside_a_line_are_those_that_a_search_of_it_finds(text: str) -> None:
    for line in split_lines(text, 0, []):
        inside = line.at + (3 if text.startswith("¶", line.at) else 1)
        offsets = {
            match.start()
            for match in grammar.INNER_NUMBER.finditer(text, inside, line.stop)
            if take_marking(text, match.end())
        }
        sure = {at for at in offsets if text[at - 1] == "x" and text[at + 1] == "."}
        assert sure <= set(inner_starts(text, line)) <= offsets


@given(st.sampled_from(KNOWN), st.text(max_size=4))
def test_a_frequent_marking_is_what_it_is_by_its_words(words: str, rest: str) -> None:
    taken = take_marking(f"({words}){rest}")
    read = read_marking(words)
    assert taken is not None
    assert read is not None
    assert (taken.marking, taken.stop) == (read[0], len(words) + 2)


OPENINGS = texts_of(
    *("S E C R E T", "SECRET", "secret", "Confidential", "C O N F I D E N T I A L"),
    *(
        "UNCLAS",
        "TOP SECRET",
        "LIMITED OFFICIAL USE",
        "CRET ",
        " OSLO 009001",
        "E ",
        "S",
    ),
)


@given(OPENINGS)
def test_no_classification_line_is_passed_over_by_its_second_sign(text: str) -> None:
    match = front_grammar.CLASSIFICATION.match(text)
    whole = match and not text[match.end() : match.end() + 1].isalpha()
    assert take_opening(text, 0) or not whole


@given(texts_of("ab", "A. ", " ", "  ", "\t", "\n", "-", "1) "))
def test_unwrapped_words_have_single_blanks_between_them(text: str) -> None:
    words = unwrapped(split_lines(text, 0, []), 20)
    assert "  " not in words
    assert "\t" not in words


NOTICES = texts_of(
    *("Visit Oslo's Classified Web site", "visit the Embassy's ", "Web", "-site"),
    *("For more reporting from ", "This and other cables from ", "web", " "),
)


@given(NOTICES)
def test_no_notice_is_without_its_signs(text: str) -> None:
    noticed = ending_grammar.NOTICE.search(text)
    signs = map(text.lower().__contains__, ending_grammar.NOTICE_SIGNS)
    assert any(signs) or not noticed


LABELS = texts_of(
    *("E.O. 12958", "EO 12356", "e.o.", "TAGS PREL", "tags:", "SUBJ:", "subject:"),
    *("REF OSLO 23", "REFS:", "Classified", " By", "CLASSIFIED BY", ":", " ", "x"),
)


@given(LABELS)
@example("REF OSLO 23")
@example("TAGS PREL")
@example("Classified By")
def test_no_label_inside_a_line_is_without_its_signs(text: str) -> None:
    labels = front_grammar.INNER_LABEL.findall(text)
    signs = map(text.__contains__, front_grammar.INNER_LABEL_SIGNS)
    assert any(signs) or "classified" in text.lower() or not labels
