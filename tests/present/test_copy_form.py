from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.cable import Cable
from cablereader.present.citation import CopySettings, Fields, Remarks, fields_of
from cablereader.present.copy_form import DEFAULT, FORMS, Form, copies, form_named
from cablereader.present.refusal import Refusal

PAGE = "https://wikileaks.org/cable/2009/11/09OSLO9066.html"
AS_SENT = CopySettings(title_case=False)


def copied(name: str, *selection: Fields) -> str:
    text = copies(named(name), selection)
    assert isinstance(text, str), text
    return text


def named(name: str) -> Form:
    form = form_named(name)
    assert form is not None
    return form


@pytest.fixture
def fields(cable: Cable) -> tuple[Fields, ...]:
    """Of each paragraph of the small cable."""
    return tuple(fields_of(cable, each, settings=AS_SENT) for each in cable.paragraphs)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ref-para", "09OSLO9066 ¶5"),
        ("ref", "09OSLO9066"),
        ("url-para", f"{PAGE}#par5"),
        ("url", PAGE),
        ("hashtags", "#cablegate #09OSLO9066"),
        (
            "post",
            (
                "(S/NF) The harbour freezes [early]. Ships wait. #cablegate #09OSLO9066"
                f" {PAGE}#par5"
            ),
        ),
        ("text", "(S/NF) The harbour freezes [early]. Ships wait."),
        (
            "raw",
            (
                "5. (S/NF) The harbour\nfreezes [early]. \n"
                "\nOSLO 00009066 002 OF 003 \nShips wait. "
            ),
        ),
        (
            "quote",
            (
                "> (S/NF) The harbour freezes \\[early\\]. Ships wait.\n>\n"
                f"> — [09OSLO9066 ¶5]({PAGE}#par5), Embassy Oslo, 2009-11-05,"
                " SECRET//NOFORN"
            ),
        ),
        ("markdown", f"[09OSLO9066 ¶5]({PAGE}#par5)"),
        ("wiki", f"[{PAGE}#par5 09OSLO9066 ¶5]"),
        ("bbcode", f"[url={PAGE}#par5]09OSLO9066 ¶5[/url]"),
        ("html", f'<a href="{PAGE}#par5">09OSLO9066 ¶5</a>'),
        ("org", f"[[{PAGE}#par5][09OSLO9066 ¶5]]"),
        (
            "chicago",
            (
                "U.S. Embassy Oslo to Secretary of State,"
                " \"HARBOUR OF 'NORTH' & SOUTH,\" cable 09OSLO9066,"
                " November 5, 2009, Secret//Noforn, para. 5, WikiLeaks,"
                f" {PAGE}#par5."
            ),
        ),
        ("chicago-short", "Embassy Oslo, cable 09OSLO9066, para. 5."),
        (
            "apa",
            (
                'U.S. Embassy Oslo. (2009, November 5). *HARBOUR OF "NORTH" \\& SOUTH*'
                f" (Cable 09OSLO9066, para. 5). WikiLeaks. {PAGE}#par5"
            ),
        ),
        (
            "bibtex",
            (
                "@misc{09OSLO9066,\n"
                "  author = {{U.S. Embassy Oslo}},\n"
                '  title = {HARBOUR OF "NORTH" \\& SOUTH},\n'
                "  date = {2009-11-05},\n"
                "  howpublished = {Diplomatic cable 09OSLO9066},\n"
                "  note = {Secret//Noforn. Par. 5},\n"
                f"  url = {{{PAGE}#par5}}\n"
                "}"
            ),
        ),
        (
            "ris",
            (
                "TY  - RPRT\nAU  - U.S. Embassy Oslo\n"
                'TI  - HARBOUR OF "NORTH" & SOUTH\nPY  - 2009\nDA  - 2009/11/05\n'
                "M1  - 09OSLO9066\nM3  - Diplomatic cable\nPB  - WikiLeaks\n"
                f"N1  - Secret//Noforn. Para. 5\nUR  - {PAGE}#par5\nER  - "
            ),
        ),
        ("command", "cablereader open 09OSLO9066:5"),
        ("tags", "EFIS, NO"),
        ("class", "SECRET//NOFORN"),
        ("date", "2009-11-05"),
        ("origin", "Embassy Oslo"),
    ],
)
def test_a_paragraph_is_copied_as(
    name: str, text: str, fields: tuple[Fields, ...]
) -> None:
    assert copied(name, fields[0]) == text


def test_json_has_what_another_program_needs(cable: Cable) -> None:
    remarks = Remarks(note="Check this.")
    fields = fields_of(cable, cable.paragraphs[2], remarks=remarks)
    assert json.loads(copied("json", fields)) == {
        "id": "09OSLO9066",
        "par": "5~2",
        "num": "5",
        "class": "SECRET//NOFORN",
        "origin": "Embassy Oslo",
        "created": "2009-11-05T08:30",
        "released": "2011-08-30T01:44",
        "url": f"{PAGE}#par5",
        "text": "No marking here.",
        "note": "Check this.",
    }


def test_csl_json_is_a_list_of_items(fields: tuple[Fields, ...]) -> None:
    assert json.loads(copied("csl-json", fields[0])) == [
        {
            "id": "09OSLO9066",
            "type": "report",
            "genre": "Diplomatic cable",
            "title": 'HARBOUR OF "NORTH" & SOUTH',
            "author": [{"literal": "U.S. Embassy Oslo"}],
            "number": "09OSLO9066",
            "issued": {"date-parts": [[2009, 11, 5]]},
            "publisher": "WikiLeaks",
            "URL": f"{PAGE}#par5",
            "note": "Secret//Noforn. Para. 5",
        }
    ]
    other = replace(fields[0], cable_id="09OSLO1")
    assert len(json.loads(copied("csl-json", fields[0], other))) == 2


