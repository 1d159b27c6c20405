"""The traps that a careless library falls into when markers are compared."""

from __future__ import annotations

import pytest

from workbench.errors import BadInput, Undefined, UnknownOption
from workbench.stats import (
    cohen_kappa,
    fleiss_kappa,
    gwet_ac,
    intraclass_correlation,
    krippendorff_alpha,
    percent_agreement,
)

FIRST = [1, 1, 2, 2, 4, 4, 5, 5, 2, 4, 1, 5]
SECOND = [1, 2, 2, 4, 4, 5, 5, 5, 1, 4, 1, 4]


def test_trap_kappa_when_one_category_was_used_is_refused_with_its_reason_and_is_not_0_over_0() -> None:
    with pytest.raises(Undefined, match="luck alone would agree every time"):
        cohen_kappa([2, 2, 2], [2, 2, 2])
    with pytest.raises(Undefined, match="only 'secure'"):
        cohen_kappa(["secure"] * 4, ["secure"] * 4, levels=["emerging", "secure"])
    for compute in (fleiss_kappa, gwet_ac, krippendorff_alpha):
        with pytest.raises(Undefined, match="every rating is the same level"):
            compute([[3, 3, 3], [3, None, 3], [3, 3, 3]])
    assert percent_agreement([2, 2, 2], [2, 2, 2]).agreed == 3


def test_trap_a_marker_who_used_one_level_gives_kappa_0_without_a_range_to_believe() -> None:
    result = cohen_kappa([2] * 8, [2, 2, 2, 1, 2, 2, 3, 2])
    assert (result.estimate, result.low, result.high) == (0, 0, 0)
    assert result.null_z is None
    assert result.undefined is not None
    assert "goes beyond luck" in result.undefined


def test_trap_a_rubric_level_that_nobody_used_counts_in_the_weights() -> None:
    with_it = cohen_kappa(FIRST, SECOND, weights="linear", levels=[1, 2, 3, 4, 5])
    without = cohen_kappa(FIRST, SECOND, weights="linear", levels=[1, 2, 4, 5])
    assert with_it.estimate == pytest.approx(5 / 7, rel=1e-12)
    assert without.estimate == pytest.approx(2 / 3, rel=1e-12)


def test_trap_numbers_keep_their_distances_when_no_rubric_is_given() -> None:
    assert cohen_kappa(FIRST, SECOND, weights="linear").estimate == pytest.approx(5 / 7, rel=1e-12)
    words = {1: "working towards", 2: "emerging", 4: "secure", 5: "beyond"}
    with pytest.raises(BadInput, match="order of these labels is not known"):
        cohen_kappa([words[each] for each in FIRST], [words[each] for each in SECOND], weights="linear")


def test_trap_icc_2_k_of_33_is_refused_and_the_single_form_stays() -> None:
    result = intraclass_correlation([[2, 4], [4, 0], [1, 5], [0, 2], [5, 0]], model="ICC(2,k)")
    assert (result.estimate, result.low, result.high) == (None, None, None)
    assert result.undefined is not None
    assert "divides by 0 or less" in result.undefined
    assert all(row[1] is None or row[1] <= 1 for row in result.rows)
    assert all(row[1] is not None or row[4] for row in result.rows)


def test_trap_marks_that_are_all_the_same_have_no_intraclass_correlation() -> None:
    with pytest.raises(Undefined, match="every mark is the same"):
        intraclass_correlation([[5, 5, 5], [5, 5, 5], [5, 5, 5]])


def test_trap_markers_in_full_agreement_give_1_and_no_range_of_no_width() -> None:
    same = intraclass_correlation([[3, 3], [4, 4], [6, 6]])
    assert {row[1:] for row in same.rows} == {(1.0, None, None, "the markers gave every paper the same mark")}
    severe = intraclass_correlation([[3, 4], [4, 5], [6, 7]], model="icc3")
    assert (severe.estimate, severe.low) == (1.0, None)
    assert severe.rows[1][1] < 1  # type: ignore[operator]


def test_trap_the_level_of_measurement_is_not_the_level_of_confidence() -> None:
    ratings = [[1, 1], [2, 2], [3, 2], [3, 3], [1, 2]]
    assert krippendorff_alpha(ratings, level="ordinal") == krippendorff_alpha(ratings, "ordinal", confidence=0.95)
    assert krippendorff_alpha(ratings, "ordinal", confidence=0.8).level == 0.8
    with pytest.raises(UnknownOption, match=r"confidence=0\.95"):
        krippendorff_alpha(ratings, 0.95)  # type: ignore[arg-type]


def test_trap_alpha_of_three_raters_without_gaps_divides_by_two_and_not_by_one() -> None:
    # A well-known R function gives 0.4309 for these 30 patients and 6 raters, by dividing by 1.
    ratings = [[4] * 6, [2, 2, 2, 5, 5, 5], [2, 3, 3, 3, 3, 5], [5] * 6, [2, 2, 2, 4, 4, 4], [1, 1, 3, 3, 3, 3]]
    pairs = [(a, b) for row in ratings for i, a in enumerate(row) for j, b in enumerate(row) if i != j]
    values = [value for row in ratings for value in row]
    seen = sum(a != b for a, b in pairs) / 5 / len(values)
    luck = sum(a != b for i, a in enumerate(values) for j, b in enumerate(values) if i != j) / (len(values) * (len(values) - 1))
    assert krippendorff_alpha(ratings).estimate == pytest.approx(1 - seen / luck, rel=1e-12)


def test_trap_high_agreement_and_negative_kappa_are_told_with_what_luck_would_give() -> None:
    first, second = [1] * 95 + [2] * 5, [1] * 90 + [2] * 5 + [1] * 5
    kappa = cohen_kappa(first, second)
    assert kappa.estimate < 0
    assert (kappa.agreed, kappa.agreed_by_luck) == (90, 90.5)
    assert gwet_ac(list(zip(first, second, strict=True))).estimate > 0.88
