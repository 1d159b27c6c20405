"""Cases that the library refuses with a reason are answered by none, in every family: never by an error, never by NaN."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from math import isnan
from pathlib import Path
from typing import Any

import pytest

ALIKE, ONE = [3, 3, 3], [3]
TWO_GROUPS: list[dict[str, Any]] = [{"x": x, "y": y} for x, y in ((ALIKE, ALIKE), (ALIKE, [4, 4]), (ONE, [4]), ([], [4, 5]))]
PAIRED: list[dict[str, Any]] = [{"pre": x, "post": y} for x, y in ((ALIKE, ALIKE), ([1, 2, 3], [2, 3, 4]), (ONE, [4]), ([], []))]
STUDY = {"pre": [1, 2, 5], "post": [2, 4, 4]}
REFUSED: dict[str, list[dict[str, Any]]] = {
    "two.t.x": TWO_GROUPS,
    "two.permutation.x": TWO_GROUPS,
    "two.mannwhitney.x": TWO_GROUPS,
    "two.effect.x": TWO_GROUPS,
    "two.degenerate.x": TWO_GROUPS,
    "two.ancova.x": [
        {"pre": [1, 2], "post": [2, 3], "group": [0, 1]},
        {"pre": [1, 2, 3], "post": [2, 3, 3], "group": [0, 0, 0]},
        {"pre": [1, 1, 1, 1], "post": [2, 3, 3, 4], "group": [0, 0, 1, 1]},
    ],
    "paired.t.x": PAIRED,
    "paired.signflip.x": PAIRED,
    "paired.signedrank.x": PAIRED,
    "paired.effect.x": PAIRED,
    "paired.degenerate.x": PAIRED,
    "kgroups.kruskal.x": [{"groups": [[1, 2]]}, {"groups": [[1], [2]]}, {"groups": [[2, 2], [2, 2]]}],
    "kgroups.friedman.x": [{"rows_are_pupils": [[1, 2, 3]]}, {"rows_are_pupils": [[2, 2], [3, 3]]}],
    "table2x2.x": [{"a_b_c_d": table} for table in ([0, 0, 0, 0], [0, 0, 3, 4], [3, 4, 0, 0], [0, 3, 0, 4], [5000, 4000, 3000, 6000])],
    "mcnemar.x": [{"both_yes__pre_yes_post_no__pre_no_post_yes__both_no": table} for table in ([0, 0, 0, 0], [3, 0, 0, 4])],
    "reliability.x": [{"items_by_pupil": rows} for rows in ([[1, 2]], [[1], [2]], [[1, 1], [1, 1]], [[None, 3], [1, None]])],
    "reliable_change.x": [{"pre": 3, "post": 4, "sd": sd, "r": r} for sd, r in ((0, 0.8), (2, 1.0), (2, -0.2))],
    "agreement.kappa.x": [{"rater_a": a, "rater_b": b} for a, b in (([2, 2], [2, 2]), ([], []), (["a", "b"], ["b", "a"]))],
    "agreement.multirater.x": [{"subjects_by_raters": rows} for rows in ([[2, 2], [2, 2]], [[2, None], [None, 2]], [[-1, 2], [2, 2]])],
    "agreement.icc.x": [{"targets_by_raters": rows} for rows in ([[2, 2], [2, 2]], [[2], [3]], [[2, None], [None, 2]])],
    "agreement.bland_altman.x": [{"a": [1], "b": [2]}, {"a": [1, 2], "b": [2, 3]}],
    "singlecase.overlap.x": [
        {"A": a, "B": b, "improvement": "increase"} for a, b in (([1], [2]), ([], [2, 3]), ([0, 0, 0], [0, 0, 0]), ([-1, -2, 0], [1, 2, 3]))
    ],
    "singlecase.randomization.x": [{"A": [1, 2], "B": [3], "min_phase_length": shortest} for shortest in (0, 1, 2, 5)],
    "singlecase.between_case.x": [
        {"case": [1] * 6 + [2] * 6, "time": [*range(6)] * 2, "treatment": [0, 0, 0, 1, 1, 1] * 2, "outcome": [1] * 12},
        {"case": [1] * 6, "time": [*range(6)], "treatment": [0, 0, 0, 1, 1, 1], "outcome": [1, 2, 1, 4, 5, 4]},
    ],
    "meta.x": [{"yi": y, "vi": v} for y, v in (([0.3], [0.1]), ([0.3, 0.3], [0.1, 0.1]), ([0.3, 0.5], [0.1, 0]), ([], []))],
    "meta.from_raw_paired.x": [
        {"studies": [{"pre": pre, "post": post}, STUDY]} for pre, post in ((ALIKE, [2, 3, 4]), ([1, 2, 3], [2, 3, 4]), ([1], [3]))
    ],
    "power.x": [{"type": "paired", "n": n, "d": d} for n, d in ((1, 0.5), (20, 0), (2, 0.5))] + [{"n1": 1, "n2": 1, "d": 0.5}],
    "replication.mean.x": [{"mean": 3, "sd": sd, "n": n, "n_replication": 3} for sd, n in ((0, 5), (1, 1))],
    "replication.d.x": [{"d": 0.5, "n1": 1, "n2": 1, "rep_n1": 1, "rep_n2": 1}],
    "bootstrap.x": [{"x": x, "statistic": asked} for x, asked in ((ONE, "mean"), ([], "mean"), (ALIKE, "median"), ([1, 2, 4], "range"))],
}


def _adapter() -> Any:
    spec = importlib.util.spec_from_file_location("oracle_adapter_for_refused", Path(__file__).with_name("adapter.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ADAPTER = _adapter()


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from _numbers(each)
    elif isinstance(value, float):
        yield value


@pytest.mark.parametrize(("name", "inputs"), [(name, inputs) for name, cases in REFUSED.items() for inputs in cases])
def test_a_refused_case_is_answered_by_none_and_no_error(name: str, inputs: dict[str, Any]) -> None:
    answered = ADAPTER.answer({"id": name, "inputs": inputs})
    assert answered
    assert not any(map(isnan, _numbers(list(answered.values()))))


def test_an_interval_without_any_end_is_none_where_a_spread_is_nought() -> None:
    answered = ADAPTER.answer({"id": "paired.degenerate.x", "inputs": {"pre": [2, 4, 6, 8], "post": [4, 6, 8, 10]}})
    assert [answered[name] for name in ("ci_t", "ci", "ci90", "d_z_ci", "t", "p_t")] == [None] * 6


def test_agreement_on_one_level_is_whole_without_luck_and_undefined_with_it() -> None:
    answered = ADAPTER.answer({"id": "agreement.kappa.x", "inputs": {"rater_a": [2, 2, 2], "rater_b": [2, 2, 2], "levels": [1, 2, 3]}})
    assert (answered["percent_agreement"], answered["brennan_prediger"]) == (1, 1)
    assert (answered["kappa_unweighted"], answered["scott_pi"]) == (None, None)
