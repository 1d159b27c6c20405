"""How often a plan would notice a true change, how many pupils that takes, and the least change it would notice."""

from __future__ import annotations

from workbench.errors import BadInput
from workbench.stats._columns import read_choice, read_real, show
from workbench.stats.planning._designs import DESIGNS, Pupils, Sizes, nearby, read_sizes
from workbench.stats.planning._noticed import MOST, Test, for_plan, in_words, least_effect, least_size, read_test
from workbench.stats.planning.power_results import Power, PupilsNeeded, SmallestDetectable

USUAL = 0.8
"""The share that plans usually aim at (Cohen 1988, section 2.4)."""
REFERENCE = "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 2"


def power(design: str, n: Pupils, effect: float, *, sd: float = 1.0, alpha: float = 0.05, alternative: str = "two_sided") -> Power:
    """Return how often a t test with so many pupils would notice a true change of this size.

    Exact for bell-shaped marks, by the noncentral t with both tails. It says nothing of a study that is
    already done: worked out from the change that was seen, it is only the p in other clothes.

    Args:
        design: ``"paired"``: the same pupils before and after; ``"two_groups"``: other pupils in each.
        n: How many pupils with both marks, 2 or more; for two groups how many in each, or a pair of sizes.
        effect: The true mean change, or difference, that should not be missed; in marks when ``sd`` is.
        sd: The SD of the *changes*, or of the marks within a group (1.0 leaves ``effect`` in such SDs).
        alpha: The p below which a change counts as noticed.
        alternative: ``"two_sided"``, or ``"greater"`` or ``"less"`` when only one way is looked for.

    Raises:
        UnknownOption: for another design or alternative.
        NotEnoughData: below two pupils, or three in two groups.
        BadInput: for what is not a number, or an SD that is not above 0.

    Reference:
        [1] Cohen (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 2.

    Example:
        >>> from workbench.words.say import say
        >>> say(power("paired", 12, 0.9), form="short")
        "With 12 pupils a true change of 0.9 times the usual spread of pupils' changes would be noticed about 8 times in 10."
    """
    plan, test = read_sizes(design, n), read_test(alpha, alternative)
    change, spread = _read_effect(effect, sd)
    share = for_plan(plan, change / spread, test)
    needed = least_size(design, change / spread, USUAL, test) if _reachable(change, test) and test.alpha < USUAL else None
    times, out_of = in_words(share)
    target_times, target_out_of = in_words(USUAL)
    return Power(
        n=plan.total,
        missing=0,
        method=_method("power", design, test),
        reference=REFERENCE,
        design=design,
        pupils=plan.given,
        n_x=plan.n_x,
        n_y=plan.n_y,
        effect=change,
        sd=spread,
        standardised=change / spread,
        power=share,
        times=times,
        out_of=out_of,
        alpha=test.alpha,
        alternative=test.alternative,
        df=plan.df,
        noncentrality=change / spread / plan.error,
        target=USUAL,
        target_times=target_times,
        target_out_of=target_out_of,
        needed=needed[0] if needed else None,
        rows=tuple((each.total, for_plan(each, change / spread, test)) for each in nearby(plan)),
    )


def pupils_needed(
    design: str, effect: float, power: float = USUAL, *, sd: float = 1.0, alpha: float = 0.05, alternative: str = "two_sided"
) -> PupilsNeeded:
    """Return the fewest pupils with whom a t test would notice a true change of this size often enough.

    It takes the size of the change as known. With a smaller true change, or a wider spread, more are needed.

    Args:
        design: ``"paired"``: the same pupils before and after; ``"two_groups"``: other pupils in each, as many in both.
        effect: The true mean change, or difference, that should not be missed; in marks when ``sd`` is.
        power: The share of such studies that should notice it, above ``alpha`` and below 1.
        sd: The SD of the *changes*, or of the marks within a group (1.0 leaves ``effect`` in such SDs).
        alpha: The p below which a change counts as noticed.
        alternative: ``"two_sided"``, or ``"greater"`` or ``"less"`` when only one way is looked for.

    Raises:
        UnknownOption: for another design or alternative.
        BadInput: for what is not a number, a change of 0 or the other way, or one that a million pupils would not show.

    Reference:
        [1] Cohen (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 2.

    Example:
        >>> from workbench.words.say import say
        >>> say(pupils_needed("paired", 0.5), form="short")
        "To notice a true change of 0.5 times the usual spread of pupils' changes about 8 times in 10 takes 34 pupils."
    """
    read_choice(design, "design", DESIGNS)
    test = read_test(alpha, alternative)
    change, spread = _read_effect(effect, sd)
    target = _read_target(power, test)
    found = least_size(design, change / spread, target, test) if _reachable(change, test) else None
    if found is None:
        raise _never(effect, test)
    each, between = found
    plan = Sizes(each, each if design == "two_groups" else None)
    times, out_of = in_words(target)
    return PupilsNeeded(
        n=plan.total,
        missing=0,
        method=_method("fewest pupils for a power", design, test),
        reference=REFERENCE,
        design=design,
        pupils=each,
        n_x=plan.n_x,
        n_y=plan.n_y,
        between=between,
        effect=change,
        sd=spread,
        standardised=change / spread,
        power=target,
        times=times,
        out_of=out_of,
        reached=for_plan(plan, change / spread, test),
        alpha=test.alpha,
        alternative=test.alternative,
        rows=tuple((other.total, for_plan(other, change / spread, test)) for other in nearby(plan)),
    )


