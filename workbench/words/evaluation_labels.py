"""The words of the evaluation tool's fields: label and one line of help, by ``FIELD`` or ``FIELD.COLUMN``."""

from __future__ import annotations

TITLE = "Judge your professional learning"
INTRO = (
    "Ten prompts about what you learn as a teacher and what pupils gain by it. What your plan says already stands beside each; "
    "add what is missing. Your plan is never changed from here."
)

_NOTES = "Anything a reader of your answer should know."
_RECORDS = "Numbers can be counted; words show why. A good evaluation has both."
_MINUTES = "For one sitting. Put 0 where it takes pupils no time, as for books."
_TITLE = "For instance: “Reading books of six pupils”."

LABELS: dict[str, tuple[str, str]] = {
    "points_covered": ("Does it look at the points you want to change?", "What you collect should be about what you set out to change."),
    "points_notes": ("Notes: the points", _NOTES),
    "stages_covered": ("Does it look at every stage?", "From what teachers learn, through lessons, to what pupils can do terms later."),
    "stages_notes": ("Notes: the stages", _NOTES),
    "chain": ("The chain, link by link", "One line for each link: what you expect to happen, and what will show it."),
    "chain.link": ("Which link", "Each of the four links needs at least one line."),
    "chain.what": ("What should happen", "For instance: “we plan three open questions for each lesson”."),
    "chain.data_sets": ("What will show it", "Tick what you collect already."),
    "chain.seen_by": ("Or what else will show it", "For instance: “lesson plans, read together in week 4”."),
    "helps_pupils": ("Will it make things better for pupils?", "Not only for the school's figures."),
    "helps_pupils_notes": ("Notes: pupils", _NOTES),
    "helps_teachers": ("Will it make things better for teachers?", "Count the time it takes them too."),
    "helps_teachers_notes": ("Notes: teachers", _NOTES),
    "isolates": ("Will it show what led to success?", "Others need to know which part to use."),
    "isolates_notes": ("Notes: what led to success", _NOTES),
    "tests_bearable": ("Are the extra tests few enough?", "Tests that pupils would not sit otherwise. The count stands above."),
    "tests_notes": ("Notes: extra tests", _NOTES),
    "forms_bearable": ("Are the extra questionnaires few enough?", "Talks with pupils count as well."),
    "forms_notes": ("Notes: extra questionnaires", _NOTES),
    "baseline": (
        "What else you have from the start",
        "Pick the kind, say what it is and when. Your plan's measures need not be typed again.",
    ),
    "baseline.id": ("Short name", "Filled in for you."),
    "baseline.kind": ("What kind of data", "Pick the nearest."),
    "baseline.title": ("What it is", _TITLE),
    "baseline.records": ("Numbers or words?", _RECORDS),
    "baseline.instrument": ("With which paper, form or tasks", "Later you will want the same again."),
    "baseline.on": ("Date at the start", "The day it was, or will be, collected."),
    "baseline.minutes": ("Minutes it takes a pupil", _MINUTES),
    "short_success": ("Success by the end of the learning", "What you would see by the time the professional learning ends."),
    "short_success.target": ("What would be success", "For instance: “9 of the 12 explain a zero aloud”."),
    "short_success.data_sets": ("In which data you would see it", "Tick at least one."),
    "short_on": ("When the professional learning ends", "The day on which you look for the first time."),
    "short_data": ("What else you will collect at the end", "The same as at the start, as far as you can."),
    "short_data.data_set": ("Again which data", "Choose what it repeats. Leave empty for something new."),
    "short_data.title": ("If it is new: what it is", _TITLE),
    "short_data.records": ("If it is new: numbers or words?", _RECORDS),
    "short_data.instrument": ("Another paper, form or tasks?", "Leave empty for the same as at the start."),
    "short_data.on": ("Date at the end", "After the last session."),
    "short_data.minutes": ("If it differs: minutes it takes a pupil", _MINUTES),
    "short_mirrors": ("At the end: does it mirror the start?", "The same measures, with the same papers and forms."),
    "short_mirrors_notes": ("Notes: mirror at the end", "If something cannot be the same, say why."),
    "short_blend": ("At the end: are there numbers and words?", "Marks or counts, beside what pupils say or do."),
    "short_blend_notes": ("Notes: numbers and words at the end", _NOTES),
    "medium_success": ("Success some terms later", "What would still be there a couple of terms on, or at the end of the year."),
    "medium_success.target": ("What would be success then", "What lasts matters more than what shows on the last day."),
    "medium_success.data_sets": ("In which data you would see it then", "Tick at least one."),
    "medium_on": ("When you will look again", "A couple of terms later, or before the school year ends."),
    "medium_data": ("What else you will collect later", "The same as at the start, as far as you can."),
    "medium_data.data_set": ("Again which data, later", "Choose what it repeats. Leave empty for something new."),
    "medium_data.title": ("If it is new, later: what it is", _TITLE),
    "medium_data.records": ("If it is new, later: numbers or words?", _RECORDS),
    "medium_data.instrument": ("Another paper, form or tasks, later?", "Leave empty for the same as at the start."),
    "medium_data.on": ("Date later on", "Put it in your calendar too."),
    "medium_data.minutes": ("If it differs, later: minutes for a pupil", _MINUTES),
    "medium_mirrors": ("Later: does it mirror the start?", "The same measures, with the same papers and forms."),
    "medium_mirrors_notes": ("Notes: mirror later", "If something cannot be the same, say why."),
    "medium_blend": ("Later: are there numbers and words?", "Marks or counts, beside what pupils say or do."),
    "medium_blend_notes": ("Notes: numbers and words later", _NOTES),
    "analyses": ("How each is looked at", "One line for everything you collect that the plan does not name."),
    "analyses.data_set": ("Which data", "Choose it from what you collect."),
    "analyses.how": ("What you will do with it", "For instance: “two of us sort the books into three piles, without names”."),
    "telling": ("Whom you will tell, how, and to what end", "One line for each group of readers or listeners."),
    "telling.audience": ("To whom", "A role or a group: “the maths team”, “governors”, “the pupils”."),
    "telling.format": ("In what form", "What they will read, hear or do."),
    "telling.response": ("The answer you want from them", "For instance: “each tries it once and says what happened”."),
    "telling.on": ("On what day", "Leave it empty if you do not know yet."),
    "steps_me": ("What you yourself will do with it", "Something that can be seen to be done, whatever the findings are."),
    "steps_me.what": ("What you will do", "For instance: “keep it, change it or stop it, and write down which”."),
    "steps_me.by": ("By when for you", "A day to look back on it."),
    "steps_others": ("What others in your school will do with it", "What has to happen so that they can use it."),
    "steps_others.what": ("What they will do", "For instance: “a slot in the next department meeting”."),
    "steps_others.who": ("Who they are", "A role: “the head of department”."),
    "steps_others.by": ("By when for them", "A day to look back on it."),
    "effect_sizes": (
        "Sizes others may quote, with their ranges",
        "Only if someone asks for such a number. Without both ends of its range it is not kept.",
    ),
    "effect_sizes.what": ("Of what", "Which change, in which test, of which pupils."),
    "effect_sizes.size": ("The size", "In spreads of the marks, as the report's notes give it."),
    "effect_sizes.low": ("Lowest that fits", "The lower end of its range."),
    "effect_sizes.high": ("Highest that fits", "The upper end of its range."),
    "effect_sizes.pupils": ("From how many pupils", "The fewer they are, the wider the range."),
}

