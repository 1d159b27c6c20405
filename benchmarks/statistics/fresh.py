"""What a fresh process takes: to import the library, and to give a first p."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from benchmarks.statistics.environments import STANDS, how_to_get, python_of, there

FIRST_P = "import workbench.stats as s; s.permutation_change([3, 5, 2, 6, 4], [5, 6, 6, 9, 5])"
FIRST_TWO = "import workbench.stats as s; s.permutation_difference([3, 5, 2, 6, 4], [5, 6, 6, 9, 5])"
FIRST_T = "import workbench.stats as s; s.mean_change([3, 5, 2, 6, 4], [5, 6, 6, 9, 5])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One process: the code, whose it is, the package whose import is timed, the goal in milliseconds, whether a glance has it."""

    name: str
    code: str
    owner: str = "ours"
    package: str | None = None
    most: float | None = None
    short: bool = False


STARTS = (
    Start(name="bare Python", code="pass", short=True),
    Start(name="import workbench", code="import workbench", package="workbench", most=60),
    Start(name="import workbench.stats", code="import workbench.stats", package="workbench", most=60, short=True),
    Start(name="the same and a first paired p, with interval", code=FIRST_P, package="workbench", most=200),
    Start(name="the same and a first two-group p, with interval", code=FIRST_TWO, package="workbench", most=200),
    Start(name="the same and a first t, with interval", code=FIRST_T, package="workbench"),
    Start(name="import numpy", code="import numpy", owner="numpy", package="numpy"),
    Start(name="import scipy.stats", code="import scipy.stats", owner="scipy", package="scipy"),
    Start(name="import statsmodels.api", code="import statsmodels.api", owner="statsmodels", package="statsmodels"),
    Start(name="import pingouin", code="import pingouin", owner="pingouin", package="pingouin"),
    Start(name="import dabest", code="import dabest", owner="dabest", package="dabest"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """How long the process took, and how much of that ``-X importtime`` lays to the package's import."""

    start: Start
    seconds: float | None
    importing: float | None = None
    absent: str | None = None


def fresh(*, short: bool) -> list[Started]:
    starts = [start for start in STARTS if start.short or not short]
    with tempfile.TemporaryDirectory() as folder:  # away from the checkout, whose folders would be importable
        able = [start for start in starts if there(STANDS[start.owner]) and _run(start, folder)]
        totals: dict[str, list[float]] = {start.name: [] for start in able}
        for _ in range(1 if short else 9):
            for start in able:
                begun = perf_counter()
                _run(start, folder)
                totals[start.name].append(perf_counter() - begun)
        return [
            Started(start=start, seconds=median(totals[start.name]), importing=_import_time(start, folder, rounds=1 if short else 5))
            if start in able
            else Started(start=start, seconds=None, absent=how_to_get(start.owner))
            for start in starts
        ]


def _run(start: Start, folder: str, *options: str) -> str | None:
    """Return what it said on the side (the import times, if asked for), or ``None`` when it stopped."""
    command = [python_of(STANDS[start.owner]), *options, "-c", start.code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return (done.stderr or " ") if done.returncode == 0 else None


def _import_time(start: Start, folder: str, *, rounds: int) -> float | None:
    if start.package is None:
        return None
    return median(_imported(_run(start, folder, "-X", "importtime") or "", start.package) for _ in range(rounds))


def _imported(told: str, package: str) -> float:
    """Return the seconds of the package's modules that nothing else imported, with all that they import."""
    total = 0
    for line in told.splitlines():
        cells = line.removeprefix("import time:").split("|")
        if len(cells) == 3 and cells[1].strip().isdigit() and cells[2][1:].split(".")[0] == package:
            total += int(cells[1])
    return total / 1e6
