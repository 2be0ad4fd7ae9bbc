"""The forms in which a paragraph or a cable can be copied: one table, in menu order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final, TypeAlias

from cablereader.model.cable import minute
from cablereader.model.frozen import frozen, replace
from cablereader.present import escape
from cablereader.present.bibliography import (
    apa,
    bibtex,
    chicago,
    chicago_short,
    csl_json,
    ris,
)
from cablereader.present.citation import Fields
from cablereader.present.copy_template import parse_template, render
from cablereader.present.day import day
from cablereader.present.refusal import Refusal

Making: TypeAlias = Callable[[Fields], str | Refusal]


@frozen(kw_only=True)
class Form:
    """A way to copy a paragraph or cable."""

    key: str
    """Typed after ``y``: one letter, or two where a letter has several forms."""
    name: str
    """Stable: in key maps, in the configuration, and after ``cite --style``."""
    label: str
    """What it gives, in a few words, for menus."""
    make: Making
    joiner: str = "\n"
    """Between the copies of several."""
    frame: tuple[str, str] = ("", "")
    """Before the first and after the last of them."""
    gathers: bool = False
    """Whether several paragraphs of one cable are one citation."""


def copies(form: Form, selection: Iterable[Fields]) -> str | Refusal:
    """The text to copy for one or several paragraphs or cables, in their order.

    Equal copies, as the hashtags of two paragraphs of one cable, are made once. Where
    one of them cannot be made there is none, so that none is lost silently.
    """
    texts: list[str] = []
    for fields in _gathered(selection) if form.gathers else selection:
        text = form.make(fields)
        if isinstance(text, Refusal):
            return replace(text, about=fields.ref or "")
        texts.append(text)
    if not any(text.strip() for text in texts):
        return Refusal("nothing to copy here")
    before, after = form.frame
    return before + form.joiner.join(dict.fromkeys(texts)) + after


def _gathered(selection: Iterable[Fields]) -> Iterator[Fields]:
    """Neighbours of one cable as one, which cites the paragraphs of all."""
    for _, group in groupby(selection, lambda fields: fields.cable_id):
        first, *rest = group
        labels = [label for each in (first, *rest) for label in each.labels_cited]
        yield replace(first, labels_cited=tuple(labels))


def _template(text: str) -> Making:
    return partial(render, parse_template(text))


def _quote(fields: Fields) -> str | Refusal:
    """The paragraph as a Markdown quotation, with its source under it."""
    if fields.text is None:
        return Refusal("no paragraph here")
    name = escape.markdown(fields.ref or "")
    source = (
        f"[{name}]({fields.url})" if fields.url else name,
        escape.markdown(fields.origin),
        day(fields.created) if fields.created else "",
        escape.markdown(fields.classification),
    )
    lines = (*_hard_lines(fields.text), "", "— " + ", ".join(filter(None, source)))
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _hard_lines(text: str) -> Iterator[str]:
    """Lines of Markdown in which the breaks of a list stay."""
    lines = [escape.markdown(line.strip()) for line in text.strip().split("\n")]
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        yield f"{line}\\" if line and following else line


def _json(fields: Fields) -> str | Refusal:
    return escape.json(
        {
            "id": fields.cable_id,
            "par": fields.label,
            "num": fields.number,
            "class": fields.classification or None,
            "origin": fields.origin or None,
            "created": minute(fields.created),
            "released": minute(fields.released),
            "url": fields.url,
            "text": fields.text,
            "note": fields.note or None,
        }
    )


def _note(fields: Fields) -> str | Refusal:
    """The reader's own note, with the reference under it."""
    if not fields.note:
        return Refusal("no note on this paragraph")
    return f"{fields.note.rstrip()}\n{fields.ref or ''}".rstrip()


def _hashtags(fields: Fields) -> str | Refusal:
    """As the site's own pages ask to mark messages with."""
    if fields.cable_id is None:
        return Refusal("this text has no reference id")
    tag = "".join(letter for letter in fields.cable_id if letter.isalnum())
    return f"#cablegate #{tag}"


def _command(fields: Fields) -> str | Refusal:
    """What opens it again in a shell."""
    if fields.cable_id is None:
        return Refusal("this text has no reference id")
    place = f":{fields.label}" if fields.label else ""
    return f"cablereader open {escape.shell(fields.cable_id + place)}"


def _form(
    key: str, name: str, label: str, make: str | Making, joiner: str = "\n"
) -> Form:
    making = _template(make) if isinstance(make, str) else make
    return Form(key=key, name=name, label=label, make=making, joiner=joiner)


def _citation(
    key: str, name: str, label: str, make: Making, joiner: str = "\n\n"
) -> Form:
    return Form(key=key, name=name, label=label, make=make, joiner=joiner, gathers=True)


APART: Final = "\n\n"
FORMS: Final = (
    _form("y", "ref-para", "reference with paragraph", "{ref}"),
    _form("r", "ref", "reference id", "{id}"),
    _form("u", "url-para", "address of the paragraph", "{url}"),
    _form("U", "url", "address of the cable", "{url_base}"),
    _form("h", "hashtags", "hashtags", _hashtags),
    _form(
        "H",
        "post",
        "first words, hashtags and address",
        "{text|oneline|cut:180} #cablegate #{id} {url}",
        APART,
    ),
    _form("t", "text", "text on one line", "{text|oneline}", APART),
    _form("T", "raw", "text as received", "{raw}", APART),
    _form("q", "quote", "Markdown quotation", _quote, APART),
    _form("m", "markdown", "Markdown link", "[{ref|markdown}]({url})"),
    _form("ww", "wiki", "wiki link", "[{url} {ref|brackets}]"),
    _form("wb", "bbcode", "BBCode link", "[url={url}]{ref|brackets}[/url]"),
    _form("wh", "html", "HTML link", '<a href="{url|html}">{ref|html}</a>'),
    _form("o", "org", "org link", "[[{url}][{ref|brackets}]]"),
    _citation("c", "chicago", "Chicago note", chicago, "\n"),
    _citation("C", "chicago-short", "Chicago short note", chicago_short, "\n"),
    _citation("a", "apa", "APA reference", apa, "\n"),
    _citation("b", "bibtex", "BibTeX entry", bibtex),
    _form("j", "json", "JSON", _json),
    replace(
        _citation("sj", "csl-json", "CSL-JSON, for Zotero", csl_json, ",\n"),
        frame=("[", "]"),
    ),
    _citation("sr", "ris", "RIS, for Zotero and others", ris),
    _form("n", "note", "your note", _note, APART),
    _form("l", "command", "command that opens it", _command),
    _form("g", "tags", "TAGS", "{tags}"),
    _form("e", "class", "classification", "{class}"),
    _form("d", "date", "date", "{created}"),
    _form("f", "origin", "origin", "{origin}"),
)
"""The built-in forms."""
DEFAULT: Final = FORMS[0]


def form_named(name: str, forms: Sequence[Form] = FORMS) -> Form | None:
    """The form of that name."""
    return next((form for form in forms if form.name == name), None)
