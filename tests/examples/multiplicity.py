"""Results of many looks at the same pupils."""

from __future__ import annotations

from collections.abc import Callable

from workbench import stats
from workbench.stats import Result

EXAMPLES: dict[str, Callable[[], Result]] = {
    "holm, three": lambda: stats.holm([0.01, 0.04, 0.03]),
    "holm, one": lambda: stats.holm([0.03]),
    "holm, a blank": lambda: stats.holm([0.012, None, 0.2, 0.0004]),
    "holm, none below": lambda: stats.holm([0.2, 0.7, 0.35]),
    "holm, all at one": lambda: stats.holm([1, 1]),
    "holm, nought": lambda: stats.holm([0.0, 0.5, 1e-9]),
    "holm, thirty at another cut-off": lambda: stats.holm([place / 900 for place in range(1, 31)], cut_off=0.01),
    "chance_of_a_false_alarm, 1 look": lambda: stats.chance_of_a_false_alarm(1),
    "chance_of_a_false_alarm, 3 looks": lambda: stats.chance_of_a_false_alarm(3),
    "chance_of_a_false_alarm, 20 looks": lambda: stats.chance_of_a_false_alarm(20),
    "chance_of_a_false_alarm, a thousand": lambda: stats.chance_of_a_false_alarm(1_000),
    "chance_of_a_false_alarm, strict": lambda: stats.chance_of_a_false_alarm(5, cut_off=0.001),
    "chance_of_a_false_alarm, very strict": lambda: stats.chance_of_a_false_alarm(2, cut_off=0.0001),
}
