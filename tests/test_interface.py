"""The names that the package offers to Python."""

from __future__ import annotations

from importlib import import_module

import cablereader
from cablereader.model.cable import Cable


def test_parse_is_a_function_before_and_after_its_package_is_imported() -> None:
    for _ in range(2):
        assert isinstance(cablereader.parse("1. (U) Tea."), Cable)
        import_module("cablereader.parse.cable_id")


def test_ids_and_subjects_have_functions() -> None:
    assert cablereader.canonical_id("05RIO123") == "05RIODEJANEIRO123"
    assert cablereader.title_case("TEA ON THE TERRACE") == "Tea on the Terrace"
