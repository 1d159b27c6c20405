"""What the shares of observations that do not overlap say: PND, PEM, PAND and IRD."""

from __future__ import annotations

from typing import Any

from workbench.stats.single_case import Ird, Pand, Pem, Pnd
from workbench.words.numbers import fixed, plain
from workbench.words.results._one_pupil import better_word, blanks, note_of, told_of, was

NO_RANGE = "No range is given: none is known that holds for so few sessions of one pupil."


def pnd_words(result: Pnd, form: str, amount: str) -> list[str]:
    """Return what PND says."""
    if form == "note":
        return [note_of(result, f"; {result.undefined}"), blanks(result)]
    edge, way = ("highest", "above") if result.improvement == "increase" else ("lowest", "below")
    of = f"the {edge} of the {result.n_baseline} before, which was {plain(result.best)}" if result.n_baseline > 1 else "the one before"
    said = [f"{_so_many(result)} {way} {of}.", f"That is a share of {fixed(result.estimate, 2)}."]
    return told_of(result, form, said, "One odd session before decides this figure.", NO_RANGE)


def _so_many(result: Any) -> str:
    """Return how many of the observations after were counted, up to the place where it says beyond what."""
    if result.n_intervention == 1:
        return f"The one session after was{'' if result.count else ' not'}"
    if result.count == result.n_intervention:
        return f"All {result.n_intervention:,} sessions after were"
    return f"Of the {result.n_intervention:,} sessions after, {was(result.count)}"


def pem_words(result: Pem, form: str, amount: str) -> list[str]:
    """Return what PEM says."""
    if form == "note":
        return [note_of(result, f"; {result.undefined}"), blanks(result)]
    way = "above" if result.improvement == "increase" else "below"
    level = f", and {was(result.on_median)} level with it" if result.on_median else ""
    share = "With a level one counted as half, that" if result.on_median else "That"
    said = [
        f"{_so_many(result)} {way} the middle one before, which was {plain(result.median_baseline)}{level}.",
        f"{share} is a share of {fixed(result.estimate, 2)}.",
    ]
    return told_of(result, form, said, f"With no change at all, about half would be {way} it.", NO_RANGE)


def pand_words(result: Pand, form: str, amount: str) -> list[str]:
    """Return what PAND says."""
    if form == "note":
        return [note_of(result, f"; {result.undefined}"), blanks(result)]
    way = better_word(result)
    said = [f"Every session after was {way} than every one before.", f"That is a share of {fixed(result.estimate, 2)}."]
    if result.removed:
        others = f"{result.count} are" if result.count > 1 else "one is"
        said = [
            f"Without {result.removed} of the {result.n} sessions, every one after would be {way} than every one before.",
            f"The other {others} a share of {fixed(result.estimate, 2)}.",
        ]
    rest = "Even with no change the longer phase could stay, so this is never near nought."
    return told_of(result, form, said, rest, NO_RANGE)


def ird_words(result: Ird, form: str, amount: str) -> list[str]:
    """Return what IRD says."""
    if form == "note":
        return [note_of(result, f"; {result.undefined}"), blanks(result)]
    rate = f"the rate of improved sessions is {fixed(result.estimate, 2)} higher after than before."
    said = ["The phases do not overlap.", rate[0].upper() + rate[1:]]
    if result.removed:
        said = [f"The phases overlap by {result.removed} of the {result.n} sessions.", f"Sharing these between the phases, {rate}"]
    rest = "Even when all goes worse this does not fall below nought."
    return told_of(result, form, said, rest, NO_RANGE)
