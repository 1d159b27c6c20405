"""What comparisons of several groups say, and of two groups that did not start level."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.groups import AdjustedDifference, AnalysisOfVariance, Dunn, Friedman, Jonckheere, KruskalWallis
from workbench.stats.result import Result
from workbench.words.numbers import count_of, fixed, least_probability, listed, places_for, plain
from workbench.words.results import _groups_several_figures as drawn_words
from workbench.words.results._groups_shared import TOO_FEW_STEP, blanks, end_words, none_fits, range_of_difference, short
from workbench.words.results._phrases import cannot_tell, everyone, left_out, luck_words, method_note, patterns_drawn

LISTED = 5
"""With more groups than this the lowest and the highest are told alone."""
SMALL_ENOUGH = 0.05
BIG = 1e9
IF_NONE = "if there were no difference between the groups"
IF_UNCHANGED = "if nothing had changed"
FEW = 10
"""A smallest group below this makes a p that rests on many pupils a rough guide."""
WHICH = "This does not say which groups differ, nor by how much."
WHY = "Groups that were taught apart differ in more than what was tried."
READ_ON = "Next, read some papers from the highest and the lowest group side by side."


def _groups_words(result: Any) -> str:
    """Return how many of each group are above the middle of all."""
    groups = len(result.sizes)
    if groups > LISTED:
        return f"In {groups} groups there are {result.n:,} pupils; {_ends(result.above)} of a group were above {_middle(result)}."
    sizes, above = (listed([f"{count:,}" for count in counts]) for counts in (result.sizes, result.above))
    who = f"groups of {sizes} pupils"
    if len(set(result.sizes)) == 1:
        who = f"{groups} groups of {count_of(result.sizes[0], 'pupil')}"
    return f"In {who}, {above} were above {_middle(result)}."


def _ends(counts: tuple[int, ...]) -> str:
    return f"{min(counts):,} to {max(counts):,}" if min(counts) < max(counts) else f"{min(counts):,}"


def _middle(result: Any) -> str:
    return f"{short(result.middle)}, the middle of all {result.n:,}"


def _marks_words(values: tuple[float, ...], what: str, when: str = "are", *, whole: bool = False) -> str:
    """Return the middle or mean marks in order, or the lowest and the highest of many."""
    if min(values) == max(values):
        return f"The {what} {when} all {_mark(values[0], whole)}."
    if len(values) > LISTED:
        return f"The {what} go from {_mark(min(values), whole)} to {_mark(max(values), whole)}."
    return f"The {what} {when} {listed([_mark(value, whole) for value in values])}."


def _mark(value: float, whole: bool) -> str:
    return short(value) if whole else fixed(value, 1)


def _could_be_small(result: Any) -> bool:
    return result.smallest_p is None or result.smallest_p <= SMALL_ENOUGH


def _luck(result: Any, premise: str, would: str, form: str) -> str:
    """Return how often luck alone would do as much; a p that could not have been small says so."""
    if not _could_be_small(result):
        real = "a real change" if premise == IF_UNCHANGED else "a real difference"
        return cannot_tell(count_of(result.n, "pupil"), real, premise, result.smallest_p, form)
    return luck_words(premise, would, result.p, form)


def _p_note(result: Any, premise: str) -> str:
    error = "" if result.standard_error is None else f", standard error of p {fixed(result.standard_error, 5)}"
    least = "" if result.smallest_p is None else f", smallest possible {least_probability(result.smallest_p, whole=True)}"
    of = f"{result.as_far:,} of {result.patterns:,}"
    return f"; {premise}, p {_p(result.p)} ({of}), mid-p {_p(result.mid_p)}{least}{error}"


def _p(p: float) -> str:
    return least_probability(p)


def _figure(value: float) -> str:
    """Return a statistic to three places, or in powers of ten where it is too big for that."""
    return fixed(value, 3) if abs(value) < BIG else plain(value)


def _steps(result: Any, *sentences: str) -> list[str]:
    """Return what it cannot show with one next step; with too few for any answer, that step alone."""
    return list(sentences) if _could_be_small(result) else [*sentences[:-1], TOO_FEW_STEP]


def _kruskal_wallis(result: KruskalWallis, form: str, amount: str) -> list[str]:
    if form == "note":
        found = f"; H = {fixed(result.h, 3)}, df = {result.df}, epsilon squared {fixed(result.epsilon_squared, 3)}"
        rough = f", chi-squared p {_p(result.p_chi_squared)}"
        return [method_note(result, found + _p_note(result, "if there were no difference") + rough), blanks(result)]
    counts, luck = _groups_words(result), _luck(result, IF_NONE, "set them at least this far apart", form)
    if form == "short":
        return [counts, luck]
    middles = _marks_words(result.medians, f"groups' own middle {amount}", whole=True)
    said = [counts, middles, luck]
    return [*said, patterns_drawn(result.draws), blanks(result), *_steps(result, WHICH, WHY, READ_ON)]


def _jonckheere(result: Jonckheere, form: str, amount: str) -> list[str]:
    if form == "note":
        normal = "" if result.p_normal is None else f", normal two-sided p {_p(result.p_normal)}"
        found = f"; J = {fixed(result.j, 1)} of {count_of(result.pairs, 'pair')}"
        return [method_note(result, found + _p_note(result, "if there were no difference") + normal), blanks(result)]
    ways = [("ahead", result.pairs_up), ("level", result.pairs_same), ("behind", result.pairs_down)]
    only = [way for way, number in ways if number == result.pairs]
    told = f"{only[0]} in all" if only else listed([f"{way} in {number:,}" for way, number in ways if number])
    pairs = f"Of {result.pairs:,} pairs of pupils from different groups, the one from the later group is {told}."
    if result.pairs == 1:
        pairs = f"Of the two pupils, the one from the later group is {only[0]}."
    would = {
        "two_sided": "put them at least as much in order, or against it,",
        "greater": "put as many or more ahead",
        "less": "put as few or fewer ahead",
    }
    said = [
        pairs,
        f"Luck alone would put about {short(result.pairs_by_luck)} ahead, level ones counted as half.",
        _luck(result, IF_NONE, would[result.alternative], form),
    ]
    if form == "short":
        return [said[0], said[2]]
    order = "This does not say by how much, nor that each step is a rise."
    ahead = "The order of the groups must have been chosen before the marks were seen."
    return [
        *said,
        patterns_drawn(result.draws),
        blanks(result),
        *_steps(result, order, ahead, "Next, look at the pupils who go against the order."),
    ]


def _friedman(result: Friedman, form: str, amount: str) -> list[str]:
    if form == "note":
        found = f"; chi-squared {fixed(result.chi_squared, 3)}, df = {result.df}, Kendall's W {fixed(result.kendall_w, 3)}"
        rough = f", chi-squared p {_p(result.p_chi_squared)}"
        return [method_note(result, found + _p_note(result, "if nothing had changed") + rough), left_out_whole(result)]
    said = [
        _top_words(result),
        _marks_words(result.medians, f"middle {amount} on the {result.occasions} occasions", "were", whole=True),
        _luck(result, IF_UNCHANGED, "set the occasions at least this far apart", form),
    ]
    if form == "short":
        return said
    easier = "A later test may have been easier or harder; that cannot be told from a change in the pupils."
    step = "Next, look at the pupils whose marks went another way than most."
    return [*said, patterns_drawn(result.draws), left_out_whole(result), *_steps(result, easier, step)]


def left_out_whole(result: Friedman) -> str:
    """Return how many pupils were left out for a gap, if any."""
    if not result.dropped:
        return ""
    return f"{count_of(result.dropped, 'pupil')} with a gap {'is' if result.dropped == 1 else 'are'} left out."


def _top_words(result: Friedman) -> str:
    who = everyone(result.n) if result.top_count == result.n else f"Of {result.n:,} pupils, {result.top_count:,}"
    if len(result.top_occasions) > 1:
        often = listed([f"{place}" for place in result.top_occasions])
        return f"{who} had their highest mark, or shared it, on each of occasions {often}."
    return f"{who} had their highest mark, or shared it, on occasion {result.top_occasions[0]}."


def _dunn(result: Dunn, form: str, amount: str) -> list[str]:
    first, second, gap, _, _, p = min(result.rows, key=lambda row: (row[5], -abs(row[3])))
    if form == "note":
        rows = [
            f"{one} and {other}: z = {fixed(score, 3)}, p {_p(alone)}, after Holm {_p(holm)}"
            for one, other, _, score, alone, holm in result.rows[: 2 * LISTED]
        ]
        more = "" if len(result.rows) == len(rows) else f"; and {len(result.rows) - len(rows):,} more in the table"
        return [method_note(result, f"; if there were no difference, groups {'; '.join(rows)}{more}"), blanks(result)]
    pairs = count_of(result.comparisons, "pair") + " of groups"
    if gap == 0:
        far = f"Among {pairs}, no two stand apart by their ranks."
    else:
        higher, lower = (first, second) if gap > 0 else (second, first)
        far = f"Among {pairs}, groups {higher} and {lower} stand furthest apart, with group {higher} higher."
        if result.comparisons == 1:
            far = f"By ranks group {higher} stands higher than group {lower}."
    luck = luck_words(IF_NONE, "set some pair at least this far apart", p, form)
    if form == "short":
        return [far, luck]
    allowed = "" if result.comparisons == 1 else "That chance allows for looking at every pair."
    rough = "With groups this small it is a rough guide." if min(result.sizes) < FEW else ""
    why = "It does not say by how much they differ, nor why."
    return [_groups_words(result), far, luck, allowed, rough, blanks(result), why, READ_ON]


def _analysis_of_variance(result: AnalysisOfVariance, form: str, amount: str) -> list[str]:
    if form == "note":
        found = f"; F = {_figure(result.f)}, df = {result.df1} and {fixed(result.df2, 2)}, eta squared {fixed(result.eta_squared, 3)}"
        return [method_note(result, f"{found}; if there were no difference, p {_p(result.p)}"), blanks(result)]
    means = _marks_words(result.means, f"mean {amount} of the {len(result.sizes)} groups")
    said = [_groups_words(result), means, luck_words(IF_NONE, "set the means at least this far apart", result.p, form)]
    if form == "short":
        return said
    bell = "That chance takes marks to spread alike to both sides of their mean, as heights do."
    return [*said, blanks(result), bell, WHICH, WHY, READ_ON]


def _adjusted_difference(result: AdjustedDifference, form: str, amount: str) -> list[str]:
    places = places_for(result.estimate, result.low, result.high)
    if form == "note":
        return [method_note(result, _adjusted_note(result, max(2, places))), left_out(result)]
    first, second = map(drawn_words.named, result.names)
    where = f"ended {fixed(abs(result.estimate), places)} {amount} {'higher' if result.estimate > 0 else 'lower'} than"
    if result.estimate == 0:
        where = "ended level with"
    sizes = f"There {'is' if result.n_x == 1 else 'are'} {count_of(result.n_x, 'pupil')} in {first} and {result.n_y:,} in {second}."
    stands = f"On average those in {first} {where} those in {second} who began with the same mark"
    if result.low is None:
        said = [sizes, f"{stands}. All pupils lie on two straight lines, so these marks give no range."]
    else:
        said = [sizes, f"{stands}; {range_of_difference(result, places, result.low, result.high)}."]
    if form == "short":
        return said
    untouched = (
        f"Taken as they stand, marks after are {_how_far(result.unadjusted, places)} in {first}, "
        f"and gains {_how_far(result.gain_difference, places)}."
    )
    why = "Unless chance decided who was in which group, they may differ in more than their first marks."
    step = f"Next, set side by side the work of a pupil from {first} and one from {second} who began level."
    return [*said, none_fits(result.low, result.high), untouched, _slopes(result), left_out(result), why, step]


def _how_far(value: float, places: int) -> str:
    return "the same" if fixed(value, places) == fixed(0, places) else end_words(value, places)


def _slopes(result: AdjustedDifference) -> str:
    if not result.slopes_differ or result.p_interaction is None:
        return ""
    return "The gap is not the same for pupils who began low and high, so one number does not fit them all. " + luck_words(
        "if it were the same", "make it look at least this uneven", result.p_interaction
    )


def _adjusted_note(result: AdjustedDifference, places: int) -> str:
    first, second = result.names
    said = (
        f"; groups {first} and {second}, {result.n_x} and {result.n_y} pupils; adjusted means {fixed(result.adjusted_x, places)} and "
        f"{fixed(result.adjusted_y, places)}; slope {fixed(result.slope, 3)}; SD about the lines {fixed(result.residual_sd, places)}"
    )
    if result.standard_error is not None and result.t is not None and result.p is not None:
        said += f"; standard error {fixed(result.standard_error, places)}, t = {_figure(result.t)}, df = {result.df}"
        said += f", if there were no difference p {_p(result.p)}"
    if result.hc3_standard_error is not None and result.hc3_low is not None and result.hc3_high is not None:
        said += f"; error that allows for uneven scatter {fixed(result.hc3_standard_error, places)}"
        said += f", interval {fixed(result.hc3_low, places)} to {fixed(result.hc3_high, places)}"
    else:
        said += f"; no error that allows for uneven scatter, because {result.hc3_undefined}"
    if result.p_interaction is None:
        return f"{said}; slopes not compared, because {result.interaction_undefined}"
    return f"{said}; if the slopes were one, p {_p(result.p_interaction)} for two so different"


SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {
    AdjustedDifference: _adjusted_difference,
    AnalysisOfVariance: _analysis_of_variance,
    Dunn: _dunn,
    Friedman: _friedman,
    Jonckheere: _jonckheere,
    KruskalWallis: _kruskal_wallis,
}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = drawn_words.DESCRIBED
