"""The report's sentences on who took part, what was found, and how far it goes. Numbers come in as they may be shown."""

from __future__ import annotations

from workbench.words.markdown import ended, typed
from workbench.words.numbers import fixed, plain
from workbench.words.report import KEPT_BACK

CHOSEN = {
    "": "How the pupils were chosen was not written down.",
    "everyone": "The whole group took part; nobody was picked out.",
    "lowest_scores": "The pupils were chosen because they scored low on the first test.",
    "need": "The pupils were chosen for a need that their teacher saw.",
    "judgement": "The pupils were chosen by their teacher's judgement.",
    "volunteers": "The pupils had offered to take part.",
}

SMALL_NUMBERS_NOTE = (
    "Small numbers are kept back throughout: no count below five, and nothing from which one could be worked out. "
    f"Where the teacher's own words counted so few pupils, {typed(KEPT_BACK)} stands instead."
)


# --- who ----------------------------------------------------------------------------------------


def year_sentence(size: int) -> str:
    """Return how many pupils are in the year they come from."""
    return f"They come from a year of {size} pupils."


def band(low: int, high: int) -> str:
    """Return a number, or the band it lies in."""
    return str(low) if low == high else f"{low} to {high}"


def group_sentence(low: int, high: int) -> str:
    """Return how many pupils the figures speak of, exactly or as a band."""
    if low == high:
        return f"The figures speak of the {low} pupils who have a mark on both occasions."
    return (
        f"The figures speak of the pupils who have a mark on both occasions: between {low} and {high} of them. "
        "The exact number is kept back, because beside the number chosen it could count pupils who were away."
    )


MISSING_KEPT_BACK = (
    "Pupils without a mark on both occasions are in no figure, and their number is not told: a small one could point to a pupil."
)
MISSING_ANSWER_KEPT_BACK = "Anything the teacher notes about pupils without both marks stays in the enquiry's folder."
WITHDRAWN_KEPT_BACK = (
    "Pupils who withdrew have left every figure; how many is not told. Averages are rounded to whole marks, "
    "so that this report beside an earlier one gives nobody away. Please destroy earlier reports."
)
WHOLE_MARKS = "Averages are told in whole marks: with so few pupils, finer ones would let a reader work out one pupil's."
TOO_FEW = "There are too few pupils with both marks to report on as a group. Their results stay with their teacher."
ALL_ALIKE = "The results are kept back: the pupils' marks were so alike that an average would tell each pupil's own."


# --- found --------------------------------------------------------------------------------------


def _way(value: float, digits: int) -> str:
    shown = fixed(abs(value), digits)
    if not shown.strip("0."):
        return "no change"
    return f"a gain of {shown}" if value > 0 else f"a loss of {shown}"


def _range(low: float, high: float, digits: int) -> str:
    """Return what fits, as "any gain from 1.2 to 4.5 marks" where both ends go the same way."""
    if round(low, digits) > 0:
        return f"any gain from {fixed(low, digits)} to {_marks(fixed(high, digits))}"
    if round(high, digits) < 0:
        return f"any loss from {fixed(-high, digits)} to {_marks(fixed(-low, digits))}"
    return f"anything from {_way(low, digits)} to {_marks(_way(high, digits))}"


def _marks(text: str) -> str:
    """Return the text with its unit: one mark is one, and "no change" needs none.

    >>> _marks("a gain of 1"), _marks("2.1"), _marks("no change")
    ('a gain of 1 mark', '2.1 marks', 'no change')
    """
    if text == "no change":
        return text
    return f"{text} {'mark' if text.rsplit(maxsplit=1)[-1] == '1' else 'marks'}"


def _average(value: float, digits: int) -> str:
    return f"an average {_marks(_way(value, digits).removeprefix('a '))}" if _way(value, digits) != "no change" else "no change on average"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def change_sentence(estimate: float, low: float | None, high: float | None, out_of: float | None, *, digits: int = 1) -> str:
    """Return the interval and the average change, in one sentence, in the test's own marks.

    >>> change_sentence(3.2, 0.9, 5.5, 40)
    'Any gain from 0.9 to 5.5 marks out of 40 fits these marks; the average was a gain of 3.2.'
    """
    scale = f" out of {plain(out_of)}" if out_of is not None else ""
    if low is None or high is None:
        return f"There was {_average(estimate, digits)}{scale}. How sure that is cannot be worked out from these marks."
    return f"{_capital(_range(low, high, digits))}{scale} fits these marks; the average was {_way(estimate, digits)}."


def short_change(estimate: float, low: float | None, high: float | None, *, digits: int = 1) -> str:
    """Return the average change and its interval as one clause.

    >>> short_change(3.2, -0.6, 7.0)
    'an average gain of 3.2 marks; anything from a loss of 0.6 to a gain of 7.0 marks fits'
    """
    if low is None or high is None:
        return _average(estimate, digits)
    return f"{_average(estimate, digits)}; {_range(low, high, digits)} fits"


def split_sentence(counts: tuple[int, int, int] | None, direction: str, group: tuple[int, int]) -> str:
    """Return who went up, stayed and went down, as far as it may be shown; ``group`` is its size or its band."""
    who = f"Of the {group[0]} pupils with both marks" if group[0] == group[1] else "Of the pupils with both marks"
    if counts is not None:
        up, same, down = counts
        return f"{who}, {up} went up, {same} stayed the same and {down} went down."
    if direction:
        return f"{who}, more than half went {direction}. The counts themselves are kept back."
    return f"{who}, how many went up or down is kept back."


