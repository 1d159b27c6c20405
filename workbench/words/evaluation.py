"""What the evaluation tool says around its fields: the prompts, what the plan says already, and what is still open."""

from __future__ import annotations

from datetime import date

from workbench.words.labels import CHOICES, choice_of, label_of
from workbench.words.numbers import count_of, fixed, listed, plain
from workbench.words.plan import GRID, width_in_spreads

PROMPTS: dict[str, tuple[str, str]] = {
    "T5-1": (
        "1. The chain",
        "What you learn should change teaching, then lessons, then what pupils can do. Each link needs something that shows it.",
    ),
    "T5-2": (
        "2. What it is worth, and what it costs pupils",
        "An evaluation should help pupils and teachers, and not take their time for nothing.",
    ),
    "T5-3": ("3. The start", "What stood before anything changed. Without it nothing later can be compared."),
    "T5-4": ("4. Success at the end of the learning", "Say it before you look, so that the data cannot say it for you."),
    "T5-5": ("5. What you collect at the end", "The same as at the start, and both numbers and words."),
    "T5-6": ("6. Success later on", "A gain that is gone by summer was not yet a gain."),
    "T5-7": ("7. What you collect later", "The same once more. Put the day in a calendar now."),
    "T5-8": ("8. How each is looked at", "Nothing should be collected that nobody will look at."),
    "T5-9": ("9. Telling others", "Telling is asking: say what you want them to do with it."),
    "T5-10": ("10. What happens because of it", "Findings that change nothing were not worth pupils' time."),
    "T5-ES": ("One number is not enough", "A size in spreads of marks means little without its range, least of all for a few pupils."),
}

INTRO_OF: dict[str, str] = {name: intro for name, (_, intro) in PROMPTS.items()}

PLAN_TITLE = "From your plan"
OPEN_TITLE = "Look here"
TOOL = {
    "title": "Evaluation tool",
    "help": "Ten prompts to judge the professional learning behind this enquiry. What your plan says is filled in already.",
    "open": "Open the evaluation tool",
    "close": "Close the evaluation tool",
    "export": "Take it with you",
    "export_help": "Makes files in this enquiry's folder: a page to print, the same as Markdown, the data as JSON, "
    "and a calendar file of the days set here.",
    "make": "Make the page and its files",
    "working": "Making the page. This takes a few seconds.",
    "made": "Ready, in the folder “evaluation”: {names}",
    "open_page": "Open the page to print",
}

