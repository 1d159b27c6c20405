"""Two groups and a yes or no: Fisher's exact test, and the odds ratio with the interval that matches it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from workbench.errors import NotEnoughData
from workbench.stats._binomial import SMALLEST_FLOAT, ends_that_match
from workbench.stats._columns import exact, read_choice, read_level
from workbench.stats._counts import Table, read_table
from workbench.stats._tables import Rows
from workbench.stats.proportion import _conditional as conditional
from workbench.stats.proportion._conditional import Conditional
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")


@dataclass(frozen=True, slots=True, kw_only=True)
class FisherExact(Result):
    """An estimate of the odds ratio and a test whose interval is the test turned inside out.

    Attributes:
        estimate: The conditional odds ratio: 0 or ``None`` where a box is empty (``undefined`` says why).
        low, high: The odds ratios that p allows; ``high`` is ``None`` where no odds ratio is too high.
        sample_odds_ratio: ad / bc, ``None`` where that divides by 0.
        table: The counts: two groups, each with yes and no.
        k_x, n_x, k_y, n_y: Yes and all in the first and in the second group.
        share_x, share_y: The two shares of yes.
        p: For the ``alternative`` asked for; for two sides the doubled one-sided p, which is the one the interval matches.
        p_minlike: Counts the tables that are no likelier than the one seen, as most programs do; no interval matches it.
        p_absolute: Counts the tables whose two shares are at least as far apart, either way.
        mid_p, mid_p_minlike: The table seen counts by half on its side: doubled, and by likelihood.
        smallest_p: The least p that these totals could ever give.
    """

    made_by = "fisher_exact({table}, alternative={alternative}, level={level})"

    estimate: float | None
    low: float | None
    high: float | None
    level: float | None
    table: Table
    k_x: int
    n_x: int
    k_y: int
    n_y: int
    share_x: float
    share_y: float
    sample_odds_ratio: float | None
    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_minlike: float
    p_absolute: float
    mid_p: float
    mid_p_minlike: float
    smallest_p: float
    undefined: str | None


def fisher_exact(table: Rows, *, alternative: str = "two_sided", level: float | None = 0.95) -> FisherExact:
    """Return Fisher's exact test of a table of two groups by yes and no.

    If the groups did not differ, the pupils who said yes could as well have been any of all the
    pupils: every table with the same totals is counted. An odds ratio lies inside the interval
    exactly when the doubled p for it is above 1 - level. It does not say what made the groups
    differ: they were made before you counted.

    Args:
        table: ``[[a, b], [c, d]]``: one row for each group, first yes and then no.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for more / fewer yes in the first
            group (the interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.

    Raises:
        BadInput: for another shape, or counts that are not whole numbers from 0.
        NotEnoughData: when a group has nobody in it.

    Reference:
        [1] Fisher (1935). The logic of inductive inference. J. R. Stat. Soc. 98, 39-82. [2] Cornfield
        (1956). A statistical problem arising from retrospective studies. Proc. 3rd Berkeley Symp. 4,
        135-148. [3] Fay (2010). Confidence intervals that match Fisher's exact or Blaker's exact
        tests. Biostatistics 11, 373-374.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(fisher_exact([[18, 10], [11, 16]]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        In the first group 18 of 28 (64%) said yes, in the second 11 of 27 (41%). The odds of yes were 2.6 times as
        high in the first; anything from 0.78 to 9.0 times fits these answers. If there were no difference, p =
        0.14.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    counts = read_table(table, rows="the groups", columns="yes and no")
    (a, b), (c, d) = counts
    for place, people in (("first", a + b), ("second", c + d)):
        if people == 0:
            raise NotEnoughData(
                "A group with nobody in it cannot be compared.",
                where="table",
                seen=f"0 pupils in the {place} group",
                allowed="1 pupil or more in each group",
                do="Give the share of the other group by share.",
            )
    tables = conditional.conditional(a, b, c, d)
    low, high = (None, None) if share is None else _interval(tables, share, alternative)
    total, sample = tables.total, None if b * c == 0 else a * d / (b * c)
    return FisherExact(
        n=a + b + c + d,
        missing=0,
        method="Fisher's exact test, two-sided p doubled; conditional odds ratio, first group over second, and its central interval",
        reference="Fisher (1935), J. R. Stat. Soc. 98, 39-82; Cornfield (1956), Proc. 3rd Berkeley Symp. 4, 135-148",
        estimate=_odds_ratio(tables),
        low=low,
        high=high,
        level=share,
        table=counts,
        k_x=a,
        n_x=a + b,
        k_y=c,
        n_y=c + d,
        share_x=a / (a + b),
        share_y=c / (c + d),
        sample_odds_ratio=sample,
        alternative=alternative,
        p=float(_p(tables, alternative)) or SMALLEST_FLOAT,
        p_greater=tables.at_least / total or SMALLEST_FLOAT,
        p_less=tables.at_most / total or SMALLEST_FLOAT,
        p_minlike=conditional.as_unlikely(tables.ways, tables.seen) / total or SMALLEST_FLOAT,
        p_absolute=conditional.as_far(tables, a + b, c + d, a + c) / total or SMALLEST_FLOAT,
        mid_p=min(1.0, (2 * min(tables.at_least, tables.at_most) - tables.ways[tables.seen]) / total or SMALLEST_FLOAT),
        mid_p_minlike=(2 * conditional.as_unlikely(tables.ways, tables.seen) - tables.ways[tables.seen]) / (2 * total) or SMALLEST_FLOAT,
        smallest_p=_smallest_p(tables, alternative),
        undefined=_undefined(tables),
    )


def _p(tables: Conditional, alternative: str) -> Fraction:
    either = min(tables.total, 2 * min(tables.at_least, tables.at_most))
    return Fraction({"two_sided": either, "greater": tables.at_least, "less": tables.at_most}[alternative], tables.total)


def _smallest_p(tables: Conditional, alternative: str) -> float:
    highest, lowest = tables.ways[-1], tables.ways[0]
    ways = {"two_sided": min(tables.total, 2 * min(highest, lowest)), "greater": highest, "less": lowest}[alternative]
    return ways / tables.total or SMALLEST_FLOAT


def _odds_ratio(tables: Conditional) -> float | None:
    if tables.seen == len(tables.ways) - 1:
        return None
    return 0.0 if tables.seen == 0 else tables.odds_with_mean()


def _undefined(tables: Conditional) -> str | None:
    if len(tables.ways) == 1:
        return "everyone gave the same answer, so every odds ratio fits alike"
    if tables.seen == len(tables.ways) - 1:
        return "a box of the table is empty, so no odds ratio is too high"
    return None


def _interval(tables: Conditional, share: float, alternative: str) -> tuple[float | None, float | None]:
    outside = 1 - exact(share)
    chance = float(outside / 2 if alternative == "two_sided" else outside)
    open_above = tables.seen == len(tables.ways) - 1
    low = 0.0 if tables.seen == 0 else tables.odds_with_tail(chance, upper=True)
    high = float("inf") if open_above else tables.odds_with_tail(chance, upper=False)
    inside = _p(tables, alternative) > outside
    ends = ends_that_match((low, high), 1.0, inside=inside, alternative=alternative, nearer_low=tables.at_least < tables.at_most)
    return ends[0], None if open_above else ends[1]
