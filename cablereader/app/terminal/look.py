"""How cells look, and the shortest codes that change one look into another.

A look is what "select graphic rendition" (ECMA-48, SGR) sets. In rows of a screen it
is written as one character, its sign, so that rows are compared as strings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

UNKNOWN: Final = "\0"
"""The sign of cells of which nobody knows what they show."""
UNSEEN_ON_BLANKS: Final = frozenset("123568")
"""Bold, dim, italic, the blinks and concealed: a blank looks the same with them."""
ENDED_BY: Final = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
    "53": "55",
}
"""Which code ends an attribute; all others end with a reset only."""
ENDS: Final = {
    end: frozenset(each for each, its_end in ENDED_BY.items() if its_end == end)
    for end in ENDED_BY.values()
}
COLOUR_FIELDS: Final = {"5": 2, "2": 4}
"""How many fields follow ``38`` or ``48``: ``5;n`` or ``2;r;g;b``."""


class Look(NamedTuple):
    """Attributes (in order) and colours, as their codes."""

    attributes: tuple[str, ...] = ()
    foreground: str = "39"
    background: str = "49"

    @property
    def shows_on_blanks(self) -> bool:
        """Whether a blank shows more of it than its background."""
        return not UNSEEN_ON_BLANKS.issuperset(self.attributes)

    def with_code(self, code: str) -> Look:
        """The look after one code; colours of several fields are one code."""
        if code in {"", "0", "00"}:
            return PLAIN
        kind = _kind_of(code)
        if kind == "foreground":
            return self._replace(foreground=code)
        if kind == "background":
            return self._replace(background=code)
        ended = ENDS.get(code, {code})
        kept = {each for each in self.attributes if each not in ended}
        if code not in ENDS:
            kept.add(code)
        return self._replace(attributes=tuple(sorted(kept)))


def _kind_of(code: str) -> str:
    if code.startswith("38"):
        return "foreground"
    if code.startswith("48"):
        return "background"
    number = int(code) if code.isdecimal() else 0
    if 30 <= number <= 39 or 90 <= number <= 97:
        return "foreground"
    if 40 <= number <= 49 or 100 <= number <= 107:
        return "background"
    return "attribute"


PLAIN: Final = Look()


def split_codes(codes: str) -> Iterator[str]:
    """The codes between ``ESC [`` and ``m``; colours of several fields are one."""
    fields = codes.split(";")
    start = 0
    while start < len(fields):
        more = 0
        if fields[start] in {"38", "48"} and start + 1 < len(fields):
            more = COLOUR_FIELDS.get(fields[start + 1], 0)
        yield ";".join(fields[start : start + 1 + more])
        start += 1 + more


class Looks:
    """The looks met so far, their signs, and the codes between them."""

    def __init__(self, *, colours: bool = True, resets_only: bool = False) -> None:
        """No looks yet.

        Args:
            colours: Whether the terminal has any.
            resets_only: Whether attributes end with a reset only, as on a VT100.
        """
        self._colours = colours
        self._resets_only = resets_only
        self._looks: list[Look | None] = [None]
        self._signs: dict[Look, str] = {}
        self._by_codes: dict[tuple[str, str], str] = {}
        self._blanks: dict[str, str] = {}
        self._over_blanks: dict[tuple[str, str], str] = {}
        self._changes: dict[tuple[str, str], str] = {}
        self.plain = self.sign_of(PLAIN)

    def __len__(self) -> int:
        return len(self._looks)

    def sign_of(self, look: Look) -> str:
        """The one character that stands for a look."""
        if not self._colours:
            look = Look(look.attributes)
        if (sign := self._signs.get(look)) is None:
            sign = self._signs[look] = chr(len(self._looks))
            self._looks.append(look)
        return sign

    def look_of(self, sign: str) -> Look:
        """The look that a sign stands for.

        Raises:
            ValueError: For the sign of what nobody knows.
        """
        look = self._looks[ord(sign)]
        if look is None:
            raise ValueError("what nobody knows has no look")
        return look

    def after(self, sign: str, codes: str) -> str:
        """The look in force after some codes, as a sign."""
        if (after := self._by_codes.get((sign, codes))) is None:
            look = self.look_of(sign)
            for code in split_codes(codes):
                look = look.with_code(code)
            after = self._by_codes[sign, codes] = self.sign_of(look)
        return after

    def of_blank(self, sign: str) -> str:
        """What of a look a blank shows, as a sign: mostly the background alone."""
        if (blank := self._blanks.get(sign)) is None:
            look = self.look_of(sign)
            if not look.shows_on_blanks:
                look = Look(background=look.background)
            blank = self._blanks[sign] = self.sign_of(look)
        return blank

    def for_blank(self, before: str, sign: str) -> str:
        """The look nearest to the one in force in which a blank looks as wanted."""
        key = before, sign
        if (nearest := self._over_blanks.get(key)) is None:
            wanted = self.look_of(self.of_blank(sign))
            if before != UNKNOWN and not wanted.shows_on_blanks:
                old = self.look_of(before)
                kept = tuple(a for a in old.attributes if a in UNSEEN_ON_BLANKS)
                wanted = Look(kept, old.foreground, wanted.background)
            nearest = self._over_blanks[key] = self.sign_of(wanted)
        return nearest

    def change(self, before: str, after: str) -> str:
        """The shortest sequence from one look to another; empty when they are one."""
        if before == after:
            return ""
        key = before, after
        if (codes := self._changes.get(key)) is None:
            look = self.look_of(after)
            codes = self._changes[key] = _from_reset(look)
            if before != UNKNOWN and not self._resets_only:
                steps = _by_steps(self.look_of(before), look)
                if steps and len(steps) <= len(codes):
                    codes = self._changes[key] = steps
        return codes


def _from_reset(look: Look) -> str:
    codes = ["", *look.attributes]
    if look.foreground != PLAIN.foreground:
        codes.append(look.foreground)
    if look.background != PLAIN.background:
        codes.append(look.background)
    return f"\x1b[{';'.join(codes)}m"


def _by_steps(before: Look, after: Look) -> str:
    """Codes that end and begin what differs; empty where only a reset helps."""
    gone = [each for each in before.attributes if each not in after.attributes]
    if any(each not in ENDED_BY for each in gone):
        return ""
    codes = list(dict.fromkeys(ENDED_BY[each] for each in gone))
    ended = {each for code in codes for each in ENDS[code]}
    kept = set(before.attributes) - ended
    codes += (each for each in after.attributes if each not in kept)
    if after.foreground != before.foreground:
        codes.append(after.foreground)
    if after.background != before.background:
        codes.append(after.background)
    return f"\x1b[{';'.join(codes)}m"
