"""What each form, field, column and choice is called, and one line of help for each.

The keys mirror ``workbench.enquiry.forms``: ``"FORM.FIELD"``, ``"FORM.FIELD.COLUMN"`` and, for
choices, ``"FORM.FIELD[.COLUMN].CODE"``. A test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.words import evaluation_labels


@dataclass(frozen=True, slots=True)
class Label:
    """The words beside one field: what it asks, and one line of help."""

    label: str
    help: str


@dataclass(frozen=True, slots=True)
class FormWords:
    """The heading of one form and the sentence under it."""

    title: str
    intro: str


FORM_WORDS: dict[str, FormWords] = {
    "frame": FormWords(
        "Frame your question",
        "Type your question as you would say it, or fill in the parts and let the workbench put them together. "
        "Everything is kept as you type.",
    ),
    "plan": FormWords(
        "Plan what you will do",
        "Decide who, what and when before any pupil is tested. Once you lock the plan, each change needs a reason.",
    ),
    "collect": FormWords(
        "Collect marks and keep a log",
        "Put the marks in, and note each session as it happens. A line a week is enough.",
    ),
    "analyse": FormWords(
        "Look at the marks",
        "Look at every pupil first, then at the group. Write down what you see before you say why.",
    ),
    "replicate": FormWords(
        "Repeat the enquiry",
        "Hand the plan to a colleague, or start your own next cycle from it. No pupil's marks go with it.",
    ),
    "report": FormWords(
        "Write the report",
        "Say what you claim, how sure you are, and what will happen next. The rest comes from what you have already filled in.",
    ),
    "evaluate": FormWords(evaluation_labels.TITLE, evaluation_labels.INTRO),
}

LABELS: dict[str, Label] = {
    "frame.title": Label("Name of the enquiry", "A few words that colleagues will know it by. No pupils' names."),
    "frame.question": Label("Your question", "One question, in your own words. The checks below follow as you type."),
    "frame.approach": Label("What you will try", "The approach, as you would tell a colleague: “paired talk before written answers”."),
    "frame.pupils": Label("Which pupils", "A group, not names: “pupils who still count on their fingers”."),
    "frame.year": Label("Year, class or set", "For instance Reception, Year 7, P5, 9B or set 3."),
    "frame.need": Label("What these pupils need", "What they get stuck on, or have in common: “who forget the zero in 4 006”."),
    "frame.subject_aspect": Label(
        "What in the subject", "The part of the subject, not the whole: “place value in subtraction”, not “maths”."
    ),
    "frame.when": Label("When", "The weeks or the half term in which you will do it."),
    "frame.already_tried": Label("What has been tried already", "Help these pupils have had so far: “a catch-up group in the autumn”."),
    "frame.priority": Label(
        "The priority it belongs to",
        "The school's or department's priority, if there is one. It is kept here, so it need not be in the question.",
    ),
    "frame.aspects": Label(
        "The parts your question asks about", "One line for each thing you will have to answer. Each will need a measure."
    ),
    "frame.aspects.id": Label("Short name", "Filled in for you. Measures point to it."),
    "frame.aspects.text": Label("What this part asks", "For instance: “how accurate their written subtraction is”."),
    "frame.answer_sketch": Label(
        "Your answer, imagined", "Write the answer you might give in the end. Would it tell a colleague enough to do it again?"
    ),
    "plan.design": Label("Shape of the enquiry", "How the comparison is made."),
    "plan.action": Label("What you will do", "Enough for a colleague to do the same: what, how long, how often, with what."),
    "plan.pupils_expected": Label("How many pupils", "The pupils in your group, not the whole year."),
    "plan.chosen_by": Label("How the pupils were chosen", "This decides what a gain can mean, so say it as it was."),
    "plan.chosen_how": Label("The rule in your own words", "For instance: “fewer than 15 marks on the September test”."),
    "plan.year_size": Label("How many in the whole year", "All the pupils the group was picked from. Leave empty if you took everyone."),
    "plan.measures": Label("What you will collect", "One line for each test, set of books, observation or questionnaire."),
    "plan.measures.id": Label("Short name", "Filled in for you. It names the file that holds the marks."),
    "plan.measures.title": Label("What it is called", "For instance: “Place value test, 20 questions”."),
    "plan.measures.kind": Label("What kind", "What you will be looking at."),
    "plan.measures.source": Label("Where it comes from", "From pupils' own work, or from what people say about it."),
    "plan.measures.aspects": Label("Which parts of the question it answers", "Tick at least one. A measure that answers nothing can go."),
    "plan.measures.lowest": Label("Lowest mark possible", "Usually 0."),
    "plan.measures.highest": Label("Highest mark possible", "What full marks are. A mark above it will be put to you."),
    "plan.measures.step": Label("Smallest step between marks", "1 for whole marks, 0.5 if half marks are given."),
    "plan.measures.method": Label("What you will do with it", "Decided now, so that the marks cannot decide it for you."),
    "plan.measures.same_paper": Label(
        "Same paper both times?", "If the papers differ, one may be harder, and marks cannot simply be taken away."
    ),
    "plan.measures.minutes": Label("Minutes it takes a pupil", "For one sitting. Put 0 where it takes pupils no time, as for books."),
    "plan.before_on": Label("First measure on", "Before you start, or on the day you start."),
    "plan.after_on": Label("Second measure on", "After the last session. Leave a week if you want to see what stayed."),
    "plan.timeline": Label("When each thing is collected", "One line for each time: at the start, soon after, and later on."),
    "plan.timeline.measure": Label("What is collected", "One of the things you listed above."),
    "plan.timeline.term": Label("At which point", "What is collected later should mirror what was collected at the start."),
    "plan.timeline.on": Label("Day", "A school day. It can be changed until the plan is locked."),
    "plan.timeline.instrument": Label("Another paper or form?", "Leave empty for the same one each time. If it differs, say which it is."),
    "plan.terms": Label(
        "Your school's terms", "One line for each half term or block of teaching. Days between the lines count as holidays."
    ),
    "plan.terms.name": Label("Which", "For instance “Autumn, second half”, or “Term 2”."),
    "plan.terms.first": Label("First day", "The first day that pupils are in school."),
    "plan.terms.last": Label("Last day", "The last day that pupils are in school."),
    "plan.sessions_planned": Label("How many sessions", "How often you mean to do it in all. The log will count what took place."),
    "plan.success": Label("What would count as success", "Say it now: what would you see, in whose work, to call this worth doing again?"),
    "plan.smallest_worthwhile": Label("Smallest gain worth having", "In marks. A gain smaller than this would not change what you do."),
    "plan.consent": Label("How pupils and parents are told", "Ordinary teaching needs no slip. Ask your school's lead if you are unsure."),
    "plan.who_may_see": Label("Who may see the marks", "Roles, not names: “me and the head of department”."),
    "plan.withdraw_until": Label("Pupils may withdraw until", "After this day their marks are part of the counts."),
    "plan.destroy_on": Label("Names and marks are deleted on", "A day you can keep. The report stays; the class list goes."),
    "collect.log": Label("Log of what was done", "One line a session. Note what else happened that could have changed the marks."),
    "collect.log.on": Label("Date", "The day it took place."),
    "collect.log.what": Label("What you did", "A few words."),
    "collect.log.with_whom": Label("With whom", "A group or a number of pupils. No names."),
    "collect.log.how_it_went": Label("How it went", "What you saw. What you would change next time."),
    "collect.log.other_events": Label("Anything else", "A trip, a cover lesson, exams, a new pupil: anything that could matter."),
    "analyse.what_i_see": Label("What I see in the marks", "What the marks show, before any reason for it. Pupils by code, not by name."),
    "replicate.context": Label(
        "What a colleague should know", "Your school, class and timetable: whatever might make it come out differently elsewhere."
    ),
    "report.claims": Label("What you claim", "One line for each finding. Say it no more strongly than your marks allow."),
    "report.claims.text": Label("The finding", "One sentence. “Went with” and “followed” fit one class better than “caused”."),
    "report.claims.status": Label("How far it has come", "A hunch is honest. It grows when someone repeats it."),
    "report.claims.other_explanations": Label("What else could explain it", "At least one. The best reports name the strongest."),
    "report.next_steps": Label("What happens next", "What you will do, stop or change because of this."),
    "report.next_steps.what": Label("What", "Something that can be seen to be done."),
    "report.next_steps.who": Label("Who", "A role: “me”, “the maths team”."),
    "report.next_steps.by": Label("By when", "A day to look back on it."),
    **{f"evaluate.{name}": Label(*words) for name, words in evaluation_labels.LABELS.items()},
}

CHOICES: dict[str, str] = {
    "plan.design.one_group_before_after": "One group, measured before and after",
    "plan.chosen_by.everyone": "Everyone in the class or year",
    "plan.chosen_by.lowest_scores": "The lowest marks on the first test",
    "plan.chosen_by.need": "A need we knew of from elsewhere",
    "plan.chosen_by.judgement": "Teachers' judgement",
    "plan.chosen_by.volunteers": "Pupils who offered",
    "plan.measures.kind.test": "A test or quiz with marks",
    "plan.measures.kind.work_sample": "Pupils' work or books",
    "plan.measures.kind.observation": "Watching pupils in lessons",
    "plan.measures.kind.questionnaire": "A questionnaire",
    "plan.measures.kind.interview": "Talking with pupils",
    "plan.measures.source.primary": "Pupils' work, or what you saw",
    "plan.measures.source.secondary": "What people say about it",
    "plan.measures.method.paired_change": "Each pupil's change, first to second",
    "plan.measures.method.described_in_words": "Describe it in words",
    "plan.timeline.term.baseline": "At the start, before anything changes",
    "plan.timeline.term.short_term": "Soon after, when the work ends",
    "plan.timeline.term.medium_term": "Later, after a term or two",
    "plan.consent.ordinary_practice": "Ordinary teaching: nobody is treated differently",
    "plan.consent.opt_out": "Parents are told and may say no",
    "plan.consent.opt_in": "Parents are asked and say yes",
    "report.claims.status.hunch": "A hunch",
    "report.claims.status.supported": "Fits this class's marks",
    "report.claims.status.replicated": "Seen again in another class",
    "report.claims.status.local_theory": "We count on it here",
    **{f"evaluate.{name}": words for name, words in evaluation_labels.CHOICES.items()},
}


def label_of(form: str, *names: str) -> Label:
    """Return the words of a field, or of a column of a field.

    >>> label_of("report", "next_steps", "who").label
    'Who'
    """
    return LABELS[".".join((form, *names))]


def choice_of(form: str, *names: str) -> str:
    """Return the words of one choice; the last name is its code.

    >>> choice_of("report", "claims", "status", "hunch")
    'A hunch'
    """
    return CHOICES[".".join((form, *names))]