FINDINGS: dict[str, tuple[str, str]] = {
    "chain_empty": ("The chain has no link yet.", "Add a line for each of the four links, beginning with what you learn."),
    "link_missing": ("A link is missing: {0}.", "Add a line for it, and say what will show it."),
    "link_unmeasured": ("Nothing will show this link: {0}, “{1}”.", "Tick what you collect, or say what else will show it."),
    "stages_said": ("You said yes to every stage, but the chain has a gap.", "Fill the gap, or change your answer."),
    "chain_whole": ("All four links are there, and each has something that shows it.", ""),
    "burden_none": ("No tests, questionnaires or talks are planned that take pupils' time.", ""),
    "burden": ("Each pupil is asked for {0}{1}.", ""),
    "minutes_unsaid": ("How long “{0}” takes a pupil is not said.", "Put its minutes in the plan, or in prompt 3."),
    "baseline_none": ("Nothing is collected at the start.", "Add a measure to the plan, or a line here."),
    "unplaced": ("When “{0}” is collected is not said.", "Add it to the timeline in step 2, once for each time."),
    "baseline_undated": ("“{0}” has no date at the start.", "Give it one, here or in the plan."),
    "baseline_dated": ("Everything from the start has a date.", ""),
    "success_none": ("What success would look like is not said.", "Write one thing you would see, and in which data."),
    "target_unmeasured": ("Nothing will show whether this came about: “{0}”.", "Tick the data in which you would see it."),
    "target_not_gathered": ("“{0}” is named for this target, but is not collected then.", "Plan it for then, or tick something else."),
    "gathered_none": ("Nothing is to be collected at this point.", "Repeat what you collected at the start."),
    "not_gathered": ("“{0}” stood at the start and is not collected again here.", "Add it, or say in the notes why it cannot be."),
    "other_instrument": (
        "“{0}” uses another paper or form than at the start{1}. One may be harder, so the two cannot simply be compared.",
        "Use the same again, or give both to one class and see how far apart they lie.",
    ),
    "no_baseline": ("“{0}” has nothing at the start to be compared with.", "Collect it now as well, or use it only to explain."),
    "names_nothing": ("Line {0} does not say what is collected.", "Choose what it repeats, or say what is new."),
    "gone": ("Line {0} points to something that is no longer there.", "Choose again, or take the line away."),
    "undated": ("“{0}” has no date for this point.", "Give it one, here or in the plan."),
    "not_later": ("“{0}” is not dated after its start.", "Check both dates."),
    "mirror_said": ("You said that it mirrors the start, but the points above do not fit.", "Mend them, or change your answer."),
    "mirrored": ("It mirrors the start: the same data, with the same papers and forms.", ""),
    "records_unsaid": ("Whether “{0}” gives numbers or words is not said.", "Choose one in its line."),
    "blended": ("There are numbers and words.", ""),
    "only_numbers": ("There are only numbers.", "Add something that shows why: books, a talk with pupils, notes from a lesson."),
    "only_words": ("There are only words.", "Add something you can count, however simple."),
    "blend_said": ("You said there are both, but only one kind stands here.", "Add the other, or change your answer."),
    "medium_not_later": ("The later look is not after the first one.", "Check both dates."),
    "deleted_before": ("Marks are to be deleted on {0}, before the later look.", "Look earlier, or agree on a later day in the plan."),
    "analysis_missing": ("How “{0}” is looked at is not said.", "Add a line: who does what with it."),
    "analyses_whole": ("Everything that is collected will be looked at.", ""),
    "nothing_to_analyse": ("There is nothing to look at yet.", "Say in prompt 3 what you have from the start."),
    "telling_none": ("Nobody is to be told yet.", "Name one group, how you will tell them, and what you want back."),
    "format_missing": ("In what form you will tell {0} is not said.", "Choose one."),
    "response_missing": ("What you want back from {0} is not said.", "Ask for one thing they can do."),
    "steps_me_none": ("What you will do with the findings is not said.", "Write one step, with a date."),
    "steps_others_none": ("What others will do with the findings is not said.", "Write one step that makes it easy for them."),
    "step_undated": ("No day is set for: “{0}”.", "Set a day to look back on it."),
    "size_outside": ("The range of “{0}” does not go around its size.", "Copy all three numbers again from the report's notes."),
    "size_without_pupils": ("From how many pupils “{0}” comes is not said.", "Add their number: it explains the width of the range."),
}


def finding_words(code: str, about: tuple[str, ...]) -> tuple[str, str]:
    """Return the sentence of a finding and what to do about it.

    >>> finding_words("link_missing", ("teaching",))
    ('A link is missing: what changes in our teaching.', 'Add a line for it, and say what will show it.')
    """
    sentence, do = FINDINGS[code]
    if code in ("link_missing", "link_unmeasured"):
        link = choice_of("evaluate", "chain", "link", about[0])
        about = (link[:1].lower() + link[1:], *about[1:])
    if code == "other_instrument":
        about = (about[0], f" (“{about[1]}”)" if about[1] else "")
    if code == "deleted_before":
        about = (day(date.fromisoformat(about[0])),)
    if code == "burden":
        return sentence.format(*_asked_of_pupils(*(float(number) for number in about))), do
    return sentence.format(*about), do


def _asked_of_pupils(tests: float, forms: float, minutes: float) -> tuple[str, str]:
    parts = [count_of(int(tests), "test")] if tests else []
    parts += [count_of(int(forms), "questionnaire or talk", "questionnaires or talks")] if forms else []
    time = f": {plain(minutes)} {'minute' if minutes == 1 else 'minutes'} in all, as far as it is said" if minutes else ""
    return listed(parts), time