def smallest_detectable(
    design: str, n: Pupils, power: float = USUAL, *, sd: float = 1.0, alpha: float = 0.05, alternative: str = "two_sided"
) -> SmallestDetectable:
    """Return the least true change that a t test with so many pupils would notice often enough.

    A smaller true change can be there and go unseen; a study that notices nothing does not show that nothing changed.

    Args:
        design: ``"paired"``: the same pupils before and after; ``"two_groups"``: other pupils in each.
        n: How many pupils with both marks, 2 or more; for two groups how many in each, or a pair of sizes.
        power: The share of such studies that should notice it, above ``alpha`` and below 1.
        sd: The SD of the *changes*, or of the marks within a group (1.0 gives the change in such SDs).
        alpha: The p below which a change counts as noticed.
        alternative: ``"two_sided"``, or ``"greater"`` or ``"less"`` when only one way is looked for.

    Raises:
        UnknownOption: for another design or alternative.
        NotEnoughData: below two pupils, or three in two groups.
        BadInput: for what is not a number, or a power that is not between ``alpha`` and 1.

    Reference:
        [1] Cohen (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 2.

    Example:
        >>> from workbench.words.say import say
        >>> say(smallest_detectable("two_groups", (12, 15), sd=6), form="short")
        'With 12 and 15 pupils the least true difference that would be noticed about 8 times in 10 is 6.8 marks.'
    """
    plan, test = read_sizes(design, n), read_test(alpha, alternative)
    target = _read_target(power, test)
    spread = _read_spread(sd)
    standardised = least_effect(plan, target, test)
    times, out_of = in_words(target)
    return SmallestDetectable(
        n=plan.total,
        missing=0,
        method=_method("least change for a power", design, test),
        reference=REFERENCE,
        design=design,
        pupils=plan.given,
        n_x=plan.n_x,
        n_y=plan.n_y,
        effect=standardised * spread,
        sd=spread,
        standardised=standardised,
        power=target,
        times=times,
        out_of=out_of,
        alpha=test.alpha,
        alternative=test.alternative,
        rows=tuple((each.total, least_effect(each, target, test) * spread) for each in nearby(plan, least=3)),
    )


def _read_spread(sd: object) -> float:
    return read_real(sd, "sd", low=1e-100, allowed="a number of marks above 0")


def _read_effect(effect: object, sd: object) -> tuple[float, float]:
    return read_real(effect, "effect", low=-1e50, high=1e50, allowed="the change in marks, or in SDs"), _read_spread(sd)


def _read_target(power: object, test: Test) -> float:
    target = read_real(power, "power", low=1e-12, high=1 - 1e-9, allowed="a share between alpha and 1, such as 0.8")
    if target <= test.alpha:
        raise BadInput(
            "With no change at all the test would notice one this often.",
            where="power",
            seen=show(power),
            allowed=f"a share above alpha, which is {test.alpha:g}",
            do="Write power=0.8.",
        )
    return target


def _reachable(change: float, test: Test) -> bool:
    return change > 0 if test.alternative == "greater" else change < 0 if test.alternative == "less" else change != 0


def _never(effect: object, test: Test) -> BadInput:
    way = {"greater": "above 0", "less": "below 0"}.get(test.alternative, "further from 0")
    return BadInput(
        f"Not even {MOST:,} pupils would show this change often enough.",
        where="effect",
        seen=show(effect),
        allowed=f"a change {way}",
        do="Give the smallest change that would be worth having.",
    )


def _method(what: str, design: str, test: Test) -> str:
    named = {"paired": "the paired t test", "two_groups": "Student's t test for two groups"}[design]
    tails = "two-sided, both tails counted" if test.alternative == "two_sided" else f"one-sided, {test.alternative}"
    return f"{what} of {named} at alpha = {test.alpha:g} ({tails}), by the noncentral t"
