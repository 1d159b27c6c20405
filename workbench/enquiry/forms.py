"""What each form asks for, as plain data: reacton renders it, ``new --from`` and the JSON Schema read it.

A field's words (label, help, the names of choices) live in ``workbench.words.labels`` under
``"FORM.FIELD"``. ``path`` says where in the record the answer goes when it is valid.
"""

from __future__ import annotations

from workbench.enquiry.evaluation_form import EVALUATE
from workbench.enquiry.form_spec import FieldSpec, FormSpec, Kind

__all__ = ["FORMS", "LOCKED", "FieldSpec", "FormSpec", "Kind"]

FRAME = FormSpec(
    name="frame",
    fields=(
        FieldSpec(name="title", kind="line", path="title", required=True),
        FieldSpec(name="question", kind="text", path="question.text", required=True, locks=True),
        FieldSpec(name="approach", kind="line", path="question.parts.approach"),
        FieldSpec(name="pupils", kind="line", path="question.parts.pupils"),
        FieldSpec(name="year", kind="line", path="question.parts.year"),
        FieldSpec(name="need", kind="line", path="question.parts.need"),
        FieldSpec(name="subject_aspect", kind="line", path="question.parts.subject_aspect"),
        FieldSpec(name="when", kind="line", path="question.parts.when"),
        FieldSpec(name="already_tried", kind="line", path="question.parts.already_tried"),
        FieldSpec(name="priority", kind="line", path="question.priority"),
        FieldSpec(
            name="aspects",
            kind="rows",
            path="question.aspects",
            locks=True,
            columns=(FieldSpec(name="id", kind="line"), FieldSpec(name="text", kind="line", required=True)),
        ),
        FieldSpec(name="answer_sketch", kind="text", path="question.answer_sketch", locks=True),
    ),
)

PLAN = FormSpec(
    name="plan",
    fields=(
        FieldSpec(name="design", kind="choice", path="plan.design", choices=("one_group_before_after",), locks=True),
        FieldSpec(name="action", kind="text", path="plan.action", required=True, locks=True),
        FieldSpec(name="pupils_expected", kind="whole", path="plan.pupils_expected", minimum=1, maximum=5000, required=True, locks=True),
        FieldSpec(
            name="chosen_by",
            kind="choice",
            path="plan.chosen_by",
            choices=("everyone", "lowest_scores", "need", "judgement", "volunteers"),
            required=True,
            locks=True,
        ),
        FieldSpec(name="chosen_how", kind="line", path="plan.chosen_how", locks=True),
        FieldSpec(name="year_size", kind="whole", path="plan.year_size", minimum=1, maximum=100_000, locks=True),
        FieldSpec(
            name="measures",
            kind="rows",
            path="plan.measures",
            required=True,
            locks=True,
            columns=(
                FieldSpec(name="id", kind="line"),
                FieldSpec(name="title", kind="line", required=True),
                FieldSpec(name="kind", kind="choice", choices=("test", "work_sample", "observation", "questionnaire", "interview")),
                FieldSpec(name="source", kind="choice", choices=("primary", "secondary")),
                FieldSpec(name="aspects", kind="choices"),
                FieldSpec(name="lowest", kind="number"),
                FieldSpec(name="highest", kind="number"),
                FieldSpec(name="step", kind="number"),
                FieldSpec(name="method", kind="choice", choices=("paired_change", "described_in_words")),
                FieldSpec(name="same_paper", kind="yes_no"),
                FieldSpec(name="minutes", kind="number", minimum=0, maximum=600),
            ),
        ),
        FieldSpec(name="before_on", kind="date", path="plan.before_on", locks=True),
        FieldSpec(name="after_on", kind="date", path="plan.after_on", locks=True),
        FieldSpec(
            name="timeline",
            kind="rows",
            path="plan.timeline",
            locks=True,
            columns=(
                FieldSpec(name="measure", kind="choice", required=True),
                FieldSpec(name="term", kind="choice", choices=("baseline", "short_term", "medium_term"), required=True),
                FieldSpec(name="on", kind="date"),
                FieldSpec(name="instrument", kind="line"),
            ),
        ),
        FieldSpec(
            name="terms",
            kind="rows",
            path="plan.terms",
            locks=True,
            columns=(
                FieldSpec(name="name", kind="line", required=True),
                FieldSpec(name="first", kind="date", required=True),
                FieldSpec(name="last", kind="date", required=True),
            ),
        ),
        FieldSpec(name="sessions_planned", kind="whole", path="plan.sessions_planned", minimum=1, maximum=2000, locks=True),
        FieldSpec(name="success", kind="text", path="plan.success", locks=True),
        FieldSpec(name="smallest_worthwhile", kind="number", path="plan.smallest_worthwhile", minimum=0, locks=True),
        FieldSpec(
            name="consent", kind="choice", path="plan.ethics.consent", choices=("ordinary_practice", "opt_out", "opt_in"), locks=True
        ),
        FieldSpec(name="who_may_see", kind="line", path="plan.ethics.who_may_see", locks=True),
        FieldSpec(name="withdraw_until", kind="date", path="plan.ethics.withdraw_until", locks=True),
        FieldSpec(name="destroy_on", kind="date", path="plan.ethics.destroy_on", locks=True),
    ),
)

COLLECT = FormSpec(
    name="collect",
    fields=(
        FieldSpec(
            name="log",
            kind="rows",
            path="log",
            columns=(
                FieldSpec(name="on", kind="date", required=True),
                FieldSpec(name="what", kind="line", required=True),
                FieldSpec(name="with_whom", kind="line"),
                FieldSpec(name="how_it_went", kind="line"),
                FieldSpec(name="other_events", kind="line"),
            ),
        ),
    ),
)

ANALYSE = FormSpec(name="analyse", fields=(FieldSpec(name="what_i_see", kind="text", path="what_i_see"),))

REPLICATE = FormSpec(name="replicate", fields=(FieldSpec(name="context", kind="text", path="context"),))

REPORT = FormSpec(
    name="report",
    fields=(
        FieldSpec(
            name="claims",
            kind="rows",
            path="claims",
            columns=(
                FieldSpec(name="text", kind="line", required=True, whole_sizes=True),
                FieldSpec(name="status", kind="choice", choices=("hunch", "supported", "replicated", "local_theory")),
                FieldSpec(name="other_explanations", kind="line"),
            ),
        ),
        FieldSpec(
            name="next_steps",
            kind="rows",
            path="next_steps",
            columns=(
                FieldSpec(name="what", kind="line", required=True),
                FieldSpec(name="who", kind="line"),
                FieldSpec(name="by", kind="date"),
            ),
        ),
    ),
)

FORMS: dict[str, FormSpec] = {form.name: form for form in (FRAME, PLAN, COLLECT, ANALYSE, REPLICATE, REPORT, EVALUATE)}

LOCKED: dict[str, tuple[str, FieldSpec]] = {spec.name: (form.name, spec) for form in (PLAN, FRAME) for spec in form.fields if spec.locks}
"""What belongs to the locked plan, by field: the form that asks it, and the field."""