def day(on: date | None) -> str:
    """Return a date as it is written in school, or that there is none.

    >>> day(date(2026, 9, 14))
    '14/09/2026'
    """
    return on.strftime("%d/%m/%Y") if on else "no date yet"


def gathered_words(title: str, on: date | None, instrument: str) -> str:
    """Return one gathering of the plan's in a line."""
    return f"{title}: {day(on)}" + (f", with {instrument}" if instrument else "")


def plan_action(text: str) -> str:
    """Return what the plan says will be done."""
    return f"What you will do: {text}"


def plan_success(text: str, worthwhile: float | None) -> tuple[str, ...]:
    """Return what the plan says would be success."""
    said = [f"Success: {text}"] if text.strip() else []
    return (*said, *([f"Smallest gain worth having: {plain(worthwhile)} marks"] if worthwhile is not None else []))


def plan_ethics(consent: str, who_may_see: str, destroy_on: date | None) -> tuple[str, ...]:
    """Return what the plan says of who is told, who may see the marks, and when they go."""
    said = [CHOICES[f"plan.consent.{consent}"]] if consent else []
    said += [f"Who may see the marks: {who_may_see}"] if who_may_see.strip() else []
    return (*said, *([f"Names and marks are deleted on {day(destroy_on)}"] if destroy_on else []))


def plan_minutes(title: str, minutes: float) -> str:
    """Return how long one sitting takes a pupil, as the plan has it."""
    return f"{title}: {plain(minutes)} minutes for a pupil, each time"


def plan_analysis(title: str, method: str) -> str:
    """Return what the plan does with one measure."""
    return f"{title}: {GRID.get(method, method.replace('_', ' '))}"


def plan_step(what: str, who: str, by: date | None) -> str:
    """Return one of the next steps of step 7."""
    return "Step 7: " + ", ".join(part for part in (what, who, f"by {day(by)}" if by else "") if part)


def few_pupils(pupils: int, half: float, level: float) -> str:
    """Say how wide the range of any size will be with so few."""
    return width_in_spreads(pupils, half, level)


def size_words(what: str, size: float, low: float, high: float, pupils: int | None) -> str:
    """Return a size with its range, never without.

    >>> size_words("Place value", 0.4, -0.2, 1.0, 12)
    'Place value: 0.40; anything from −0.20 to 1.00 fits (12 pupils)'
    """
    who = f" ({count_of(pupils, 'pupil')})" if pupils else ""
    return f"{what}: {fixed(size, 2)}; anything from {fixed(low, 2)} to {fixed(high, 2)} fits{who}"


DAYS = {
    "short_on": "the professional learning ends; look for the first time",
    "medium_on": "look again",
    "gathered": "collect again: {}",
    "tell": "tell {}",
    "step": "look back on: {}",
}

EXPORT = {
    "title": "Evaluation: {title}",
    "about": "How the professional learning behind this enquiry is judged: what the plan says, and ten prompts. It holds no pupil's marks.",
    "unanswered": "Not answered yet.",
    "nothing_added": "Nothing is added to what the plan says.",
    "not_yet": "not yet",
    "yes": "Yes",
    "no": "No",
    "asked_columns": "Question|Answer|Notes",
    "open": "Still open",
    "in_order": "In order",
}


def left_out(drafts: int) -> str:
    """Say how many answers are kept on the disk but not yet right, and so stand in no export.

    >>> left_out(1)
    '1 answer is kept as typed but needs a look first; it is left out here.'
    """
    verb, they = ("is", "it is") if drafts == 1 else ("are", "they are")
    need = "needs" if drafts == 1 else "need"
    return f"{count_of(drafts, 'answer')} {verb} kept as typed but {need} a look first; {they} left out here."


def asked(field: str) -> str:
    """Return the question of one field.

    >>> asked("short_blend")
    'At the end: are there numbers and words?'
    """
    return label_of("evaluate", field).label
