"""The timeline drawn: weeks along, a line for each measure, the work as a bar, holidays shaded.

Written as SVG by hand: it is drawn again at each change of the plan's form, which loads nothing heavy.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from workbench.enquiry.plan import Plan
from workbench.enquiry.teaching_time import holidays, where
from workbench.enquiry.timeline import planned_days
from workbench.figures.style import FAINT, MEAN, SAME, UP

WIDTH, LEFT, RIGHT, TOP, ROW = 800, 190, 26, 46, 52
LONGEST_NAME = 25
TERMS = (("baseline", "at the start"), ("short_term", "soon after"), ("medium_term", "later"))
WEEKS = 200
"""More weeks than this are a year that was mistyped; no picture tells them apart."""


def timeline_svg(plan: Plan) -> str:
    """Return the picture as SVG text; empty where no two days are set, or where they lie many years apart."""
    days = planned_days(plan)
    if len({on for _, _, on in days}) < 2:
        return ""
    first = days[0][2] - timedelta(days=days[0][2].weekday())
    weeks = (days[-1][2] - first).days // 7 + 1
    if weeks > WEEKS:
        return ""
    scale = _Scale(first, weeks)
    names = [measure.title for measure in plan.measures if any(title == measure.title for title, _, _ in days)]
    rows = [*dict.fromkeys(names), *([""] if any(not title for title, _, _ in days) else [])]
    bottom = TOP + ROW * (len(rows) + 1)
    parts = [*_shades(plan, scale, bottom), *_weeks(scale, bottom), *_work(plan, scale)]
    for number, title in enumerate(rows, start=1):
        parts += _row(title, [(term, on) for name, term, on in days if name == title], scale, TOP + ROW * number, plan)
    parts += _legend(plan, scale, bottom + 44)
    height = bottom + 62
    style = "font-family='system-ui, sans-serif' font-size='13'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' width='{WIDTH}' {style}>{''.join(parts)}</svg>"


class _Scale:
    """From days to places along the picture."""

    def __init__(self, first: date, weeks: int) -> None:
        self.first, self.weeks = first, weeks
        self.last = first + timedelta(weeks=weeks)
        self.week = (WIDTH - LEFT - RIGHT) / weeks

    def x(self, day: date, *, middle: bool = True) -> float:
        return LEFT + ((day - self.first).days + (0.5 if middle else 0)) / 7 * self.week


def _text(x: float, y: float, words: str, *, anchor: str = "middle", fill: str = MEAN, size: int = 13, bold: bool = False) -> str:
    weight = " font-weight='600'" if bold else ""
    return f"<text x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' fill='{fill}' font-size='{size}'{weight}>{escape(words)}</text>"


def _shades(plan: Plan, scale: _Scale, bottom: float) -> list[str]:
    """Return the ground, and the holidays as hatched bands with their word where there is room."""
    hatch = (
        "<defs><pattern id='holiday' width='7' height='7' patternTransform='rotate(45)' patternUnits='userSpaceOnUse'>"
        f"<rect width='7' height='7' fill='#efefef'/><line x1='0' y1='0' x2='0' y2='7' stroke='{FAINT}' stroke-width='2'/></pattern></defs>"
    )
    parts = [hatch, f"<rect width='{WIDTH}' height='{bottom + 62}' fill='white'/>"]
    for start, end in holidays(scale.first, scale.last - timedelta(days=1), plan.terms):
        left, right = scale.x(start, middle=False), scale.x(end + timedelta(days=1), middle=False)
        parts.append(
            f"<rect x='{left:.1f}' y='{TOP - 6}' width='{right - left:.1f}' height='{bottom - TOP + 6:.1f}' fill='url(#holiday)'/>"
        )
    return parts


def _weeks(scale: _Scale, bottom: float) -> list[str]:
    """Return the weeks along the bottom, numbered, and the months along the top."""
    parts = [_text(LEFT - 12, bottom + 18, "week", anchor="end", fill="#555", size=12)]
    step = next(step for step in (1, 2, 5, 10, 20, 50) if step * scale.week >= 24)
    for number in range(scale.weeks + 1):
        x = LEFT + number * scale.week
        if scale.week >= 7 or number % step == 0:
            parts.append(f"<line x1='{x:.1f}' y1='{TOP - 6}' x2='{x:.1f}' y2='{bottom}' stroke='{FAINT}' stroke-width='0.6'/>")
        if number < scale.weeks and (number + 1) % step == 0:
            parts.append(_text(x + scale.week / 2, bottom + 18, str(number + 1), fill="#555", size=12))
    parts.append(f"<line x1='{LEFT}' y1='{bottom}' x2='{WIDTH - RIGHT}' y2='{bottom}' stroke='{SAME}'/>")
    return [*parts, *_months(scale)]


def _months(scale: _Scale) -> list[str]:
    parts: list[str] = []
    month, free = scale.first, 0.0
    while month < scale.last:
        x = max(scale.x(month, middle=False), LEFT)
        if x >= free:
            words = f"{month:%b}" if month.month > 1 and parts else f"{month:%b %Y}"
            parts.append(_text(x + 2, TOP - 14, words, anchor="start", fill="#555", size=12))
            free = x + 7.5 * len(words) + 6
        month = (month.replace(day=1) + timedelta(days=32)).replace(day=1)
    return parts


def _work(plan: Plan, scale: _Scale) -> list[str]:
    """Return the bar of the work, from the first measure to the second."""
    middle = TOP + ROW / 2
    starts = [each.on for each in plan.timeline if each.term == "baseline" and each.on]
    ends = [each.on for each in plan.timeline if each.term == "short_term" and each.on]
    start, end = plan.before_on or min(starts, default=None), plan.after_on or min(ends, default=None)
    parts = [_text(LEFT - 12, middle + 5, "The work", anchor="end", bold=True)]
    if start and end and start < end:
        left, right = scale.x(start), scale.x(end)
        parts.append(f"<rect x='{left:.1f}' y='{middle - 9}' width='{right - left:.1f}' height='18' rx='3' fill='{UP}'/>")
    return parts


def _row(title: str, days: Sequence[tuple[str, date]], scale: _Scale, top: float, plan: Plan) -> list[str]:
    """Return one measure: its name, a line, and a mark for each day with the day below it, or above where it is crowded."""
    middle = top + ROW / 2 - 4
    name = title or "First and second measure"
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
    parts = [
        _text(LEFT - 12, middle + 5, short, anchor="end"),
        f"<line x1='{LEFT}' y1='{middle}' x2='{WIDTH - RIGHT}' y2='{middle}' stroke='{FAINT}'/>",
    ]
    free = {True: -100.0, False: -100.0}
    for term, on in days:
        x = scale.x(on)
        out = where(on, plan.terms) in ("weekend", "holiday")
        words = f"{on.day} {on:%b}{' !' if out else ''}"
        below = x - free[True] >= 46 or x - free[True] > x - free[False]
        free[below] = x
        parts += [mark(term, x, middle), _text(x, middle + (22 if below else -13), words, size=12, bold=out)]
    return parts


def mark(term: str, x: float, y: float) -> str:
    """Return the mark of a point in the enquiry: a ring at the start, a square soon after, a triangle later."""
    if term == "baseline":
        return f"<circle cx='{x:.1f}' cy='{y}' r='6.5' fill='white' stroke='{MEAN}' stroke-width='2.5'/>"
    if term == "short_term":
        return f"<rect x='{x - 6:.1f}' y='{y - 6}' width='12' height='12' fill='{MEAN}' stroke='white' paint-order='stroke'/>"
    return f"<path d='M{x:.1f} {y - 8} l8 14 h-16 z' fill='{SAME}' stroke='{MEAN}' stroke-width='1.5'/>"


def _legend(plan: Plan, scale: _Scale, y: float) -> list[str]:
    parts: list[str] = []
    x = float(LEFT)
    for term, words in TERMS:
        parts += [mark(term, x + 6, y), _text(x + 19, y + 5, words, anchor="start", size=12)]
        x += 40 + 7 * len(words)
    shaded = [("url(#holiday)", "holiday")] if holidays(scale.first, scale.last - timedelta(days=1), plan.terms) else []
    for fill, words in shaded:
        parts.append(f"<rect x='{x}' y='{y - 7}' width='16' height='14' fill='{fill}' stroke='{FAINT}'/>")
        parts.append(_text(x + 23, y + 5, words, anchor="start", size=12))
        x += 34 + 7 * len(words)
    if any(where(on, plan.terms) in ("weekend", "holiday") for _, _, on in planned_days(plan)):
        parts.append(_text(x + 6, y + 5, "!  not a school day", anchor="start", size=12, bold=True))
    return parts
