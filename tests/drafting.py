"""Writes one generated cable: its header, its top and its text."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from datetime import timedelta
from math import pow as power
from random import Random
from typing import Final

from planning import SEED, Plan, Planned, posts
from vocabulary import Vocabulary

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable

SIZES: Final = (
    (0.00, 250),
    (0.10, 400),
    (0.25, 900),
    (0.50, 6_600),
    (0.75, 8_000),
    (0.90, 14_500),
    (0.99, 30_400),
    (1.00, 66_200),
)
"""Shares of bodies, and the bytes that they do not exceed (format.md §5)."""
LINE: Final = 10
"""Words of a line in a wrapped body."""
PAGE: Final = 5_600
"""Letters of a section; a page marker comes after them."""
CLASSES: Final = {
    "C": "C O N F I D E N T I A L",
    "S": "S E C R E T",
    "U": "UNCLAS",
}
CAPTIONS: Final = {"NOFORN": "NOFORN", "ONLY": "SENSITIVE"}
"""By the end of the classification."""
MARKINGS: Final = {
    "CONFIDENTIAL": ("C", "C", "C", "C", "SBU", "U"),
    "CONFIDENTIAL//NOFORN": ("C/NF", "C/NF", "C", "SBU", "U"),
    "SECRET": ("S", "S", "S", "C", "U"),
    "SECRET//NOFORN": ("S/NF", "S/NF", "S//NF", "S", "C", "U"),
    "UNCLASSIFIED": ("U", "U", ""),
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": ("SBU", "SBU", "SBU", "U"),
}
TAGS: Final = """
PREL PGOV ECON PHUM PTER PINR ETRD MARR EFIN PARM SNAR EINV KDEM EAID MOPS KCRM CVIS
ENRG EAGR ASEC SENV EPET OVIP SOCI KISL UNSC EAIR KPAO CASC SCUL BEXP EFIS
"""
"""The most frequent first."""
COUNTRIES: Final = "US RS CH IR IZ AF UK FR GM IS TU EG MX BR JA IN PK CS NO IC"
PRECEDENCES: Final = {"P": " PRIORITY", "R": "", "O": " IMMEDIATE"}
AGENCIES: Final = (
    "RUEHZL/EUROPEAN POLITICAL COLLECTIVE",
    "RUEHXP/ALL NATO POST COLLECTIVE",
    "RUCNIRA/IRAN COLLECTIVE",
    "RHEHNSC/NSC WASHINGTON DC",
    "RUEAIIA/CIA WASHINGTON DC",
    "RHEFDIA/DIA WASHINGTON DC",
    "RUEKJCS/SECDEF WASHINGTON DC",
    "RUEATRS/DEPT OF TREASURY WASHINGTON DC",
    "RUCPDOC/DEPT OF COMMERCE WASHINGTON DC",
)
PARTIAL: Final = (
    "This record is a partial extract of the original cable. "
    "The full text of the original cable is not available."
)
NO_CABLES: Final = ("{} E-MAIL 05/11/07", "IIR 6 999 0207 08", "{} TELCON OF MAY 3")


class Draft:
    """One cable while it is being written; the same for the same number."""

    def __init__(self, planned: Planned, plan: Plan, vocabulary: Vocabulary) -> None:
        self.planned = planned
        self.plan = plan
        self.vocabulary = vocabulary
        self.random = Random(SEED + planned.number * 7919)
        self.names = [vocabulary.name(3 * planned.number + each) for each in range(3)]
        self.size = size_at(self.random.random())
        self.sections = 1 + self.size // PAGE
        self.end = self.random.choice((" \n", "\n"))
        """Of a line: wrapped bodies have a blank there."""

    def written(self) -> RawCable:
        """The cable; the line of its source is its number in the dump."""
        planned = self.planned
        cited, entries = self.references()
        return RawCable(
            source=Source("csv", None, planned.number),
            cable_id=planned.cable_id,
            created=f"{planned.created:%Y-%m-%d %H:%M}",
            classification=planned.classification,
            origin=planned.post.origin,
            references=tuple(sorted(cited)),
            header=self.header(),
            body=self.end.join((*self.front(entries), *self.text(), self.signer())),
        )

    def header(self) -> str:
        """The whole header, the short one of the State archive, or the note."""
        kind = self.random.random()
        if kind < 0.10:
            return PARTIAL
        letter = self.random.choice("PRO")
        time = f"{self.planned.created:%d%H%MZ %b %y}".upper()
        if kind < 0.14:
            above = []
            to = f"SECSTATE WASHDC{PRECEDENCES[letter]} {self.continuity()}"
            info = [post.sender for post in self.random.sample(posts(), 3)]
        else:
            above = self.transmission(letter)
            to = f"RUEHC/SECSTATE WASHDC{PRECEDENCES[letter]} {self.continuity()}"
            info = self.info(PRECEDENCES[letter])
        sender = f"FM {self.planned.post.sender}"
        lines = [*above, f"{letter} {time}", sender, f"TO {to}"]
        return "\n".join(lines) + ("\nINFO " + "\n".join(info) if info else "")

    def transmission(self, letter: str) -> list[str]:
        """The lines above the DTG."""
        planned, random = self.planned, self.random
        level = planned.classification[0]
        part = "/01" if self.sections > 1 else ""
        relay = " ".join(sorted(post.routing for post in random.sample(posts(), 5)))
        channel, route = random.choice((("XRO", relay), ("XYZ", "RUEHWEB\n")))
        station = f"{planned.post.routing} #{planned.serial % 10_000:04}{part}"
        return [
            f"VZCZC{channel}{self.continuity()}",
            f"{letter * 2} {route}",
            f"DE {station} {planned.created:%j%H%M}",
            f"{'ZNR' if level == 'U' else 'ZNY'} {level * 5} ZZH",
        ]

    def info(self, precedence: str) -> list[str]:
        """Who is to know: five as a rule, at times two dozen."""
        number = min(26, int(self.random.expovariate(1 / 6)))
        agencies = self.random.sample(AGENCIES, min(number // 2, len(AGENCIES)))
        others = self.random.sample(posts(), number - len(agencies))
        return agencies + [
            f"{post.routing}/{post.sender}{precedence} {self.continuity()}"
            for post in others
        ]

    def continuity(self) -> str:
        return f"{self.random.randrange(10_000):04}"

    def references(self) -> tuple[set[str], list[str]]:
        """Ids of what it cites, and the entries of its REF block."""
        random, planned = self.random, self.planned
        cited: list[Planned | None] = []
        if planned.number - 1 > self.plan.most_cited and random.random() < 0.0101:
            cited.append(self.plan.cables[self.plan.most_cited])
        if cited or random.random() < 0.62:
            for _ in range(1 + min(11, int(random.expovariate(0.9)))):
                no_cable = random.random() < 0.03
                cited.append(None if no_cable else self.plan.cited_by(planned, random))
        ids = {each.cable_id for each in cited if each}
        return ids, [self.entry(each) for each in cited]

    def entry(self, cited: Planned | None) -> str:
        """It in one of the usual forms; something that is no cable for ``None``."""
        if cited is None:
            return self.random.choice(NO_CABLES).format(self.names[0].upper())
        serial = f"{cited.serial:05}" if self.random.random() < 0.1 else cited.serial
        same_year = cited.created.year == self.planned.created.year
        year = "" if same_year else f"{cited.created:%y} "
        return f"{year}{cited.post.place} {serial}"

    def front(self, entries: list[str]) -> Iterator[str]:
        """The lines of the top."""
        planned = self.planned
        level = planned.classification[0]
        section = f"SECTION 01 OF {self.sections:02} " if self.sections > 1 else ""
        yield f"{CLASSES[level]} {section}{planned.post.place} {planned.serial:06}"
        yield ""
        for end, caption in CAPTIONS.items():
            if planned.classification.endswith(end):
                yield caption
        until = f"DECL: {planned.created + timedelta(days=3_650):%m/%d/%Y}"
        yield from ("SIPDIS", "", f"E.O. 12958: {'N/A' if level == 'U' else until}")
        yield f"TAGS: {', '.join(self.tags())}"
        yield f"SUBJECT: {' '.join(self.vocabulary.drawn(self.random, 50)).upper()}"
        yield ""
        for letter, entry in zip("ABCDEFGHIJKLM", entries, strict=False):
            label = f"{letter}. " if len(entries) > 1 else ""
            yield f"{'REF: ' if letter == 'A' else '     '}{label}{entry}"
        if entries:
            yield ""
        if level != "U":
            yield f"Classified By: DCM {self.names[2]} for reasons 1.4 (b) and (d)."
            yield ""

    def tags(self) -> list[str]:
        """Two to six subjects, and a country."""
        subjects = TAGS.split()
        weights = [1 / rank for rank in range(1, len(subjects) + 1)]
        drawn = self.random.choices(subjects, weights, k=self.random.randint(2, 6))
        return [*dict.fromkeys(drawn), self.random.choice(COUNTRIES.split())]

    def text(self) -> Iterator[str]:
        """Paragraphs with headings between them and page markers among them."""
        random = self.random
        words = self.vocabulary.drawn(random, max(60, round(0.94 * self.size) - 330))
        words[20::60] = [self.person() for _ in words[20::60]]
        stops = [0]
        while stops[-1] < len(words):
            stops.append(stops[-1] + max(12, int(random.gauss(95, 35))))
        page, left = 1, PAGE
        for number in range(1, len(stops)):
            if number > 1 and random.random() < 0.3:
                yield from self.heading()
            sentences = self.sentences(words[stops[number - 1] : stops[number]])
            paragraph = self.paragraph(sentences, number, last=number + 1 == len(stops))
            left -= len(paragraph)
            if left < 0 and page < self.sections:
                page, left = page + 1, PAGE
                paragraph = self.page_marked(paragraph, page)
            yield from (paragraph, "")

    def person(self) -> str:
        """A name, which the publishers sometimes took out."""
        if self.random.random() < 0.05:
            return "XXXXXXXXXXXX"
        return self.random.choice(self.names)

    def signer(self) -> str:
        return self.names[-1].upper()

    def heading(self) -> tuple[str, str, str]:
        title = " ".join(self.vocabulary.drawn(self.random, 22)).title()
        return (title, "-" * len(title), "")

    def sentences(self, words: list[str]) -> list[str]:
        """The words with capitals and full stops."""
        start = 0
        while start < len(words):
            stop = min(start + self.random.randint(8, 28), len(words))
            words[start] = words[start].capitalize()
            words[stop - 1] += "."
            start = stop
        return words

    def paragraph(self, words: list[str], number: int, *, last: bool) -> str:
        """Them with number, marking and what it is, in lines or in one."""
        marking = self.random.choice(MARKINGS[self.planned.classification])
        opening = f"{number}. ({marking})" if marking else f"{number}."
        if number == 1 or last:
            name = "SUMMARY" if number == 1 else "COMMENT"
            words = [opening, f"{name}:", *words, "END", f"{name}."]
        else:
            words = [opening, *words]
        if self.end == "\n":
            return " ".join(words)
        starts = range(0, len(words), LINE)
        return self.end.join(" ".join(words[start : start + LINE]) for start in starts)

    def page_marked(self, paragraph: str, page: int) -> str:
        """The paragraph with a page marker in its midst."""
        planned = self.planned
        post = f"{planned.post.place[:10]} {planned.serial:08}"
        marker = f"{post}  {page:03} OF {self.sections:03}"
        wrapped = "\n" in paragraph
        gap = f"\n \n \n{marker} \n \n" if wrapped else f" {marker} "
        middle = 3 * len(paragraph) // 4
        before, _, after = paragraph[:middle].rpartition("\n" if wrapped else " ")
        return before + gap + after + paragraph[middle:]


def size_at(share: float) -> int:
    """Bytes of the body that so great a share does not exceed."""
    upper = min(bisect([each for each, _ in SIZES], share), len(SIZES) - 1)
    (low, small), (high, large) = SIZES[upper - 1], SIZES[upper]
    return round(small * power(large / small, (share - low) / (high - low)))
