"""What a plan can and cannot show, before any pupil is tested."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from workbench.stats._columns import read_choice, read_count, read_level, read_real
from workbench.stats._distributions import t_quantile
from workbench.stats.paired.permutation import smallest_p
from workbench.stats.paired.standardised import hedges_correction
from workbench.stats.result import Result

DESIGNS = ("paired",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedWidth(Result):
    """A table: how wide the t interval for the mean change is expected to be.

    Attributes:
        width: From end to end, with ``n`` pupils, in the units of ``sd``.
        half_width: From the mean change to either end.
        rows: (pupils, expected width) for fewer and for more pupils, in order, ``n`` among them.
    """

    made_by = "expected_interval_width({design}, {n}, sd={sd}, level={level})"

    design: str
    width: float
    half_width: float
    sd: float
    level: float
    rows: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestP(Result):
    """The least exact p that this many pupils could ever give.

    ``enough`` is the fewest pupils with whom a p below ``below`` is possible.
    """

    made_by = "smallest_possible_p({design}, {n})"

    design: str
    smallest_p: float
    alternative: str
    below: float
    enough: int

    def __float__(self) -> float:
        return self.smallest_p


def expected_interval_width(design: str, n: int, *, sd: float = 1.0, level: float = 0.95) -> ExpectedWidth:
    """Return how wide the interval for the mean change is expected to be with ``n`` pupils.

    The expected SD of a small sample is below the true one; that is reckoned in.

    Args:
        design: ``"paired"``: the same pupils before and after.
        n: How many pupils with both marks, 2 or more.
        sd: The SD of the *changes*, in marks (1.0 gives the width in such SDs).
        level: Between 0 and 1.

    Raises:
        UnknownOption: for another design.
        NotEnoughData: below two pupils.
        BadInput: when ``n`` is not a whole number or ``sd`` not a number above 0.

    Reference:
        [1] Cumming (2012). Understanding The New Statistics, chapter 13.

    Example:
        >>> round(expected_interval_width("paired", 12).width, 3)
        1.242
    """
    read_choice(design, "design", DESIGNS)
    pupils = read_count(n, "n", least=2)
    share = read_level(level)
    spread = read_real(sd, "sd", low=1e-100, allowed="a number of marks above 0")
    around = {2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60} if pupils <= 60 else set()
    beyond = {pupils, *(round(pupils * times) for times in (0.5, 0.75, 1.25, 1.5, 2)), *around}
    rows = tuple((each, _expected_width(each, spread, share)) for each in sorted(beyond) if 2 <= each <= max(2 * pupils, 12))
    width = _expected_width(pupils, spread, share)
    return ExpectedWidth(
        n=pupils,
        missing=0,
        method="expected width of the paired t interval, 2 t c4 sd / sqrt(n)",
        reference="Cumming (2012), Understanding The New Statistics, chapter 13",
        design=design,
        width=width,
        half_width=width / 2,
        sd=spread,
        level=share,
        rows=rows,
    )


def smallest_possible_p(design: str, n: int, *, alternative: str = "two_sided", below: float = 0.05) -> SmallestP:
    """Return the least p that the exact sign-flip test could ever give with ``n`` pupils.

    Args:
        design: ``"paired"``: the same pupils before and after.
        n: How many pupils with both marks, 1 or more.
        alternative: ``"two_sided"``, ``"greater"`` or ``"less"``.
        below: A threshold in use; ``enough`` is the fewest pupils that could fall below it.

    Raises:
        UnknownOption: for another design or alternative.
        NotEnoughData: below one pupil.

    Reference:
        [1] Fisher (1935). The Design of Experiments, section 21.

    Example:
        >>> smallest_possible_p("paired", 5).smallest_p, smallest_possible_p("paired", 5).enough
        (0.0625, 6)
    """
    read_choice(design, "design", DESIGNS)
    read_choice(alternative, "alternative", ("two_sided", "greater", "less"))
    pupils = read_count(n, "n", least=1)
    threshold = read_real(below, "below", low=1e-12, high=1, allowed="a share between 0 and 1")
    sides = 2 if alternative == "two_sided" else 1
    enough = next(m for m in range(1, 64) if sides / 2**m < threshold or m == 63)
    return SmallestP(
        n=pupils,
        missing=0,
        method="least p of the exact sign-flip test: " + ("2 / 2^n" if sides == 2 else "1 / 2^n"),
        reference="Fisher (1935), The Design of Experiments, section 21",
        design=design,
        smallest_p=smallest_p(pupils, alternative),
        alternative=alternative,
        below=threshold,
        enough=enough,
    )


def _expected_width(n: int, sd: float, level: float) -> float:
    # E(s) = c4 * sigma, and c4 of n values is Hedges' J one degree of freedom up.
    return 2 * t_quantile((1 + level) / 2, n - 1) * _c4(n) * sd / sqrt(n)


def _c4(n: int) -> float:
    """Return E(s) / sigma for n values.

    J(df) = gamma(df/2) / (sqrt(df/2) gamma((df-1)/2)); with df = n that is c4 * sqrt((n-1)/n).
    """
    return hedges_correction(n) * sqrt(n / (n - 1))
