"""What is said of a plan: what is missing, how much it can show, and what became of it."""

from __future__ import annotations

from datetime import date, datetime

from workbench.words.numbers import count_of, fixed, least_probability, plain

MISSING: dict[str, tuple[str, str]] = {
    "question": ("There is no question yet.", "Write it in step 1."),
    "aspects": ("The parts of the question are not listed.", "List them in step 1; each will need a measure."),
    "action": ("What you will do is not written down.", "Say it so that a colleague could do the same."),
    "pupils_expected": ("How many pupils is not said.", "Give the number you expect in your group."),
    "chosen_by": ("How the pupils were chosen is not said.", "Choose one; it decides what a gain can mean."),
    "year_smaller_than_group": (
        "The year is smaller than the group picked from it ({about}).",
        "Check both numbers: the year counts everyone, your group included.",
    ),
    "measures": ("Nothing is planned to be collected.", "Add at least one measure."),
    "aspect_without_measure": (
        "Nothing you plan to collect will tell you about “{about}”.",
        "Tick it for a measure, add one, or take it out of the question.",
    ),
    "measure_without_aspect": (
        "“{about}” answers no part of the question.",
        "Tick the part it answers, or leave the measure out and save pupils' time.",
    ),
    "highest_mark": ("“{about}” has no highest mark.", "Say what full marks are."),
    "range": ("The highest mark of “{about}” is not above its lowest.", "Check both."),
    "step": ("The step of “{about}” is wider than its whole range.", "Use 1 for whole marks, 0.5 where halves are given."),
    "same_short_name": ("Two measures have the short name “{about}”.", "Give one of them another name."),
    "before_on": ("The day of the first measure is not set.", "Choose a day; it can be today."),
    "after_on": ("The day of the second measure is not set.", "Choose a day after the last session."),
    "after_not_later": ("The second measure is not later than the first ({about}).", "Check both days."),
    "deleted_too_soon": ("Names and marks would be deleted before the second measure ({about}).", "Choose a later day."),
    "withdraw_after_deletion": ("Pupils could withdraw after their marks are deleted ({about}).", "Check both days."),
    "success": ("What would count as success is not said.", "Say now what you would see, so that the marks cannot decide it for you."),
    "consent": ("How pupils and parents are told is not said.", "Choose one. Ask your school's lead if you are unsure."),
    "worthwhile_out_of_reach": ("The smallest gain worth having is more than the test can show ({about}).", "Give it in marks."),
}
"""What is missing and what to do, by code of ``enquiry.plan_checks``."""

ALREADY_LOCKED = ("The plan is locked already.", "To change it, give the change and the reason; both will stand in the report.")
NOT_LOCKED = ("The plan is not locked, so there is nothing to amend.", "Change it in the form.")
NO_REASON = ("Say why the plan changes, in a few words.", "The reason stands in the report.")
NO_CHANGE = ("Nothing would change.", "Give the new answer first.")
NOT_A_PLAN_FIELD = "That field is not part of the locked plan."
REHEARSAL = "These marks are invented. They show what your report will say, not what your pupils will do."

GRID = {
    "paired_change": "each pupil's change",
    "described_in_words": "described in words",
    "found": "What we found",
    "no_measure": "Nothing answers this yet. Add a measure, or take it out of the question.",
    "no_aspect": "This answers no part of the question. Tick the part it answers, or leave it out.",
}

NO_NUMBER = "Say how many pupils you expect, and this will tell how much their marks can show."
ONE_PUPIL = "With one pupil there is no average. Describe the pupil's work at several points instead."


def missing_words(code: str, about: str = "") -> tuple[str, str]:
    """Return what is missing and what to do about it.

    >>> missing_words("range", "Quiz")[0]
    'The highest mark of “Quiz” is not above its lowest.'
    """
    what, do = MISSING[code]
    return what.replace("{about}", about), do


