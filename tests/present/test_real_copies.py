"""Copies of the real pages beside the project: they lead back to their pages."""

from __future__ import annotations

from pathlib import Path

from cablereader.model.cable import Cable
from cablereader.parse.address import Address, read_address
from cablereader.parse.document import parse
from cablereader.present.citation import fields_of
from cablereader.present.copy_form import DEFAULT, copies


def pages(folder: Path) -> dict[str, Cable]:
    """By the path that the site gave each page."""
    return {
        path.relative_to(folder).as_posix(): parse(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def test_the_address_of_a_cable_is_that_of_its_page(real_documents: Path) -> None:
    for path, cable in pages(real_documents / "pages").items():
        assert fields_of(cable).page_url == f"https://wikileaks.org/{path}"


def test_a_copied_reference_names_its_paragraph(real_documents: Path) -> None:
    for cable in pages(real_documents / "pages").values():
        for paragraph in cable.paragraphs:
            reference = copies(DEFAULT, [fields_of(cable, paragraph)])
            assert isinstance(reference, str)
            address = Address(cable.cable_id or "", (paragraph.label,))
            assert read_address(reference) == address
