"""The top of a cable: its fields, line by line (format.md section 3).

A field begins with its label and goes on until an empty line, the next label or the
text. Only three of them go on behind an empty line: a list of references, TAGS, and
the reasons of "Classified By".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.parse.captions import is_caption
from cablereader.parse.grammar import fields as fields_grammar
from cablereader.parse.grammar import front as grammar
from cablereader.parse.grammar import scanned as scanned_grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.headings import NEAR
from cablereader.parse.labels import LONGEST, last_label, starts_paragraph
from cablereader.parse.line import Line, is_rule
from cablereader.parse.lookalikes import legible_lines, legible_words
from cablereader.parse.marking import is_marking, take_marking
from cablereader.parse.openings import Opening, take_opening
from cablereader.parse.reference_lines import (
    is_item,
    is_lettered,
    is_listed,
    is_remark,
    is_serial,
    without_signs,
)
from cablereader.parse.scanned_numbering import take_head
from cablereader.parse.stamps import is_sentence_of_handling, is_stamp

CAPTIONS: Final = "captions"
SUBJECT: Final = "subject"
NOTICE: Final = "notice"
NOT_CLASSIFIED: Final = "SENSITIVE BUT UNCLASSIFIED"
SPACED_FIELDS: Final = (("order", "tags"), ("tags", SUBJECT))
"""Fields that no empty line parts but in a top where one follows every line."""
FIRST_FIELDS: Final = frozenset(("order", "tags", SUBJECT))
SPACER: Final = "-"
"""Alone on a line it is as good as an empty one, in cables of the 1980s and 1990s."""
OPENING_SIGNS: Final = frozenset("SCUTLOEscutl.\"'")
"""What a classification line may begin with, damaged ones included."""
FAR: Final = 40
"""So many lines below one are looked at for what it belongs to."""
LEAST_WRAPPED: Final = 35
"""Characters of a subject's first line that may go on behind an empty one."""
MOST_WRAPPED: Final = 75


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


def read_front(
    text: str,
    lines: Sequence[Line],
    first: int,
    *,
    scanned: bool = False,
    stamped: bool = False,
) -> Front:
    """The fields of the top that begins on line ``first``."""
    reading = _Reading(text, lines, first, scanned=scanned, stamped=stamped)
    index = first
    while index < min(len(lines), first + LONGEST) and reading.take(index):
        index += 1
    return reading.front()


