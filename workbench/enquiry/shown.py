"""What a report may show of one analysis: the same numbers, less what would tell of single pupils."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from workbench.enquiry.analysis import Analysed
from workbench.enquiry.plan import Measure
from workbench.enquiry.small_numbers import Floors, GroupShown, Odds, SplitShown, group_may_be_shown, group_shown, odds_shown, split_shown

if TYPE_CHECKING:
    from workbench.stats import MeanChange, PermutationChange, RegressionToTheMean, StandardisedChange

Withheld = Literal["", "too_few", "all_alike", "not_computed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """Averages of a group, in marks; ``digits`` says to how many decimals they may be printed."""

    estimate: float
    low: float | None
    high: float | None
    level: float
    mean_before: float
    mean_after: float
    digits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisShown:
    """One analysis as far as it may be printed; when ``withheld`` is not empty only the reason is."""

    measure: Measure
    label: str
    invented: bool
    withheld: Withheld
    reason: str = ""
    group: GroupShown | None = None
    change: ChangeShown | None = None
    split: SplitShown | None = None
    odds: Odds | None = None
    standardised: tuple[float, float, float] | None = None
    drift: tuple[float, float] | None = None


def show_analysis(analysed: Analysed, told: Iterable[int], floors: Floors) -> AnalysisShown:
    """Return what may be printed of one analysis.

    Withheld as a whole: a group below the floor, and a group of pupils so alike that an average is
    each pupil's own mark or change. Where only a band may be told for the number of pupils, nothing
    is shown from which the number follows: the standardised change has it in its interval, and the
    bound for luck's share goes by the smallest number in the band.

    Of fewer pupils than twice the smallest count, averages and their interval are told in whole marks, and
    neither luck's share nor the standardised change: from finer figures a reader can list the few sets of
    changes that give them, and so who went down.

    Args:
        analysed: The analysis.
        told: Group sizes that the page tells anyway, in the teacher's own words.
        floors: The smallest group and the smallest count.
    """
    change = cast("MeanChange | None", analysed.result("MeanChange"))
    if not group_may_be_shown(analysed.pairing.n_pairs, floors):
        return _withheld(analysed, "too_few")
    if change is None:
        return _withheld(analysed, "not_computed", analysed.why_not("MeanChange"))
    if not all((change.sd_before, change.sd_after, change.sd_change)):
        return _withheld(analysed, "all_alike")
    group = group_shown(change.n, told, floors)
    exact = cast("PermutationChange | None", analysed.result("PermutationChange"))
    drift = cast("RegressionToTheMean | None", analysed.result("RegressionToTheMean"))
    withdrawn = analysed.pairing.withdrawn > 0
    few = group.low < 2 * floors.cell
    return AnalysisShown(
        measure=analysed.measure,
        label=analysed.label,
        invented=analysed.invented,
        withheld="",
        group=group,
        change=_change(change, digits=0 if withdrawn or few else 1),
        split=split_shown(change.up, change.same, change.down, floors) if group.exact else _direction_only(change, floors),
        odds=_odds(exact, group, few=few),
        standardised=_standardised(analysed) if group.exact and not withdrawn and not few else None,
        drift=(drift.low, drift.high) if drift is not None else None,
    )


def _withheld(analysed: Analysed, why: Withheld, reason: str = "") -> AnalysisShown:
    return AnalysisShown(measure=analysed.measure, label=analysed.label, invented=analysed.invented, withheld=why, reason=reason)


def _change(change: MeanChange, *, digits: int) -> ChangeShown:
    return ChangeShown(
        estimate=change.estimate,
        low=change.low,
        high=change.high,
        level=change.level,
        mean_before=change.mean_before,
        mean_after=change.mean_after,
        digits=digits,
    )


def _direction_only(change: MeanChange, floors: Floors) -> SplitShown:
    """Return the split without its counts: three counts would add up to the number that is kept back."""
    shown = split_shown(change.up, change.same, change.down, floors)
    if not shown.whole:
        return shown
    return SplitShown(up=None, same=None, down=None)


def _odds(exact: PermutationChange | None, group: GroupShown, *, few: bool) -> Odds | None:
    if exact is None:
        return None
    return Odds(times=None, below=None) if few else odds_shown(exact.p, max(exact.smallest_p, 2.0 ** (1 - group.low)))


def _standardised(analysed: Analysed) -> tuple[float, float, float] | None:
    found = cast("StandardisedChange | None", analysed.result("StandardisedChange"))
    if found is None or found.low is None or found.high is None:
        return None
    return found.estimate, found.low, found.high
