"""What was typed, and the query that it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.archive.query.level import read_level
from cablereader.archive.query.scanner import QueryError
from cablereader.archive.query.typed import LONGEST, read_query
from cablereader.model.query import (
    And,
    Around,
    AtLeast,
    Between,
    Compare,
    Condition,
    Contains,
    Everything,
    InParagraph,
    Is,
    Match,
    Matches,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Sort,
    Word,
)


def word(text: str, field: str | None = None) -> Contains:
    """A word as it is read without a sign: whole, if it is very short."""
    short = len(re.split(r"\W", text)[-1]) < 3
    return Contains(Word(text, Match.EXACT if short else Match.PREFIX), field)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("", Everything()),
        (" & -- * ", Everything()),
        ("wine", word("wine")),
        ("wine*", word("wine")),
        ("AND*", word("and")),
        ("un", Contains(Word("un", Match.EXACT))),
        ("un*", Contains(Word("un"))),
        ("U.S.", Contains(Word("u.s.", Match.EXACT))),
        ("C-17", Contains(Word("c-17", Match.EXACT))),
        ("U.S.S.Rus", word("U.S.S.Rus")),
        ("=wine", Contains(Word("wine", Match.EXACT))),
        ("=Wine", Contains(Word("Wine", Match.CASED))),
        ("~Wines", Contains(Word("wines", Match.STEM))),
        ("~un", Contains(Word("un", Match.EXACT))),
        ("~ wine", word("wine")),
        ('~"" wine', word("wine")),
        ("subject:~wines", Contains(Word("wines", Match.STEM), "subject")),
        ("atleast:2:~wines", Contains(AtLeast(2, Word("wines", Match.STEM)))),
        ("O'Brien", word("O'Brien")),
        ("state-secret", word("state-secret")),
        ('"state secret"', Contains(Phrase("state secret"))),
        ('"state secret"~5', Contains(Phrase("state secret", 5))),
        ("a b", And((word("a"), word("b")))),
        ("a AND b", And((word("a"), word("b")))),
        ("a and b", And((word("a"), word("and"), word("b")))),
        ("a OR b", Or((word("a"), word("b")))),
        ("a|b", Or((word("a"), word("b")))),
        ("a b OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("a (b OR c)", And((word("a"), Or((word("b"), word("c")))))),
        ("(a b) c", And((word("a"), word("b"), word("c")))),
        ("-a", Not(word("a"))),
        ("NOT a", Not(word("a"))),
        ("!a b", And((Not(word("a")), word("b")))),
        ("-(a b)", Not(And((word("a"), word("b"))))),
        ("ale NEAR gin", Contains(Near(Word("ale"), Word("gin"), 10))),
        ("ale THEN/3 gin", Contains(Near(Word("ale"), Word("gin"), 3, ordered=True))),
        ("atleast:5:tunisia", Contains(AtLeast(5, Word("tunisia")))),
        ("subject:wine", word("wine", "subject")),
        ("subject:(a b)", And((word("a", "subject"), word("b", "subject")))),
        ("subject:/^MEX/", Matches("subject", "^MEX")),
        ("para:(a b)", InParagraph(And((word("a"), word("b"))))),
        ("para:a", InParagraph(word("a"))),
        ("origin:mexico", Is("origin", "mexico")),
        ('origin:"San Jose"', Is("origin", "San Jose")),
        ("ORIGIN:mexico", Is("origin", "mexico")),
        ("tag:(PREL OR PGOV)", Or((Is("tag", "PREL"), Is("tag", "PGOV")))),
        ("class:>=confidential", Compare("class", ">=", "confidential")),
        ("date:2007..2009", Between("date", "2007", "2009")),
        ("date:..2006", Between("date", None, "2006")),
        ("date:~7d", Around("date", 7)),
        ("date:09MEXICO3195~2w", Around("date", 14, "09MEXICO3195")),
        ("len:>1500", Compare("len", ">", "1500")),
        ("10:30", word("10:30")),
        ("http://a.b/c", word("http://a.b/c")),
    ],
)
def test_a_text_is_read_as_this_condition(text: str, condition: Condition) -> None:
    assert read_query(text).condition == condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("origin:a origin:b", Or((Is("origin", "a"), Is("origin", "b")))),
        ("origin:a,b", Or((Is("origin", "a"), Is("origin", "b")))),
        ("date:2008 date:2009", Or((Is("date", "2008"), Is("date", "2009")))),
        (
            "date:>2008 date:<2010",
            And((Compare("date", ">", "2008"), Compare("date", "<", "2010"))),
        ),
        ("class:s class:c", Or((Is("class", "s"), Is("class", "c")))),
        ("class:s class:noforn", And((Is("class", "s"), Is("class", "noforn")))),
        ("tag:A1 tag:B1", And((Is("tag", "A1"), Is("tag", "B1")))),
        ("tag:A1,B1", Or((Is("tag", "A1"), Is("tag", "B1")))),
        (
            "origin:a wine origin:b",
            And((Or((Is("origin", "a"), Is("origin", "b"))), word("wine"))),
        ),
        (
            "-origin:a -origin:b",
            And((Not(Is("origin", "a")), Not(Is("origin", "b")))),
        ),
    ],
)
def test_the_same_field_twice_means_what_can_be_meant(
    text: str, condition: Condition
) -> None:
    assert read_query(text).condition == condition


def test_directives_stand_anywhere() -> None:
    query = Query(
        And((word("wine"), word("beer"))),
        Sort("date", descending=True),
        limit=5,
        group="origin",
    )
    assert read_query("limit:5 wine sort:-date beer group:origin") == query
    assert read_query("sort:relevance") == Query(sort=Sort("relevance"))


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("orign:mexico", 1, "no field is called orign:; did you mean origin?"),
        ("wine qqq:x", 6, "no field is called qqq:; to search for it, quote it"),
        ("AND", 1, "AND has nothing to join; write it small"),
        ("wine AND", 9, "a condition is missing here"),
        ("a OR OR b", 6, "a condition is missing here"),
        ("wine NEAR", 10, "NEAR needs a word on both sides"),
        ('wine "state secret', 6, 'this " is not closed; add one behind the phrase'),
        ("(wine", 1, "this bracket is not closed; add )"),
        ("wine)", 5, "this bracket closes nothing; leave it out"),
        ("()", 1, "nothing stands between these brackets"),
        ("origin:", 8, "a value of origin: is missing here"),
        ("subject:", 9, "a word is missing here"),
        ("tag:&", 5, "a value of tag: is missing here"),
        ("date:2009-13", 6, "no date; write 2009, 2009-11, 2009-11-10, 2009-q4 or a"),
        ("date:..", 6, "a range needs a beginning or an end"),
        ("date:>2008..2009", 6, "> stands before one value, not a range"),
        ("len:many", 5, "len: takes a number"),
        ("num:abc", 5, "num: takes a number"),
        ("class:secrt", 7, "no classification is called secrt; did you mean secret?"),
        ("class:>noforn", 7, "noforn is neither above nor below another; give a level"),
        ("is:red", 4, "is: knows no red; did you mean read?"),
        (
            "has:x",
            5,
            "has: knows no x; it knows bookmark, note, article, refs, releases",
        ),
        ("in:nowhere", 4, "in: knows no nowhere"),
        ("precedence:rutine", 12, "precedence: knows no rutine; did you mean routine?"),
        ("tag:/PR[/", 5, "no regular expression: unterminated character set"),
        ("to:/x/", 4, "to: takes no /expression/, only note, origin, subject, tag do"),
        ("subject:/x", 9, "this / is not closed; add one behind the expression"),
        ("~wine*", 1, "~ asks for all words of its stem, * for its beginning"),
        ("=wine*", 1, "= asks for the whole word, * for its beginning"),
        ("subject:AND", 9, "AND has nothing to join; write it small"),
        ("subject:-wine", 9, "- stands in front of a field, not behind it"),
        ("para:origin:x", 6, "origin: is no word here; to search for it, quote it"),
        ("sort:dat", 6, "no such order: dat; did you mean date?"),
        ("sort:", 6, "no such order: nothing"),
        ("limit:x", 7, "limit: takes a number"),
        ("(sort:date)", 2, "sort: stands outside of all brackets"),
        ("atleast:x:y", 9, "a number is missing here"),
        ("atleast:5", 10, "atleast: takes a number and a text, atleast:5:word"),
        ('atleast:5:"a b"~3', 11, "atleast: counts words and phrases without ~"),
        ('"a b"~3 NEAR c', 1, "a phrase with ~ cannot be NEAR another text"),
        ("para:(wine origin:x)", 12, "no other field inside of para:(…); close it"),
        ("subject:(to:x)", 10, "no other field inside of subject:(…); close it before"),
        ("(" * 40 + "a", 31, "more than 30 brackets in each other"),
        ("a NEAR/ b", 3, "how many words? write NEAR/5, up to 9999"),
        ("a THEN/12345 b", 3, "how many words? write NEAR/5, up to 9999"),
        ("x" * 5000, LONGEST, "longer than 4000 characters; make it shorter"),
    ],
)
def test_errors_name_the_column_and_what_to_do(
    text: str, column: int, what: str
) -> None:
    with pytest.raises(QueryError) as caught:
        read_query(text)
    assert caught.value.column == column
    assert caught.value.what.startswith(what)
    assert str(caught.value).startswith(f"query, column {column}: ")


def test_a_setting_makes_words_exact() -> None:
    stems = read_query("Wines =beer", Match.STEM).condition
    assert stems == And(
        (
            Contains(Word("wines", Match.STEM)),
            Contains(Word("beer", Match.EXACT)),
        )
    )
    exact = read_query("Wine beer* =Ale", Match.EXACT).condition
    assert exact == And(
        (
            Contains(Word("wine", Match.EXACT)),
            Contains(Word("beer")),
            Contains(Word("Ale", Match.CASED)),
        )
    )


PIECES = st.sampled_from(
    [
        *"()\"|!-=*~/,:<>.&'",
        *("AND", "OR", "NOT", "NEAR/2", "THEN", " ", "  ", "wine", "Wine", "ä", "09"),
        *("origin:", "date:", "2009", "..", "2009-q4", "para:", "subject:", "class:"),
        *("is:", "unread", "atleast:", "5:", "sort:", "-date", "limit:", "tag:", "~7d"),
        *("paraclass:", "secret", "\x00", "\ud800", "\u2028", "in:", "all", "saved:"),
    ]
)
TYPED = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)


@given(TYPED)
@example('para:("state secret" OR -wine) paraclass:>=s')
def test_any_text_is_a_query_or_an_error_with_its_place(text: str) -> None:
    match read_or_error(text):
        case QueryError() as error:
            assert 1 <= error.column <= len(text) + 1
            assert error.what
        case query:
            assert read_query(str(query)) == query


def read_or_error(text: str) -> Query | QueryError:
    try:
        return read_query(text)
    except QueryError as error:
        return error


def test_a_limit_narrows_a_query_and_keeps_its_order() -> None:
    query = read_query("wine sort:released").narrowed_to(read_query("origin:mexico"))
    assert str(query) == "wine origin:mexico sort:released"
    assert query.narrowed_to(read_query("sort:id limit:3")) == read_query(
        "wine origin:mexico sort:id limit:3"
    )
    assert Query().narrowed_to(Query()) == Query()


@pytest.mark.parametrize("text", ["s/c", "secret//confidential", "s/none", "/", "x"])
def test_two_levels_are_no_level(text: str) -> None:
    assert read_level(text) is None
