from __future__ import annotations

from pathlib import Path

import pytest

from cablereader.library.files.network_disk import is_on_network

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
41 22 0:35 / /home rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2
42 41 8:2 / /home/local rw - xfs /dev/sdb1 rw
43 22 0:36 / /mnt/a\040b rw - fuse.sshfs me@there: rw
44 22 0:37 / /mnt rw - tmpfs tmpfs rw
rubbish
"""


@pytest.mark.parametrize(
    ("path", "on_network"),
    [
        ("/data/triage.db", False),
        ("/home/ana/triage.db", True),
        ("/home", True),
        ("/homes/ana", False),
        ("/home/local/triage.db", False),
        ("/mnt/a b/triage.db", True),
        ("/mnt/c", False),
    ],
)
def test_the_mount_that_is_nearest_tells(
    tmp_path: Path, path: str, *, on_network: bool
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert is_on_network(Path(path), mounts) is on_network


def test_where_nobody_says_it_is_not(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path, tmp_path / "none")


def test_this_machine_can_be_asked(tmp_path: Path) -> None:
    assert is_on_network(tmp_path) in {True, False}
