"""The report's headings, and its sentences on what was asked, done, planned and claimed. Typed text comes in as typed."""

from __future__ import annotations

from datetime import date, datetime

from workbench.words.markdown import ended, typed

KEPT_BACK = "[number kept back]"
NOT_SAID = "*Nothing has been written here yet.*"

HEADINGS = {
    "question": "The question",
    "what-we-did": "What we did",
    "who": "Who took part",
    "planned": "What was planned and what was not",
    "found": "What we found",
    "limits": "What this can and cannot tell you",
    "sketch": "What we expected, beside what we found",
    "claims": "What we claim, and what else could explain it",
    "next": "What we will do next",
    "checked": "Where this can be checked",
}

STATUS = {
    "hunch": "a hunch, not yet tested",
    "supported": "supported by this enquiry",
    "replicated": "seen again in a repeat",
    "local_theory": "a working theory for this school",
}


def day(when: date | datetime | None) -> str:
    """Return a date as a teacher writes it.

    >>> day(date(2026, 3, 9))
    '9 March 2026'
    """
    return "" if when is None else f"{when.day} {when:%B} {when.year}"


def about_line(audience: str, cycle: int, on: date | datetime) -> str:
    """Return the line under the title."""
    return f"A report for {audience} · cycle {cycle} · as it stood on {day(on)}"


PRIORITY_LEAD = "It serves this priority:"
TRIED_LEAD = "What had been tried already:"
ASPECTS_LEAD = "To answer it, each of these parts needed an answer:"
WHY_LEAD = "Why it is put like this:"
VERSIONS_LEAD = "How the question changed:"
CONTEXT_LEAD = "About the setting:"
SUCCESS_LEAD = "What would have counted as success:"
DEPARTURES_LEAD = "What was done differently from the plan:"


# --- the question and what was done --------------------------------------------------------------


def override_sentence(rule: str, reason: str) -> str:
    """Return why a wording was kept against a rule's advice."""
    return (
        f"The wording was kept against the advice of rule {typed(rule.rsplit('R', 1)[-1])} for questions, because: {typed(ended(reason))}"
    )


def version_line(number_: int, at: datetime, text: str, reason: str) -> str:
    """Return one earlier wording with its date and the reason for the change."""
    why = f" Reason given: {typed(ended(reason))}" if reason else ""
    return f"Version {number_}, {day(at)}: “{typed(text)}”{why}"


def origin_sentence(kind: str, title: str, what_differs: str) -> str:
    """Return where the enquiry came from."""
    lead = "This repeats a colleague's enquiry" if kind == "replicate" else "This follows on from an earlier enquiry"
    return f"{lead}, “{typed(title)}”." + (f" What is different here: {typed(ended(what_differs))}" if what_differs else "")


def timetable_sentence(before: date | None, after: date | None) -> str:
    """Return when the pupils were measured, as far as it was planned."""
    if before and after:
        return f"One group was measured before and after, on {day(before)} and on {day(after)}."
    return "One group was measured before and after."


def sessions_sentence(planned: int) -> str:
    """Return how many sessions were planned."""
    return f"{planned} {'session was' if planned == 1 else 'sessions were'} planned."


# --- planned or not -----------------------------------------------------------------------------


def lock_sentence(at: datetime | None, amendments: int) -> str:
    """Return whether and when the plan was locked."""
    if at is None:
        return "The plan was not locked before the marks came in, so everything here is exploratory: a reason to look again, not an answer."
    later = (
        ""
        if not amendments
        else " It was changed once afterwards."
        if amendments == 1
        else f" It was changed {amendments} times afterwards."
    )
    return f"The plan was locked on {day(at)}.{later}"


def label_sentence(title: str, label: str) -> str:
    """Return whether one analysis was planned."""
    if label == "planned":
        return f"**{typed(title)}**: planned. This analysis stood in the locked plan before any mark came in."
    return f"**{typed(title)}**: exploratory. It was decided on, or changed, without a plan locked before the marks came in."


PUPILS_DEPARTED = "The number of pupils was not the number planned. Both numbers are kept back, because together they could count a few."
NO_DEPARTURES = "Nothing was done differently from the locked plan, as far as the record shows."


# --- sketch, claims, where it can be checked -----------------------------------------------------

NO_CLAIMS = "No claim is made."
NO_NEXT_STEPS = "No next step has been written down yet."
NEXT_HEADER = ("What", "Who", "By")
LOG_HEADER = ("On", "What was done", "How it went", "What else happened")
INPUT_HEADER = ("What it was made from", "SHA-256")
RECORD_ROW = "The record"
PLAN_ROW = "The locked plan"
VERSION_HEADER = ("Made with", "Version")
CHECKED_LEAD = (
    "The same record and the same marks always give this same page. "
    "Anyone who has the enquiry's folder can make it again and compare these fingerprints."
)


def marks_row(name: str) -> str:
    """Return the name of a table of marks among the inputs."""
    return f"Marks: {typed(name)}"


def claim_line(text: str, status: str, other: str) -> str:
    """Return one claim with its standing and the other explanations considered."""
    standing = STATUS.get(status, status)
    others = f" What else could explain it: {typed(ended(other))}" if other else " No other explanation has been written down."
    return f"{typed(ended(text))} *({standing[0].upper()}{standing[1:]}.)*{others}"
