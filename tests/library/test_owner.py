from __future__ import annotations

import os

import pytest

from cablereader.library.files import owner
from cablereader.library.files.owner import is_gone, owner_name


def test_this_process_is_not_gone() -> None:
    assert not is_gone(owner_name())


@pytest.mark.parametrize("field", [1, 3], ids=["earlier run of the machine", "number"])
def test_a_process_that_had_our_number_is_gone(field: int) -> None:
    words = owner_name().split()
    words[field] = "0"
    assert is_gone(" ".join(words))


def test_a_process_of_another_machine_may_live() -> None:
    assert not is_gone("another-host boot 1 1")


@pytest.mark.parametrize("pid", ["-1", "0", str(1 << 80)])
def test_odd_numbers_do_no_harm(pid: str) -> None:
    host, boot, _, start = owner_name().split()
    is_gone(f"{host} {boot} {pid} {start}")


def test_without_a_list_of_processes_the_number_alone_tells(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, "PROCESSES", tmp_path)
    assert owner_name().endswith(" -")
    assert not is_gone(owner_name())
    child = os.spawnlp(os.P_NOWAIT, "true", "true")
    os.waitpid(child, 0)
    assert is_gone(owner_name(child))