CHOICES: dict[str, str] = {
    "chain.link.learning": "What we learn as teachers",
    "chain.link.teaching": "What changes in our teaching",
    "chain.link.lessons": "What pupils gain in a lesson",
    "chain.link.terms": "What pupils gain over terms",
    "baseline.kind.tests": "Test results",
    "baseline.kind.teacher_assessment": "Teachers' assessment of progress",
    "baseline.kind.staff_observation": "Watching staff",
    "baseline.kind.pupil_observation": "Watching pupils",
    "baseline.kind.teaching_quality": "Judgements of teaching",
    "baseline.kind.lesson_progress": "Pupils' progress in lessons",
    "baseline.kind.work_samples": "Samples of pupils' work",
    "baseline.kind.questionnaires": "Questionnaires",
    "baseline.kind.interviews": "Talks with pupils or staff",
    "baseline.kind.other": "Something else",
    **{
        f"{field}.records.{code}": words
        for field in ("baseline", "short_data", "medium_data")
        for code, words in (("numbers", "Numbers: marks or counts"), ("words", "Words or pictures"), ("both", "Both"))
    },
    "telling.format.report": "A written report",
    "telling.format.workshop": "A workshop",
    "telling.format.talk": "A talk",
    "telling.format.one_page": "One page",
    "telling.format.display": "A display",
    "telling.format.conversation": "A conversation",
    "telling.format.other": "Something else",
}
