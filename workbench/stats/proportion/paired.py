"""The same pupils asked twice: who changed from no to yes, and who from yes to no."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, sqrt

from workbench.stats import _binomial as binomial
from workbench.stats._columns import read_choice, read_level
from workbench.stats._counts import Table, read_table
from workbench.stats._tables import Rows
from workbench.stats.result import Result

ALTERNATIVES = ("two_sided", "greater", "less")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedShares(Result):
    """An estimate and McNemar's exact test, whose interval is the test turned inside out.

    Attributes:
        estimate: Of those who changed, the share who changed to yes; one half is no change.
            ``None`` when nobody changed (``undefined`` says so).
        low, high: Clopper and Pearson's interval of that share, which matches ``p``.
        both_yes, to_no, to_yes, both_no: The four counts.
        changed: ``to_no + to_yes``.
        yes_before, yes_after: How many said yes; ``share_before`` and ``share_after`` are their shares.
        difference: Share after minus share before.
        difference_low, difference_high: Agresti and Min's interval of it, which belongs to no p here.
        odds_ratio: ``to_yes / to_no``; ``None`` where that divides by 0.
        odds_ratio_low, odds_ratio_high: The ends ``low`` and ``high`` as odds; ``None`` above where there is no end.
        mid_p: Doubled, at most 1. ``mid_p_published`` is the same but where as many changed either
            way: there the published formula takes the chance of that one split off 1.
    """

    made_by = "paired_shares({table}, alternative={alternative}, level={level})"

    estimate: float | None
    low: float | None
    high: float | None
    level: float | None
    table: Table
    both_yes: int
    to_no: int
    to_yes: int
    both_no: int
    changed: int
    yes_before: int
    yes_after: int
    share_before: float
    share_after: float
    difference: float
    difference_low: float | None
    difference_high: float | None
    odds_ratio: float | None
    odds_ratio_low: float | None
    odds_ratio_high: float | None
    alternative: str
    p: float
    p_greater: float
    p_less: float
    p_absolute: float
    mid_p: float
    mid_p_published: float
    smallest_p: float
    undefined: str | None


def paired_shares(table: Rows, *, alternative: str = "two_sided", level: float | None = 0.95) -> PairedShares:
    """Return McNemar's exact test of the same pupils' yes or no on two occasions.

    Only those who changed can tell of a change: if nothing had changed, each of them could as well
    have gone the other way. One group asked twice can show a change, not its cause.

    Args:
        table: ``[[yes both times, yes then no], [no then yes, no both times]]``: one row for each
            answer before, one column for each answer after.
        alternative: ``"two_sided"``, or ``"greater"`` / ``"less"`` for more / fewer yes after (the
            interval then has one end).
        level: Between 0 and 1; ``None`` gives the p alone.

    Raises:
        BadInput: for another shape, or counts that are not whole numbers from 0.
        NotEnoughData: when all counts are 0.

    Reference:
        [1] McNemar (1947). Note on the sampling error of the difference between correlated proportions
        or percentages. Psychometrika 12, 153-157. [2] Fagerland, Lydersen & Laake (2013). The McNemar
        test for binary matched-pairs data: mid-p and asymptotic are better than exact conditional. BMC
        Med. Res. Methodol. 13, 91. [3] Agresti & Min (2005). Simple improved confidence intervals for
        comparing matched proportions. Stat. Med. 24, 729-740.

    Example:
        >>> from workbench.words.say import say
        >>> print(say(paired_shares([[15, 2], [9, 10]]), form="short"))  # doctest: +NORMALIZE_WHITESPACE
        Of 36 pupils, 17 said yes before and 24 after: 9 changed to yes and 2 changed to no. Of those who changed,
        82% changed to yes; anything from 48% to 98% fits these answers. If nothing had changed, p = 0.065.
    """
    read_choice(alternative, "alternative", ALTERNATIVES)
    share = None if level is None else read_level(level)
    counts = read_table(table, rows="yes and no before", columns="yes and no after")
    (both_yes, to_no), (to_yes, both_no) = counts
    n, changed = both_yes + to_no + to_yes + both_no, to_no + to_yes
    test = binomial.sign_test(to_yes, to_no, alternative=alternative, level=share)
    either = binomial.sign_test(to_yes, to_no, alternative="two_sided", level=None)
    wald = (None, None) if share is None else _agresti_min(to_no, to_yes, n, share)
    return PairedShares(
        n=n,
        missing=0,
        method="McNemar's exact test, two-sided p doubled; Clopper-Pearson interval of the share of changes that were to yes",
        reference="McNemar (1947), Psychometrika 12, 153-157; Fagerland, Lydersen & Laake (2013), BMC Med. Res. Methodol. 13, 91",
        estimate=to_yes / changed if changed else None,
        low=test.low,
        high=test.high,
        level=share,
        table=counts,
        both_yes=both_yes,
        to_no=to_no,
        to_yes=to_yes,
        both_no=both_no,
        changed=changed,
        yes_before=both_yes + to_no,
        yes_after=both_yes + to_yes,
        share_before=(both_yes + to_no) / n,
        share_after=(both_yes + to_yes) / n,
        difference=(to_yes - to_no) / n,
        difference_low=wald[0],
        difference_high=wald[1],
        odds_ratio=to_yes / to_no if to_no else None,
        odds_ratio_low=_odds(test.low),
        odds_ratio_high=_odds(test.high),
        alternative=alternative,
        p=test.p,
        p_greater=test.p_greater,
        p_less=test.p_less,
        p_absolute=either.p,
        mid_p=test.mid_p,
        mid_p_published=1 - comb(changed, to_no) / (1 << changed) if changed and to_no == to_yes else test.mid_p,
        smallest_p=test.smallest_p,
        undefined=None if changed else "nobody changed",
    )


def _odds(share: float | None) -> float | None:
    return None if share is None or share == 1 else share / (1 - share)


def _agresti_min(to_no: int, to_yes: int, n: int, level: float) -> tuple[float, float]:
    """Return Agresti and Min's interval: Wald's after half a pupil more in each of the four boxes."""
    more = n + 2
    difference = (to_yes - to_no) / more
    reach = binomial.z_for(level) * sqrt(to_no + to_yes + 1 - (to_yes - to_no) ** 2 / more) / more
    return max(-1.0, difference - reach), min(1.0, difference + reach)
