"""The top of a cable: its fields, line by line (format.md section 3).

A field begins with its label and goes on until an empty line, the next label or the
text. Only three of them go on behind an empty line: a list of references, TAGS, and
the reasons of "Classified By".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.parse.captions import is_caption
from cablereader.parse.grammar import front as grammar
from cablereader.parse.grammar import scanned as scanned_grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.line import Line, parted
from cablereader.parse.marking import take_marking
from cablereader.parse.openings import Opening, take_opening
from cablereader.parse.scanned_numbering import take_head

CAPTIONS: Final = "captions"
SUBJECT: Final = "subject"
OPENING_SIGNS: Final = frozenset("SCUTLOEscutl.\"'")
"""What a classification line may begin with, damaged ones included."""
SHORTEST: Final = 6
"""Characters before a label inside a line; fewer are a marking: ``(U)``."""
FAR: Final = 2
"""A letter so far from the last one may still be the next of a list."""
LONGEST: Final = 300
"""Lines; the longest list of references of the archive has 90."""


@frozen(kw_only=True)
class Front:
    """The lines of each field, without blank lines, and where the text begins."""

    stop: int
    """Index of the first line after it."""
    opening: Opening | None = None
    captions: tuple[str, ...] = ()
    """Between the classification line and the E.O. line: captions and addresses."""
    order: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()


def part_labels(text: str, lines: Sequence[Line], first: int) -> Iterator[Line]:
    """The lines from ``first`` to the first paragraph, each label on a line of its own.

    Three to five of a hundred tops stand on one line, with or without blanks.
    """
    last = min(len(lines), first + LONGEST)
    for index in range(first, last):
        line = lines[index]
        if text_grammar.NUMBER.match(line.text):
            yield line
        else:
            first_end = line.at + SHORTEST
            found = grammar.INNER_LABEL.finditer(text, first_end, line.stop)
            yield from parted(line, text, [match.start() for match in found])
        if starts_paragraph(text, line):
            last = index + 1
            break
    yield from lines[last:]


def starts_paragraph(text: str, line: Line) -> bool:
    """Whether a line begins with a paragraph's number and marking."""
    if not (line.text[:1].isdigit() or line.text[:1] == "¶"):
        return False
    match = text_grammar.NUMBER.match(text, line.at, line.stop)
    return bool(match and take_marking(text, match.end()))


def read_front(
    text: str, lines: Sequence[Line], first: int, *, scanned: bool = False
) -> Front:
    """The fields of the top that begins on line ``first``."""
    reading = _Reading(text, lines, first, scanned=scanned)
    index = first
    while index < min(len(lines), first + LONGEST) and reading.take(index):
        index += 1
    return reading.front()


