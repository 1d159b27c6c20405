"""Results about one pupil measured many times: 3, 12, 28 and 300 observations, both ways of being better, and the odd ones."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from workbench import stats
from workbench.stats import Result

DOCUMENTED = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
RISING = ([3, 4, 5, 6, 7, 8], [9, 9, 10, 11, 10, 12, 12])
TALKING_OUT = ([8.07, 21.86, 19.6, 20.98, 17.75], [9.96, 4.02, 10.8, 9.57, 0.04, 5.57, 24.52])


def series(n: int) -> tuple[list[float], list[float]]:
    """Return n observations, two fifths of them before."""
    random = Random(n)
    before = max(1, n * 2 // 5) if n > 6 else 3
    values = [float(min(40, max(0, round(random.gauss(18 + 6 * (at >= before), 5))))) for at in range(max(n, 6))]
    return values[:before], values[before:]


def pupils(n_cases: int, sessions: int) -> tuple[list[str], list[int], list[int], list[float]]:
    """Return the long columns of several pupils who began one after another."""
    random = Random(n_cases * sessions)
    case, time, phase, outcome = [], [], [], []
    for who in range(n_cases):
        own, start = random.gauss(12, 2), 3 + who * (sessions - 5) // n_cases
        for at in range(1, sessions + 1):
            case.append(f"P{who + 1}")
            time.append(at)
            phase.append(int(at > start))
            outcome.append(float(round(own + 4 * (at > start) + random.gauss(0, 2))))
    return case, time, phase, outcome


def randomised(n: int, **options: str) -> Result:
    before, after = series(n)
    phases = ["A"] * len(before) + ["B"] * len(after)
    shortest = min(3, len(before))
    return stats.phase_randomisation([*before, *after], phases, range(shortest + 1, len(phases) - shortest + 2), **options)  # type: ignore[arg-type]


COMPARE: dict[str, Callable[..., Result]] = {
    "nap": stats.nap,
    "tau": stats.tau,
    "tau_u": stats.tau_u,
    "pnd": stats.pnd,
    "pem": stats.pem,
    "pand": stats.pand,
    "ird": stats.ird,
    "baseline_corrected_tau": stats.baseline_corrected_tau,
    "within_case_smd": stats.within_case_smd,
    "log_response_ratio": stats.log_response_ratio,
}
WIDE = ("nap", "baseline_corrected_tau")
VARIANTS = ("a_b", "a_b_plus_b", "a_b_plus_b_minus_a", "a_b_minus_a_all_pairs", "a_b_minus_a_tau_b")

EXAMPLES: dict[str, Callable[[], Result]] = (
    {f"{name}, 12 observations": (lambda make=make: make(*series(12))) for name, make in COMPARE.items()}
    | {f"{name}, {n} observations": (lambda name=name, n=n: COMPARE[name](*series(n))) for n in (6, 28, 300) for name in WIDE}
    | {f"{name}, less is better": (lambda make=make: make(*TALKING_OUT, improvement="decrease")) for name, make in COMPARE.items()}
    | {f"{name}, rising before": (lambda name=name: COMPARE[name](*RISING)) for name in (*WIDE, "tau")}
    | {f"tau_u, {variant}": (lambda variant=variant: stats.tau_u(*DOCUMENTED, variant=variant)) for variant in VARIANTS}
    | {
        "nap, a short phase before": lambda: stats.nap([3, 5], [4, 6, 5, 7, 6, 8, 7, 9, 6, 8, 7, 9, 8, 7]),
        "nap, one pair": lambda: stats.nap([3], [5]),
        "nap, a blank and level 0.8": lambda: stats.nap([3, None, 4, 2, 5], [5, 6, None, 4], level=0.8),
        "nap, all alike": lambda: stats.nap([4, 4, 4], [4, 4, 4]),
        "nap, all worse": lambda: stats.nap([7, 8, 9], [1, 2, 3]),
        "tau, all better": lambda: stats.tau([1, 2, 3], [7, 8, 9]),
        "tau_u, all alike": lambda: stats.tau_u([4, 4, 4], [4, 4, 4]),
        "pnd, one before and one after": lambda: stats.pnd([3], [5]),
        "pem, on the middle": lambda: stats.pem([2, 1, 3, 2, 2], [3, 4, 2, 5]),
        "pand, no overlap": lambda: stats.pand([1, 2], [3, 4, 5]),
        "ird, unequal phases and worse": lambda: stats.ird([5, 6], [1, 2, 3, 4, 1, 2]),
        "baseline_corrected_tau, always": lambda: stats.baseline_corrected_tau(*DOCUMENTED, correct="always", denominator="pairs"),
        "baseline_corrected_tau, pairs": lambda: stats.baseline_corrected_tau(*DOCUMENTED, denominator="pairs", level=0.9),
        "baseline_corrected_tau, level before": lambda: stats.baseline_corrected_tau([4, 4, 4], [5, 6, 7], correct="always"),
        "baseline_corrected_tau, nothing left": lambda: stats.baseline_corrected_tau([1, 2, 3], [4, 5, 6]),
        "log_response_ratio, zeros in a count": lambda: stats.log_response_ratio([0, 0, 0], [2, 3, 1], scale="count"),
        "log_response_ratio, nothing varies": lambda: stats.log_response_ratio([2, 2, 2], [4, 4, 4]),
        "log_response_ratio, a share turned round": lambda: stats.log_response_ratio(
            [40, 50, 45], [70, 80, 75], sign="lrrd", scale="percentage"
        ),
        "within_case_smd, no difference": lambda: stats.within_case_smd([4, 5, 6], [4, 5, 6]),
        "within_case_smd, pooled": lambda: stats.within_case_smd(*DOCUMENTED, by="pooled_sd", level=0.8),
        "phase_randomisation, 6 observations": lambda: randomised(6),
        "phase_randomisation, 12 observations": lambda: randomised(12, alternative="greater"),
        "phase_randomisation, 28 observations": lambda: randomised(28, alternative="less", improvement="decrease"),
        "phase_randomisation, 300 observations": lambda: randomised(300),
        "phase_randomisation, by pairs": lambda: randomised(28, statistic="nap", alternative="greater"),
        "phase_randomisation, by the middle": lambda: randomised(12, statistic="median_difference"),
        "phase_randomisation, all alike": lambda: stats.phase_randomisation([3] * 8, [0] * 4 + [1] * 4, [4, 5, 6]),
        "phase_randomisation, own statistic": lambda: stats.phase_randomisation(
            [3, 4, 2, None, 6, 7, 5, 8], [0] * 4 + [1] * 4, [4, 5, 6], statistic=lambda before, after: min(after) - max(before)
        ),
        "between_case_smd, 3 pupils": lambda: stats.between_case_smd(*pupils(3, 12)),
        "between_case_smd, 12 pupils": lambda: stats.between_case_smd(*pupils(12, 20)),
        "between_case_smd, by model": lambda: stats.between_case_smd(*pupils(6, 16), method="reml"),
        "between_case_smd, 28 pupils": lambda: stats.between_case_smd(*pupils(28, 12), improvement="decrease", level=0.9),
    }
)
