"""What a plan can show, in words, before any pupil is tested."""

from __future__ import annotations

from workbench.stats.planning import ExpectedWidth, SmallestP
from workbench.words.numbers import count_of, fixed, level_words, places_for, probability

IN_SPREADS = "times the usual spread of pupils' changes"


def expected_width(result: ExpectedWidth, form: str, amount: str) -> list[str]:
    """Say how wide the range around the mean change is expected to be."""
    unit = IN_SPREADS if result.sd == 1.0 else amount
    places = places_for(result.half_width, result.width)
    if form == "note":
        method = f"{result.method[0].upper()}{result.method[1:]}, with sd = {fixed(result.sd, places)} at {level_words(result.level)}"
        return [f"{method}: {fixed(result.width, places)} from end to end for {count_of(result.n, 'pupil')}. {result.reference}."]
    wide = (
        f"With {count_of(result.n, 'pupil')} the average change will be known to within about "
        f"{fixed(result.half_width, places)} {unit}, up or down."
    )
    if form == "short":
        return [wide]
    return [wide, _more_pupils(result, unit, places), "A smaller change than that could not be told from no change."]


def _more_pupils(result: ExpectedWidth, unit: str, places: int) -> str:
    more = [(pupils, width) for pupils, width in result.rows if pupils == 2 * result.n]
    return "".join(f"With {pupils} pupils it would be about {fixed(width / 2, places)} {unit}." for pupils, width in more)


def smallest_p(result: SmallestP, form: str, amount: str) -> list[str]:
    """Say whether this many pupils could ever give a small p."""
    least = probability(result.smallest_p, whole=True)
    if form == "note":
        return [f"{result.method[0].upper()}{result.method[1:]}; n = {result.n}. {result.reference}."]
    if result.n < result.enough:
        said = (
            f"With {count_of(result.n, 'pupil')} no test could tell a real change from luck: "
            f"if nothing had changed, p could not be below {least}."
        )
        step = f"Plan for {result.enough} pupils or more, or describe each pupil's work instead."
    else:
        below = "below 0.000001" if result.smallest_p < 1e-6 else f"as small as {least}"
        said = f"With {count_of(result.n, 'pupil')} a clear change can show: if nothing had changed, p could be {below}."
        step = "That needs nearly every pupil to move the same way."
    return [said] if form == "short" else [said, step]
