"""Ours beside the peers, in one run: medians and their ratios.

    python benchmarks/statistics.py            the whole, about a minute
    python benchmarks/statistics.py --short    a glance, to see that it runs

Times on a shared machine wander; the ratio is what is compared. Each row says whether the two agree.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from time import perf_counter
from typing import Any

DRAWS = 9_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    work: str
    ours: float
    peer: float | None
    peer_name: str
    goal: str
    note: str


def made_class(n: int, *, top: int, seed: int) -> tuple[list[int], list[int]]:
    """Whole marks with ties, before and after."""
    random = Random(seed)
    before = [min(top, max(0, round(random.gauss(top / 2, top / 6)))) for _ in range(n)]
    return before, [min(top, max(0, mark + round(random.gauss(top / 25, top / 8)))) for mark in before]


def seconds(work: Callable[[], Any], *, repeats: int, inner: int) -> float:
    work()
    times = []
    for _ in range(repeats):
        start = perf_counter()
        for _ in range(inner):
            work()
        times.append((perf_counter() - start) / inner)
    return sorted(times)[len(times) // 2]


def paired_p(short: bool) -> Row:
    import numpy as np
    from scipy.stats import permutation_test

    from workbench.stats import permutation_change

    before, after = made_class(28, top=20, seed=28)
    changes = np.array(after) - np.array(before)

    def peer() -> Any:
        return permutation_test(
            (changes,),
            np.mean,
            permutation_type="samples",
            n_resamples=199 if short else DRAWS,
            vectorized=True,
            rng=np.random.default_rng(1),
        )

    exact = permutation_change(before, after, level=None)
    return Row(
        work="paired exact p, 28 pupils",
        ours=seconds(lambda: permutation_change(before, after, level=None), repeats=3 if short else 15, inner=20 if short else 2_000),
        peer=seconds(peer, repeats=1 if short else 9, inner=1),
        peer_name=f"scipy permutation_test, {199 if short else DRAWS:,} draws",
        goal="1,000 x and exact",
        note=f"exact p {exact.p:.6f}, scipy's {peer().pvalue:.6f}",
    )


def paired_interval(short: bool, *, n: int, top: int) -> Row:
    from workbench.stats import permutation_change

    before, after = made_class(n, top=top, seed=n)
    result = permutation_change(before, after)
    return Row(
        work=f"paired exact p with interval, {n} pupils, marks to {top}",
        ours=seconds(lambda: permutation_change(before, after), repeats=3 if short else 15, inner=1 if short else max(1, 3_000 // n**2)),
        peer=None,
        peer_name="none offers it",
        goal="1.5 ms at 28",
        note=f"{result.low:.4f} to {result.high:.4f}, exact"
        if result.exact and result.low is not None and result.high is not None
        else "drawn",
    )


def t_interval(short: bool) -> Row:
    import numpy as np
    from scipy.stats import ttest_rel

    from workbench.stats import mean_change

    before, after = made_class(28, top=20, seed=28)
    first, second = np.array(before), np.array(after)

    def peer() -> Any:
        result = ttest_rel(second, first)
        return result, result.confidence_interval(0.95)

    ours, theirs = mean_change(before, after), peer()
    same = abs((ours.p or 0) - theirs[0].pvalue) < 1e-12 and abs((ours.low or 0) - theirs[1].low) < 1e-9
    return Row(
        work="paired t with interval, 28 pupils",
        ours=seconds(lambda: mean_change(before, after), repeats=3 if short else 15, inner=5 if short else 300),
        peer=seconds(peer, repeats=3 if short else 15, inner=5 if short else 100),
        peer_name="scipy ttest_rel",
        goal="no slower",
        note="agree" if same else "DISAGREE",
    )


def first_p(short: bool) -> Row:
    """A fresh process that imports the library and asks for one p, less what bare Python takes."""

    def fresh(code: str) -> float:
        return seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True), repeats=1 if short else 9, inner=1)

    bare = fresh("pass")
    ours = fresh("import workbench.stats as s; s.permutation_change([3, 5, 2, 6, 4], [5, 6, 6, 9, 5])")
    peer = fresh("import scipy.stats")
    return Row(
        work="fresh process: import and a first p",
        ours=ours,
        peer=peer,
        peer_name="import scipy.stats",
        goal="200 ms",
        note=f"bare Python {bare * 1e3:.0f} ms",
    )


def rows(short: bool) -> list[Row]:
    return [
        paired_p(short),
        paired_interval(short, n=28, top=20),
        paired_interval(short, n=35, top=100),
        *([] if short else [paired_interval(short, n=118, top=40)]),
        t_interval(short),
        first_p(short),
    ]


def told(row: Row) -> str:
    peer = "" if row.peer is None else f"  {row.peer_name} {row.peer * 1e3:9.3f} ms  ratio {row.peer / row.ours:8.1f}"
    return f"{row.work:<52} ours {row.ours * 1e3:9.4f} ms{peer}  (goal {row.goal}; {row.note})"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="a glance, to see that it runs")
    for row in rows(parser.parse_args(arguments).short):
        print(told(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.path.pop(0)  # this folder: the file's own name would stand before the standard library's statistics
    raise SystemExit(main())