def figure_alternative(title: str, before: float, after: float, change: str, out_of: float | None, *, digits: int = 1) -> str:
    """Return the words that stand for the picture of a group's change."""
    scale = f" out of {plain(out_of)}" if out_of is not None else ""
    return (
        f"Chart of {title}: the group's average mark was {fixed(before, digits)}{scale} before and {fixed(after, digits)} after. "
        f"That is {change}."
    )


def odds_sentence(times: int | None, below: int | None) -> str:
    """Return the exact p in words."""
    lead = "If nothing had changed, and each pupil were as likely to go down as up, an average this far from nought would come up"
    if times is not None:
        return f"{lead} about {times} {'time' if times == 1 else 'times'} in 100 by luck alone."
    if below is not None:
        return f"{lead} fewer than 1 time in {below:,} by luck alone."
    return "With so few pupils no count of luck's share is worth giving."


GROUP_FIGURE_NOTE = "The picture shows the group only; no pupil is drawn."
ROUNDED_NOTE = "Each figure is rounded by itself, so sums may differ in the last place."
FIGURES_HEADER = ("What", "Figure")


def figure_rows(values: dict[str, str]) -> list[tuple[str, str]]:
    """Return the rows of the table of figures."""
    names = {
        "n": "Pupils with both marks",
        "mean_before": "Average mark before",
        "mean_after": "Average mark after",
        "change": "Average change",
        "interval": "Changes that fit these marks (95% interval)",
        "standardised": "Change in standard deviations, with its 95% interval",
    }
    return [(names[key], value) for key, value in values.items()]


def interval_words(low: float, high: float, digits: int = 1) -> str:
    """Return an interval as text for a table."""
    return f"{fixed(low, digits)} to {fixed(high, digits)}"


# --- limits -------------------------------------------------------------------------------------

LIMITS = {
    "M1": "They were chosen because they scored low. Pupils chosen that way usually score higher next time with no special teaching.",
    "M2": "There was no second group, chosen in the same way, to set these pupils beside.",
    "M4": "The group is small, so the range that fits these marks is wide. Read the range, not the average.",
    "M5": "With so few pupils, luck could never have been ruled out by a test. The pupils' work says more.",
    "M9": "Some pupils were near the end of the mark scale, so the test could not show all of their change.",
    "M10": "Not every chosen pupil has both marks. Those without may differ from the rest.",
}


def drift_sentence(low: float, high: float, gain: float, *, digits: int = 1) -> str:
    """Return how much of a gain was to be expected of pupils chosen for low marks.

    >>> drift_sentence(1.4, 1.4, 3.2).removeprefix(LIMITS["M1"])
    ' Here that alone would give about 1.4 of the 3.2 marks.'
    >>> drift_sentence(2.9, 2.9, 1.1).removeprefix(LIMITS["M1"])
    ' Here that alone would give about 2.9 marks, and the gain was 1.1.'
    """
    least, most, seen = fixed(low, digits), fixed(high, digits), fixed(gain, digits)
    amount = f"about {least}" if least == most else f"anything from {least} to {most}"
    beside = f"{amount} of the {_marks(seen)}" if 0 < high <= gain else f"{_marks(amount)}, and {_there_was(gain, digits)}"
    return f"{LIMITS['M1']} Here that alone would give {beside}."


def _there_was(gain: float, digits: int) -> str:
    if _way(gain, digits) == "no change":
        return "there was no change on average"
    return f"the {'gain' if gain > 0 else 'loss'} was {fixed(abs(gain), digits)}"


def how_chosen(text: str) -> str:
    """Return the teacher's words on how the pupils were chosen."""
    return f"In the plan's words: {typed(ended(text))}" if text.strip() else ""


def others_sentence(change: float) -> str:
    """Return what the rest of the year did in the same time."""
    return (
        f"In the same time the rest of the year had {_average(change, 1)}. "
        "They started elsewhere, so that is something to bear in mind, not a fair comparison."
    )


def limit_sentence(threat: str, title: str) -> str:
    """Return what one threat means, without counts of few pupils."""
    return LIMITS.get(threat, f"{typed(title.rstrip('.'))}.")


NO_LIMITS = "None of the usual weak points was found."
ANSWERS_LEAD = "What the teacher says to this:"
CLOSING_LIMIT = (
    "One group measured before and after can show a change, not its cause. It is one group, in one school, once: "
    "a repeat by a colleague would tell more than a closer look at these marks."
)


# --- beside what was expected ----------------------------------------------------------------------

SKETCH_LEAD = "Before the marks came in, this is the sentence we hoped to be able to write:"
NO_SKETCH = "No sentence was written down before the marks came in, so there is nothing to set beside them."
FOUND_LEAD = "What the marks say:"
SEEN_LEAD = "What the teacher sees in them:"


def label_note(label: str, invented: bool) -> str:
    """Return the note that stands over one measure's results."""
    if invented:
        return "**These marks are made up, for a rehearsal. They say nothing about pupils.**"
    return "*A planned analysis.*" if label == "planned" else "*An exploratory analysis: a reason to look again, not an answer.*"


def described_in_words(title: str) -> str:
    """Return the note for a measure that gives no marks to count; the title is Markdown already."""
    return f"**{title}** was to be described in words; see what the teacher sees, below."


def whole_sentence(clause: str, out_of: float | None) -> str:
    """Return a clause on the change as a sentence of its own."""
    scale = f" (marks are out of {plain(out_of)})" if out_of is not None else ""
    return f"{_capital(clause)}{scale}."


def not_computed(reason: str) -> str:
    """Return why a result is missing."""
    return f"There is no result: {typed(reason)}"
