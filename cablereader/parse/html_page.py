"""The published web page of one cable, read by string search (format.md §1).

Never by an HTML parser: one would lose text of the cable, and some take seconds for a
hostile page of 30 kB.
"""

from __future__ import annotations

from html import unescape

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.parse.grammar import page

BLOCK = "<pre>"
BLOCK_END = "</pre>"


def read_page(text: str, path: str | None = None) -> RawCable:
    """The raw cable of a page, of either template.

    Never raises: of a page that is cut or otherwise odd, what is there.

    Args:
        text: The whole page.
        path: Where it was read.
    """
    pane = page.PANE.search(text)
    start = pane.end() if pane else 0
    cells, articles = _top_box(text, start)
    cable_id, title = _title(text, start)
    header, body = _split_blocks(text, start)
    body, anchors, tags = _without_markup(body)
    return RawCable(
        source=Source("html", path),
        cable_id=cells[0] or cable_id,
        title=title,
        created=cells[1],
        released=cells[2],
        classification=cells[3],
        origin=cells[4],
        articles=articles,
        tags=tags,
        anchors=anchors,
        header=_without_markup(header)[0],
        body=body,
    )


def _top_box(text: str, start: int) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """The five values of the top box (``None`` where missing), and the articles."""
    values: list[str | None] = []
    articles: tuple[str, ...] = ()
    table = page.TABLE.search(text, start)
    if table:
        stop = _find(text, "</table>", table.end())
        for cell in page.CELL.finditer(text, table.end(), stop):
            content = text[cell.end() : min(_find(text, "</td>", cell.end()), stop)]
            if cell["wide"]:
                articles = tuple(_plain(link) for link in page.LINK.findall(content))
            else:
                values.append(_plain(content) or None)
    return (*values[:5], *[None] * (5 - len(values))), articles


def _title(text: str, start: int) -> tuple[str | None, str | None]:
    """The reference id and the title that stand above the top box."""
    match = page.TITLE.search(text, start)
    if not match:
        return None, None
    stop = _find(text, "</h3>", match.end())
    title = page.BREAK.sub(" ", text[match.end() : stop])
    return match["id"].strip(), _resolved(title).strip() or None


def _split_blocks(text: str, start: int) -> tuple[str, str]:
    """Header block and body block; all blocks after the first are body."""
    blocks = []
    at = text.find(BLOCK, start)
    while at >= 0:
        stop = _find(text, BLOCK_END, at)
        blocks.append(text[at + len(BLOCK) : stop])
        at = text.find(BLOCK, stop)
    if len(blocks) < 2:
        return "", "".join(blocks)
    return blocks[0], "\n".join(blocks[1:])


def _without_markup(block: str) -> tuple[str, tuple[int, ...], tuple[str, ...]]:
    """A block's text, the offsets in it of the page's anchors, and its linked TAGS."""
    parts: list[str] = []
    anchors: list[int] = []
    tags: list[str] = []
    done = length = 0
    for match in page.MARKUP.finditer(block):
        parts.append(block[done : match.start()])
        length += match.start() - done
        done = match.end()
        if match["anchor"]:
            anchors.append(length)
        elif match["tag"] is None:
            parts.append("\n")
            length += 1
        else:
            parts.append(match["tag"])
            tags.append(match["tag"])
            length += len(match["tag"])
    parts.append(block[done:])
    return "".join(parts), tuple(anchors), tuple(tags)


def _plain(markup: str) -> str:
    """The text of a cell on one line, its character references resolved."""
    return " ".join(_resolved(page.TAG.sub(" ", markup)).split())


def _resolved(text: str) -> str:
    """The text with its character references resolved."""
    return page.REFERENCE.sub(lambda match: unescape(match[0]), text)


def _find(text: str, word: str, start: int) -> int:
    """Where the word stands, or the end of the text."""
    at = text.find(word, start)
    return at if at >= 0 else len(text)
