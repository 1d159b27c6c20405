"""How many answers stand at each level of a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import NotEnoughData
from workbench.stats._columns import Column, Number, read_column
from workbench.stats.ordinal._scale import at_the_middle, count_levels, read_labels, read_scale
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution(Result):
    """A table of levels.

    Attributes:
        rows: For each level of the scale, lowest first: the level, how many answers, their share.
        scale: The levels, used or not.
        labels: What the levels are called, or ``None``.
        unused: The levels that nobody ticked.
        most_common: The level, or levels, ticked most often.
        middle_low, middle_high: The middle answer; two levels where the answers divide evenly between them.
    """

    made_by = "distribution(values, {scale}, labels={labels})"

    rows: tuple[tuple[Number, int, float], ...]
    scale: tuple[Number, ...]
    labels: tuple[str, ...] | None
    unused: tuple[Number, ...]
    most_common: tuple[Number, ...]
    middle_low: Number
    middle_high: Number


def distribution(values: Column, scale: Column, *, labels: Sequence[str] | None = None) -> Distribution:
    """Return how many answers stand at each level of the scale, those that nobody ticked too.

    It gives no mean: from "agree" to "strongly agree" may be a longer way than from "neither" to
    "agree". It says what was ticked and not why.

    Args:
        values: One answer for each pupil; ``None`` or NaN where it is missing.
        scale: Every level that could have been ticked, lowest first.
        labels: What the levels are called, in the same order.

    Raises:
        BadInput: for an answer that the scale does not have, or a scale that does not rise.
        NotEnoughData: with no answer at all.

    Reference:
        [1] Stevens (1946). On the theory of scales of measurement. Science 103, 677-680.

    Example:
        >>> from workbench.words.say import say
        >>> say(distribution([4, 5, 4, 2, 4, 3], [1, 2, 3, 4, 5]), form="short")
        'Of 6 answers, none was at 1, 1 at 2, 1 at 3, 3 at 4 and 1 at 5.'
    """
    levels = read_scale(scale)
    names = read_labels(labels, levels)
    answers = read_column(values, "values")
    given = [answer for answer in answers if answer is not None]
    if not given:
        raise NotEnoughData(
            "There is no answer to count.",
            where="values",
            seen=f"{len(answers)} blanks",
            allowed="1 answer or more",
            do="Enter the answers first.",
        )
    counts = count_levels(given, levels, "values")
    middle = at_the_middle(counts, levels)
    return Distribution(
        n=len(given),
        missing=len(answers) - len(given),
        method="counts at each level of the scale, levels nobody ticked included",
        reference="Stevens (1946), Science 103, 677-680",
        rows=tuple((level, count, count / len(given)) for level, count in zip(levels, counts, strict=True)),
        scale=levels,
        labels=names,
        unused=tuple(level for level, count in zip(levels, counts, strict=True) if count == 0),
        most_common=tuple(level for level, count in zip(levels, counts, strict=True) if count == max(counts)),
        middle_low=middle[0],
        middle_high=middle[1],
    )
