"""What the doctor found."""

from __future__ import annotations

from cablereader.model.frozen import frozen


@frozen
class Finding:
    """One thing that was looked at."""

    topic: str
    text: str
    """How it is, in a few words."""
    remedy: str = ""
    """What to put where, if it could be better."""
    works: bool = True
    """Whether the reader can do its work with it so."""

    def __str__(self) -> str:
        mark = "ok" if self.works and not self.remedy else "--" if self.works else "!!"
        line = f"{mark}  {self.topic:10}  {self.text}"
        return f"{line}\n{'':16}{self.remedy}" if self.remedy else line
