"""The wheel that is built from the source has all that the program needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a source distribution, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "-o", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    return folder


def names(package: str) -> set[str]:
    """Data files of a folder of the project, relative to it."""
    folder = ROOT / package
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        str(path)
        for path in files
        if path.suffix not in {".py", ".pyc"} and "/." not in f"/{path}"
    }


@pytest.mark.slow
def test_the_wheel_has_themes_and_sample(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    themes, data = names("themes"), names("cablereader")
    assert themes
    assert any(name.startswith("sample/cables/") for name in data)
    assert {f"cablereader/themes/{name}" for name in themes} <= inside
    assert {f"cablereader/{name}" for name in data} <= inside
    assert not any(name.startswith("tests/") for name in inside)


@pytest.mark.slow
def test_the_source_distribution_can_be_tested(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        inside = {name.partition("/")[2] for name in tar.getnames()}
    for name in ("README.md", "LICENSE", "pyproject.toml", "tests/test_readme.py"):
        assert name in inside


@pytest.mark.slow
def test_the_installed_wheel_shows_the_sample(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from cablereader.present.palette import load_palettes;"
        "from cablereader.cli import main;"
        "import cablereader; assert cablereader.__file__.startswith(sys.argv[1]);"
        "assert len(load_palettes(None).palettes) > 2;"
        "sys.exit(main(['show', '07OSLO9012']))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "installed")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "Skarvegrunn" in done.stdout


@pytest.mark.slow
def test_the_setup_commands_work_in_a_fresh_clone(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    readme = (clone / "README.md").read_text("utf-8").split("\n")
    first = next(line for line in readme if line.startswith("python3 -m venv"))
    done = subprocess.run(
        ["bash", "-c", first], cwd=clone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert (
        done.stderr.strip()
        .split("\n")[-1]
        .startswith("cablereader: standard input is no terminal")
    )
