"""What stands in the calendar: a line for each day of the plan."""

from __future__ import annotations

from datetime import date

from workbench.enquiry.calendar_file import Event
from workbench.enquiry.record import Enquiry
from workbench.words.numbers import plain
from workbench.words.timeline import TERM, UNNAMED

NO_DAYS = ("No day is set yet, so there is nothing to put into a calendar.", "Give the timeline its days, in step 2.")


def events(enquiry: Enquiry) -> tuple[Event, ...]:
    """Return the days on which something is collected, and the last days for withdrawing and for names, in order."""
    plan = enquiry.plan
    titles = {measure.id: measure for measure in plan.measures}
    found: list[Event] = []
    counts: dict[tuple[str, str], int] = {}
    for each in plan.timeline:
        place = (each.measure, each.term)
        counts[place] = counts.get(place, 0) + 1
        measure = titles.get(each.measure)
        if each.on is None or measure is None:
            continue
        said = [f"{plain(measure.minutes)} minutes a pupil."] if measure.minutes else []
        said += [f"Paper or form: {each.instrument}."] if each.instrument else []
        key = f"{each.measure}-{each.term}-{counts[place]}".replace("_", "-")
        found.append(_event(enquiry, key, each.on, f"{measure.title}, {TERM[each.term]}", said))
    taken = {event.on for event in found}
    days = (
        ("first-measure", plan.before_on, UNNAMED["baseline"]),
        ("second-measure", plan.after_on, UNNAMED["short_term"]),
    )
    found += [_event(enquiry, key, on, words, []) for key, on, words in days if on is not None and on not in taken]
    ends = (
        ("withdraw", plan.ethics.withdraw_until, "Last day for pupils to withdraw"),
        ("destroy", plan.ethics.destroy_on, "Delete pupils' names and marks"),
    )
    found += [_event(enquiry, key, on, words, []) for key, on, words in ends if on is not None]
    return tuple(sorted(found, key=lambda event: (event.on, event.key)))


def _event(enquiry: Enquiry, key: str, on: date, words: str, said: list[str]) -> Event:
    return Event(key=key, on=on, summary=f"{words} ({enquiry.title})", note=" ".join([f"Enquiry: {enquiry.title}.", *said]))
