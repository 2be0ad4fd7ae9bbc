"""What the words after `open`, `show` and `cite` name: files, cables, paragraphs."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from cablereader.cli.archive_path import archive_if_any
from cablereader.cli.arguments import SUBCOMMANDS
from cablereader.errors import NothingFoundError, UsageError
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.model.nearest import nearest
from cablereader.model.raw import RawCable
from cablereader.parse.address import (
    Address,
    address_of,
    joined_words,
    read_address,
    split_address,
)
from cablereader.source.failure import Failure, Report
from cablereader.source.tree import STANDARD_INPUT


@frozen
class Named:
    """A cable that was named, and the paragraph of it, if one was."""

    raw: RawCable
    label: str | None = None


def add_named(parser: ArgumentParser) -> None:
    """Add the words that `find_named` reads."""
    parser.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="a file, - for standard input, a reference id (09MEXICO3195), or a"
        " paragraph of either (09MEXICO3195:5, page.html:5); several as :1,3 or :2-4",
    )


def find_named(
    words: Iterable[str], report: Report, options: Namespace
) -> Iterator[Named]:
    """The cables that words name, in their order.

    Args:
        words: Paths, ``-``, and addresses. What exists as a file is a file, also
            with a paragraph behind it: ``goat.txt:3``.
        report: Told of files that cannot be read.
        options: Of the command line; they say where the archive is.

    Raises:
        NothingFoundError: For the address of a cable that is nowhere.
        UsageError: For a paragraph that is not understood.
    """
    for word in joined_words(words):
        if address := address_in(word):
            yield from _each(_found(address, options), address)
        elif file := file_in(word):
            from cablereader.source.reading import read_raw

            for raw in read_raw([file.name], report=report):
                yield from _each(raw, file)
        else:
            remedy = f"check the name{nearest(word, SUBCOMMANDS)}"
            report(Failure(word, "no such file, folder or cable", remedy))


def address_in(word: str) -> Address | None:
    """The address of a cable that a word is; ``None`` for a path, if that exists.

    Raises:
        UsageError: For a paragraph that is not understood.
    """
    return None if file_in(word) else _understood(read_address(word))


def file_in(word: str) -> Address | None:
    """The path that a word is, perhaps with paragraphs; ``None`` if there is no file.

    Raises:
        UsageError: For a paragraph that is not understood.
    """
    if word == STANDARD_INPUT or os.path.lexists(word):
        return Address(word)
    split = split_address(word)
    if split is None or not os.path.lexists(split[0]):
        return None
    return _understood(address_of(*split))


def _understood(address: Address | None) -> Address | None:
    if address and address.fault:
        raise UsageError(address.fault)
    return address


def _each(raw: RawCable, address: Address) -> Iterator[Named]:
    """A cable once for each paragraph that an address names, or once."""
    for label in address.labels or (None,):
        yield Named(raw, label)


def _found(address: Address, options: Namespace) -> RawCable:
    path = archive_if_any(options)
    if path is not None:
        from cablereader.archive.by_id import raw_cable

        raw, place = raw_cable(path, address.name), str(path)
    else:
        from cablereader.source.sample import find_in_sample

        raw, place = find_in_sample(address.name), "the sample archive"
    if raw is None:
        raise NothingFoundError(
            f"{address.name}: not in {place}; import it, or give its file"
        )
    return raw


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
