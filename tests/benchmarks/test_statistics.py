"""The benchmark runs and the compared numbers agree; no time is asserted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_short_form_runs_and_ours_agrees_with_the_peer() -> None:
    script = Path(__file__).parents[2] / "benchmarks" / "statistics.py"
    done = subprocess.run([sys.executable, str(script), "--short"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [line.split(" ours ")[0].strip() for line in done.stdout.splitlines()] == [
        "paired exact p, 28 pupils",
        "paired exact p with interval, 28 pupils, marks to 20",
        "paired exact p with interval, 35 pupils, marks to 100",
        "paired t with interval, 28 pupils",
        "fresh process: import and a first p",
    ]
    assert "DISAGREE" not in done.stdout
    assert done.stdout.count("ratio") == 3
