"""Makes the built-in sample archive from the texts in ``tests/sample_sources``.

Run as ``python tests/make_sample.py``. A source has three parts, divided by lines of
``%%``: fields (YAML), header and body. Its body has one line a paragraph; ``wrap``
breaks the lines as the message system did. ``⟪OSLO 00009012  002 OF 003⟫`` puts a page
marker after the line on which it falls, ``|`` in it begins a new line; ``␤`` stands
for U+2028. Pages are written as the site wrote them, faults included (format.md §0,
§1 and §4.1).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

import yaml

SOURCES: Final = Path(__file__).parent / "sample_sources"
SAMPLE: Final = Path(__file__).parent.parent / "cablereader" / "sample" / "cables"
DUMP: Final = "dump.csv"
NOTICE: Final = (
    "FICTION. This cable was invented as a sample for cablereader: "
    "no event, person or firm in it is real."
)

CLASSIFICATIONS: Final = {
    "CONFIDENTIAL": (1, "unclassified"),
    "CONFIDENTIAL//NOFORN": (2, "secret"),
    "SECRET": (3, "confidential"),
    "SECRET//NOFORN": (4, "secret//noforn"),
    "UNCLASSIFIED": (5, "unclassified//fouo"),
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": (6, "confidential//noforn"),
}
"""Number and title of each classification's link; the titles are the site's fault."""
MARKER: Final = re.compile(r"[ ]?⟪([^⟫]*)⟫[ ]?")
PARAGRAPH: Final = re.compile(r"^([ ]*)(\d+|[A-Z])(?=\.[ ])", re.MULTILINE)
TAGS_LINE: Final = re.compile(r"(TAGS: )([^\n]*)")
SUBJECT: Final = re.compile(r"^SUBJ(?:ECT)?: *[(]?([^\n]*)", re.MULTILINE)
"""The site drops a parenthesis before the title."""
RULE: Final = re.compile(r"^[-=*]{3,}$", re.MULTILINE)
WORD_GAP: Final = re.compile(r"(?<=[^ ][^ \d]) (?=[^ \n])")
"""Character recognition doubles a blank but after one letter or a digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One cable as it was written for the sample."""

    cable_id: str
    form: str
    """``page``, ``text``, ``scan`` or ``dump``."""
    created: datetime
    released: datetime | None
    classification: str
    origin: str
    origin_number: int
    articles: tuple[str, ...]
    references: tuple[str, ...]
    """What the dump lists."""
    header: str
    body: str


def read(path: Path) -> SourceText:
    """The source text of that file, its body laid out."""
    front, header, body = path.read_text("utf-8").split("%%\n")
    fields: dict[str, Any] = yaml.safe_load(front)
    released = fields.get("released")
    return SourceText(
        cable_id=path.stem,
        form=fields.get("form", "page"),
        created=datetime.fromisoformat(fields["created"]),
        released=datetime.fromisoformat(released) if released else None,
        classification=fields["classification"],
        origin=fields["origin"],
        origin_number=fields.get("origin_number", 1),
        articles=tuple(fields.get("articles", ())),
        references=tuple(fields.get("references", ())),
        header=header.strip("\n"),
        body=laid_out(body.strip("\n"), fields.get("wrap")).replace("␤", "\u2028"),
    )


def laid_out(body: str, width: int | None) -> str:
    """The body in the lines of the message system, or one line a paragraph."""
    if width is None:
        return MARKER.sub(lambda marker: f" {marker[1].strip()} ", body).strip()
    lines: list[str] = []
    for paragraph in body.split("\n"):
        marked = MARKER.sub(" \x01", paragraph)
        markers = MARKER.findall(paragraph)
        for line in wrapped(marked, width):
            lines.append(line.replace("\x01", "").rstrip())
            if "\x01" in line:
                lines += page_break(markers.pop(0))
    return "\n".join(f"{line} " for line in lines).rstrip()


def wrapped(paragraph: str, width: int) -> list[str]:
    """Its lines; what is short enough stays as it is, blanks included."""
    if len(paragraph) <= width:
        return [paragraph]
    return wrap(
        paragraph,
        width,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def page_break(marker: str) -> list[str]:
    """The lines of a page marker: two blank ones before it, three after it."""
    return ["", "", *(line.strip() for line in marker.split("|")), "", "", ""]


def scanned(text: str) -> str:
    """Text as character recognition gives it: most blanks double, rules lost."""
    return WORD_GAP.sub("  ", RULE.sub("", text)) + "\n"


def site_minute(time: datetime) -> str:
    """A time as the site shows it: the hour again in place of the minute."""
    return f"{time:%Y-%m-%d %H:%I}"


def pre(text: str) -> str:
    """Text as one line of the page; ``&`` and ``<`` stay bare."""
    return "<code><pre>" + text.replace("\n", "&#x000A;") + "</pre></code>"


def tag_links(line: re.Match[str]) -> str:
    """A TAGS line with its links, which lose commas and last blank."""
    tags = line[2].replace(",", " ").split()
    return line[1] + " ".join(f"<a href='/tag/{tag}_0.html'>{tag}</a>" for tag in tags)


def linked(body: str) -> str:
    """The body with the site's own links to TAGS and paragraphs."""
    with_tags = TAGS_LINE.sub(tag_links, body)
    return PARAGRAPH.sub(r"\1<a id='par\2' href='#par\2'>¶</a>\2", with_tags)