def width_in_spreads(pupils: int, half: float, level: float) -> str:
    """Say how exact the mean change will be when no spread can be guessed yet."""
    return (
        f"With {count_of(pupils, 'pupil')}, the average change will be known to about {fixed(half, 1)} spreads either way. "
        "A spread is how far one pupil's change usually lies from the average change; "
        f"{plain(level * 100)} in 100 such ranges hold the true one."
    )


def width_in_marks(pupils: int, half: float, spread: float) -> str:
    """Say how exact the mean change will be, in marks, for a guessed spread of changes."""
    return (
        f"With {count_of(pupils, 'pupil')} whose changes spread by about {plain(spread)} marks, "
        f"the average change will be known to about {fixed(half, 1)} marks either way."
    )


def worthwhile(half: float, wanted: float) -> str:
    """Set the smallest gain worth having beside what can be told of an average that comes out so.

    A true gain as big as the half width comes out above it only every other time.
    """
    start = f"An average gain of {plain(wanted)} marks, the smallest worth having,"
    if wanted <= half:
        return f"{start} could not be told from no change. More pupils, or a longer test, would help."
    close = " It is not far off, so luck may still hide it." if wanted < 1.5 * half else ""
    return f"{start} could be told from no change.{close}"


def smallest_p(pupils: int, p: float, enough: int, below: float) -> str:
    """Say how small a p this many pupils could give at the most."""
    start = f"If nothing had changed, the smallest p that {count_of(pupils, 'pupil')} could give is {least_probability(p)}."
    if p > below:
        short = f"No result could come below the usual {plain(below)}; with {enough} pupils it could."
        return f"{start} {short} Describe each pupil's work as well."
    return f"{start} That is when every pupil moves the same way."


# --- what was planned and what was done ----------------------------------------------------------


def day(when: date | datetime) -> str:
    """Return a date as it is written by hand.

    >>> day(date(2026, 1, 5))
    '5 January 2026'
    """
    return f"{when.day} {when:%B} {when.year}"


def never_locked() -> str:
    """Say that the plan was never locked."""
    return "The plan was not locked, so nobody can tell what was decided before the marks were seen."


def locked_late() -> str:
    """Say that marks came in first."""
    return "The plan was locked after the first marks came in."


def amended(at: datetime, fields: list[str], reason: str) -> str:
    """Say what was changed after the lock, when and why."""
    return f"On {day(at)} the plan was changed ({', '.join(fields)}). The reason given: {reason.rstrip('.')}."


def changed_outside() -> str:
    """Say that the plan no longer is what was locked."""
    return "The plan now differs from what was locked, with no change written down. Look into the history before you rely on it."


def sessions(planned: int, logged: int) -> str:
    """Set the lines of the log beside the sessions planned; one line may tell of several sessions."""
    return f"{count_of(planned, 'session')} {'was' if planned == 1 else 'were'} planned; the log has {count_of(logged, 'line')}."


def pupils(measure: str, planned: int, present: int) -> str:
    """Set the pupils in the table beside those planned."""
    return f"{count_of(planned, 'pupil')} {'was' if planned == 1 else 'were'} planned, and “{measure}” lists {present}."


def no_marks(measure: str) -> str:
    """Say that a planned measure has no marks."""
    return f"“{measure}” was planned, and no marks of it are here."


def one_occasion(measure: str, missing: str) -> str:
    """Say that only one of the two occasions has marks."""
    return f"“{measure}” has no marks from the {'first' if missing == 'before' else 'second'} measure."


def began_early(first: date, planned: date) -> str:
    """Say that the work began before the first measure."""
    return f"The log begins on {day(first)}, before the first measure planned for {day(planned)}."


def went_on(last: date, planned: date) -> str:
    """Say that the work went on after the second measure."""
    return f"The log goes on until {day(last)}, after the second measure planned for {day(planned)}."


def not_yet(planned: date) -> str:
    """Say that the second measure is still to come."""
    return f"The second measure is planned for {day(planned)} and has not come yet."
