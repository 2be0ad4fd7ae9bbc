"""Small invented documents in the formats that cables are handed on in."""

from __future__ import annotations

from typing import Final

HEADER: Final = """VZCZCXYZ0001
RR RUEHWEB

DE RUEHNY #9001 0731604
ZNY CCCCC ZZH
R 141604Z MAR 07
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 4321"""
BODY: Final = """C O N F I D E N T I A L OSLO 009001

SIPDIS

E.O. 12958: DECL: 03/14/2017
TAGS: PREL, NO
SUBJECT: THE GOAT OF SKARVEGRUNN

1. (C) The goat, which is fiction, was bought in February.

2. (U) It eats.

HOLLOWAY"""
TEXT: Final = f"{HEADER}\n{BODY}\n"
CELLS: Final = (
    "<a href='/cable/2007/03/09OSLO9001.html'>{}</a>",
    "<a href='/date/2007-03_0.html'>2007-03-14 16:04</a>",
    "<a href='/reldate/2011-02-01_0.html'>2011-02-01 21:09</a>",
    "<a href='/classification/1_0.html' title='unclassified'>CONFIDENTIAL</a>",
    "<a href='/origin/7_0.html'>Embassy Oslo</a>",
)


def block(text: str) -> str:
    """Text as one block of a page."""
    return f"<code><pre>{text}</pre></code>"


def page(
    body: str = BODY,
    header: str = HEADER,
    *,
    cable_id: str = "07OSLO9001",
    title: str = "THE GOAT OF SKARVEGRUNN",
    articles: tuple[str, ...] = (),
) -> str:
    """A page of the site, its sidebar left out.

    The two blocks are taken as they are, but for their newlines.
    """
    cells = "".join(f"<td>\n{cell}\n</td>\n" for cell in CELLS).format(cable_id)
    links = "".join(f"<a href='http://{text}'>{text}</a><br />\n" for text in articles)
    wide = (
        f"<tr>\n<td colspan='5'>\nAppears in these articles:<br />\n{links}</td></tr>"
    )
    blocks = "\n".join(block(text.replace("\n", "&#x000A;")) for text in (header, body))
    return f"""<!DOCTYPE html>
<html>
<head>
<title>Cable Viewer</title>
</head>
<body>
<table class='links'><tr><td>not a cell of the cable</td></tr></table>
<div class='pane big'>
<h3>Viewing cable {cable_id}, {title}</h3>
<table class='cable'>
<tr>
<th>Reference ID</th>
</tr>
<tr>
{cells}</tr>
{wide if articles else ""}</table>
{blocks}
</div>
</div>
<script src='/static/js/cables.js' type='text/javascript'></script>
</body>
</html>
"""


def dump_row(number: int, *, body: str = BODY, cable_id: str | None = None) -> str:
    """A row of the full dump, in its own dialect."""
    fields = (
        str(number),
        "3/14/2007 16:04",
        cable_id or f"07OSLO{9000 + number}",
        "Embassy Oslo",
        "CONFIDENTIAL",
        "86OSLO9003|07REYKJAVIK9007",
        HEADER,
        body,
    )
    return ",".join(f'"{_escaped(field)}"' for field in fields) + "\n"


def _escaped(field: str) -> str:
    return field.replace("\\", "\\\\").replace('"', '\\"')
