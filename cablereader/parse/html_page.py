"""The published web page of one cable, read by string search (format.md §1).

Never by an HTML parser: one would lose text of the cable, and some take seconds for a
hostile page of 30 kB.
"""

from __future__ import annotations

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen, replace
from cablereader.model.raw import RawCable
from cablereader.parse.grammar import page
from cablereader.parse.plain_text import read_text

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
    first, *others = _split_blocks(text, start)
    block = _without_markup("\n".join(others) if others else first)
    raw = RawCable(
        source=Source("html", path),
        cable_id=cells[0] or cable_id,
        title=title,
        created=cells[1],
        released=cells[2],
        classification=cells[3],
        origin=cells[4],
        articles=articles,
        tags=block.tags,
        anchors=block.anchors,
        header=_without_markup(first).text if others else "",
        body=block.text,
    )
    return raw if others else _without_header(raw)


def _without_header(raw: RawCable) -> RawCable:
    """A page of one block, with the header taken out of its body."""
    text = read_text(raw.body)
    stop = text.header_at + len(text.header)
    anchors = (
        at if at < stop else at - len(text.header)
        for at in raw.anchors
        if not text.header_at <= at < stop
    )
    return replace(
        raw,
        header=text.header,
        header_at=text.header_at,
        body=text.body,
        anchors=tuple(anchors),
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


def _split_blocks(text: str, start: int) -> list[str]:
    """The blocks as they stand: header, then body; at least one, perhaps empty."""
    blocks = []
    at = text.find(BLOCK, start)
    while at >= 0:
        stop = _find(text, BLOCK_END, at)
        blocks.append(text[at + len(BLOCK) : stop])
        at = text.find(BLOCK, stop)
    return blocks or [""]


@frozen
class _Block:
    """What stood in a block of the page, apart from what the page added."""

    text: str
    anchors: tuple[int, ...]
    """Offsets in ``text``."""
    tags: tuple[str, ...]
    """The linked ones."""


def _without_markup(block: str) -> _Block:
    parts: list[str] = []
    anchors: list[int] = []
    tags: list[str] = []
    done = length = 0
    for match in page.MARKUP.finditer(block):
        written = "" if match["anchor"] else match["tag"]
        parts += block[done : match.start()], "\n" if written is None else written
        length += match.start() - done
        done = match.end()
        if match["anchor"]:
            anchors.append(length)
        elif written:
            tags.append(written)
        length += len(parts[-1])
    parts.append(block[done:])
    return _Block("".join(parts), tuple(anchors), tuple(tags))


def _plain(markup: str) -> str:
    """The text of a cell on one line, its character references resolved."""
    return " ".join(_resolved(page.TAG.sub(" ", markup)).split())


def _resolved(text: str) -> str:
    """The text with its character references resolved."""
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415  # few pages need its long tables

    return page.REFERENCE.sub(lambda match: unescape(match[0]), text)


def _find(text: str, word: str, start: int) -> int:
    """Where the word stands, or the end of the text."""
    at = text.find(word, start)
    return at if at >= 0 else len(text)
