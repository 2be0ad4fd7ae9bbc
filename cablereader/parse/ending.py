"""The end of a cable: who signed it, and what stands behind (format.md 4.9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.parse.grammar import ending as grammar
from cablereader.parse.line import Line, ends_sentence, is_rule, parted

FAR: Final = 60
"""Lines from the end that are looked at."""
NEAR: Final = 20
"""Lines before a signature that a notice begins on."""
MOST_SIGNERS: Final = 3
LAST_LINES: Final = 12
"""So many of them may stand behind a signature."""
SCRAP: Final = 40
TAKEN_OUT: Final = 4
"""So many X stand for a name that the publishers took out."""


@frozen
class Ending:
    """The last lines of a body."""

    notice: int
    """Index of the first line of the embassy's notice, ``signature`` without one."""
    signature: int
    """Index of the first line of the signature, ``trailer`` without one."""
    trailer: int
    """Index of the first line behind it."""
    signers: tuple[str, ...]


def part_ending(
    text: str, lines: list[Line], first: int, authority: Iterable[str] = ()
) -> list[Line]:
    """The lines, with a notice and a name at a line's end on lines of their own.

    Args:
        text: The copy of the body.
        lines: Its lines.
        first: The line that the text begins on.
        authority: What "Classified By" says: it may name the signer.
    """
    last = _last_line(lines, first)
    if last <= first:
        return lines
    parts = lines[max(first, last - FAR) : last]
    notice = len(parts)
    if _may_hold_notice(_text_of(parts)):
        parts = _with_notice_apart(text, parts)
        notices = (at for at, line in enumerate(parts) if _holds_notice(line.text))
        notice = next(notices, len(parts))
    for index in sorted({len(parts) - 1, _last_before(parts, notice)}, reverse=True):
        line = parts[index]
        if _may_end_with_name(line.text) and (
            name := _name_at_end(text, line) or _known_name(line, authority)
        ):
            parts[index : index + 1] = parted(line, text, [name])
    return [*lines[: max(first, last - FAR)], *parts, *lines[last:]]


def _may_end_with_name(words: str) -> bool:
    """Whether a line may be more than a name: ``VAN  VOORST`` is one."""
    return " " in words and not (words.isupper() and grammar.SIGNER.match(words))


def _last_before(lines: Sequence[Line], stop: int) -> int:
    """Index of the last line with words before ``stop``."""
    at = stop - 1
    while at > 0 and _decorates(lines[at]):
        at -= 1
    return max(at, 0)


def _with_notice_apart(text: str, lines: list[Line]) -> list[Line]:
    parts: list[Line] = []
    for line in lines:
        if _may_hold_notice(text[line.at : line.stop]) and (
            match := grammar.NOTICE.search(text, line.at, line.stop)
        ):
            parts += parted(line, text, [match.start()])
        else:
            parts.append(line)
    return parts


def find_ending(lines: Sequence[Line], first: int) -> Ending:
    """Where signature and trailer of the lines from ``first`` on stand."""
    trailer = _last_line(lines, first)
    signature = _signature(lines, first, trailer)
    if signature == trailer:
        signature, trailer = _signature_before_rest(lines, first, trailer)
    names = [
        _once(match["name"].rstrip(". "))
        for line in lines[signature:trailer]
        if (match := grammar.SIGNER.match(line.text))
    ]
    notice = _notice(lines, first, signature)
    return Ending(notice, signature, trailer, tuple(dict.fromkeys(names)))


