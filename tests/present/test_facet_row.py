"""The chart below the list."""

from __future__ import annotations

from cablereader.model.facets import Count, Facets
from cablereader.present.facet_row import CHARTED, timeline


def charted(width: int, *months: str) -> str:
    counts = tuple(Count(month, 9) for month in months)
    facets = Facets(cables=9, origins=(), classifications=(), tags=(), months=counts)
    return timeline(facets, width)


def test_the_chart_says_what_it_is_of_and_of_which_years() -> None:
    assert charted(80, "2008-11", "2010-01") == f"{CHARTED}2008 #    # 2010"


def test_quarters_that_do_not_fit_are_not_claimed_to_be_there() -> None:
    width = len(CHARTED) + len("2009 #### 2010")
    chart = charted(width, "1976-01", "2009-08", "2010-05")
    assert chart == f"{CHARTED}2009 #  # 2010"
    assert len(chart) == width


def test_without_cables_there_is_no_chart() -> None:
    assert charted(80) == ""
