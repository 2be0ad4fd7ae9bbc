from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablereader.present.palette import (
    LONGEST_FILE,
    Loaded,
    load_palettes,
    shipped_names,
    shipped_palette,
    theme_folder,
    themes_stamp,
)

SHIPPED = load_palettes(None).palettes


def test_a_theme_of_the_program_is_the_same_without_the_others() -> None:
    assert shipped_names() == tuple(SHIPPED)
    for name, palette in SHIPPED.items():
        assert shipped_palette(name) == palette
    assert shipped_palette("../classic") is None


def loaded(folder: Path, text: str, name: str = "mine.yaml") -> Loaded:
    (folder / name).write_text(text, "utf-8")
    return load_palettes(folder)


def failures(result: Loaded) -> list[str]:
    return [f"{failure.line}: {failure.text}" for failure in result.failures]


def test_a_theme_of_the_reader_is_one_more(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        """
name: dusk
description: At dusk
dark: true
colors: {background: "#123", accent: "#ABCDEF", muted: ansi_bright_cyan}
markings: {"TOP SECRET": "#ffb454", unmarked: "#aaa"}
reader:
  cursor: "#202020"
""",
    )
    palette = result.palettes["dusk"]
    assert not result.failures
    assert (palette.description, palette.dark) == ("At dusk", True)
    assert palette.colors["background"] == "#112233"
    assert palette.colors["accent"] == "#abcdef"
    assert palette.colors["muted"] == "ansi_bright_cyan"
    assert palette.variables["marking-top-secret"] == "#ffb454"
    assert palette.variables["cursor-background"] == "#202020"
    assert set(result.palettes) == {*SHIPPED, "dusk"}


@pytest.mark.parametrize(("dark", "base"), [("true", "classic"), ("no", "paper")])
def test_what_is_left_out_is_as_in(dark: str, base: str, tmp_path: Path) -> None:
    palette = loaded(tmp_path, f"dark: {dark}\n").palettes["mine"]
    assert palette.colors == SHIPPED[base].colors
    assert palette.markings == SHIPPED[base].markings
    assert palette.reader == SHIPPED[base].reader


def test_a_theme_of_the_reader_replaces_the_one_of_its_name(tmp_path: Path) -> None:
    result = loaded(tmp_path, 'name: paper\ndark: false\ncolors: {error: "#900"}\n')
    assert result.palettes["paper"].colors["error"] == "#990000"
    assert set(result.palettes) == set(SHIPPED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "dark: true\ncolors:\n  backgroud: '#fff'\n",
            "3: unknown name colors.backgroud; did you mean colors.background?",
        ),
        (
            "dark: true\nmarkings:\n  SECERT: '#fff'\n",
            "3: unknown name markings.SECERT; did you mean markings.SECRET?",
        ),
        (
            "dark: true\ncolors: {accent: #fff\n}\n",
            '2: colors.accent is empty; a colour needs quotation marks: "#c8102e"',
        ),
        (
            "dark: true\ncolors:\n  muted: ansi_gren\n",
            "3: colors.muted is no colour: ansi_gren; did you mean ansi_green?",
        ),
        (
            "dark: true\ncolors: {muted: '#ff'}\n",
            "2: colors.muted is no colour: #ff; write #rrggbb",
        ),
        (
            "dark: true\ncolors: {muted: '#ggg'}\n",
            "2: colors.muted is no colour: #ggg; write #rrggbb",
        ),
        ("dark: true\nname: a b\n", "2: a name has letters, digits and dashes only"),
        ("description: x\ndark: maybe\n", "2: dark is true or false"),
        (
            "dark: true\ncolors: [red]\n",
            "2: only names and colours can stand here",
        ),
        (
            "dark: true\ncolors: {muted: {x: y}}\n",
            "2: only names and colours can stand here",
        ),
        ("dark: true\n---\nname: b\n", "2: one file holds one theme"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_rest_is_used(
    text: str, expected: str, tmp_path: Path
) -> None:
    result = loaded(tmp_path, text)
    assert failures(result) == [expected]
    assert result.palettes["mine"].colors["muted"] == SHIPPED["classic"].colors["muted"]
    assert str(result.failures[0]).startswith(f"{tmp_path / 'mine.yaml'}:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1: empty; copy one of the themes that come with the program"),
        ("just words", "1: a theme is a list of `name: value` lines"),
        ("- a\n- b\n", "1: a theme is a list of `name: value` lines"),
        ("a: &x {b: *x}", "1: only names and colours can stand here"),
        (
            "name: !!python/name:os.system ''",
            "1: only names and colours can stand here",
        ),
        ("name: &n x\ndescription: *n\n", "2: only names and colours can stand here"),
        ("a: \x07", "1: not YAML: it has control characters"),
        ("a: [" * 20_000 + "\n", "1: too long for a theme; is it one?"),
        ("? {a: b}\n: c\n", "1: only names and colours can stand here"),
    ],
)
def test_what_is_no_theme_costs_only_itself(
    text: str, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "good.yaml").write_text("dark: true\n", "utf-8")
    result = loaded(tmp_path, text)
    assert failures(result) == [expected]
    assert set(result.palettes) >= {*SHIPPED, "good"}


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("{", "1: only names and colours can stand here"),
        ("[", "1: a theme is a list of `name: value` lines"),
    ],
)
def test_what_is_nested_deep_costs_only_itself(
    sign: str, expected: str, tmp_path: Path
) -> None:
    result = loaded(tmp_path, sign * 60_000)
    # libyaml 0.2.6 gives up by itself, before it is asked for the second bracket.
    by_itself = "1: not YAML: exceeded maximum nesting depth"
    assert failures(result) in ([expected], [by_itself])
    assert set(result.palettes) >= set(SHIPPED)


