"""Plans from two pupils to three hundred, one group or two, and where a repeat could land."""

from __future__ import annotations

from collections.abc import Callable

from workbench import stats
from workbench.stats import Result

EXAMPLES: dict[str, Callable[[], Result]] = (
    {
        f"{name}, {n} pupils, {design}": (lambda make=make, design=design, n=n: make(design, n))
        for n, design in ((3, "paired"), (12, "paired"), (28, "two_groups"), (300, "paired"), (300, "two_groups"))
        for name, make in (
            ("expected_interval_width", stats.expected_interval_width),
            ("smallest_possible_p", stats.smallest_possible_p),
            ("power", lambda design, n: stats.power(design, n, 0.5)),
            ("smallest_detectable", stats.smallest_detectable),
        )
    }
    | {
        f"pupils_needed, {effect}, {design}": (lambda design=design, effect=effect: stats.pupils_needed(design, effect))
        for effect, design in ((0.1, "paired"), (0.5, "two_groups"), (0.9, "paired"), (3, "two_groups"))
    }
    | {
        "expected_interval_width, in marks": lambda: stats.expected_interval_width("paired", 12, sd=3.3),
        "expected_interval_width, two pupils, level 0.8": lambda: stats.expected_interval_width("paired", 2, level=0.8),
        "expected_interval_width, unequal groups in marks": lambda: stats.expected_interval_width("two_groups", (12, 15), sd=6),
        "smallest_possible_p, one pupil": lambda: stats.smallest_possible_p("paired", 1),
        "smallest_possible_p, one against five, greater": lambda: stats.smallest_possible_p("two_groups", (1, 5), alternative="greater"),
        "smallest_possible_p, ranks of unequal groups": lambda: stats.smallest_possible_p("rank_sum", (12, 15)),
        "smallest_possible_p, signed ranks": lambda: stats.smallest_possible_p("signed_rank", 5),
        "smallest_possible_p, a correlation of four": lambda: stats.smallest_possible_p("correlation", 4),
        "smallest_possible_p, a correlation of seven": lambda: stats.smallest_possible_p("correlation", 7),
        "power, nine tenths of a spread": lambda: stats.power("paired", 12, 0.9),
        "power, in marks": lambda: stats.power("two_groups", (12, 15), 3, sd=6.5),
        "power, no change": lambda: stats.power("paired", 12, 0),
        "power, a change that cannot be missed": lambda: stats.power("paired", 28, 4),
        "power, a gain looked for as a loss": lambda: stats.power("paired", 12, 0.8, alternative="less"),
        "power, only gains": lambda: stats.power("paired", 12, 0.4, alternative="greater", alpha=0.1),
        "power, first group lower": lambda: stats.power("two_groups", (8, 11), -0.75, alternative="less"),
        "power, two pupils": lambda: stats.power("paired", 2, 1),
        "pupils_needed, in marks, 0.9 of the time": lambda: stats.pupils_needed("paired", 1.5, 0.9, sd=3.3),
        "pupils_needed, losses": lambda: stats.pupils_needed("paired", -0.6, 0.85, alternative="less"),
        "smallest_detectable, in marks": lambda: stats.smallest_detectable("two_groups", (12, 15), sd=6),
        "smallest_detectable, losses": lambda: stats.smallest_detectable("paired", 12, 0.9, alternative="less", alpha=0.01),
        "smallest_detectable, two pupils": lambda: stats.smallest_detectable("paired", 2),
        "replication_interval, a mean": lambda: stats.replication_interval(1.3, 28, sd=2.9),
        "replication_interval, three pupils": lambda: stats.replication_interval(2.5, 3, 3, sd=1.5),
        "replication_interval, three hundred": lambda: stats.replication_interval(2.5, 300, 28, sd=5),
        "replication_interval, one more pupil": lambda: stats.replication_interval(20.5, 12, 1, sd=4),
        "replication_interval, what the repeat gave": lambda: stats.replication_interval(3.2, 12, 15, sd=4, found=1.1),
        "replication_interval, a repeat outside": lambda: stats.replication_interval(3.2, 12, 15, sd=4, found=9.5),
        "replication_interval, a difference, level 0.8": lambda: stats.replication_interval(-2.1, (12, 14), (9, 30), sd=5, level=0.8),
        "power, one mark": lambda: stats.power("paired", 12, 1, sd=2),
        "replication_interval, d": lambda: stats.replication_interval(0.65, (28, 27), (26, 25)),
        "replication_interval, d of changes": lambda: stats.replication_interval(0.4, 12, 28, found=0.1),
    }
)
