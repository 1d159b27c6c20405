"""What the planned collecting asks of one pupil, in minutes (T5-2: over-testing hinders what it is meant to show)."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.enquiry.plan import Measure, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one measure asks of a pupil: how many sittings, and minutes in all (``None`` where nobody said)."""

    title: str
    sittings: int
    minutes: float | None
    assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """The whole of it; ``minutes`` is the sum of what is known, ``shares`` is in the order of the plan."""

    minutes: float
    shares: tuple[Share, ...]

    @property
    def unknown(self) -> tuple[Share, ...]:
        """The measures whose minutes nobody said."""
        return tuple(share for share in self.shares if share.minutes is None)

    @property
    def most(self) -> Share | None:
        """The measure that takes most of a pupil's time; nothing where two take as much, or there is one alone."""
        timed = sorted((share for share in self.shares if share.minutes), key=lambda share: -(share.minutes or 0))
        if len(timed) < 2 or timed[0].minutes == timed[1].minutes:
            return None
        return timed[0]


def burden(plan: Plan) -> Burden:
    """Return what the plan asks of one pupil.

    A measure without a line in the timeline is counted twice where its change is wanted, and once otherwise.
    """
    shares = tuple(_share(measure, plan) for measure in plan.measures)
    return Burden(minutes=sum(share.minutes or 0 for share in shares), shares=shares)


def _share(measure: Measure, plan: Plan) -> Share:
    lines = sum(each.measure == measure.id for each in plan.timeline)
    sittings = lines or (2 if measure.method == "paired_change" else 1)
    minutes = None if measure.minutes is None else measure.minutes * sittings
    return Share(title=measure.title, sittings=sittings, minutes=minutes, assumed=not lines)
