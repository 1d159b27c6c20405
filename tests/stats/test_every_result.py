"""What holds for every result and every public function of the library."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from workbench import stats
from workbench.stats import Result

PROMISED = """
    mean_change permutation_change signed_rank standardised_change rank_biserial_change reliable_change regression_to_the_mean
    mean_difference permutation_difference rank_sum hedges_g cohen_d glass_delta cliffs_delta probability_of_superiority adjusted_difference
    kruskal_wallis friedman jonckheere dunn
    share share_difference fisher_exact paired_shares
    shift distribution likert_difference
    pearson spearman kendall
    cronbach_alpha mcdonald_omega split_half item_analysis standard_error_of_measurement kr20
    percent_agreement cohen_kappa fleiss_kappa krippendorff_alpha gwet_ac intraclass_correlation bland_altman
    nap pnd pem pand ird tau tau_u baseline_corrected_tau log_response_ratio within_case_smd phase_randomisation between_case_smd
    bca_interval bootstrap_interval
    combine leave_one_out cumulative change_summary difference_summary
    power pupils_needed smallest_detectable expected_interval_width smallest_possible_p replication_interval
    holm chance_of_a_false_alarm
""".split()


def functions() -> list[str]:
    return [name for name in stats.__all__ if name[0].islower()]


def classes() -> list[type[Result]]:
    found = [getattr(stats, name) for name in stats.__all__]
    return [each for each in found if inspect.isclass(each) and issubclass(each, Result) and each is not Result]


@pytest.mark.parametrize("name", PROMISED)
def test_the_library_has_what_it_promises(name: str) -> None:
    assert name in stats.__all__
    assert callable(getattr(stats, name))


@pytest.mark.parametrize("name", functions())
def test_every_public_function_documents_itself(name: str) -> None:
    function = getattr(stats, name)
    text = inspect.getdoc(function) or ""
    assert all(f"{part}:" in text for part in ("Args", "Raises", "Example")), name
    assert "[1]" in text, f"{name} names no source"
    arguments = text.split("Args:")[1].split("Raises:")[0]
    for parameter in inspect.signature(function).parameters:
        assert f"{parameter}:" in arguments or f"{parameter}," in arguments, f"{name} does not document '{parameter}'"
    example = text.split("Example:")[1]
    assert f"{name}(" in example
    assert "say(" in example, f"{name}'s example does not end in its sentence"


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: kind.__name__)
def test_every_kind_of_result_is_an_estimate_a_test_or_a_table(kind: type[Result]) -> None:
    names = set(kind.__dataclass_fields__)
    assert kind.made_by, f"{kind.__name__} does not say which call makes it"
    assert ("estimate" in names) or {"p", "alternative", "smallest_p"} <= names or "rows" in names or "smallest_p" in names


def test_every_kind_of_result_has_an_example(every_example: dict[str, Callable[[], Result]]) -> None:
    shown = {type(make()) for make in every_example.values()}
    assert [kind.__name__ for kind in classes() if kind not in shown] == []


def obeys(result: Result) -> None:
    """Assert what every result owes: plain finite data, ends in order, a p that could have been."""
    plain: dict[str, Any] = result.to_dict()
    json.dumps(plain, allow_nan=False)
    assert result.n >= 0
    assert result.missing >= 0
    low, high = plain.get("low"), plain.get("high")
    if low is not None and high is not None:
        assert low <= high
    p = plain.get("p")
    if p is not None:
        assert 0 < p <= 1
        least = plain.get("smallest_p")
        assert least is None or (0 < least <= 1 and (p >= least * (1 - 1e-9) or plain.get("exact") is False))
    level = plain.get("level")
    assert level is None or isinstance(level, str) or 0 < level < 1


def test_every_result_is_plain_finite_data_and_cannot_be_changed(make_result: Callable[[], Result]) -> None:
    result = make_result()
    obeys(result)
    with pytest.raises(FrozenInstanceError):
        result.n = 0  # type: ignore[misc]


def test_the_same_call_gives_the_same_result(make_result: Callable[[], Result]) -> None:
    assert make_result() == make_result()
