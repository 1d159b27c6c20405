"""What is told of a plan's power: the share noticed, the pupils needed, the least change noticed."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.stats.planning._designs import Pupils
from workbench.stats.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Result):
    """How often a plan would notice a change of a given size, and a table of it for other numbers of pupils.

    Attributes:
        pupils: The plan as it was given; ``n`` counts all pupils.
        effect, sd, standardised: The change in marks, the spread it is set against, and their ratio.
        power: The share of such studies that would give a p below ``alpha``.
        times, out_of: The same as so many times in 10 or in 100.
        needed: The fewest pupils (in each of two equal groups) who would reach ``target``; ``None`` when no number would do.
        rows: (pupils in all, power), in order, ``n`` among them.
    """

    made_by = "power({design}, {pupils}, {effect}, sd={sd}, alpha={alpha}, alternative={alternative})"

    design: str
    pupils: Pupils
    n_x: int
    n_y: int | None
    effect: float
    sd: float
    standardised: float
    power: float
    times: int
    out_of: int
    alpha: float
    alternative: str
    df: int
    noncentrality: float
    target: float
    target_times: int
    target_out_of: int
    needed: int | None
    rows: tuple[tuple[int, float], ...]

    def __float__(self) -> float:
        return self.power


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilsNeeded(Result):
    """The fewest pupils with whom a change would be noticed often enough, and a table for fewer and for more.

    Attributes:
        pupils: How many, or how many in each of two equal groups; ``n`` counts all pupils.
        between: Where the power is reached exactly, between whole pupils; ``None`` when two are enough.
        power: The share that was asked for; ``reached`` is what ``pupils`` give.
        times, out_of: ``power`` as so many times in 10 or in 100.
    """

    made_by = "pupils_needed({design}, {effect}, power={power}, sd={sd}, alpha={alpha}, alternative={alternative})"

    design: str
    pupils: int
    n_x: int
    n_y: int | None
    between: float | None
    effect: float
    sd: float
    standardised: float
    power: float
    times: int
    out_of: int
    reached: float
    alpha: float
    alternative: str
    rows: tuple[tuple[int, float], ...]

    def __int__(self) -> int:
        return self.pupils


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestDetectable(Result):
    """The least true change that a plan would notice often enough, and a table for other numbers of pupils.

    Attributes:
        pupils: The plan as it was given; ``n`` counts all pupils.
        effect: The change in the units of ``sd``; below 0 where only falls are looked for.
        standardised: The same in SDs.
        power: The share that was asked for; ``times`` in ``out_of`` in words.
        rows: (pupils in all, least change in the units of ``sd``), in order, ``n`` among them.
    """

    made_by = "smallest_detectable({design}, {pupils}, power={power}, sd={sd}, alpha={alpha}, alternative={alternative})"

    design: str
    pupils: Pupils
    n_x: int
    n_y: int | None
    effect: float
    sd: float
    standardised: float
    power: float
    times: int
    out_of: int
    alpha: float
    alternative: str
    rows: tuple[tuple[int, float], ...]

    def __float__(self) -> float:
        return self.effect
