"""A move of very many cables, in one step."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.library.notebook.progress import Progress
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import Move, toggled
from cablereader.model.step import Step


def move_all(
    file: TriageFile,
    cable_ids: Iterable[str],
    move: Move,
    progress: Progress,
    *,
    toggling: bool,
) -> Step:
    """Make a move with cables.

    Args:
        file: The notebook.
        cable_ids: Of the cables, in any spelling.
        move: What to make of them.
        progress: Told how far it is; what it raises ends it, and nothing is changed.
        toggling: Whether the move is taken back where all is so already.

    Returns:
        What was changed; no changes if all was so already.

    Raises:
        NotebookError: If it could not be saved; nothing is changed then.
    """
    known = file.of(cable_ids)
    progress(0, len(known))
    meant = toggled(move, known) if toggling else move
    return file.apply(meant.step(known), progress)
