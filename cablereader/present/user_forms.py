"""The reader's own forms of copying, from the ``copy:`` part of the configuration.

::

    copy:
      plusd: "https://wikileaks.org/plusd/cables/{id}_a.html"
      footnote: {key: F, label: footnote, template: "{from}, {created:%-d %B %Y}"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from cablereader.model.frozen import frozen, replace
from cablereader.model.nearest import nearest
from cablereader.present.copy_form import FORMS, Form, form_named
from cablereader.present.copy_template import TemplateError, parse_template, render
from cablereader.present.visible import visible_line

OPTIONS: Final = ("template", "key", "label", "joiner")
LONGEST_KEY: Final = 2


@frozen
class FormProblem:
    """What is wrong with one entry of ``copy:``."""

    name: str
    """Of the entry, as written."""
    text: str
    """In lower case: what is wrong, and what was probably meant."""

    def __str__(self) -> str:
        return f"copy.{visible_line(self.name)}: {self.text}"


@frozen
class Forms:
    """All forms of copying in menu order, and what was wrong with the reader's own."""

    forms: tuple[Form, ...]
    problems: tuple[FormProblem, ...] = ()


def forms_with(entries: Mapping[str, object]) -> Forms:
    """The built-in forms, and the reader's own, which win by name and by key.

    Args:
        entries: By name, each a template or a mapping of `OPTIONS`.

    Never raises: an entry that cannot be used is among the problems. A built-in form
    whose key the reader took has none (``""``), and is still there by its name.
    """
    own: list[Form] = []
    problems: list[FormProblem] = []
    for name, entry in entries.items():
        try:
            form = _form(name, entry)
        except TemplateError as error:
            problems.append(FormProblem(name, str(error)))
            continue
        problems += (FormProblem(name, text) for text in _doubts(entry))
        if other := _owner(form.key, own):
            problems.append(FormProblem(name, f"copy.{other.name} has its key"))
            form = replace(form, key="")
        own.append(form)
    return Forms(tuple(_merged(own)), tuple(problems))


def _form(name: str, entry: object) -> Form:
    if not name.replace("-", "").isalnum():
        raise TemplateError("a name has letters, digits and dashes only")
    options = entry if isinstance(entry, Mapping) else {"template": entry}
    template = _words(options, "template")
    if not template:
        raise TemplateError("has no template; write one in quotation marks")
    replaced = form_named(name)
    return Form(
        key=_key(options) or (replaced.key if replaced else ""),
        name=name,
        label=visible_line(_words(options, "label"))
        or (replaced.label if replaced else name),
        make=partial(render, parse_template(template)),
        joiner=_words(options, "joiner") or "\n",
    )


def _words(options: Mapping[str, object], name: str) -> str:
    value = options.get(name)
    return value if isinstance(value, str) else ""


def _key(options: Mapping[str, object]) -> str:
    """One letter or two; ``y F`` is ``F``, since all of them follow ``y``."""
    key = "".join(_words(options, "key").removeprefix("y ").split())
    if len(key) > LONGEST_KEY or not key.isprintable():
        raise TemplateError("key is one letter or two, typed after y")
    return key


def _doubts(entry: object) -> Iterator[str]:
    if isinstance(entry, Mapping):
        for option in entry:
            if option not in OPTIONS:
                name = visible_line(str(option)[:40])
                yield f"unknown option `{name}`{nearest(name, OPTIONS)}"


def _merged(own: Sequence[Form]) -> Iterator[Form]:
    by_name = {form.name: form for form in own}
    for form in FORMS:
        if form.name in by_name:
            yield by_name.pop(form.name)
        else:
            yield replace(form, key="") if _owner(form.key, own) else form
    yield from by_name.values()


def _owner(key: str, forms: Sequence[Form]) -> Form | None:
    """The form through which a key is not reached: its own is the same, or begins so.

    Either may be the longer: after ``w`` no ``ww`` is ever read.
    """
    return next((form for form in forms if _shadows(form.key, key)), None)


def _shadows(one: str, other: str) -> bool:
    return bool(one and other) and (one.startswith(other) or other.startswith(one))
