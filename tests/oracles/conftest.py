"""The oracle file that is in use, and the count that closes the run."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
KEY = "oracle outputs"


def oracle_file() -> Path:
    return Path(os.environ.get("WORKBENCH_ORACLES") or HERE / "public.json")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "oracle_case" in metafunc.fixturenames:
        cases: list[dict[str, Any]] = json.loads(oracle_file().read_text(encoding="utf-8"))
        metafunc.parametrize("oracle_case", cases, ids=[case["id"] for case in cases])


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> dict[str, int]:
    """Count a test's outputs; the count travels with the test's report, from a worker process too."""
    counted = {"answered": 0, "not offered": 0, "missed": 0}
    request.node.user_properties.append((KEY, counted))
    return counted


def pytest_terminal_summary(terminalreporter: Any) -> None:
    tally: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "teardown" or not hasattr(report, "user_properties"):
                continue
            for key, counted in report.user_properties:
                if key == KEY and report.when == "call":
                    tally.update(counted)
    if tally:
        terminalreporter.write_line(
            f"oracle outputs: {tally['answered']} answered, {tally['not offered']} not offered, {tally['missed']} missed"
        )
