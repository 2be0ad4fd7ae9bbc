"""What a pane has to say to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Remark(Message):
    """Something that happened, for the status line."""

    text: str
    wrong: bool = False
    """Whether it must not be overlooked."""