def _signature(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index of the first of the names that end before ``stop``; that without any."""
    signature = stop
    while signature > first and stop - signature < MOST_SIGNERS:
        if not _signs(lines, first, signature - 1):
            break
        signature -= 1
        if lines[signature].broken or not lines[signature - 1].text:
            break
    return signature


def _signature_before_rest(
    lines: Sequence[Line], first: int, stop: int
) -> tuple[int, int]:
    """The signature, and where the rest behind it begins: a notice or a few scraps."""
    last = max(first, stop - LAST_LINES)
    for index in range(stop - 1, last, -1):
        rest = lines[index:stop]
        if lines[index].text or not (_is_notice(rest) or _is_scrap(rest)):
            continue
        end = index
        while end > first and not lines[end - 1].text:
            end -= 1
        signature = _signature(lines, first, end)
        if signature == end - 1 and (
            lines[signature].text.isupper() or _is_notice(rest)
        ):
            return signature, index
    return stop, stop


def _is_notice(lines: Sequence[Line]) -> bool:
    words = next((line.text for line in lines if line.text.strip("*-= ")), "")
    return _holds_notice(words)


def _holds_notice(words: str) -> bool:
    return _may_hold_notice(words) and bool(grammar.NOTICE.search(words))


def _text_of(lines: Iterable[Line]) -> str:
    return "\n".join([line.text for line in lines])


def _may_hold_notice(words: str) -> bool:
    return any(map(words.lower().__contains__, grammar.NOTICE_SIGNS))


def _is_scrap(lines: Sequence[Line]) -> bool:
    """Whether these lines are too short to be text: what a newspaper left behind."""
    written = [line.text for line in lines if line.text]
    return len(written) <= 1 and not any(
        len(words) > SCRAP or ends_sentence(words) for words in written
    )


def _last_line(lines: Sequence[Line], first: int) -> int:
    """Index behind the last line that is no trailer.

    A name that was taken out may stand behind one (09STATE63860).
    """
    last = len(lines)
    for index in range(last - 1, first - 1, -1):
        words = lines[index].text
        if words and not (trails := _is_trailer(words)):
            if not _is_taken_out(words):
                break
        elif (words and trails) or index == last - 1:
            last = index
    return last


def _signs(lines: Sequence[Line], first: int, index: int) -> bool:
    """Whether a line is a signer's name and not the end of a sentence."""
    words = lines[index].text
    if len(words) > 40 or not grammar.SIGNER.match(words):
        return False
    if _is_unsigned(words):
        return False
    if index == first or lines[index].broken:
        return True
    if words.isupper() and not words.endswith("."):
        return True
    before = lines[index - 1].text
    return not before or ends_sentence(before) or "//" in before or is_rule(before)


def _is_unsigned(words: str) -> bool:
    """Whether a name is none: a word that ends a text, or letters taken out."""
    if _is_taken_out(words):
        return True
    first = "".join(takewhile(str.isalnum, words)).upper()
    return first in grammar.UNSIGNED or first.startswith(grammar.UNCLASSIFIED)


def _is_trailer(words: str) -> bool:
    return _may_be_trailer(words) and bool(grammar.TRAILER.match(words))


def _may_be_trailer(words: str) -> bool:
    """Whether it is worth a look; what signers and sentences begin with is a letter."""
    if not words[0].isalpha() or words[0] in "Nn":
        return True
    return any(map(words.lower().__contains__, grammar.TRAILER_SIGNS))


def _is_taken_out(words: str) -> bool:
    return len(words) >= TAKEN_OUT and not words.strip("Xx ")


def _name_at_end(text: str, line: Line) -> int:
    """Offset of a name behind the last sentence of a line; 0 without one."""
    start = max(line.at, line.stop - 70)
    match = grammar.LAST_NAME.search(text[start : line.stop].rstrip())
    if match is None:
        return 0
    name = "shouted" if match["shouted"] else "name"
    return 0 if _is_unsigned(match[name]) else start + match.start(name)


def _known_name(line: Line, authority: Iterable[str]) -> int:
    """Offset of the last word of a line, if it is the name of who classified the cable.

    So it is behind a figure too (10KABUL131).
    """
    name = line.text.rpartition(" ")[2]
    known = name.isupper() and name.isalpha() and not line.text.isupper()
    told = known and name in " ".join(authority).upper().replace(".", " ").split()
    return line.at + len(line.text) - len(name) if told and len(name) > 3 else 0


def _once(name: str) -> str:
    """``CRETZ  CRETZ`` as ``CRETZ``."""
    words = name.split()
    half = len(words) // 2
    if words[:half] == words[half:]:
        words = words[:half]
    return " ".join(words)


def _notice(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index of the first line of the embassy's notice, with the rule above it."""
    start = max(first, stop - NEAR)
    if not _may_hold_notice(_text_of(lines[start:stop])):
        return stop
    while start < stop and not grammar.NOTICE.match(lines[start].text):
        start += 1
    while first < start < stop and _decorates(lines[start - 1]):
        start -= 1
    return start


def _decorates(line: Line) -> bool:
    return not line.text or is_rule(line.text)
