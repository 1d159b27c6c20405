"""Results of combining classes and studies, from one to three hundred, ordinary and odd, and what a class shares."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result

FIVE = [0.42, 0.15, 0.61, -0.08, 0.33], [0.071, 0.066, 0.082, 0.075, 0.069]
THREE = [0.25, 0.55, 0.05], [0.08, 0.09, 0.07]
SIX_ALIKE = [0.3, 0.28, 0.35, 0.31, 0.26, 0.33], [0.06, 0.07, 0.05, 0.08, 0.06, 0.07]
TWO_PEAKS = [0.0, 0.001, 2.1, -1.4, 1.7], [1e-4, 1e-4, 0.3, 0.4, 0.3]
LABELS = ["your class", "Ms O's class", "Mr B's class", "Year 9, set 2", "Dr Featherstonehaugh's tutor group"]


def made(k: int) -> tuple[list[float], list[float]]:
    random = Random(k)
    variances = [round(random.uniform(0.02, 0.4), 3) for _ in range(k)]
    return [round(random.gauss(0.3, (0.05 + each) ** 0.5), 2) for each in variances], variances


def marks(n: int, seed: int, gain: float = 2.0) -> tuple[list[float], list[float]]:
    random = Random(seed)
    before = [float(min(40, max(0, round(random.gauss(20, 7))))) for _ in range(n)]
    return before, [min(40.0, max(0.0, mark + round(random.gauss(gain, 4)))) for mark in before]


def changes(k: int) -> list[stats.ChangeSummary]:
    sizes = [24, 15, 18, 27, 12]
    return [
        stats.change_summary(*marks(sizes[place % 5], place, gain=(3, 1, 2, -1, 4)[place % 5]), label=LABELS[place] if k <= 5 else "")
        for place in range(k)
    ]


def differences(k: int) -> list[stats.DifferenceSummary]:
    return [stats.difference_summary(marks(14 + place, place)[1], marks(16, place + 90)[0], label=LABELS[place]) for place in range(k)]


EXAMPLES: dict[str, Callable[[], Result]] = {
    "combine, a blank": lambda: stats.combine([0.2, None, 0.5, 0.1], [0.1, 0.2, 0.1, 0.3]),
    "combine, all alike": lambda: stats.combine([0.3, 0.3, 0.3], [0.1, 0.2, 0.1], each="class"),
    "combine, all at zero": lambda: stats.combine([0, 0, 0, 0], [0.1, 0.2, 0.1, 0.3]),
    "combine, closer than luck": lambda: stats.combine(*SIX_ALIKE),
    "combine, far apart": lambda: stats.combine([-40, 0.0, 60, 31], [1e-3, 1e-3, 2e-3, 1e-3]),
    "combine, fixed": lambda: stats.combine(*FIVE, method="fixed", interval="normal", level=0.8, each="school"),
    "combine, labels": lambda: stats.combine(*FIVE, labels=LABELS, each="class"),
    "combine, one": lambda: stats.combine([0.4], [0.1], method="fixed", interval="normal"),
    "combine, two": lambda: stats.combine([0.4, -0.1], [0.1, 0.1], each="group"),
    "combine, two peaks": lambda: stats.combine(*TWO_PEAKS, method="ML"),
    "combine_summaries, differences": lambda: stats.combine_summaries(differences(4), each="school"),
    "combine_summaries, standardised": lambda: stats.combine_summaries(changes(5), measure="standardised", prediction="HK"),
    "combine_summaries, standardised differences": lambda: stats.combine_summaries(differences(3), measure="standardised"),
    "combine_summaries, three": lambda: stats.combine_summaries(changes(3)),
    "combine_summaries, twelve": lambda: stats.combine_summaries(changes(12), interval="hartung_knapp_adhoc"),
    "combine_summaries, two, one lost": lambda: stats.combine_summaries([changes(5)[0], changes(5)[3]]),
    "change_summary": lambda: stats.change_summary(*marks(24, 1), label="Ms O's class"),
    "change_summary, a blank, no label": lambda: stats.change_summary([*marks(24, 1)[0], None], [*marks(24, 1)[1], 3], level=0.8),
    "change_summary, a loss": lambda: stats.change_summary(*reversed(marks(28, 1)), label="Year 7"),
    "difference_summary": lambda: stats.difference_summary(marks(28, 2)[1], marks(27, 3)[0], label="Year 7"),
    "difference_summary, behind": lambda: stats.difference_summary(marks(28, 3)[0], marks(27, 2)[1]),
    "leave_one_out, two": lambda: stats.leave_one_out([0.4, -0.1], [0.1, 0.1], each="class"),
    "leave_one_out, all alike": lambda: stats.leave_one_out([0.3, 0.3, 0.3], [0.1, 0.2, 0.1]),
    "leave_one_out, labels": lambda: stats.leave_one_out(*FIVE, labels=LABELS, each="class", method="DL", interval="normal"),
    "cumulative, two": lambda: stats.cumulative([0.4, -0.1], [0.1, 0.1]),
    "cumulative, labels": lambda: stats.cumulative(*FIVE, labels=LABELS, each="class", interval="normal"),
} | {
    f"{name}, {k} studies": (lambda make=make, k=k: make(*made(k)))
    for k in (3, 12, 28, 300)
    for name, make in (("combine", stats.combine), ("leave_one_out", stats.leave_one_out), ("cumulative", stats.cumulative))
}
