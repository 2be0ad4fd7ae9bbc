"""Turns pieces of input into Textual's messages, by Textual's own parser.

It is given whole sequences only, so it is never left in the middle of one; a parser
that did not know a sequence is thrown away with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from cablereader.app.terminal.replies import ESC, OUR_ANSWER, Keys, Paste, Piece
from cablereader.present.visible import visible

WITH_MEMORY: Final = ("\x1b[<", "\x1b[48;")
"""The mouse and sizes in pixels: what they mean depends on those before."""


@dataclass
class Answered(Message):
    """The terminal answered what the driver asked, not what Textual did."""

    text: str


class KeyReader:
    """Reads pieces, one after the other."""

    def __init__(self) -> None:
        self._pointer = XTermParser()
        self._keys = XTermParser()

    def read(self, piece: Piece) -> list[Message]:
        """What a piece means; nothing where Textual does not know it."""
        match piece:
            case Paste(text):
                return [events.Paste(visible(text.replace("\r", "\n")))]
            case Keys(text):
                return list(self._keys.feed(text))
            case _ if piece.text == ESC:
                return [events.Key("escape", ESC)]
            case _ if OUR_ANSWER.fullmatch(piece.text):
                return [Answered(piece.text)]
            case _:
                return self._read_sequence(piece.text)

    def _read_sequence(self, sequence: str) -> list[Message]:
        try:
            if sequence.startswith(WITH_MEMORY):
                return list(self._pointer.feed(sequence))
            if found := list(self._keys.feed(sequence)):
                return found
            parser, self._keys = self._keys, XTermParser()
            # At the end of all input the parser gives what it waited to complete.
            return list(parser.feed("")) if len(sequence) == len("\x1bx") else []
        except (ValueError, OverflowError):  # a number that stands for no character
            self._pointer, self._keys = XTermParser(), XTermParser()
            return []