def test_yaml_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    (failure,) = loaded(tmp_path, "name: x\ncolors: {a: 'b\n").failures
    assert failure.line >= 2
    assert failure.text.startswith("not YAML: ")


def test_bytes_that_are_no_text_cost_only_that_file(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"description: caf\xe9\n")
    assert failures(load_palettes(tmp_path)) == ["1: not UTF-8; save it as UTF-8"]


def test_a_folder_or_a_huge_file_is_no_theme(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "huge.yaml").write_text("#" * (LONGEST_FILE + 1), "utf-8")
    assert failures(load_palettes(tmp_path)) == [
        "1: not a file",
        "1: too long for a theme; is it one?",
    ]


def test_a_folder_that_is_missing_has_no_themes(tmp_path: Path) -> None:
    assert load_palettes(tmp_path / "none") == load_palettes(None)


def test_control_characters_of_a_file_name_are_not_shown(tmp_path: Path) -> None:
    (failure,) = loaded(tmp_path, "", "a\x1b[31m.yaml").failures
    assert str(failure).isprintable()


def test_the_stamp_changes_when_a_theme_does(tmp_path: Path) -> None:
    assert themes_stamp(tmp_path / "none") == ()
    stamps = [themes_stamp(tmp_path)]
    for text in ("dark: true\n", "dark: false\n"):
        loaded(tmp_path, text)
        stamps.append(themes_stamp(tmp_path))
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    assert themes_stamp(tmp_path) == stamps[-1]
    (tmp_path / "mine.yaml").unlink()
    assert themes_stamp(tmp_path) == stamps[0]
    assert len(set(stamps)) == 3


def test_the_themes_lie_inside_the_package_or_beside_it() -> None:
    package = Path(str(files("cablereader")))
    assert Path(str(theme_folder())) in (package / "themes", package.parent / "themes")


@given(text=st.text(alphabet="{}[]:,&*!'\"#-?|>%@ \nabcolorsmark0") | st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_stops_the_others(text: str, tmp_path: Path) -> None:
    (tmp_path / "any.yaml").write_text(text, "utf-8", errors="surrogatepass")
    result = load_palettes(tmp_path)
    assert set(result.palettes) >= set(SHIPPED)
    assert all(str(failure).isprintable() for failure in result.failures)
