"""What terms mean, by themselves and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.explain.context import Context, Surroundings
from cablereader.explain.lookup import HOMES, explain
from cablereader.explain.near import known_terms
from cablereader.model.explanation import Explanation, TermKind
from cablereader.model.nearest import nearest

MEXICO = Surroundings(
    year=2009,
    post="MEXICO",
    countries=("Mexico", "United States"),
    names={
        "RHMFIUU": ("DEPT OF JUSTICE WASHDC",),
        "RUEHXYZ": ("AMEMBASSY OSLO",),
        "RUEHKOO": ("AMEMBASSY TOKYO",),
        "RUEHGOT": ("BUREAU OF GOATS",),
    },
    spelt_out={"CNS": "Council of National Sheep", "GOM": "Government of Malta"},
    page_created="2009-11-10 00:12",
)


def one(term: str, kind: TermKind | None = None) -> Explanation:
    (found,) = explain(term, Context(kind))
    return found


@pytest.mark.parametrize(
    ("term", "kind", "words"),
    [
        ("PREL", TermKind.TAG, "External political relations"),
        ("prel", TermKind.TAG, "External political relations"),
        ("NO", TermKind.TAG, "Norway. A geographic TAG"),
        ("ON", TermKind.TAG, ""),
        ("KNNP", TermKind.TAG, "A programme TAG"),
        ("AORC", TermKind.TAG, "group administration"),
        ("XM", TermKind.TAG, "Latin America. A geographic TAG for a region"),
        ("SIPDIS", TermKind.CAPTION, "SIPRNet"),
        ("E F T O", TermKind.CAPTION, "sent in cipher"),
        ("NODIS CHEROKEE", TermKind.CAPTION, "The code word is CHEROKEE"),
        ("REL TO NATO", TermKind.CAPTION, "countries or bodies named"),
        ("SENSITIVE BUT UNCLASSIFIED", TermKind.CAPTION, "Sensitive but uncl"),
        ("OO", TermKind.PRECEDENCE, "Of the routing line: immediate"),
        ("NIACT IMMEDIATE", TermKind.PRECEDENCE, "at any hour"),
        ("FLASH", TermKind.PRECEDENCE, "lives at stake"),
        ("RUEHC", TermKind.ROUTING, "US Department of State"),
        ("RUEHZL", TermKind.ROUTING, "a group address (EUROPEAN POLITICAL"),
        ("RHMFISS", TermKind.ROUTING, "A switching centre of many users"),
        ("RUHZL", TermKind.ROUTING, "A slip for RUEHZL"),
        ("ZNY", TermKind.SIGNAL, "enciphered circuits"),
        ("ZFF6", TermKind.SIGNAL, "when the addressee has it"),
        ("//ZEL//", TermKind.SIGNAL, "corrects an earlier message"),
        ("NNNN", TermKind.SIGNAL, "End of the message"),
        ("CCCCC", TermKind.SECURITY, "five times: confidential"),
        ("SSSAA", TermKind.SECURITY, "to which ally it may go: Australia"),
        ("VZCZCXRO3884", TermKind.TRANSMISSION_ID, "3884 is the serial number"),
        ("VZCZCADI319", TermKind.TRANSMISSION_ID, "the channel: ADI"),
        ("#3195/01", TermKind.SERIAL, "Cable number 3195"),
        ("3140013", TermKind.FILED, "day 314 of the year at 00:13 UTC"),
        ("R 100013Z NOV 09", TermKind.DTG, "10 November 2009, 00:13 UTC"),
        ("E.O. 12958: DECL: 07/24/2019", TermKind.ORDER, "Secret until 24 July 2019"),
        ("EO 12598", TermKind.ORDER, "12598 is a slip for Executive Order 12958"),
        ("E.O. 12958: N/A", TermKind.ORDER, "N/A: Not applicable"),
        ("25X1-human", TermKind.ORDER, "limit of 25 years (25X1-HUMAN)"),
        ("OADR", TermKind.ORDER, "agency's determination required"),
        ("XGDS-1", TermKind.ORDER, "Exempt from the general schedule"),
        ("1.5(d)", TermKind.REASON, "Foreign relations"),
        ("1.4(H)", TermKind.REASON, "Weapons of mass destruction"),
        ("C/NF", TermKind.MARKING, "NOFORN: Not to be shown"),
        ("S//REL TO USA, FVEY", TermKind.MARKING, "the United States and the five"),
        ("UO", TermKind.LETTERS, "Sensitive but unclassified"),
        ("CN", TermKind.LETTERS, "NOFORN: Not to be shown"),
        ("?C", TermKind.LETTERS, "no marking of its own. C is the level of the cable"),
        ("?", TermKind.LETTERS, "no marking of its own"),
        ("CONFIDENTIAL - ENTIRE TEXT", TermKind.CLASSIFICATION, "All paragraphs"),
        ("C - Entire Text", TermKind.CLASSIFICATION, "Confidential: release"),
        ("1.4", TermKind.REASON, "section with the reasons"),
        ("(SBU)", TermKind.MARKING, "Sensitive but unclassified"),
        ("Embassy Mexico", TermKind.POST, "US embassy in Mexico City, Mexico"),
        ("ABU DHABI", TermKind.POST, "US embassy in Abu Dhabi"),
        ("Secretary of State", TermKind.POST, "The Department of State"),
        ("Poloff", TermKind.ACRONYM, "Political officer"),
        ("NGOs", TermKind.ACRONYM, "Non-governmental"),
        ("GOMX", TermKind.ACRONYM, "Government of Mexico"),
        ("SECTION 01 OF 02", TermKind.SECTION, "Section 1 of 2"),
        ("Released", TermKind.FIELD, "archive put it out"),
        ("Ref B", TermKind.FIELD, "cites by letter"),
    ],
)
def test_a_term_by_itself(term: str, kind: TermKind, words: str) -> None:
    if not words:
        assert explain(term) == ()
        return
    found = [each for each in explain(term) if each.kind is kind]
    assert found
    assert words in found[0].text
    assert found[0].source


def test_the_letters_of_the_screen_come_first() -> None:
    assert [found.kind for found in explain("CN")] == [TermKind.LETTERS, TermKind.TAG]
    assert explain("TS")[0].kind is TermKind.MARKING


def test_a_section_points_at_all_of_its_letters() -> None:
    (found,) = explain("1.4")
    assert found.see_also == tuple(f"1.4({letter})" for letter in "abcdefgh")


def test_all_readings_of_a_term_come_in_one_list() -> None:
    kinds = [found.kind for found in explain("AF")]
    assert kinds == [TermKind.TAG, TermKind.ACRONYM]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("ENGR", "ENRG"), ("PRELX", "PREL"), ("PGVO", "PGOV"), ("KNPP", "KNNP")],
)
def test_a_slip_of_a_tag_leads_to_the_right_code(slip: str, meant: str) -> None:
    found = one(slip, TermKind.TAG)
    assert found.see_also == (meant,)
    assert meant in found.text


def test_tags_run_together_are_parted() -> None:
    known = one("ETRDECONWTOCS", TermKind.TAG)
    assert known.see_also == ("ETRD", "ECON", "WTO", "CS")
    guessed = one("PRELMARRNOKNNP", TermKind.TAG)
    assert guessed.see_also == ("PREL", "MARR", "NO", "KNNP")


@pytest.mark.parametrize(
    ("term", "words", "doubtful"),
    [
        ("KQQQ", "what this one stands for is not known", True),
        ("RICE CONDOLEEZZA", "Secretary of State 2005-2009", False),
        ("PREL PGOV", "Several TAGS run together", False),
        ("SOMETHING FREE", "no code", False),
        ("LIGHTHOUSES", "no code", False),
        ("UAE", "United Arab Emirates. No code of the handbook", True),
    ],
)
def test_words_on_the_tags_line_that_are_no_codes(
    term: str, words: str, *, doubtful: bool
) -> None:
    found = one(term, TermKind.TAG)
    assert words in found.text
    assert found.doubtful is doubtful


def test_two_letters_that_nobody_knows_stay_unknown() -> None:
    assert explain("QQ", Context(TermKind.TAG)) == ()


def test_two_precedences_are_for_action_and_for_information() -> None:
    action, info = explain("O P", Context(TermKind.PRECEDENCE))
    assert action.text.startswith("For those who must act: immediate")
    assert info.text.startswith("For those who should know: priority")
    assert explain("O Q", Context(TermKind.PRECEDENCE)) == ()
    assert explain("A B C", Context(TermKind.PRECEDENCE)) == ()


def test_every_word_of_a_security_line_is_explained() -> None:
    terms = [found.term for found in explain("ZNY CCCCC ZZH")]
    assert terms == ["ZNY", "CCCCC", "ZZH"]
    glued = [found.term for found in explain("ZNR UUUUUZZH")]
    assert glued == ["ZNR", "UUUUU", "ZZH"]


def test_every_letter_of_the_reasons_is_explained_in_order() -> None:
    for words in ("1.4 (b),(d)", "1.4(b) and (d)", "Reasons 1.4 b/d"):
        terms = [found.term for found in explain(words, Context(TermKind.REASON))]
        assert terms == ["1.4(b)", "1.4(d)"]


def test_a_reason_of_the_other_text_of_the_order_says_so() -> None:
    late = explain("1.5(b)", Context(TermKind.REASON, MEXICO))[0]
    assert "Since 2003 the section is 1.4" in late.text
    strange = one("1.5(h)", TermKind.REASON)
    assert strange.doubtful
    assert "Only section 1.4 has this letter" in strange.text


def test_signals_behind_a_date_time_group_are_explained_too() -> None:
    when, signal = explain("O P 261148Z NOV 08 ZFF6")
    assert "immediate for those who must act, priority for" in when.text
    assert signal.term == "ZFF6"
    assert "no time" in one("321261Z NOV 09", TermKind.DTG).text


def test_the_filing_time_has_the_year_of_its_cable() -> None:
    (found,) = explain("3140013", Context(TermKind.FILED, MEXICO))
    assert "10 November 2009" in found.text
    assert explain("9990000", Context(TermKind.FILED)) == ()


def test_the_header_says_whose_a_shared_indicator_is() -> None:
    (found,) = explain("RHMFIUU", Context(TermKind.ROUTING, MEXICO))
    assert found.text.startswith("DEPT OF JUSTICE WASHDC (US Department of Justice)")
    assert "only the name in the header says" in found.text
    assert not found.doubtful


def test_an_indicator_that_nobody_knows_has_its_name_or_its_family() -> None:
    (named,) = explain("RUEHGOT", Context(TermKind.ROUTING, MEXICO))
    assert named.text.startswith("BUREAU OF GOATS")
    assert "posts and offices of the Department of State" in named.text
    (slipped,) = explain("RUEHXYZ", Context(TermKind.ROUTING, MEXICO))
    assert slipped.text.startswith("AMEMBASSY OSLO (US embassy in Oslo, Norway)")
    unnamed = one("RUCNGOT", TermKind.ROUTING)
    assert unnamed.doubtful
    assert "standing groups" in unnamed.text
    assert explain("GOATS", Context(TermKind.ROUTING)) == ()


def test_a_slip_of_an_indicator_leads_to_the_right_one() -> None:
    assert one("RUEHKOO", TermKind.ROUTING).see_also == ("RUEHKO",)
    assert "Probably a slip" in one("RUEHKOO", TermKind.ROUTING).text
    (named,) = explain("RUEHKOO", Context(TermKind.ROUTING, MEXICO))
    assert named.see_also == ("RUEHKO",)
    assert named.text.startswith("AMEMBASSY TOKYO (US embassy in Tokyo, Japan).")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("AMEMBASSY OSLO", "US embassy in Oslo, Norway"),
        ("SECSTATE WASHDC", "US Department of State"),
        ("JOINT STAFF WASHDC//J-3/J-5//", "Joint Chiefs of Staff"),
        ("USDAO ATLANTIS", "US defence attache office Atlantis"),
        ("ARAB GOATS COLLECTIVE", "A standing group of posts"),
        ("EUCOM GOATS", "European Command"),
    ],
)
def test_addresses_in_plain_language(name: str, words: str) -> None:
    assert words in one(name, TermKind.ADDRESS).text


def test_an_address_that_nobody_knows_is_doubtful() -> None:
    assert one("BUREAU OF GOATS", TermKind.ADDRESS).doubtful
    assert explain("BUREAU OF GOATS") == ()


def test_a_government_is_that_of_the_post_unless_the_cable_says_otherwise() -> None:
    alone = one("GOM")
    assert alone.doubtful
    assert "Mexico, Morocco" in alone.text
    around = Surroundings(countries=("Mexico",))
    (known,) = explain("GOM", Context(TermKind.ACRONYM, around))
    assert known.text == "Government of Mexico."
    assert not known.doubtful
    own, table = explain("GOM", Context(TermKind.ACRONYM, MEXICO))
    assert own.text == "Government of Malta."
    assert table.text == "Government of Mexico."


def test_acronyms_that_only_the_cable_spells_out() -> None:
    (found,) = explain("CNS", Context(TermKind.ACRONYM, MEXICO))
    assert found.text == "Council of National Sheep."
    assert found.source == "spelt out in this cable"


def test_an_acronym_with_two_readings_has_both_and_is_doubtful() -> None:
    found = one("AP", TermKind.ACRONYM)
    assert found.doubtful
    assert "Elsewhere: Associated Press" in found.text


def test_an_office_is_explained_by_its_bureau() -> None:
    assert one("INR/XYZ", TermKind.ACRONYM).see_also == ("INR",)
    assert explain("S/NF", Context(TermKind.ACRONYM)) == ()


def test_one_letter_is_a_bureau_in_lines_of_addresses() -> None:
    bare = [each for each in explain("P") if each.kind is TermKind.ACRONYM]
    assert "In lines of addresses only" in bare[0].text


def test_times_are_explained_where_they_stand() -> None:
    created = Context(TermKind.CREATED, MEXICO)
    (found,) = explain("2009-11-10 00:13", created)
    assert found.text.startswith("10 November 2009, 00:13 UTC.")
    assert "The web page says 2009-11-10 00:12" in found.text
    released = explain("2011-08-30 01:44", Context(TermKind.RELEASED))
    assert "archive put it out" in released[0].text
    assert explain("2009-11-10 00:13") == ()
    assert explain("yesterday", created) == ()


def test_numbers_are_explained_where_they_stand() -> None:
    number = Context(TermKind.NUMBER)
    assert "running number" in explain("4321", number)[0].text
    assert "for each section" in explain("4778-4781", number)[0].text
    assert explain("4321") == ()


def test_reference_ids_name_post_year_and_number() -> None:
    found = explain("09CAIRO1013", Context(TermKind.REFERENCE_ID))[0]
    assert found.text.startswith(
        "The name of one cable: year 2009, post CAIRO, serial number 1013. Sender: "
    )
    assert "US embassy in Cairo, Egypt" in found.text
    odd = explain("09NOWHERE12", Context(TermKind.REFERENCE_ID))[0]
    assert "a post not known to us" in odd.text


def test_a_reference_id_is_said_to_be_one_before_its_post_is_told() -> None:
    kinds = [found.kind for found in explain("10KABUL694")]
    assert kinds == [TermKind.REFERENCE_ID, TermKind.POST]


def test_classifications_are_not_repeated_as_captions() -> None:
    found = explain(
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY", Context(TermKind.CLASSIFICATION)
    )
    assert found[0].text.startswith("Sensitive but unclassified: no level of secrecy")
    assert explain("GOATS", Context(TermKind.CLASSIFICATION)) == ()


def test_who_should_read_it_is_told_for_any_post() -> None:
    found = one("LONDON FOR", TermKind.CAPTION)
    assert "Here the post is US embassy in London" in found.text
    passed = one("STATE PLEASE PASS", TermKind.CAPTION)
    assert "hand a copy" in passed.text
    assert one("GOATS ONLY", TermKind.CAPTION).doubtful


@pytest.mark.parametrize(
    ("term", "kind", "words"),
    [
        ("8BU", TermKind.MARKING, "Sensitive but unclassified"),
        ("GOAT", TermKind.MARKING, "too damaged"),
        ("ZQQ", TermKind.SIGNAL, "A signal that the tables do not have"),
        ("SSCSS", TermKind.SECURITY, "damaged or not known"),
    ],
)
def test_what_stands_in_a_place_of_its_own_is_never_without_a_word(
    term: str, kind: TermKind, words: str
) -> None:
    assert words in one(term, kind).text
    assert one(term, kind).doubtful
    assert explain(term) == ()


def test_countries_of_a_release_are_spelt_out() -> None:
    found = one("C/REL EU MEMBER STATES, AND GBR", TermKind.MARKING)
    assert found.text.endswith("shown to EU Member States and the United Kingdom.")


def test_a_line_of_an_order_without_order_or_day_is_doubtful() -> None:
    assert one("AFTER THE GOAT HAS DIED", TermKind.ORDER).doubtful
    assert "No day is given" in one("E.O. 12958:", TermKind.ORDER).text
    assert "which the tables do not have" in one("E.O. 19999: X", TermKind.ORDER).text


@pytest.mark.parametrize("term", ["", " ", "FOOGOAT", "\x1b[31m", "()", "//", "goat"])
def test_what_nobody_knows_has_no_explanation(term: str) -> None:
    assert explain(term) == ()


def test_unknown_terms_have_near_names() -> None:
    assert nearest("NOFORM", known_terms("NOFORM"), most=3).startswith(
        "; did you mean NOFORN"
    )
    assert "RUEHZL" in set(known_terms("RUEHZZ"))
    assert "RUEHZL" not in set(known_terms("GOAT"))


PIECES = """
ZNY 1.4 (b) E.O. 12958 # 3195/01 NODIS FOR AMEMBASSY VZCZC GO S/ // X1 RUEH SECTION 02
OF DECL Z
"""
WORDS = st.sampled_from(PIECES.split())
TERMS = st.text(max_size=40) | st.lists(WORDS, max_size=6).map(" ".join)
KINDS = st.sampled_from([None, *HOMES])


@given(TERMS, KINDS, st.sampled_from([MEXICO, Surroundings()]))
def test_no_term_is_too_strange(
    term: str, kind: TermKind | None, around: Surroundings
) -> None:
    for found in explain(term, Context(kind, around)):
        assert found.text.strip() == found.text
        assert found.text.endswith((".", "!", "?"))
        assert found.source
        assert found.to_dict()["kind"] == str(found.kind)
        assert kind is None or found.kind in {kind, TermKind.SIGNAL}


def test_every_kind_has_a_reader() -> None:
    assert set(HOMES) == set(TermKind)
