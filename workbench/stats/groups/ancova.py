"""How far apart would two groups be, had they started level? Analysis of covariance on the marks before."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from workbench.errors import Undefined
from workbench.stats._columns import Column, Number, read_level
from workbench.stats.groups import _two_lines as lines
from workbench.stats.groups._read_two_groups import TwoGroups, read_two_groups
from workbench.stats.groups._two_lines import Points, Sums
from workbench.stats.result import Result

METHOD = "analysis of covariance: marks after on marks before and group, least squares with one slope; HC3 errors beside"
REFERENCE = (
    "Fisher (1932), Statistical Methods for Research Workers, 4th ed., section 49.1; MacKinnon & White (1985), J. Econom. 29, 305-325"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedDifference(Result):
    """An estimate and a test of the difference after, between pupils who began with the same mark.

    Attributes:
        estimate: Marks of the first group minus the second's, along two parallel lines.
        names: The two groups: of labels 0 and 1, 1 comes first; of A and B, B.
        n_x, n_y: Pupils of the first and of the second group.
        standard_error, t, df: What ``p`` and the interval rest on.
        hc3_standard_error, hc3_low, hc3_high: The same with no claim that all pupils scatter alike.
        unadjusted: The difference of the means after, whatever the marks before.
        gain_difference: The difference of the mean gains.
        difference_before: The difference of the means before.
        slope: Marks after for each mark before, within the groups.
        adjusted_x, adjusted_y: Each group's expected mark after at the mean mark before of all.
        p_interaction: If the two groups' slopes were one, how often they would come out this far apart.
        slope_x, slope_y: Each group's own slope.
        undefined, hc3_undefined, interaction_undefined: Why the numbers in question are ``None``.
    """

    made_by = "adjusted_difference(before, after, group, level={level})"

    estimate: float
    low: float | None
    high: float | None
    level: float
    p: float | None
    alternative: str
    smallest_p: float | None
    standard_error: float | None
    t: float | None
    df: int
    hc3_standard_error: float | None
    hc3_low: float | None
    hc3_high: float | None
    names: tuple[str, str]
    n_x: int
    n_y: int
    dropped: int
    unadjusted: float
    gain_difference: float
    difference_before: float
    mean_before: float
    mean_before_x: float
    mean_before_y: float
    mean_after_x: float
    mean_after_y: float
    adjusted_x: float
    adjusted_y: float
    adjusted_x_error: float | None
    adjusted_y_error: float | None
    slope: float
    residual_sd: float
    r_squared: float | None
    p_interaction: float | None
    slope_x: float | None
    slope_y: float | None
    slopes_differ: bool
    before: tuple[Number, ...]
    after: tuple[Number, ...]
    group: tuple[str, ...]
    undefined: str | None
    hc3_undefined: str | None
    interaction_undefined: str | None


def adjusted_difference(before: Column, after: Column, group: Column, *, level: float = 0.95) -> AdjustedDifference:
    """Return the difference after between two groups, at one mark before (analysis of covariance).

    Groups that were not made by lot can differ in more than the marks before, so the difference may
    come from that and not from what was tried. It takes one slope for both groups;
    ``p_interaction`` looks at that. Marks before that are rough adjust for too little.

    Args:
        before: One mark for each pupil; ``None`` or NaN where it is missing.
        after: The same pupils in the same order.
        group: The same pupils' groups: two names or numbers. The difference is the later label's group
            minus the earlier's: 1 minus 0, B minus A. A pupil with any blank is left out whole.
        level: Between 0 and 1.

    Raises:
        BadInput: for columns of unequal length, more than two groups, or values that are not numbers.
        NotEnoughData: with one group only, or fewer than two pupils in a group.
        Undefined: when the marks before do not vary within either group.

    Reference:
        [1] Fisher (1932). Statistical Methods for Research Workers, 4th ed., section 49.1. [2]
        MacKinnon & White (1985). J. Econometrics 29, 305-325.

    Example:
        >>> from workbench.words.say import say
        >>> result = adjusted_difference([4, 6, 7, 5, 6, 7, 3, 5], [5, 8, 8, 7, 6, 7, 4, 5], list("BBBBAAAA"))
        >>> round(result.estimate, 3), round(result.unadjusted, 3)
        (1.291, 1.5)
        >>> print(say(result, form="short"))  # doctest: +NORMALIZE_WHITESPACE
        There are 4 pupils in group B and 4 in group A. On average those in group B ended 1.3 marks higher than
        those in group A who began with the same mark; anything from 0.3 to 2.3 higher fits these marks.
    """
    share = read_level(level)
    read = read_two_groups(before, after, group)
    x, y, xs, ys = _split(read)
    if x.xx + y.xx == 0:
        raise _no_slope(x, y)
    return AdjustedDifference(
        n=x.n + y.n,
        missing=read.missing,
        dropped=read.dropped,
        method=METHOD,
        reference=REFERENCE,
        level=share,
        alternative="two_sided",
        smallest_p=None,
        names=read.names,
        n_x=x.n,
        n_y=y.n,
        before=read.before,
        after=read.after,
        group=tuple(read.names[0] if first else read.names[1] for first in read.in_first),
        **lines.means(x, y),
        **lines.fit(x, y, share),
        **lines.robust(x, y, (xs, ys), share),
        **lines.interaction(x, y),
    )


def _split(read: TwoGroups) -> tuple[Sums, Sums, Points, Points]:
    """Return the sums and the points of the first and of the second group, in marks."""
    groups: tuple[Points, Points] = ([], [])
    for first, before, after in zip(read.in_first, read.before_units, read.after_units, strict=True):
        groups[0 if first else 1].append((Fraction(before, read.before_scale), Fraction(after, read.after_scale)))
    return lines.sums_of(groups[0]), lines.sums_of(groups[1]), *groups


def _no_slope(x: Sums, y: Sums) -> Undefined:
    alike = x.x == y.x
    return Undefined(
        "Marks before cannot be allowed for when they do not vary within either group.",
        where="before",
        seen=f"{x.n + y.n} equal marks" if alike else "one mark before for each group, the same for all its pupils",
        allowed="marks before that vary within a group",
        do="Compare the marks after by mean_difference.",
    )
