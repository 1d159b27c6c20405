"""What is said of markers' agreement, and how its figures read: counts first, and how many by luck alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.agreement import (
    BlandAltman,
    CohenKappa,
    FleissKappa,
    GwetAC,
    IntraclassCorrelation,
    KrippendorffAlpha,
    PercentAgreement,
)
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, listed, places_for, plain
from workbench.words.results._agreement_figures import DESCRIBED
from workbench.words.results._phrases import level_note, method_note
from workbench.words.results._share_phrases import percent

FEW = 20
HUNDRED = 100
"""Below so many papers a range that rests on many is called a rough guide."""
MOST_LISTED = 6
NEARLY_ALL = 0.8
NOT_RIGHT = "That markers agree does not show that they are right."
ASK_ANOTHER = "Next, ask one more colleague to mark a few of these papers without seeing the marks."
SCALE = "With luck alone as nought and full agreement as one"
SCALE_IN_PART = "With luck alone as nought, full agreement as one and near misses in part"
Many = FleissKappa | GwetAC | KrippendorffAlpha


def _of_all(part: int, whole: int) -> str:
    """Return how many of the papers, in words where it is all or none."""
    papers = count_of(whole, "paper")
    if part == whole:
        return f"all {papers}" if whole > 1 else "the one paper"
    return f"{'none' if part == 0 else f'{part:,}'} of {papers}"


def _about(by_luck: float) -> str:
    """Return how many would agree by luck, near enough."""
    text = fixed(by_luck, 0)
    return "hardly any" if text == fixed(0, 0) else f"about {text}"


def _left_out(result: Any) -> str:
    dropped: int = result.dropped
    return f"{count_of(dropped, 'paper')} without every marker's rating {'is' if dropped == 1 else 'are'} left out." if dropped else ""


def _fits(low: float, high: float, places: int, level: float | None) -> str:
    """Return the range; above one, the most there can be, it is left open."""
    ends = f"from {fixed(low, places)} upwards" if high > 1 else f"from {fixed(low, places)} to {fixed(high, places)}"
    return f"anything {ends} fits these papers{level_note(level)}"


def _settle(papers: list[int]) -> str:
    if not papers:
        return ASK_ANOTHER
    if len(papers) == 1:
        return f"Settle paper {papers[0]} before you count."
    if len(papers) <= MOST_LISTED:
        return f"Settle papers {listed([str(each) for each in papers])} before you count."
    return f"Settle the {len(papers)} papers where they differ before you count. Start with paper {papers[0]}."


def _in_percent(low: float, high: float, level: float | None) -> str:
    return f"anything from {percent(low)} to {percent(high)} fits these papers{level_note(level)}"


def _percent(result: PercentAgreement, form: str, amount: str) -> list[str]:
    if form == "note":
        share = f"; {result.agreed} of {result.n}, share {fixed(result.estimate, 3)}"
        return [method_note(result, f"{share}, from {fixed(result.low, 3)} to {fixed(result.high, 3)}"), _left_out(result)]
    who = "The two markers" if result.raters == 2 else f"All {result.raters} markers"
    did = f"came within {plain(result.within)} of each other" if result.within else "agreed"
    share = f" ({percent(result.estimate)})" if 0 < result.agreed < result.n else ""
    said = [f"{who} {did} on {_of_all(result.agreed, result.n)}{share}; {_in_percent(result.low, result.high, result.level)}."]
    if form == "short":
        return said
    luck = "Some of that is luck: with few levels to choose from, even guesses often agree." if result.agreed else ""
    return [*said, luck, _left_out(result), _settle(list(result.disagreements))]


def _cohen(result: CohenKappa, form: str, amount: str) -> list[str]:
    if form == "note":
        null = "" if result.null_standard_error is None else f"; standard error by luck alone {fixed(result.null_standard_error, 3)}"
        kappa = f"; kappa {fixed(result.estimate, 3)}, from {fixed(result.low, 3)} to {fixed(result.high, 3)}"
        return [method_note(result, f"{kappa}; standard error {fixed(result.standard_error, 3)}{null}"), _left_out(result)]
    said = [
        f"The two markers agreed on {_of_all(result.agreed, result.n)}; "
        f"by luck alone they would have agreed on {_about(result.agreed_by_luck)}."
    ]
    places = max(2, places_for(result.estimate))
    point = f"{SCALE_IN_PART if result.weights else SCALE}, that is {fixed(result.estimate, places)}"
    if result.undefined is not None and result.agreed == result.n:
        ends = _in_percent(result.percent_low / HUNDRED, result.percent_high / HUNDRED, result.level)
        said.append(f"A{ends[1:]}.")
    elif result.undefined is not None:
        said.append(f"{point}; no range can be given, because {_why(result)}.")
    else:
        said.append(f"{point}; {_fits(result.low, result.high, places, result.level)}.")
    if form == "short":
        return said
    return [*said, _doubt(result), _left_out(result), _settle([place for place, *_ in result.disagreements])]


def _why(result: Any) -> str:
    """Return why there is no range, as far as a teacher needs it."""
    because: str = result.undefined.partition(", so ")[0]
    return because


def _doubt(result: CohenKappa) -> str:
    if result.most_common_count >= NEARLY_ALL * result.ratings_in_all:
        times = f"{result.most_common_count:,} of {result.ratings_in_all:,} ratings"
        return f"Level '{result.most_common}' makes up {times}. Luck alone then agrees often, so this tells little."
    if result.n < FEW and result.undefined is None:
        return f"With {count_of(result.n, 'paper')} that range is a rough guide."
    return NOT_RIGHT if result.agreed else ""


def _many_note(result: Many) -> list[str]:
    name = {FleissKappa: "kappa", GwetAC: "AC", KrippendorffAlpha: "alpha"}[type(result)]
    ends = "" if result.low is None or result.high is None else f", from {fixed(result.low, 3)} to {fixed(result.high, 3)}"
    error = "" if result.standard_error is None else f"; standard error {fixed(result.standard_error, 3)}"
    return [method_note(result, f"; {name} {fixed(result.estimate, 3)}{ends}{error}")]


def _many(result: Many, form: str, amount: str) -> list[str]:
    if form == "note":
        return _many_note(result)
    rated = result.n if isinstance(result, KrippendorffAlpha) else result.rated_twice
    luck = "" if result.pairs_by_luck is None else _about(result.pairs_by_luck)
    if result.raters == 2:
        counts = f"The two markers agreed on {_of_all(result.agreed, rated)}"
        said = [f"{counts}; by luck alone they would have agreed on {luck}." if luck else f"{counts}."]
    else:
        pairs = (
            f"Of {count_of(result.pairs, 'pair')} of ratings, {result.pairs_agreed:,} {'is' if result.pairs_agreed == 1 else 'are'} alike"
        )
        if result.pairs_agreed == result.pairs > 1:
            pairs = f"All {result.pairs:,} pairs of ratings are alike"
        counts = f"The markers all agreed on {_of_all(result.agreed, rated)}."
        if not result.agreed:
            counts = f"On {_of_all(result.agreed, rated)} did the markers all agree."
        said = [counts, f"{pairs}; by luck alone {luck} would be." if luck else f"{pairs}."]
    said.append(_beyond_luck(result))
    if form == "short":
        return said
    few = (
        f"With {count_of(rated, 'paper')} that range is a rough guide."
        if rated < FEW and result.low is not None and result.differ
        else NOT_RIGHT
        if result.agreed
        else ""
    )
    several = f"{result.differ:,} papers" if result.differ > 1 else "paper"
    step = f"Settle the {several} where they differ before you count." if result.differ else ASK_ANOTHER
    return [*said, few, _one_marker(result), step]


def _one_marker(result: Many) -> str:
    dropped = result.dropped if isinstance(result, KrippendorffAlpha) else 0
    return f"{count_of(dropped, 'paper')} with fewer than two ratings {'is' if dropped == 1 else 'are'} left out." if dropped else ""


def _beyond_luck(result: Many) -> str:
    places = max(2, places_for(result.estimate))
    partly = result.scale != "nominal" if isinstance(result, KrippendorffAlpha) else isinstance(result, GwetAC) and result.weights
    point = f"{SCALE_IN_PART if partly and result.differ else SCALE}, that is {fixed(result.estimate, places)}"
    if result.undefined is not None:
        return f"{point}; no range can be given, because {_why(result)}."
    if result.low is None or result.high is None:
        return f"{point}."
    return f"{point}; {_fits(result.low, result.high, places, result.level)}."


def _intraclass(result: IntraclassCorrelation, form: str, amount: str) -> list[str]:
    if form == "note":
        rows = [f"{name} {'undefined' if estimate is None else fixed(estimate, 3)}" for name, estimate, *_ in result.rows]
        return [method_note(result, f"; {', '.join(rows)}"), _left_out(result)]
    gap = f"the widest gap on one paper is {_gap(result)} {amount}"
    alike = f"The markers gave the same mark to {_of_all(result.same, result.n)}"
    said = [f"{alike}; {gap}." if result.widest_gap else f"{alike}.", _icc_point(result)]
    if form == "short":
        return said
    step = f"Next, mark paper {result.widest_place} again together: its marks lie furthest apart." if result.widest_gap else ASK_ANOTHER
    return [*said, _icc_limit(result), _left_out(result), step]


def _gap(result: IntraclassCorrelation | BlandAltman) -> str:
    return fixed(result.widest_gap, places_for(result.widest_gap))


def _icc_point(result: IntraclassCorrelation) -> str:
    whose = f"the mean of {result.raters} markers" if result.model.endswith("k") else "one marker's marks"
    if result.estimate is None:
        return f"How much of the spread in {whose} comes from the papers has no figure here: {result.undefined}."
    places = max(2, places_for(result.estimate))
    point = f"Of the spread in {whose}, a share of {fixed(result.estimate, places)} comes from the papers"
    if result.low is None or result.high is None:
        return f"{point}; no range can be given, because {result.undefined}."
    return f"{point}; {_fits(result.low, result.high, places, result.level)}."


def _icc_limit(result: IntraclassCorrelation) -> str:
    if result.estimate is None or result.estimate < 0:
        return "These papers cannot show whether the markers agree: take some that differ more."
    if not result.counts_severity:
        return "A marker who is harsh on every paper does not lower it."
    return "The same marking gives a lower figure on papers that are more alike."


def _limits(result: BlandAltman, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        limits = f"; limits {fixed(result.lower_limit, places)} and {fixed(result.upper_limit, places)}"
        return [method_note(result, f"; SD of the differences {fixed(result.sd, max(2, places))}{limits}"), _left_out(result)]
    said = [_limit_counts(result), _bias(result, places, amount)]
    if result.prediction_low is not None and result.prediction_high is not None:
        said.append(f"On one more paper the first may give anything from {_ends(result.prediction_low, result.prediction_high, places)}.")
    if form == "short":
        return said
    step = f"Next, mark paper {result.widest_place} again together: there they lie {_gap(result)} {amount} apart."
    return [*said, "Whether that is near enough is for you to say.", _left_out(result), step if result.widest_gap else ASK_ANOTHER]


def _limit_counts(result: BlandAltman) -> str:
    ways = [(result.above, "more"), (result.same, "the same"), (result.below, "less")]
    only = [what for number, what in ways if number == result.n]
    if only == ["the same"]:
        return f"The two markers gave the same mark on {_of_all(result.n, result.n)}."
    if only:
        return f"The first marker gave {only[0]} on {_of_all(result.n, result.n)}."
    counts = listed([f"{what} on {number:,}" for number, what in ways if number])
    return f"Of the {count_of(result.n, 'paper')}, the first marker gave {counts}."


def _bias(result: BlandAltman, places: int, amount: str) -> str:
    if result.same == result.n:
        return "So these papers give no range."
    size = fixed(abs(result.estimate), places)
    way = "more" if result.estimate > 0 else "less"
    gave = f"On average the first gave {size} {amount} {way} than the second"
    if size == fixed(0, places):
        gave = "On average the two gave the same"
    if result.low is None or result.high is None:
        return f"{gave}. All the differences are the same, so these marks give no range."
    return f"{gave}; anything from {_ends(result.low, result.high, places)} fits these papers{level_note(result.level)}."


def _ends(low: float, high: float, places: int) -> str:
    near, far = sorted((low, high), key=abs)
    if low * high > 0 and fixed(abs(near), places) != fixed(0, places):
        return f"{fixed(abs(near), places)} to {_more_or_less(far, places)}"
    return f"{_more_or_less(low, places)} to {_more_or_less(high, places)}"


def _more_or_less(value: float, places: int) -> str:
    if fixed(value, places) == fixed(0, places):
        return "no difference"
    return f"{fixed(abs(value), places)} {'less' if value < 0 else 'more'}"


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    PercentAgreement: _percent,
    CohenKappa: _cohen,
    FleissKappa: _many,
    GwetAC: _many,
    KrippendorffAlpha: _many,
    IntraclassCorrelation: _intraclass,
    BlandAltman: _limits,
}
__all__ = ["DESCRIBED", "SAID"]
