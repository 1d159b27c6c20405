"""The evaluation tool at the desk: each prompt with what the plan says, what is still open, and the exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.desk.enquiry import Workspace
from workbench.desk.published import (
    PublishedBurden,
    PublishedEnquiry,
    PublishedEvaluation,
    PublishedFinding,
    PublishedGathering,
    PublishedPrompt,
    PublishedPromptField,
)
from workbench.enquiry.answers import get_value
from workbench.enquiry.calendar_file import Event
from workbench.enquiry.evaluation_checks import noted
from workbench.enquiry.evaluation_data import LATER_TERMS, burden, data_sets, gathered
from workbench.enquiry.evaluation_form import ASKED, EVALUATE
from workbench.enquiry.form_spec import FieldSpec
from workbench.enquiry.names import without_names
from workbench.enquiry.plan import Term
from workbench.enquiry.record import Enquiry
from workbench.store.drafts import Drafts
from workbench.words import evaluation as words
from workbench.words.evaluation_document import document
from workbench.words.markdown import unmarked

_TERMS: tuple[Term, ...] = ("baseline", *LATER_TERMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is open, or in order, with what to do about it."""

    code: str
    sentence: str
    do: str
    good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt as it stands: its fields, what the plan says already, and what was found."""

    id: str
    title: str
    intro: str
    fields: tuple[str, ...]
    from_plan: tuple[str, ...]
    findings: tuple[Finding, ...]


def prompts(ws: Workspace) -> tuple[Prompt, ...]:
    """Return the ten prompts and the one on effect sizes, in order. Nothing is changed by looking."""
    record = ws.record
    known = from_plan(record)
    found = [(each.prompt, _finding(each.code, each.about, good=each.good)) for each in noted(record)]
    return tuple(
        Prompt(
            id=name,
            title=title,
            intro=intro,
            fields=ASKED[name],
            from_plan=known.get(name, ()),
            findings=tuple(finding for prompt, finding in found if prompt == name),
        )
        for name, (title, intro) in words.PROMPTS.items()
    )


def _finding(code: str, about: tuple[str, ...], *, good: bool) -> Finding:
    sentence, do = words.finding_words(code, about)
    return Finding(code=code, sentence=sentence, do=do, good=good)


def from_plan(record: Enquiry) -> dict[str, tuple[str, ...]]:
    """Return what the plan and the later steps say already, in sentences, by prompt."""
    plan = record.plan
    then = {
        term: tuple(words.gathered_words(each.title, each.on, each.instrument) for each in gathered(record, term) if each.from_plan)
        for term in _TERMS
    }
    steps = tuple(words.plan_step(step.what, step.who, step.by) for step in record.next_steps)
    return {
        "T5-1": (words.plan_action(plan.action),) if plan.action.strip() else (),
        "T5-2": tuple(words.plan_minutes(each.title, each.minutes) for each in plan.measures if each.minutes is not None),
        "T5-3": then["baseline"],
        "T5-4": words.plan_success(plan.success, plan.smallest_worthwhile),
        "T5-5": then["short_term"],
        "T5-7": then["medium_term"],
        "T5-8": tuple(words.plan_analysis(each.title, each.method) for each in plan.measures),
        "T5-9": words.plan_ethics(plan.ethics.consent, plan.ethics.who_may_see, plan.ethics.destroy_on),
        "T5-10": steps,
        "T5-ES": _few_pupils(plan.pupils_expected),
    }


def _few_pupils(pupils: int | None, level: float = 0.95) -> tuple[str, ...]:
    if pupils is None or pupils < 2:
        return ()
    from workbench import stats

    return (words.few_pupils(pupils, stats.expected_interval_width("paired", pupils, level=level).half_width, level),)


def choices(ws: Workspace) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the data sets that can be pointed to, as (code, title), for each field that asks for them."""
    named = tuple((each.code, each.title) for each in data_sets(ws.record))
    asked = ("chain.data_sets", "short_success.data_sets", "medium_success.data_sets")
    return dict.fromkeys((*asked, "short_data.data_set", "medium_data.data_set", "analyses.data_set"), named)


