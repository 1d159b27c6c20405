"""Results of shares and of tables of two by two, from three pupils to three hundred, ordinary and odd."""

from __future__ import annotations

from collections.abc import Callable

from workbench import stats
from workbench.stats import Result

TABLES = {
    "3 v 3": [[2, 1], [1, 2]],
    "class": [[18, 10], [11, 16]],
    "clear": [[9, 1], [3, 7]],
    "apart": [[10, 0], [0, 10]],
    "apart, the other way": [[0, 10], [10, 0]],
    "nobody": [[0, 10], [0, 20]],
    "one empty box": [[12, 0], [9, 5]],
    "one pupil each": [[1, 0], [0, 1]],
    "a year": [[120, 30], [97, 53]],
    "all alike": [[7, 7], [7, 7]],
}
ASKED_TWICE = {
    "class": [[15, 2], [9, 10]],
    "nobody changed": [[8, 0], [0, 12]],
    "one changed": [[8, 0], [1, 12]],
    "as many each way": [[5, 4], [4, 5]],
    "all to yes": [[8, 0], [9, 0]],
    "a year": [[94, 36], [80, 90]],
}
EXAMPLES: dict[str, Callable[[], Result]] = (
    {
        f"share, {k} of {n}": (lambda k=k, n=n: stats.share(k, n))
        for k, n in ((2, 3), (9, 12), (18, 28), (270, 300), (0, 5), (14, 14), (1, 1), (1, 300), (999, 1000))
    }
    | {
        f"share_difference, {name}": (lambda t=t: stats.share_difference(t[0][0], sum(t[0]), t[1][0], sum(t[1])))
        for name, t in TABLES.items()
    }
    | {f"fisher_exact, {name}": (lambda t=t: stats.fisher_exact(t)) for name, t in TABLES.items()}
    | {f"paired_shares, {name}": (lambda t=t: stats.paired_shares(t)) for name, t in ASKED_TWICE.items()}
    | {
        "share, at 80%": lambda: stats.share(9, 12, level=0.8),
        "share_difference, at 90%": lambda: stats.share_difference(9, 10, 3, 10, level=0.9),
        "fisher_exact, greater": lambda: stats.fisher_exact(TABLES["class"], alternative="greater"),
        "fisher_exact, less at 80%": lambda: stats.fisher_exact(TABLES["class"], alternative="less", level=0.8),
        "fisher_exact, p alone": lambda: stats.fisher_exact(TABLES["apart"], level=None),
        "paired_shares, less": lambda: stats.paired_shares(ASKED_TWICE["class"], alternative="less"),
        "paired_shares, greater at 80%": lambda: stats.paired_shares(ASKED_TWICE["class"], alternative="greater", level=0.8),
        "paired_shares, p alone": lambda: stats.paired_shares(ASKED_TWICE["class"], level=None),
    }
)
