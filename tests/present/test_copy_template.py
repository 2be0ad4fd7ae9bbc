from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.cable import Cable
from cablereader.present.citation import NAMES, Fields, fields_of
from cablereader.present.copy_template import (
    TemplateError,
    cut,
    parse_template,
    render,
)
from cablereader.present.day import DIRECTIVES, day
from cablereader.present.refusal import Refusal

PLAIN = Fields(
    cable_id="09OSLO1",
    labels_cited=("5",),
    text="One  {two}\nthree",
    created=datetime.fromisoformat("2009-03-07T04:05"),
    subject="A SUBJECT",
)


def rendered(template: str, fields: Fields = PLAIN) -> str | Refusal:
    return render(parse_template(template), fields)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("", ""),
        ("{id}", "09OSLO1"),
        ("{ id }: {ref}", "09OSLO1: 09OSLO1 ¶5"),
        ("{{{id}}}", "{09OSLO1}"),
        ("{text}", "One  {two}\nthree"),
        ("{text|oneline}", "One {two} three"),
        ("{text|oneline|cut:9}", "One…"),
        ("{text|oneline|cut:9|upper}", "ONE…"),
        ("{subject|lower}", "a subject"),
        ("{created}", "2009-03-07"),
        ("{created:%B %-d, %Y}", "March 7, 2009"),
        ("{created:%a %d %b %y %H:%M %%}", "Sat 07 Mar 09 04:05 %"),
        ("{created:%-m/%-d}", "3/7"),
        ("{text|json}", '"One  {two}\\nthree"'),
        ("{text|csv}", '"One  {two}\nthree"'),
        ("{note}{labels}{query}{country}", ""),
    ],
)
def test_a_template_comes_to_this_text(template: str, text: str) -> None:
    assert rendered(template) == text


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("{subjct}", "unknown field `subjct`; did you mean subject?"),
        ("{id.__class__}", "unknown field `id.__class__`"),
        ("{}", "unknown field ``"),
        ("{0}", "unknown field `0`"),
        ("{id!r}", "unknown field `id!r`; did you mean id?"),
        ("{\x1b[31m}", "unknown field `␛[31m`"),
        ("{text|uper}", "unknown filter `uper`; did you mean upper?"),
        ("{text|upper:3}", "upper takes no argument"),
        ("{text|cut}", "cut needs a number"),
        ("{text|cut:x}", "cut needs a number"),
        ("{text|cut:²}", "cut needs a number"),
        ("{id:%Y}", "id is no date"),
        ("{created:%Q}", "unknown date directive `%Q`"),
        ("{created:%}", "unknown date directive `%`"),
        ("{created:%10000000d}", "unknown date directive `%1`"),
        ("{id", "a lone {"),
        ("id}", "a lone }"),
        ("{a{id}", "a lone {"),
    ],
)
def test_a_mistake_is_named(template: str, complaint: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(template)
    assert str(caught.value).startswith(complaint)


def test_what_the_cable_does_not_say_is_the_reason_of_a_refusal(bare: Cable) -> None:
    fields = fields_of(bare)
    for name in ("id", "par", "num", "text", "raw", "url", "created", "marking"):
        assert isinstance(rendered(f"x {{{name}}}", fields), Refusal)


def test_text_of_a_document_is_never_a_template() -> None:
    hostile = Fields(cable_id="{text}", text="{id} %s {0} %Y", subject="{note|upper}")
    assert rendered("{id} {text} {subject}", hostile) == (
        "{text} {id} %s {0} %Y {note|upper}"
    )


@given(st.text() | st.text(alphabet="{}|:%- idcutextcreatedY20"))
def test_any_text_is_a_template_or_a_named_mistake(text: str) -> None:
    try:
        template = parse_template(text)
    except TemplateError as error:
        complaint = str(error)
    else:
        complaint = ""
        assert isinstance(render(template, PLAIN), str | Refusal)
    assert complaint.isprintable()


@given(st.sampled_from(sorted(NAMES)), st.text(alphabet="ab ", max_size=5))
def test_literal_text_stays(name: str, text: str) -> None:
    whole = rendered(f"{text}{{id}}{text}")
    assert whole == f"{text}09OSLO1{text}"


@given(st.text(), st.integers(0, 300))
def test_a_cut_text_is_never_longer(text: str, length: int) -> None:
    short = cut(text, length)
    assert len(short) <= max(length, 1)
    assert short == text or short.endswith("…")


def test_a_cut_ends_at_a_word() -> None:
    assert cut("the harbour freezes", 12) == "the harbour…"
    assert cut("the harbour freezes", 11) == "the…"
    assert cut("harbour", 4) == "har…"


@given(st.datetimes(), st.lists(st.sampled_from(sorted(DIRECTIVES))))
def test_every_known_directive_gives_printable_text(
    time: datetime, directives: list[str]
) -> None:
    assert day(time, " ".join(directives)).isprintable()
