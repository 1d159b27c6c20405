"""Resampling at its edges: every pupil is drawn as often as any other."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from workbench.stats import bootstrap_interval
from workbench.stats.resampling._draws import drawn
from workbench.stats.resampling._sample import Sample


@pytest.mark.parametrize(("design", "columns"), [("paired", ((1, 2, 4, 8), (16, 32, 64, 128))), ("groups", ((1, 2, 4, 8), (16, 32, 64)))])
def test_every_pupil_is_drawn_as_often_as_any_other_and_pairs_stay_together(design: str, columns: Any) -> None:
    sample = Sample(design, columns, columns, 1, 0, 0)
    seen: list[Counter[int]] = [Counter(), Counter()]

    def look(*rows: Any) -> Any:
        assert len({matrix.shape[0] for matrix in rows}) == 1
        assert [matrix.shape[1] for matrix in rows] == list(map(len, columns))
        if design == "paired":
            assert (rows[1] == 16 * rows[0]).all()
        for counter, matrix in zip(seen, rows, strict=True):
            counter.update(map(int, matrix.ravel().tolist()))
        return rows[0].sum(axis=1)

    blocks = list(drawn(sample, look, draws=2000, seed=11))
    assert sum(block.size for block in blocks) == 2000
    for counter, column in zip(seen, columns, strict=True):
        share = 1 / len(column)
        doubt = sqrt(share * (1 - share) * 2000 * len(column))
        assert all(abs(counter[value] - 2000) < 5 * doubt for value in column)


@pytest.mark.parametrize("make", [np.array, pd.Series, tuple])
def test_two_groups_may_be_arrays_or_columns_of_a_table(make: Any) -> None:
    x, y = [12, 15, 9, 14], [11, 8, 10, 7, 9]
    told = bootstrap_interval([x, y], "mean_difference")
    result = bootstrap_interval([make(x), make(y)], "mean_difference")
    assert (result.estimate, result.low, result.high) == (told.estimate, told.low, told.high)
