"""What is said of a timeline: what to look at, what it asks of a pupil, what the picture of it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.enquiry.burden import Burden, Share
from workbench.enquiry.plan import Plan
from workbench.enquiry.plan_checks import Gap
from workbench.enquiry.teaching_time import holidays, where
from workbench.enquiry.timeline import Finding, planned_days
from workbench.words.numbers import count_of, fixed, plain
from workbench.words.plan import day, missing_words

TERM = {"baseline": "at the start", "short_term": "soon after", "medium_term": "later"}
GRADE = {"stop": "Put this right before you lock the plan:", "ask": "Is this as you mean it?", "note": "Worth knowing:"}
"""What stands above the findings of each grade."""

FINDINGS: dict[str, tuple[str, str]] = {
    "occasion_of_no_measure": (
        "A line of the timeline is for “{about}”, which is not among the things you collect.",
        "Choose what is collected, or take the line away.",
    ),
    "later_not_after_baseline": (
        "{about} is collected {term} on {on}. That is not after its start, on {other}.",
        "Change one of the two days.",
    ),
    "medium_not_after_short": (
        "{about} is collected later on {on}. That is not after it is collected soon after the work, on {other}.",
        "Change one of the two days.",
    ),
    "baseline_after_work": (
        "{about} is collected at the start on {on}. By then the work is over: the second measure is on {other}.",
        "Move it before the work begins.",
    ),
    "later_before_work": (
        "{about} is collected {term} on {on}. The work has not begun by then: the first measure is on {other}.",
        "Choose a day after the work.",
    ),
    "term_backwards": ("{about} ends on {on}, before it begins, on {other}.", "Check both days, and the year."),
    "on_weekend": ("{about} is planned for {weekday} {on}.", "Choose a school day, or leave it if it is done at home."),
    "in_holiday": ("{about} is planned for {on}. That is a holiday in the terms you typed.", "Choose a school day, or check the terms."),
    "beyond_terms": ("{about} is planned for {on}. The terms you typed do not reach that day.", "Add that half term, or check the year."),
    "in_past": ("{about} is planned for {on}, which has gone by.", "If it took place then, leave it. Otherwise choose another day."),
    "twice_on_one_day": ("{about} stands twice on {on}.", "Take one line away, or change its day."),
    "term_long": (
        "{about} runs for {weeks} weeks, from {on} to {other}.",
        "Check the years, or type its half terms one by one, so that holidays are known.",
    ),
    "terms_overlap": ("{about} begins on {on}, before the one ahead of it ends, on {other}.", "Check both days."),
    "no_timeline": (
        "The timeline is empty.",
        "Add a line for each time that something is collected. You then get a calendar, and see what it asks of a pupil.",
    ),
    "measure_not_in_timeline": (
        "{about} is in no line of the timeline.",
        "Add when it is collected, or leave it out and save pupils' time.",
    ),
    "no_baseline": (
        "{about} is not collected at the start, so nothing can be set beside what you find later.",
        "Add a line at the start, or say in the plan why one look is enough.",
    ),
    "no_later": ("{about} is collected at the start and not again.", "Add a line soon after the work, with the same paper or form."),
    "other_instrument": (
        "{about} is collected {term} with another paper or form than at the start. If one is harder, marks cannot be set side by side.",
        "Use the same one, or have a colleague look at both and say that they match.",
    ),
    "paper_not_named": (
        "You said that {about} is not the same paper both times. The timeline does not say which paper comes when.",
        "Name the other paper in its line.",
    ),
    "no_day": ("No day is set yet for {lines} of the timeline.", "Choose the day, so that it can go into your calendar."),
    "no_medium_term": (
        "Nothing is collected a term or two later, so nobody will know whether it lasted.",
        "Add one short look later on, with the same paper or form. It can be for a few pupils.",
    ),
    "too_short": (
        "From first to last day your enquiry takes {taken} school weeks. Half a term has about {needed}.",
        "If you can, leave more weeks between. If not, say in the report that the time was short.",
    ),
    "before_on_differs": (
        "The first measure is set for {on}. The timeline has its start on {other}.",
        "Give both the same day.",
    ),
    "after_on_differs": (
        "The second measure is set for {on}. The timeline has “soon after” on {other}.",
        "Give both the same day.",
    ),
}
"""What to look at and one thing to do, by code of ``enquiry.timeline``."""

SCREEN = {
    "title": "Your timeline",
    "help": "Drawn from the days above. It changes as you fill them in.",
    "no_picture": "Set at least two days above, and the timeline is drawn here.",
    "burden": "What it asks of a pupil",
    "calendar": "Make the calendar file",
    "calendar_help": "Every day above, with a reminder a week before. No pupil is named in it.",
    "made": "The calendar file is ready: {path}, in this enquiry's folder. Open it from there, and your calendar takes its days in.",
}

UNNAMED = {"baseline": "The first measure", "short_term": "The second measure"}


def finding_words(finding: Finding) -> tuple[str, str]:
    """Return what to look at, in a sentence or two, and one thing to do.

    >>> finding_words(Finding(code="on_weekend", grade="ask", term="baseline", on=(date(2026, 1, 10),)))[0]
    'The first measure is planned for Saturday 10 January 2026.'
    """
    what, do = FINDINGS[finding.code]
    on, other = (*(day(each) for each in finding.on), "", "")[:2]
    numbers = finding.numbers
    return what.format(
        about=f"“{finding.about}”" if finding.about and "“{about}”" not in what else finding.about or UNNAMED.get(finding.term, ""),
        term=TERM.get(finding.term, ""),
        on=on,
        other=other,
        weekday=f"{finding.on[0]:%A}" if finding.on else "",
        weeks=plain(numbers[0]) if numbers else "",
        lines=count_of(int(numbers[0]), "line") if numbers else "",
        taken=_weeks(numbers[0]) if numbers else "",
        needed=_weeks(numbers[1]) if len(numbers) > 1 else "",
    ), do


def gap_words(gap: Gap) -> tuple[str, str]:
    """Return what stands between the plan and its lock, and what to do about it."""
    return finding_words(gap.finding) if gap.finding else missing_words(gap.code, gap.about)


def _weeks(number: float) -> str:
    text = fixed(number, 1)
    return text.removesuffix(".0")


# --- what it asks of a pupil ----------------------------------------------------------------------


def burden_sentences(found: Burden) -> tuple[str, ...]:
    """Say what the plan asks of one pupil, beside a lesson of an hour; which measure takes most; what is not known."""
    if not found.shares:
        return ()
    said = [_in_all(found)] if len(found.unknown) < len(found.shares) else []
    most = found.most
    if most is not None:
        said.append(f"“{most.title}” takes most of it: {_minutes(most.minutes or 0)} in {count_of(most.sittings, 'sitting')}.")
    guessed = [share for share in found.shares if share.assumed and share.minutes]
    if guessed:
        one = len(guessed) == 1
        said.append(
            f"{_titles(guessed)} {'has' if one else 'have'} no line in the timeline, so {_times(guessed)} {'is' if one else 'are'} counted."
        )
    if found.unknown:
        said.append(f"Not counted, because its minutes are not said: {_titles(found.unknown)}. Add them above.")
    return tuple(said)


def _in_all(found: Burden) -> str:
    start = "What is known so far" if found.unknown else "All you plan to collect"
    if found.minutes == 0:
        return f"{start} takes pupils no time of their own."
    return f"{start} takes each pupil {_minutes(found.minutes)} in all: {lessons(found.minutes)}."


def lessons(minutes: float) -> str:
    """Set minutes beside lessons of an hour, to the quarter or the third.

    >>> lessons(5), lessons(40), lessons(75)
    ('a few minutes of one lesson', 'about two thirds of an hour-long lesson', 'about 1¼ hour-long lessons')
    """
    if minutes < 10:
        return "a few minutes of one lesson"
    if minutes < 53:
        parts = {15: "a quarter of an", 20: "a third of an", 30: "half an", 40: "two thirds of an", 45: "three quarters of an"}
        return f"about {parts[min(parts, key=lambda part: abs(part - minutes))]} hour-long lesson"
    quarters = int(fixed(minutes / 15, 0).replace(",", ""))
    if quarters <= 4:
        return "about one hour-long lesson"
    return f"about {quarters // 4}{('', '¼', '½', '¾')[quarters % 4]} hour-long lessons"


def _minutes(number: float) -> str:
    return f"{plain(number)} minute{'' if number == 1 else 's'}"


def _titles(shares: Sequence[Share]) -> str:
    quoted = [f"“{share.title}”" for share in shares]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _times(shares: Sequence[Share]) -> str:
    sittings = {share.sittings for share in shares}
    if sittings == {1}:
        return "one sitting"
    return "two sittings" if sittings == {2} else "one sitting, or two where a change is wanted,"


# --- the picture ----------------------------------------------------------------------------------


def picture_words(plan: Plan) -> str:
    """Return the text alternative of the timeline's picture: every day in order, the work, the holidays between."""
    days = planned_days(plan)
    if not days:
        return "The timeline has no days yet."
    first, last = days[0][2], days[-1][2]
    said = [f"Timeline from {day(first)} to {day(last)}."]
    if plan.before_on and plan.after_on and plan.before_on < plan.after_on:
        said.append(f"The work runs from {day(plan.before_on)} to {day(plan.after_on)}.")
    said += [
        f"{day(on)}: {title or UNNAMED[term].lower()}{f', {TERM[term]}' if title else ''}{_out(on, plan)}." for title, term, on in days
    ]
    said += [f"Holiday from {day(start)} to {day(end)}." for start, end in holidays(first, last, plan.terms)]
    return " ".join(said)


def _out(on: date, plan: Plan) -> str:
    return {"weekend": " (a weekend)", "holiday": " (a holiday)"}.get(where(on, plan.terms), "")
