"""Words, numbers and signs of a text that may hold reference ids."""

from __future__ import annotations

from cablereader.model.frozen import frozen
from cablereader.parse.grammar import reference as grammar


@frozen
class Token:
    """A word in capitals, a number, or one sign."""

    text: str
    start: int
    stop: int
    capitals: bool = False
    """Whether it is a word that the text has in capitals."""

    @property
    def is_word(self) -> bool:
        """Whether it is letters A to Z."""
        return "A" <= self.text[0] <= "Z"

    @property
    def is_number(self) -> bool:
        """Whether it is digits 0 to 9."""
        return "0" <= self.text[0] <= "9"


def split_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text; quoted titles are passed over, O and 0 put right."""
    clean = grammar.QUOTED.sub(lambda match: " " * len(match[0]), text)
    clean = grammar.LETTER_FOR_ZERO.sub("0", clean)
    clean = grammar.ZERO_FOR_LETTER.sub("O", clean)
    return tuple(
        Token(match[0].upper(), *match.span(), capitals=match[0].isupper())
        for match in grammar.TOKEN.finditer(clean)
    )
