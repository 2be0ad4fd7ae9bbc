"""What the words after `open`, `show` and `cite` name: files, cables, paragraphs."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator

from cablereader.cli.archive_path import archive_if_any
from cablereader.cli.arguments import SUBCOMMANDS
from cablereader.errors import NothingFoundError
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.model.nearest import nearest
from cablereader.model.raw import RawCable
from cablereader.parse.address import Address, joined_words, read_address
from cablereader.source.failure import Failure, Report
from cablereader.source.tree import STANDARD_INPUT


@frozen
class Named:
    """A cable that was named, and the paragraph of it, if one was."""

    raw: RawCable
    label: str | None = None


def find_named(
    words: Iterable[str], report: Report, options: Namespace
) -> Iterator[Named]:
    """The cables that words name, in their order.

    Args:
        words: Paths, ``-``, and addresses. What exists as a file is a file.
        report: Told of files that cannot be read.
        options: Of the command line; they say where the archive is.

    Raises:
        NothingFoundError: For the address of a cable that is nowhere.
    """
    for word in joined_words(words):
        address = address_in(word)
        if address:
            yield _found(address, options)
        elif word == STANDARD_INPUT or os.path.lexists(word):
            from cablereader.source.reading import read_raw

            for raw in read_raw([word], report=report):
                yield Named(raw)
        else:
            remedy = f"check the name{nearest(word, SUBCOMMANDS)}"
            report(Failure(word, "no such file, folder or cable", remedy))


def address_in(word: str) -> Address | None:
    """The address that a word is; ``None`` for a path, which wins if it exists."""
    if word == STANDARD_INPUT or os.path.lexists(word):
        return None
    return read_address(word)


def _found(address: Address, options: Namespace) -> Named:
    path = archive_if_any(options)
    if path is not None:
        from cablereader.archive.by_id import raw_cable

        raw, place = raw_cable(path, address.cable_id), str(path)
    else:
        from cablereader.source.sample import find_in_sample

        raw, place = find_in_sample(address.cable_id), "the sample archive"
    if raw is None:
        raise NothingFoundError(
            f"{address.cable_id}: not in {place}; import it, or give its file"
        )
    return Named(raw, address.label)


def paragraph_of(cable: Cable, label: str) -> Paragraph:
    """The paragraph of a label.

    Raises:
        NothingFoundError: If it has none of that label.
    """
    for paragraph in cable.paragraphs:
        if paragraph.label == label:
            return paragraph
    labels = [paragraph.label for paragraph in cable.paragraphs]
    known = f"it has {labels[0]} to {labels[-1]}" if labels else "it has none"
    name = cable.cable_id or "this cable"
    raise NothingFoundError(f"{name}: no paragraph {label}; {known}")