def published_evaluation(ws: Workspace) -> PublishedEvaluation:
    """Return the whole evaluation as plain data, in the published shape."""
    record = ws.record
    asked = burden(record)
    return PublishedEvaluation(
        enquiry=PublishedEnquiry(
            id=record.id, title=record.title, cycle=record.cycle, created=record.created, version=ws.store.version, sha256=ws.store.sha256
        ),
        prompts=tuple(_published(record, prompt) for prompt in prompts(ws)),
        gatherings=tuple(_gatherings(record)),
        burden=PublishedBurden(tests=asked.tests, forms=asked.forms, minutes=asked.minutes, unsaid=asked.unsaid),
        left_out=len(Drafts(ws.path).all().get("evaluate", {})),
    )


def _published(record: Enquiry, prompt: Prompt) -> PublishedPrompt:
    return PublishedPrompt.model_validate(
        {
            "id": prompt.id,
            "title": prompt.title,
            "from_plan": prompt.from_plan,
            "questions": tuple(
                PublishedPromptField(field=name, question=words.asked(name), answer=_answer(record, _spec(name))) for name in prompt.fields
            ),
            "findings": tuple(
                PublishedFinding(code=each.code, sentence=each.sentence, do=each.do, good=each.good) for each in prompt.findings
            ),
        }
    )


def _gatherings(record: Enquiry) -> list[PublishedGathering]:
    return [
        PublishedGathering(
            term=term,
            data_set=each.code,
            title=each.title,
            on=each.on.isoformat() if each.on else None,
            instrument=each.instrument,
            records=each.records,
            same=each.same,
            from_plan=each.from_plan,
        )
        for term in _TERMS
        for each in gathered(record, term)
    ]


def _answer(record: Enquiry, spec: FieldSpec) -> Any:
    value: Any = get_value(record, spec.path)
    if spec.kind == "rows":
        return tuple(dict(row) for row in value)
    return None if value in ("", None) else value


def _spec(name: str) -> FieldSpec:
    spec = EVALUATE.field(name)
    assert spec is not None
    return spec


def reminders(ws: Workspace) -> tuple[Event, ...]:
    """Return the days that were set here, for a calendar file; the plan's own days are in the plan's calendar."""
    record = ws.record
    own = record.evaluation
    days = [("short", own.short_on, words.DAYS["short_on"]), ("medium", own.medium_on, words.DAYS["medium_on"])]
    for term in LATER_TERMS:
        added = [each for each in gathered(record, term) if not each.from_plan]
        days += [(f"{term}-{number}", each.on, words.DAYS["gathered"].format(each.title)) for number, each in enumerate(added)]
    days += [(f"tell-{number}", row.on, words.DAYS["tell"].format(row.audience)) for number, row in enumerate(own.telling)]
    steps = (*own.steps_me, *own.steps_others)
    days += [(f"step-{number}", row.by, words.DAYS["step"].format(row.what)) for number, row in enumerate(steps)]
    return tuple(
        Event(key=f"evaluation-{key}", on=on, summary=without_names(f"{record.title}: {text}", ws.names)[0]) for key, on, text in days if on
    )


def title_and_about(ws: Workspace) -> tuple[str, str]:
    """Return the title of the export and the line under it."""
    return words.EXPORT["title"].format(title=ws.record.title), words.EXPORT["about"]


def evaluation_markdown(ws: Workspace) -> str:
    """Return the evaluation as Markdown, without its title: prompt by prompt, what was typed kept as text."""
    found = published_evaluation(ws)
    titles: Mapping[str, str] = {each.code: each.title for each in data_sets(ws.record)}
    return document(found.model_dump(mode="json"), titles)


def read_out(ws: Workspace) -> str:
    """Return the evaluation as text for a screen: the same, without the marks that keep typed text apart from Markdown's own."""
    title, about = title_and_about(ws)
    return f"{title}\n{about}\n\n{unmarked(evaluation_markdown(ws))}".rstrip()
