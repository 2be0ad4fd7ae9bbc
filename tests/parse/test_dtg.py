"""The date-time line."""

from __future__ import annotations

from datetime import datetime

import pytest

from cablereader.model.precedence import Precedence
from cablereader.parse.dtg import read_dtg

ROUTINE, PRIORITY = Precedence.ROUTINE, Precedence.PRIORITY
IMMEDIATE, FLASH = Precedence.IMMEDIATE, Precedence.FLASH


@pytest.mark.parametrize(
    ("line", "time", "precedence"),
    [
        pytest.param(
            "R 100013Z NOV 09", (2009, 11, 10, 0, 13), (ROUTINE,), id="09MEXICO3195"
        ),
        pytest.param(
            "O P 261148Z NOV 08",
            (2008, 11, 26, 11, 48),
            (IMMEDIATE, PRIORITY),
            id="08RPODUBAI56",
        ),
        pytest.param(
            "P R 281848Z DEC 66",
            (1966, 12, 28, 18, 48),
            (PRIORITY, ROUTINE),
            id="66BUENOSAIRES2481",
        ),
        pytest.param(
            "R 011927Z DEC 09 ZFF6", (2009, 12, 1, 19, 27), (ROUTINE,), id="09LIMA1675"
        ),
        pytest.param(
            "R 251847Z JUN 09 ZDK ZUI RUEHBS #6624",
            (2009, 6, 25, 18, 47),
            (ROUTINE,),
            id="09SECTION01OF03SANJOSE525",
        ),
        pytest.param("061428Z Jun 03", (2003, 6, 6, 14, 28), (), id="partial header"),
        pytest.param("Z 010000Z JAN 00", (2000, 1, 1, 0, 0), (FLASH,), id="flash"),
        pytest.param(
            "R  100013Z  NOV  09", (2009, 11, 10, 0, 13), (ROUTINE,), id="two blanks"
        ),
        pytest.param(
            "O 011200Z SEPT 1998", (1998, 9, 1, 12, 0), (IMMEDIATE,), id="four digits"
        ),
    ],
)
def test_reads_time_and_precedence(
    line: str, time: tuple[int, int, int, int, int], precedence: tuple[Precedence, ...]
) -> None:
    group = read_dtg(f"  {line} ")
    assert group is not None
    assert group.time == datetime(*time)  # noqa: DTZ001
    assert group.precedence == precedence


def test_the_text_keeps_the_service_signals() -> None:
    group = read_dtg("P 230927Z  MAR 09 ZDK \n")
    assert group is not None
    assert str(group) == "P 230927Z MAR 09 ZDK"


@pytest.mark.parametrize("line", ["R 321261Z NOV 09", "P 300000Z FEB 08"])
def test_digits_that_are_no_time_give_none(line: str) -> None:
    group = read_dtg(line)
    assert group is not None
    assert group.time is None
    assert group.text == line


@pytest.mark.parametrize(
    "line",
    [
        "",
        "PAGE 01        CAPE T  00097  01 OF 03  182017Z",
        "------------------352654  200910Z /23",
        "FM AMEMBASSY RIGA",
        "R 100013 NOV 09",
        "X 100013Z NOV 09",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert read_dtg(line) is None