def test_a_note_has_its_reference_under_it(cable: Cable) -> None:
    remarks = Remarks(note="Compare ref A.\nThen ask.\n")
    fields = fields_of(cable, cable.paragraphs[0], remarks=remarks)
    assert copied("note", fields) == "Compare ref A.\nThen ask.\n09OSLO9066 ¶5"


def test_a_quotation_keeps_the_lines_of_a_list(fields: tuple[Fields, ...]) -> None:
    assert copied("quote", fields[1]).startswith(
        "> (U) A list:\\\n> \\- nets\\\n> \\- ropes\n>\n> — ["
    )


def test_several_paragraphs_stand_one_a_line(fields: tuple[Fields, ...]) -> None:
    assert copied("ref-para", *fields) == (
        "09OSLO9066 ¶5\n09OSLO9066 ¶6\n09OSLO9066 ¶5~2"
    )


def test_several_texts_stand_apart(fields: tuple[Fields, ...]) -> None:
    assert copied("text", *fields[1:]) == (
        "(U) A list: - nets - ropes\n\nNo marking here."
    )


def test_equal_copies_are_made_once(fields: tuple[Fields, ...]) -> None:
    assert copied("hashtags", *fields) == "#cablegate #09OSLO9066"


def test_paragraphs_of_one_cable_are_one_citation(
    fields: tuple[Fields, ...],
) -> None:
    assert copied("chicago-short", *fields) == (
        "Embassy Oslo, cable 09OSLO9066, paras. 5–6, second para. 5."
    )
    other = replace(fields[0], cable_id="09OSLO1")
    assert copied("chicago-short", *fields[:2], other) == (
        "Embassy Oslo, cable 09OSLO9066, paras. 5–6.\n"
        "Embassy Oslo, cable 09OSLO1, para. 5."
    )


def test_a_whole_cable_can_be_copied(cable: Cable) -> None:
    fields = fields_of(cable, settings=AS_SENT)
    assert copied("ref-para", fields) == "09OSLO9066"
    assert copied("url-para", fields) == PAGE
    assert copied("chicago-short", fields) == "Embassy Oslo, cable 09OSLO9066."
    assert copied("command", fields) == "cablereader open 09OSLO9066"
    assert isinstance(copies(named("text"), [fields]), Refusal)


def test_without_a_date_there_is_no_address_but_a_citation(undated: Cable) -> None:
    fields = fields_of(undated, undated.paragraphs[0], settings=AS_SENT)
    for name in ("url", "url-para", "markdown", "html", "post"):
        refusal = copies(named(name), [fields])
        assert str(refusal) == (
            "09OSLO9066 ¶5: no address: its date of creation is not known"
        )
    assert copied("chicago", fields).endswith("para. 5, WikiLeaks.")
    assert "(n.d.)" in copied("apa", fields)
    assert "— 09OSLO9066 ¶5, Embassy Oslo, SECRET//NOFORN" in copied("quote", fields)


def test_one_that_cannot_be_copied_stops_all(cable: Cable, undated: Cable) -> None:
    selection = [fields_of(cable), fields_of(undated)]
    assert isinstance(copies(named("url"), selection), Refusal)


def test_of_a_fragment_there_is_its_text(bare: Cable) -> None:
    fields = fields_of(bare, bare.paragraphs[0])
    made = {form.name for form in FORMS if isinstance(copies(form, [fields]), str)}
    assert made == {"text", "raw", "quote", "json"}


def test_every_refusal_says_why(bare: Cable) -> None:
    for form in FORMS:
        text = copies(form, [fields_of(bare)])
        assert not isinstance(text, Refusal) or text.reason
    assert copies(DEFAULT, []) == Refusal("nothing to copy here")


def test_keys_and_names_are_unique_and_no_key_hides_another() -> None:
    keys = [form.key for form in FORMS]
    assert len({form.name for form in FORMS}) == len(FORMS)
    for one in keys:
        assert [other for other in keys if other.startswith(one)] == [one]
    assert (DEFAULT.key, DEFAULT.name) == ("y", "ref-para")


def test_a_hostile_id_cannot_run_a_command_or_close_a_link(cable: Cable) -> None:
    evil = '09X"; rm -rf ~ $(x) ](http://evil) <b> [y]'
    fields = fields_of(replace(cable, cable_id=evil), cable.paragraphs[0])
    assert copied("command", fields) == f"cablereader open '{evil}:5'"
    assert copied("hashtags", fields) == "#cablegate #09Xrmrfxhttpevilby"
    assert "<b>" not in copied("html", fields)
    assert r"\](http://evil)" in copied("markdown", fields)
    assert copied("org", fields).count("]") == 3
    assert copied("bibtex", fields).startswith("@misc{09Xrmrfxhttpevilby,")


@given(st.text(), st.text(), st.text())
def test_no_form_raises_or_lets_a_control_character_through(
    cable_id: str, subject: str, text: str
) -> None:
    from cablereader.model.block import Paragraph
    from cablereader.model.cable import Source
    from cablereader.model.defect import Span
    from cablereader.model.header import Header

    paragraph = Paragraph(
        span=Span(0, len(text)), label="1", number="1", marking=None, text=text
    )
    cable = Cable(
        cable_id=cable_id,
        source=Source("text"),
        body=text,
        blocks=(paragraph,),
        header=Header(text=""),
        subject=subject,
    )
    for form in FORMS:
        copy = copies(form, [fields_of(cable, paragraph)])
        assert str(copy).replace("\n", "").isprintable()
