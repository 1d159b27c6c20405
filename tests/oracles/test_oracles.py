"""Every case of the oracle file, one test each. A missed or out-of-tolerance output fails."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any


def _load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"oracle_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


adapter = _load("adapter")


def agrees(value: Any, reference: Any, tolerance: dict[str, float]) -> bool:
    if reference is None:
        return value is None
    if isinstance(reference, list):
        return (
            isinstance(value, (list, tuple))
            and len(value) == len(reference)
            and all(agrees(one, other, tolerance) for one, other in zip(value, reference, strict=True))
        )
    if value is None or isinstance(value, (str, list, tuple)):
        return value == reference
    expected = float(reference)
    if expected in {float("inf"), float("-inf")}:
        return float(value) == expected
    return abs(float(value) - expected) <= max(tolerance.get("abs", 0), tolerance.get("rel", 0) * abs(expected))


def test_the_library_agrees_with_the_oracle(oracle_case: dict[str, Any], tally: dict[str, int]) -> None:
    answered = adapter.answer(oracle_case)
    wrong = {}
    for name, reference in oracle_case["outputs"].items():
        if name in adapter.NOT_OFFERED:
            tally["not offered"] += 1
        elif name not in answered:
            wrong[name] = ("no answer", reference)
        elif not agrees(answered[name], reference, oracle_case["tolerance"].get(name, {"rel": 1e-9, "abs": 1e-12})):
            wrong[name] = (answered[name], reference)
        else:
            tally["answered"] += 1
    tally["missed"] += len(wrong)
    assert not wrong, f"{oracle_case['id']}: (ours, oracle's) {wrong}"


def test_each_reason_for_leaving_an_output_out_is_a_sentence() -> None:
    assert all(len(reason.split()) > 4 for reason in adapter.NOT_OFFERED.values())


def test_a_number_where_the_oracle_has_none_is_not_taken_for_agreement() -> None:
    assert not agrees(0.0, None, {"rel": 1, "abs": 1})
    assert not agrees(None, 0.0, {"rel": 1, "abs": 1})
    assert not agrees([1.0], [1.0, 2.0], {"rel": 1, "abs": 1})


def test_the_page_of_what_was_checked_is_as_the_oracle_file_makes_it() -> None:
    page = _load("checked_against")
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "run: make checked-against"
