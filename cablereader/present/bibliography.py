"""Citations in the forms that scholars and their programs use.

What a cable does not say is left out of a citation; only a citation of nothing at all
is refused.
"""

from __future__ import annotations

from typing import Any, Final

from cablereader.present import escape
from cablereader.present.citation import Fields
from cablereader.present.day import day
from cablereader.present.pinpoint import pinpoint
from cablereader.present.refusal import Refusal

PUBLISHER: Final = "WikiLeaks"
NO_ID: Final = Refusal("this text has no reference id")


def chicago(fields: Fields) -> str | Refusal:
    """A note: sender to recipient, title, number, date, place (CMOS 14.111, 14.120)."""
    if not (cable_id := fields.cable_id):
        return NO_ID
    letter = " to ".join(filter(None, (fields.sender, fields.recipient)))
    place = (
        f"cable {cable_id}",
        day(fields.created, "%B %-d, %Y") if fields.created else "",
        _class_in_words(fields),
        pinpoint(fields.labels_cited),
        PUBLISHER,
        fields.url or "",
    )
    parts = (
        f"{letter}," if letter else "",
        _quoted(fields.title),
        ", ".join(filter(None, place)),
    )
    return " ".join(filter(None, parts)) + "."


def _quoted(title: str) -> str:
    """A title in quotation marks, with the comma that goes before the second one."""
    words = title.rstrip(".,; ").replace('"', "'")
    return f'"{words}{"" if words.endswith(("?", "!")) else ","}"' if words else ""


def chicago_short(fields: Fields) -> str | Refusal:
    """The note for every later time."""
    if not fields.cable_id:
        return NO_ID
    parts = (fields.origin, f"cable {fields.cable_id}", pinpoint(fields.labels_cited))
    text = ", ".join(filter(None, parts))
    return text[0].upper() + text[1:] + "."


def apa(fields: Fields) -> str | Refusal:
    """An entry of a list of references; the title in Markdown's italics."""
    if not fields.cable_id:
        return NO_ID
    author = fields.sender or PUBLISHER
    date = day(fields.created, "%Y, %B %-d") if fields.created else "n.d."
    place = ", ".join(
        filter(None, (f"Cable {fields.cable_id}", pinpoint(fields.labels_cited)))
    )
    title = escape.markdown(fields.title.rstrip(". "))
    work = f"*{title}* ({place})" if title else f"({place})"
    source = "" if author == PUBLISHER else f" {PUBLISHER}."
    address = f" {fields.url}" if fields.url else ""
    return f"{author.removesuffix('.')}. ({date}). {work}.{source}{address}"


def bibtex(fields: Fields) -> str | Refusal:
    """An entry for biblatex, which BibTeX reads too."""
    if not (cable_id := fields.cable_id):
        return NO_ID
    key = "".join(letter for letter in cable_id if letter.isalnum())
    entries = {
        "author": f"{{{escape.bibtex(fields.sender)}}}" if fields.sender else "",
        "title": escape.bibtex(fields.title),
        "date": day(fields.created) if fields.created else "",
        "howpublished": f"Diplomatic cable {escape.bibtex(cable_id)}",
        "note": escape.bibtex(_remark(fields, "par.")),
        "url": fields.url or "",
    }
    lines = (f"  {name} = {{{value}}}" for name, value in entries.items() if value)
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def csl_json(fields: Fields) -> str | Refusal:
    """An item of CSL-JSON, for Zotero and pandoc."""
    if not fields.cable_id:
        return NO_ID
    time = fields.created
    item: dict[str, Any] = {
        "id": fields.cable_id,
        "type": "report",
        "genre": "Diplomatic cable",
        "title": fields.title,
        "author": [{"literal": fields.sender}] if fields.sender else None,
        "number": fields.cable_id,
        "issued": {"date-parts": [[time.year, time.month, time.day]]} if time else None,
        "publisher": PUBLISHER,
        "URL": fields.url,
        "note": _remark(fields, "para."),
    }
    return escape.json({name: value for name, value in item.items() if value})


def ris(fields: Fields) -> str | Refusal:
    """A record of RIS, for reference managers of all kinds."""
    if not fields.cable_id:
        return NO_ID
    lines = (
        ("TY", "RPRT"),
        ("AU", fields.sender),
        ("TI", fields.title),
        ("PY", day(fields.created, "%Y") if fields.created else ""),
        ("DA", day(fields.created, "%Y/%m/%d") if fields.created else ""),
        ("M1", fields.cable_id),
        ("M3", "Diplomatic cable"),
        ("PB", PUBLISHER),
        ("N1", _remark(fields, "para.")),
        ("UR", fields.url or ""),
    )
    filled = "".join(f"{tag}  - {text}\n" for tag, text in lines if text)
    return filled + "ER  - "


def _class_in_words(fields: Fields) -> str:
    """``Secret//Noforn``."""
    return fields.classification.title()


def _remark(fields: Fields, word: str) -> str:
    """``Secret//Noforn. Par. 5``."""
    place = pinpoint(fields.labels_cited, word)
    return ". ".join(
        filter(None, (_class_in_words(fields), place[:1].upper() + place[1:]))
    )