class _Reading:
    """A top as far as it has been read."""

    def __init__(
        self, text: str, lines: Sequence[Line], first: int, *, scanned: bool
    ) -> None:
        self.text = text
        self.lines = lines
        self.first = first
        self.scanned = scanned
        self.fields: dict[str, list[str]] = {}
        self.current = CAPTIONS
        self.opening: Opening | None = None
        self.stop = -1
        self.blank = False
        """Whether an empty line stands before the next one."""
        self.second = False
        """Whether the current field has been there already: it is furniture then."""

    def front(self) -> Front:
        self.fields.pop("derived", None)
        return Front(
            stop=max(self.stop, self.first),
            opening=self.opening,
            **{name: tuple(words) for name, words in self.fields.items()},
        )

    def take(self, index: int) -> bool:
        """Read one line more; whether the top goes on with it."""
        line = self.lines[index]
        if not line.text:
            self.blank = True
            return True
        if not (
            self.take_opening(line)
            or self.take_label(line)
            or self.take_words(index, line)
        ):
            return False
        self.stop = index + 1
        self.blank = False
        return True

    def take_opening(self, line: Line) -> bool:
        """Read a classification line, and the captions behind it."""
        if line.text[0] not in OPENING_SIGNS:
            return False
        opening = take_opening(self.text, line.at)
        if opening is None or not (opening.number or len(line.text) < 60):
            return False
        self.opening = self.opening or opening
        self.current = CAPTIONS
        rest = " ".join(self.text[opening.stop : line.stop].split())
        if rest:
            self.fields.setdefault(CAPTIONS, []).append(rest)
        return True

    def take_label(self, line: Line) -> bool:
        """Read the first line of a field."""
        match = grammar.LABEL.match(line.text)
        if match is None:
            return False
        name = str(match.lastgroup)
        words = line.text
        if name == "reason":
            name = "authority"
        elif name == "authority" == self.current:
            words = words[match.end() :].strip()
        self.second = name in self.fields and name != "authority"
        self.current = name
        if not self.second:
            self.fields.setdefault(name, []).append(words)
        return True

    def take_words(self, index: int, line: Line) -> bool:
        """Read a line without a label, if it can belong to the top."""
        if text_grammar.RULE.match(line.text):
            return self.current == CAPTIONS and self.label_follows(index)
        if self.starts_text(line):
            return False
        if is_caption(line.text) or grammar.RELEASE_STAMP.search(line.text):
            self.fields.setdefault(CAPTIONS, []).append(line.text)
            return True
        if self.current == CAPTIONS:
            return self.take_address(index, line)
        if not self.goes_on(line):
            return self.current == "tags" and self.take_address(index, line)
        if not self.second:
            self.fields[self.current].append(self.without_signs(line.text))
        return True

    def take_address(self, index: int, line: Line) -> bool:
        """Read a line that says whom the cable is for: labels must follow it."""
        opened = self.opening is not None and self.current == CAPTIONS
        direct = opened and (not self.blank or grammar.ADDRESS.match(line.text))
        if not (direct or self.label_follows(index)):
            return False
        self.fields.setdefault(CAPTIONS, []).append(line.text)
        return True

    def starts_text(self, line: Line) -> bool:
        """Whether a line can only be the first of the text."""
        words = line.text
        if self.scanned and self.starts_scanned(line):
            return True
        if words[0] == "(":
            return take_marking(self.text, line.at) is not None
        if words[0].isdigit() or words[0] == "¶":
            return self.starts_paragraph(words)
        begun = self.fields or self.opening
        return bool(begun and text_grammar.SUMMARY_TITLE.match(words))

    def starts_scanned(self, line: Line) -> bool:
        """Whether a line begins with a number that may have been misread."""
        if take_head(self.text, line):
            return True
        return self.current != "reference" and bool(
            scanned_grammar.HEAD.match(line.text)
        )

    def starts_paragraph(self, words: str) -> bool:
        """Whether the number that a line begins with is a paragraph's."""
        if not text_grammar.NUMBER.match(words):
            return False
        if self.current == "authority":
            return not grammar.REASON_LINE.match(words)
        listed = self.current == "reference" and grammar.NUMBERED_LIST.match(
            self.fields["reference"][0]
        )
        return not listed or ") " in words[:12]

    def goes_on(self, line: Line) -> bool:
        """Whether a line without a label belongs to the field before it."""
        match self.current:
            case "authority":
                return not self.authority_done(line)
            case "tags":
                return self.are_tags(line.text)
            case "reference" if self.blank:
                return self.is_item(self.without_signs(line.text))
            case "subject" if self.blank:
                return self.scanned and len(self.fields["subject"]) == 1
        return not self.blank

    def are_tags(self, words: str) -> bool:
        """Whether a line goes on with TAGS; behind an empty one only after a comma."""
        if grammar.ADDRESS.match(words) or not grammar.TAG_LINE.match(words):
            return False
        return not self.blank or self.fields["tags"][-1].endswith(",")

    def is_item(self, words: str) -> bool:
        """Whether a line behind an empty one belongs to the list of references."""
        known = self.fields["reference"]
        if grammar.NUMBER_MISSING.search(known[-1]) and grammar.SERIAL.match(words):
            return True
        item = grammar.ITEM.match(words)
        if item is None or item["letter"] is None:
            return item is not None
        letters = grammar.LETTERS.findall(" ".join(known))
        last = letters[-1] if letters else "@"
        return 0 < ord(item["letter"]) - ord(last) <= FAR

    def without_signs(self, words: str) -> str:
        """A line of a reference list without what a scanner made of its pilcrow."""
        return scanned_grammar.ITEM_SIGNS.sub("", words, 1) if self.scanned else words

    def authority_done(self, line: Line) -> bool:
        """Whether "Classified By" is complete, so that this line is text."""
        if grammar.REASON_LINE.match(line.text):
            return False
        written = " ".join(self.fields.get("authority", ()))
        return self.blank or bool(grammar.REASONED.search(written))

    def label_follows(self, index: int) -> bool:
        """Whether a label stands in the lines that may still be of the top."""
        for line in self.lines[index : index + 40]:
            if grammar.LABEL.match(line.text):
                return True
            if line.text and self.starts_text(line):
                return False
        return False
