"""The question at the desk: its verdicts, its wording from the parts, its versions and its overrides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.desk.enquiry import Workspace
from workbench.enquiry import assemble as parts_together
from workbench.enquiry import question_aspects, question_rules
from workbench.enquiry.answers import read_words
from workbench.enquiry.names import without_names
from workbench.enquiry.question import QuestionParts, QuestionVersion, RuleOverride
from workbench.enquiry.question_finding import Finding
from workbench.enquiry.record import Enquiry
from workbench.errors import BadInput, NotReady, UnknownOption
from workbench.words import question_examples
from workbench.words.question_examples import Example
from workbench.words.rules import ASPECT, REFUSALS, TITLES, verdict_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one rule says of the question: answer, the words that decided it, and what to do next.

    ``overridden`` is the teacher's reason for keeping her wording, or empty.
    """

    rule: str
    title: str
    answer: Literal["yes", "no", "look here"]
    words: tuple[str, ...]
    reason: str
    sentence: str
    next_step: str
    rewrite: str
    priority: str = ""
    overridden: str = ""


def verdicts(text: str, *, parts: QuestionParts | None = None, record: Enquiry | None = None) -> tuple[Verdict, ...]:
    """Return one verdict for each of the five rules, for any text whatever.

    Args:
        text: The question as typed.
        parts: The fields beside it; the record's own when left out.
        record: The enquiry, for its aspects, measures and overrides.
    """
    fields = parts or (record.question.parts if record else QuestionParts())
    found = question_rules.check_question(
        text, fields, aspects=record.question.aspects if record else (), measures=record.plan.measures if record else ()
    )
    kept = {override.rule: override.reason for override in record.question.overrides} if record else {}
    return tuple(_verdict(finding, kept.get(finding.rule, "")) for finding in found)


def _verdict(finding: Finding, overridden: str) -> Verdict:
    sentence, step = verdict_words(finding)
    return Verdict(
        rule=finding.rule,
        title=TITLES[finding.rule],
        answer=finding.answer,
        words=finding.words,
        reason=finding.reason,
        sentence=sentence,
        next_step=step,
        rewrite=finding.rewrite,
        priority=finding.priority,
        overridden=overridden,
    )


def examples(text: str, found: Sequence[Verdict] = ()) -> tuple[Example, ...]:
    """Return three weak questions with what each could become, those most like this one first (Q-EX).

    Args:
        text: The question as typed.
        found: Its verdicts, so that examples of its own fault come first.
    """
    return question_examples.like(text, against=[verdict.rule for verdict in found if verdict.answer != "yes"])


def assemble(parts: QuestionParts) -> str:
    """Return a question made from the parts; empty when neither an approach nor a part of the subject is given."""
    return parts_together.assemble(parts)


def split_aspects(text: str) -> tuple[str, ...]:
    """Return suggested aspects of a question, in words that can be edited."""
    return tuple(ASPECT[hint.kind].format(words=hint.words) for hint in question_aspects.split_aspects(text))


def keep_version(ws: Workspace, reason: str) -> QuestionVersion:
    """Keep the present wording as a version, with the date and the reason for the change.

    Raises:
        NotReady: when there is no question.
        BadInput: without a reason, or when nothing changed since the last version.
    """
    why = without_names(read_words(reason), ws.names)[0]
    if not ws.record.question.text.strip():
        raise NotReady(REFUSALS["no_question"][0], do=REFUSALS["no_question"][1])
    if not why:
        raise BadInput(REFUSALS["no_reason"][0], do=REFUSALS["no_reason"][1])
    at = ws.clock()

    def add(record: Enquiry) -> Enquiry:
        question = record.question
        last = question.versions[-1] if question.versions else None
        if last and (last.text.split(), last.parts) == (question.text.split(), question.parts):
            raise BadInput(REFUSALS["unchanged"][0], seen=f"version {last.number}", do=REFUSALS["unchanged"][1])
        version = QuestionVersion(number=len(question.versions) + 1, text=question.text, parts=question.parts, at=at, reason=why)
        return record.model_copy(update={"question": question.model_copy(update={"versions": (*question.versions, version)})})

    return ws.change(add, what="kept a version of the question", why=why).question.versions[-1]


def override(ws: Workspace, rule: str, reason: str) -> RuleOverride:
    """Keep the teacher's wording against a rule, with her reason; it stands in the report.

    Raises:
        UnknownOption: for a rule that does not exist.
        BadInput: without a reason, or when the rule has nothing against the question.
    """
    if rule not in question_rules.RULES:
        raise UnknownOption("That rule does not exist.", seen=rule, allowed=", ".join(question_rules.RULES))
    why = without_names(read_words(reason), ws.names)[0]
    if not why:
        raise BadInput(REFUSALS["no_reason"][0], do=REFUSALS["no_reason"][1])
    now = next(v for v in verdicts(ws.record.question.text, record=ws.record) if v.rule == rule)
    if now.answer == "yes":
        raise BadInput(REFUSALS["rule_kept"][0], seen=rule, do=REFUSALS["rule_kept"][1])
    kept = RuleOverride(rule=rule, reason=why, at=ws.clock())

    def add(record: Enquiry) -> Enquiry:
        others = tuple(each for each in record.question.overrides if each.rule != rule)
        return record.model_copy(update={"question": record.question.model_copy(update={"overrides": (*others, kept)})})

    ws.change(add, what=f"kept the wording against {rule}", why=kept.reason)
    return kept