def article_row(articles: tuple[str, ...]) -> str:
    """The second row of the table, or nothing."""
    if not articles:
        return ""
    links = "".join(f"<a href='http://{link}'>{link}</a><br />\n" for link in articles)
    opening = "<tr>\n<td colspan='5'>\nAppears in these articles:<br />\n"
    return f"{opening}{links}</td>\n</tr>\n"


def page(source: SourceText) -> str:
    """The page of the site."""
    assert source.released is not None
    cable_id, created, released = source.cable_id, source.created, source.released
    number, title = CLASSIFICATIONS[source.classification]
    subject = SUBJECT.search(source.body)
    return f"""<?xml version='1.0' encoding='utf-8' ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<!-- {NOTICE} -->
<html lang='en' xml:lang='en' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<title>Cable Viewer</title>
</head>
<body>
<div class='main'>
<div class='pane small'>
<a href='/index.html'>
<p>Currently invented so far... 20 / 20</p>
</a>
<div id='browse'>
<h3>Browse by classification</h3>
<div class='sort'>
<a href='/classification/1_0.html' title='unclassified'>CONFIDENTIAL</a>
<a href='/classification/3_0.html' title='confidential'>SECRET</a>
<a href='/classification/5_0.html' title='unclassified//fouo'>UNCLASSIFIED</a>
</div>
</div>
</div>
<div class='pane big'>
<h3>Viewing cable {cable_id}, {subject[1].rstrip() if subject else ""}</h3>
<div>
If you are new to these pages: {NOTICE}
<br />
</div>
<table class='cable'>
<tr>
<th>Reference ID</th>
<th>Created</th>
<th>Released</th>
<th>Classification</th>
<th>Origin</th>
</tr>
<tr>
<td>
<a href='/cable/{created:%Y/%m}/{cable_id}.html'>{cable_id}</a>
</td>
<td>
<a href='/date/{created:%Y-%m}_0.html'>{site_minute(created)}</a>
</td>
<td>
<a href='/reldate/{released:%Y-%m-%d}_0.html'>{site_minute(released)}</a>
</td>
<td>
<a href='/classification/{number}_0.html' title='{title}'>{source.classification}</a>
</td>
<td>
<a href='/origin/{source.origin_number}_0.html'>{source.origin}</a>
</td>
</tr>
{article_row(source.articles)}</table>
{pre(source.header)}
{pre(linked(source.body))}
</div>
</div>
<script src='/static/js/cables.js' type='text/javascript'></script>
</body>
</html>
"""


def dump_row(number: int, source: SourceText) -> list[str]:
    """The eight columns of the dump (format.md §7)."""
    time = source.created
    return [
        str(number),
        f"{time.month}/{time.day}/{time.year} {time.hour}:{time:%M}",
        source.cable_id,
        source.origin,
        source.classification,
        "|".join(source.references),
        source.header,
        source.body,
    ]


def write_dump(path: Path, sources: list[SourceText]) -> None:
    """Writes the rows in the dialect of the dump, oldest first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(
            file,
            quoting=csv.QUOTE_ALL,
            doublequote=False,
            escapechar="\\",
            lineterminator="\n",
        )
        oldest_first = sorted(sources, key=lambda source: source.created)
        writer.writerows(
            dump_row(number, source) for number, source in enumerate(oldest_first, 1)
        )


def main(target: Path = SAMPLE) -> None:
    """Writes the sample archive into that folder."""
    sources = [read(path) for path in sorted(SOURCES.glob("*.txt"))]
    for source in sources:
        if source.form == "page":
            (target / f"{source.cable_id}.html").write_text(page(source), "utf-8")
        elif source.form == "text":
            text = f"{source.header}\n\n{source.body}\n"
            (target / f"{source.cable_id}.txt").write_text(text, "utf-8")
        elif source.form == "scan":
            text = scanned(source.body)
            (target / f"{source.cable_id}.ocr.txt").write_text(text, "utf-8")
    write_dump(target / DUMP, [each for each in sources if each.form == "dump"])


if __name__ == "__main__":
    main()
