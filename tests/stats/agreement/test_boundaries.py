"""Agreement at its edges: where a range stops being one, and where a sum crosses a bound."""

from __future__ import annotations

from typing import Any

import pytest

from workbench import stats
from workbench.errors import BadInput, Undefined


def test_an_intraclass_range_with_hardly_a_degree_of_freedom_is_said_to_be_none() -> None:
    result = stats.intraclass_correlation([[0, 2.5], [0, 2.5], [0.5, 2]])
    of_one_marker = next(row for row in result.rows if row[0] == "ICC(2,1)")
    assert of_one_marker[1] is not None
    assert of_one_marker[2:4] == (None, None)
    assert result.undefined is not None
    assert "no range" in result.undefined


def test_a_kappa_without_a_range_says_which_of_three_reasons_it_has() -> None:
    assert stats.cohen_kappa([1, 2, 3, 1], [1, 2, 3, 1]).undefined == "the two agreed on every one"
    assert stats.cohen_kappa([1, 2], [2, 1]).undefined == "the two differ in the same way throughout"
    for one, other in (([1, 2, 2], [2, 2, 2]), ([2, 2, 2], [1, 2, 2])):
        assert "gave the same level throughout" in str(stats.cohen_kappa(one, other).undefined)
    assert stats.cohen_kappa([1, 2, 2, 1], [2, 2, 1, 1]).undefined is None


def test_one_level_used_of_a_rubric_of_two_is_undefined_for_fleiss_and_full_agreement_for_gwet() -> None:
    alike = [[1, 1, 1], [1, 1, 1], [1, 1, 1]]
    with pytest.raises(Undefined):
        stats.fleiss_kappa(alike, levels=[1, 2])
    assert stats.gwet_ac(alike, levels=[1, 2]).estimate == 1


@pytest.mark.parametrize("compute", [stats.fleiss_kappa, stats.gwet_ac, stats.krippendorff_alpha])
def test_full_agreement_of_several_is_named_and_one_paper_apart_is_not(compute: Any) -> None:
    alike = [[1, 1], [2, 2], [3, 3], [1, 1], [2, 2], [3, 3]]
    assert compute(alike).undefined == "the markers agreed on every one"
    assert compute([*alike, [1, 2]]).undefined is None


def test_alpha_names_its_range_in_its_method_only_when_it_has_one() -> None:
    ratings = [[1, 1], [2, 2], [3, 2], [3, 3], [1, 1], [4, 4]]
    without, asked = stats.krippendorff_alpha(ratings, "ordinal", confidence=None), stats.krippendorff_alpha(ratings, "ordinal")
    assert (without.method, without.low, without.high) == ("Krippendorff's alpha, ordinal", None, None)
    assert asked.method.endswith("; t interval from the delete-one-unit jackknife")


def test_percent_agreement_is_the_share_in_hundreds_and_counts_its_raters() -> None:
    two, three = stats.percent_agreement([1, 2, 2, 3], [1, 2, 3, 3]), stats.percent_agreement([[1, 1, 1], [2, 2, 3], [1, 1, 2]])
    for result in (two, three):
        expected = tuple(100 * share for share in (result.estimate, result.low, result.high))
        assert (result.percent, result.percent_low, result.percent_high) == expected
    assert (two.percent, two.raters, three.raters) == (75, 2, 3)
    assert stats.percent_agreement([[1, 1, 1], [1, None, 2]]).raters == 3


def test_alpha_counts_the_papers_left_out_and_the_widest_gap_keeps_its_half_mark() -> None:
    result = stats.krippendorff_alpha([[1, 1], [2, 2], [3, 2], [None, 3], [None, None]], "nominal")
    assert (result.n, result.dropped, result.missing) == (3, 2, 3)
    assert stats.krippendorff_alpha([[1, 1], [2, 2]]).dropped == 0
    limits = stats.bland_altman([12.5, 9, 15, 7.5], [13, 8.5, 12.5, 8])
    assert (limits.widest_gap, limits.widest_place) == (2.5, 3)


def test_only_a_ratio_scale_must_not_go_below_0() -> None:
    ratings = [[-1, -1], [2, 2], [3, 2], [1, None], [3, 3]]
    for scale in ("nominal", "ordinal", "interval"):
        for levels in (None, [-1, 1, 2, 3]):
            assert stats.krippendorff_alpha(ratings, scale, levels=levels).n == 4
    for levels in (None, [-1, 1, 2, 3]):
        with pytest.raises(BadInput, match="A ratio scale starts at 0"):
            stats.krippendorff_alpha(ratings, "ratio", levels=levels)
    from_nought = [[one if one is None else one + 1 for one in row] for row in ratings]
    assert stats.krippendorff_alpha(from_nought, "ratio", levels=[0, 2, 3, 4]).n == 4