class _Reading:
    """A top as far as it has been read."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        first: int,
        *,
        scanned: bool,
        stamped: bool,
    ) -> None:
        self.text = text
        self.lines = legible_lines(lines) if scanned else lines
        self.first = first
        self.scanned = scanned
        self.stamped = stamped
        self.fields: dict[str, list[str]] = {}
        self.current = CAPTIONS
        self.opening: Opening | None = None
        self.stop = -1
        self.blank = False
        """Whether an empty line stands before the next one."""
        self.second = False
        """Whether the current field has been there already: it is furniture then."""
        self.spaced = False
        """Whether empty lines part E.O., TAGS and subject, so perhaps any lines."""

    def front(self) -> Front:
        for name in (NOTICE, "derived"):
            self.fields.pop(name, None)
        return Front(
            stop=max(self.stop, self.first),
            opening=self.opening,
            **{name: tuple(words) for name, words in self.fields.items()},
        )

    def take(self, index: int) -> bool:
        """Read one line more; whether the top goes on with it."""
        line = self.lines[index]
        if not line.text or (self.stamped and self.fields and is_stamp(line.text)):
            self.blank = True
            return True
        if line.text == SPACER and self.fields:
            self.blank = True
            self.stop = index + 1
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
        words = self.text[line.at : line.stop]
        if self.scanned:
            words = legible_words(words)
        opening = take_opening(words, 0)
        if opening is None or not (opening.number or len(line.text) < 60):
            return False
        self.opening = self.opening or opening
        self.current = CAPTIONS
        rest = " ".join(words[opening.stop :].split())
        for words in filter(None, (opening.caption, rest)):
            self.fields.setdefault(CAPTIONS, []).append(words.strip(" /"))
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
        elif name == "order" and self.current == "authority":
            told = "order" in self.fields or (not self.blank and self.awaits_reasons())
            name = "authority" if told else name
        repeated = name == "reference" == self.current or name == "authority"
        self.second = name in self.fields and not repeated
        if (self.current, name) in SPACED_FIELDS:
            self.spaced = self.blank and (self.spaced or name == "tags")
        self.current = last_label(words) if self.is_later() else name
        if not self.second:
            self.fields.setdefault(name, []).append(words)
        return True

    def take_words(self, index: int, line: Line) -> bool:
        """Read a line without a label, if it can belong to the top."""
        if is_rule(line.text):
            return self.current == CAPTIONS and self.label_follows(index)
        if self.starts_text(line) and not self.is_inside(index, line):
            return False
        if self.take_caption(line):
            return True
        if self.current == CAPTIONS:
            return self.take_address(index, line)
        if not self.goes_on(index, line):
            return self.current == "tags" and self.take_address(index, line)
        if not self.second:
            self.fields[self.current].append(self.item(line.text))
        return True

    def take_caption(self, line: Line) -> bool:
        """Read a line of captions, or a sentence that says what they would."""
        stamp = is_sentence_of_handling(line.text)
        if not (stamp or is_caption(line.text)):
            return False
        words = line.text
        if stamp and SUBJECT in self.fields:
            self.current = NOTICE
            self.fields.setdefault(NOTICE, []).append(words)
            words = NOT_CLASSIFIED if NOT_CLASSIFIED in words.upper() else ""
        elif stamp:
            self.current = CAPTIONS
        if words:
            self.fields.setdefault(CAPTIONS, []).append(words)
        return True

    def take_address(self, index: int, line: Line) -> bool:
        """Read a line that says whom the cable is for: labels must follow it."""
        opened = self.opening is not None and self.current == CAPTIONS
        near = not self.blank and not self.is_later()
        direct = opened and (near or grammar.ADDRESS.match(line.text))
        if not (direct or self.label_follows(index + 1)):
            return False
        self.fields.setdefault(CAPTIONS, []).append(line.text)
        return True

    def is_later(self) -> bool:
        """Whether it is the top of a later section: sentences may go on below it."""
        section = self.opening.section if self.opening else None
        return section is not None and section.number > 1

    def is_inside(self, index: int, line: Line) -> bool:
        """Whether what looks like a text's first line stands between two fields.

        So may a number or a word of the subject (``SUMMARY OF THE TALKS``), or a line
        that says whom the cable is for.
        """
        if starts_paragraph(self.text, line):
            return False
        number = text_grammar.NUMBER.match(line.text)
        if self.current == SUBJECT and not self.blank and self.may_wrap(index):
            if number:
                return number["number"] != "1"
            return is_marking(line.text) or self.label_follows(index + 1)
        return self.is_early() and self.label_follows(index + 1)

    def may_wrap(self, index: int) -> bool:
        """Whether it may be a subject's second line: one with a marking if alone."""
        line = self.lines[index]
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return line.text[0] != "(" or not below or bool(grammar.LABEL.match(below))

    def starts_text(self, line: Line) -> bool:
        """Whether a line can only be the first of the text."""
        words = line.text
        if self.scanned and self.starts_scanned(line):
            return True
        if words[0] == "(":
            return self.starts_marked(line)
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

    def starts_marked(self, line: Line) -> bool:
        """Whether the marking that a line begins with is a paragraph's."""
        taken = take_marking(self.text, line.at)
        if taken is None or self.current not in ("reference", "authority"):
            return taken is not None
        rest = self.text[taken.stop : line.stop].strip()
        if self.current == "authority":
            return self.blank or not grammar.MORE_REASONS.match(rest)
        if is_lettered(self.fields["reference"], line.text):
            return self.blank and not is_remark(rest)
        return self.blank or not is_remark(rest)

    def starts_paragraph(self, words: str) -> bool:
        """Whether the number that a line begins with is a paragraph's."""
        if not text_grammar.NUMBER.match(words):
            return False
        if self.current == "authority":
            return not grammar.REASON_LINE.match(words)
        if self.current == "reference":
            known = self.fields["reference"]
            serial = not self.blank and is_serial(known, words)
            return not (serial or is_listed(known, words))
        return True

    def goes_on(self, index: int, line: Line) -> bool:
        """Whether a line without a label belongs to the field before it."""
        match self.current:
            case "authority":
                return not self.authority_done(line)
            case "tags":
                return self.are_tags(index, line.text)
            case "reference" if self.blank or self.is_underlined(index):
                known = self.fields["reference"]
                return is_item(known, self.item(line.text))
            case "subject":
                return self.subject_goes_on(index, line)
            case "reference" if grammar.PROSE.match(line.text):
                return False
        return not self.blank

    def subject_goes_on(self, index: int, line: Line) -> bool:
        """Whether a line without a label belongs to the subject."""
        if self.blank:
            before = self.fields[SUBJECT]
            empty = not fields_grammar.SUBJECT.sub("", before[0], 1)
            return len(before) == 1 and (empty or self.is_wrapped(index, line))
        titled = self.is_underlined(index) and self.is_fitted(index)
        return not (titled or grammar.PROSE.match(line.text))

    def is_underlined(self, index: int) -> bool:
        """Whether a line is a title with a rule below it."""
        below = self.lines[index + 1 : index + 2]
        return bool(below and is_rule(below[0].text))

    def is_fitted(self, index: int) -> bool:
        """Whether the rule below a line is its own: as long, and no box's first."""
        line, rule, *below = self.lines[index : index + 4]
        boxed = len(below) > 1 and below[0].text and is_rule(below[1].text)
        return not boxed and abs(len(line.text) - len(rule.text)) <= NEAR

    def is_wrapped(self, index: int, line: Line) -> bool:
        """Whether a line is the rest of the subject, where empty lines mean nothing."""
        before = self.fields[SUBJECT][0]
        return (
            (self.spaced or self.scanned)
            and len(before) > LEAST_WRAPPED
            and len(line.text) < MOST_WRAPPED
            and line.text.isupper() == before.partition(":")[2].isupper()
            and not self.is_underlined(index)
        )

    def are_tags(self, index: int, words: str) -> bool:
        """Whether a line goes on with TAGS.

        Sure signs are a comma, or the subject right below; the site, which made links
        of the codes before it, took the comma at the end of their line away.
        """
        if grammar.ADDRESS.match(words) or not grammar.TAG_LINE.match(words):
            return False
        if self.fields["tags"][-1].endswith(","):
            return True
        below = self.lines[index + 1 : index + FAR]
        next_words = next((each.text for each in below if each.text), "")
        label = grammar.LABEL.match(next_words)
        if label and label["subject"]:
            return True
        return not self.blank and bool(grammar.CODES.match(words))

    def item(self, words: str) -> str:
        """A line of a reference list, without what a scanner made of its pilcrow."""
        return without_signs(words) if self.scanned else words

    def authority_done(self, line: Line) -> bool:
        """Whether "Classified By" is complete, so that this line is text."""
        if grammar.REASON_LINE.match(line.text):
            return False
        written = " ".join(self.fields.get("authority", ()))
        apart = self.blank and not self.spaced
        return apart or bool(grammar.REASONED.search(written))

    def awaits_reasons(self) -> bool:
        """Whether "Classified By" breaks off where its reasons must follow."""
        written = " ".join(self.fields.get("authority", ()))
        return bool(grammar.REASONS_MISSING.search(written))

    def is_early(self) -> bool:
        """Whether TAGS and subject are still to come."""
        return "tags" not in self.fields and SUBJECT not in self.fields

    def label_follows(self, index: int) -> bool:
        """Whether a label stands in the lines that may still be of the top."""
        early = self.is_early()
        for line in self.lines[index : index + FAR]:
            label = grammar.LABEL.match(line.text)
            if label and (label.lastgroup in FIRST_FIELDS or not early):
                return True
            if line.text and self.ends_top(line, early=early):
                return False
        return False

    def ends_top(self, line: Line, *, early: bool) -> bool:
        """Whether no label can follow a line: it is the first of a text for sure."""
        if early or starts_paragraph(self.text, line):
            return starts_paragraph(self.text, line)
        number = text_grammar.NUMBER.match(line.text)
        return number["number"] == "1" if number else self.starts_text(line)
