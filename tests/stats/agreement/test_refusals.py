"""What may be given as ratings, and what each refusal says."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import numpy as np
import pandas as pd
import pytest

from workbench import stats
from workbench.errors import BadInput, NotEnoughData, UnknownOption

TABLE = [[1, 1, 2], [2, 2, 2], [3, None, 3], [1, 2, 1], [3, 3, 3]]


@pytest.mark.parametrize("compute", [stats.fleiss_kappa, stats.gwet_ac, stats.krippendorff_alpha, stats.percent_agreement])
def test_a_list_an_array_and_a_data_frame_give_the_same(compute: Any) -> None:
    floats = [[nan if value is None else float(value) for value in row] for row in TABLE]
    expected = compute(TABLE).estimate
    assert compute(np.array(floats)).estimate == expected
    assert compute(pd.DataFrame(floats)).estimate == expected
    labels = [[None if value is None else "abc"[value - 1] for value in row] for row in TABLE]
    assert compute(pd.DataFrame(labels, dtype=object)).estimate == expected
    assert compute(np.array(floats)).missing == 1


def test_a_pair_with_a_blank_half_is_left_out_whole_and_places_in_the_list_stay() -> None:
    result = stats.cohen_kappa([1, None, 2, 3, 2], [1, 2, 2, 2, None])
    assert (result.n, result.dropped, result.missing) == (3, 2, 2)
    assert result.disagreements == ((4, 3, 2),)
    assert stats.bland_altman([1, None, 2, 3, 2], [1, 2, 2, 9, None]).widest_place == 4


@pytest.mark.parametrize(
    ("ratings", "what"),
    [
        ([1, 2, 3], "A table has one list for each unit"),
        ([[1, 2], [1]], "Every unit needs a place for every rater"),
        ([[1, "a"], [2, "b"]], "all numbers or all labels"),
        ([["a", " "], ["b", "b"]], "all numbers or all labels"),
        ([[1, inf], [2, 2]], "cannot be counted as a number"),
        ([[1, 2j], [2, 2]], "cannot be counted as a number"),
        ([[True, False], [True, True]], "cannot be counted as a number"),
        ("abc", "A table has one list for each unit"),
    ],
)
def test_odd_tables_are_refused_in_words(ratings: Any, what: str) -> None:
    for compute in (stats.fleiss_kappa, stats.gwet_ac, stats.krippendorff_alpha, stats.percent_agreement):
        with pytest.raises(BadInput, match=what):
            compute(ratings)


def test_too_little_is_said_to_be_too_little() -> None:
    for compute in (stats.fleiss_kappa, stats.gwet_ac, stats.krippendorff_alpha):
        with pytest.raises(NotEnoughData, match="2 units with two ratings"):
            compute([[1, 2], [None, 2], [2, None]])
        with pytest.raises(NotEnoughData, match="at least 2 units"):
            compute([[1, 2]])
    with pytest.raises(NotEnoughData, match="at least 2 units that every rater rated"):
        stats.cohen_kappa([1, None], [1, 2])
    with pytest.raises(NotEnoughData, match="at least 1 unit that every rater rated"):
        stats.percent_agreement([], [])
    with pytest.raises(NotEnoughData, match="at least 2 units"):
        stats.intraclass_correlation([[1, 2], [None, 4]])
    with pytest.raises(NotEnoughData, match="at least 2 pupils"):
        stats.bland_altman([1], [2])


def test_options_that_do_not_exist_list_those_that_do() -> None:
    with pytest.raises(UnknownOption, match="linear, quadratic"):
        stats.cohen_kappa([1, 2], [2, 2], weights="cubic")
    with pytest.raises(UnknownOption, match="icc1, icc2, icc3, icc1k, icc2k, icc3k"):
        stats.intraclass_correlation(TABLE, model="icc4")
    with pytest.raises(UnknownOption, match="nominal, ordinal, interval, ratio"):
        stats.krippendorff_alpha(TABLE, "binary")
    with pytest.raises(BadInput, match=r"Write level=0\.95"):
        stats.cohen_kappa([1, 2], [2, 2], level=95)
    with pytest.raises(BadInput, match=r"Write level=0\.95"):
        stats.krippendorff_alpha(TABLE, confidence=95)


def test_a_rating_off_the_rubric_and_a_rubric_that_is_none_are_refused() -> None:
    with pytest.raises(BadInput, match=r"row 2, rater 1.*not one of the levels.*Seen: 7.*Allowed: 1, 2, 3"):
        stats.cohen_kappa([1, 7], [2, 2], levels=[1, 2, 3])
    for levels in ([1], [1, 1, 2], [1, "b"], [1, None]):
        with pytest.raises(BadInput, match="levels"):
            stats.cohen_kappa([1, 2], [2, 2], levels=levels)


def test_labels_have_no_distances_and_ratios_no_negatives() -> None:
    with pytest.raises(BadInput, match="Labels have no distances"):
        stats.krippendorff_alpha([["a", "b"], ["b", "b"]], "interval", levels=["a", "b"])
    with pytest.raises(BadInput, match="order of these labels"):
        stats.krippendorff_alpha([["a", "b"], ["b", "b"]], "ordinal")
    for ratings in ([[-1, 2], [2, 2]], [[-1.5, 2], [2, 2]]):
        with pytest.raises(BadInput, match="A ratio scale starts at 0"):
            stats.krippendorff_alpha(ratings, "ratio")


def test_the_six_forms_go_by_either_name() -> None:
    for model, form in (("icc1", "ICC(1,1)"), ("ICC(2,1)", "ICC(2,1)"), ("icc3k", "ICC(3,k)"), ("ICC(2, k)", "ICC(2,k)")):
        assert stats.intraclass_correlation(TABLE, model=model).form == form


def test_the_quick_way_and_the_long_way_to_alpha_agree() -> None:
    for scale in ("nominal", "ordinal", "interval", "ratio"):
        quick = stats.krippendorff_alpha(TABLE, scale)
        slow = stats.krippendorff_alpha([[None if value is None else np.float32(value) for value in row] for row in TABLE], scale)
        assert quick.to_dict() == slow.to_dict()
    far = stats.krippendorff_alpha([[1000.5, 2000.5], [3000.5, 3000.5], [1.5, 1.5]], "interval")
    assert far.n == 3
