"""The published figures are the ones that were printed."""

from __future__ import annotations

import csv

import pytest

from workbench.stats import mean_change
from workbench.store.shipped import shipped


def columns() -> tuple[list[float], list[float]]:
    lines = shipped("datasets", "published", "thomason-1.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    return [float(row["before"]) for row in rows], [float(row["after"]) for row in rows]


def test_thomason_1_gives_the_summary_printed_with_it() -> None:
    # Cumming & Calin-Jageman's esci: es_mean_difference 1.666666667, 0.715217957 to 2.618115376, df 11; r .89239080809841
    result = mean_change(*columns())
    assert (result.n, result.df, result.missing) == (12, 11, 0)
    assert (round(result.mean_before, 3), round(result.mean_after, 3)) == (11.583, 13.25)
    assert (round(result.sd_before, 3), round(result.sd_after, 3)) == (3.315, 2.896)
    assert result.estimate == pytest.approx(1.666666667, abs=1e-9)
    assert (result.low, result.high) == (pytest.approx(0.715217957, abs=1e-9), pytest.approx(2.618115376, abs=1e-9))
    assert result.r == pytest.approx(0.89239080809841, abs=1e-13)


def test_the_note_of_origin_stands_beside_the_figures() -> None:
    note = shipped("datasets", "published", "README.md").read_text(encoding="utf-8")
    assert "thomason-1.csv" in note
    assert "2014" in note
