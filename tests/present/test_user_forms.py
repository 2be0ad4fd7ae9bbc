from __future__ import annotations

import pytest

from cablereader.model.cable import Cable
from cablereader.present.citation import fields_of
from cablereader.present.copy_form import FORMS, copies
from cablereader.present.user_forms import forms_with


def test_without_entries_there_are_the_built_in_forms() -> None:
    assert forms_with({}).forms == FORMS


def test_a_template_is_a_form(cable: Cable) -> None:
    loaded = forms_with({"plusd": "https://wikileaks.org/plusd/cables/{id}_a.html"})
    form = loaded.forms[-1]
    assert not loaded.problems
    assert (form.name, form.key, form.label) == ("plusd", "", "plusd")
    assert copies(form, [fields_of(cable)]) == (
        "https://wikileaks.org/plusd/cables/09OSLO9066_a.html"
    )


def test_a_form_may_have_key_label_and_joiner(cable: Cable) -> None:
    entry = {
        "key": "y F",
        "label": "footnote",
        "template": "{id}/{par}",
        "joiner": "; ",
    }
    form = forms_with({"footnote": entry}).forms[-1]
    assert (form.key, form.label) == ("F", "footnote")
    selection = [fields_of(cable, each) for each in cable.paragraphs]
    assert copies(form, selection) == "09OSLO9066/5; 09OSLO9066/6; 09OSLO9066/5~2"


@pytest.mark.parametrize(
    ("key", "without"),
    [("t", {"text"}), ("w", {"wiki", "bbcode", "html"}), ("tx", {"text"})],
)
def test_the_readers_key_wins(key: str, without: set[str]) -> None:
    forms = forms_with({"mine": {"key": key, "template": "{id}"}}).forms
    assert {form.name for form in forms if not form.key} == without
    assert forms[-1].key == key


def test_a_form_with_a_known_name_takes_its_place_and_key() -> None:
    forms = forms_with({"ref-para": "{id} par. {num}"}).forms
    assert [form.name for form in forms] == [form.name for form in FORMS]
    assert (forms[0].key, forms[0].label) == ("y", FORMS[0].label)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("{subjct}", "copy.mine: unknown field `subjct`; did you mean subject?"),
        ("{id", "copy.mine: a lone {; write it twice to mean itself"),
        ("", "copy.mine: has no template; write one in quotation marks"),
        (None, "copy.mine: has no template; write one in quotation marks"),
        (["{id}"], "copy.mine: has no template; write one in quotation marks"),
        ({"key": "F"}, "copy.mine: has no template; write one in quotation marks"),
        (
            {"template": "{id}", "key": "long"},
            "copy.mine: key is one letter or two, typed after y",
        ),
    ],
)
def test_a_mistake_is_named_and_costs_one_form(entry: object, problem: str) -> None:
    loaded = forms_with({"mine": entry, "other": "{id}"})
    assert [str(each) for each in loaded.problems] == [problem]
    assert [form.name for form in loaded.forms][len(FORMS) :] == ["other"]


def test_an_unknown_option_costs_nothing_else() -> None:
    loaded = forms_with({"mine": {"template": "{id}", "lable": "x"}})
    assert [str(each) for each in loaded.problems] == [
        "copy.mine: unknown option `lable`; did you mean label?"
    ]
    assert loaded.forms[-1].name == "mine"


def test_a_key_of_two_forms_is_the_first_ones() -> None:
    entry = {"key": "F", "template": "{id}"}
    loaded = forms_with({"one": entry, "two": entry})
    assert [form.key for form in loaded.forms[-2:]] == ["F", ""]
    assert [str(each) for each in loaded.problems] == ["copy.two: copy.one has its key"]


@pytest.mark.parametrize("name", ["a b", "x')", "", "\x1b[31m"])
def test_a_name_is_letters_digits_and_dashes(name: str) -> None:
    (problem,) = forms_with({name: "{id}"}).problems
    assert problem.text == "a name has letters, digits and dashes only"
    assert str(problem).isprintable()
