"""The prompt: it keeps what is typed, completes it, and says what is wrong with it."""

from __future__ import annotations

import pytest
from reading import press, screen_of, settled

from cablereader.app.app import CableReader
from cablereader.app.state.completion import query_completions

NARROW = (80, 24)


async def test_tab_completes_commands_and_never_leaves_the_prompt(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, ":", *"mark.n", "tab")
        prompt = screen_of(app).prompt
        assert (prompt.kind, prompt.value) == ("command", "mark.note")
        await press(pilot, "tab")
        assert prompt.value == "mark.next"
        await press(pilot, "shift+tab", "shift+tab")
        assert prompt.value == "mark.n"


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_tab_leaves_words_alone_that_nothing_completes(
    app: CableReader, key: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "/", *"lamp", key, "x")
        prompt = screen_of(app).prompt
        assert (prompt.kind, prompt.value) == ("find", "lampx")


@pytest.mark.parametrize("key", ["s", "l"])
async def test_tab_completes_fields_of_a_query(
    library_app: CableReader, key: str
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, key, *"wine ori", "tab")
        prompt = screen_of(library_app).prompt
        assert (prompt.kind, prompt.value[:11]) in {
            ("search", "wine origin"),
            ("limit", "wine origin"),
        }


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("subj", "subject:"),
        ("wine -is:unr", "wine -is:unread"),
        ("(sort:da", "(sort:date"),
        ("label:to", "label:tower"),
        ("zzz", None),
        ("body:zzz", None),
    ],
)
def test_the_last_word_of_a_query_is_completed(typed: str, first: str | None) -> None:
    completions = query_completions({"label": ["tower"]})
    assert next(iter(completions(typed)), None) == first
