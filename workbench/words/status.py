"""The sentences of ``workbench status`` and ``workbench check``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

STAGE_NAMES = {
    "frame": "1 Frame",
    "plan": "2 Plan",
    "collect": "3 Collect",
    "analyse": "4 Analyse",
    "check": "5 Check",
    "replicate": "6 Replicate",
    "report": "7 Report",
}
MISSING = {
    "question": "write the question",
    "kept_version": "keep a version of the question",
    "aspects": "name the aspects of the question",
    "sketch": "sketch the answer that you hope to be able to write",
    "lock": "lock the plan",
    "action": "write what you will do",
    "pupils_expected": "say how many pupils",
    "chosen_by": "say how the pupils were chosen",
    "measures": "add at least one measure",
    "aspect_without_measure": "give each part of the question a measure",
    "measure_without_aspect": "say what each measure answers",
    "year_smaller_than_group": "look at the size of the year and of the group",
    "same_short_name": "give each measure a name of its own",
    "highest_mark": "give each test its highest mark",
    "range": "look at the lowest and highest mark",
    "step": "look at the smallest step of a mark",
    "before_on": "set the day of the first measure",
    "after_on": "set the day of the second measure",
    "after_not_later": "set the second day after the first",
    "occasion_of_no_measure": "say which measure each line of the timeline means",
    "later_not_after_baseline": "look at the order of the days in the timeline",
    "medium_not_after_short": "look at the order of the days in the timeline",
    "baseline_after_work": "set what is collected at the start before the second measure",
    "later_before_work": "set what is collected later after the first measure",
    "term_backwards": "look at the first and last days of the school's terms",
    "deleted_too_soon": "look at the day on which the data go",
    "withdraw_after_deletion": "look at the last day for withdrawing",
    "success": "say what would count as success",
    "consent": "say how pupils and parents are told",
    "worthwhile_out_of_reach": "look at the smallest change worth having",
    "marks": "enter or bring in the marks",
    "both_occasions": "have at least one pupil's mark from before and from after",
    "log": "log what was done",
    "what_i_see": "write what you see in the marks",
    "context": "describe the class and the school for a colleague",
    "claims": "write what you claim",
    "next_steps": "write what you will do next",
    "report": "make the report",
}
STATES = {"not started": "not started", "under way": "under way", "done": "done"}
FILES_WHOLE = "The files are whole."
GRADES = {"stop": "Stop", "caution": "Caution", "note": "Note"}


def missing_words(code: str) -> str:
    """Return what to do about one missing thing."""
    if code.startswith("answer M"):
        return f"answer {code.removeprefix('answer ')} in step 5"
    return MISSING.get(code, code)


def status_words(status: Mapping[str, Any]) -> str:
    """Return the status of an enquiry as lines for a person."""
    lines = [f"{status['enquiry']['title']} (version {status['enquiry']['version']})", ""]
    for stage in status["stages"]:
        todo = "; ".join(missing_words(code) for code in stage["missing"])
        lines.append(f"{STAGE_NAMES[stage['stage']]}: {STATES[stage['state']]}" + (f". To do: {todo}." if todo else "."))
    rules = status["question"]["rules"]
    if status["question"]["text"]:
        lines += ["", f"Question: {status['question']['text']}"]
        lines += [f"  {rule['rule']}: {rule['verdict']}. {_sentence(rule)}" for rule in rules]
    if status["drafts"]:
        lines += ["", "Kept, but not right yet:"]
        lines += [f"  {draft['form']}, {draft['field'].replace('_', ' ')}: {draft['message']}" for draft in status["drafts"]]
    lines += ["", *([notice["sentence"] for notice in status["notices"]] or [FILES_WHOLE])]
    return "\n".join(lines)


def settled(title: str, version: int) -> str:
    """Say which version the enquiry goes on with."""
    return f"{title} goes on with version {version}. What was not chosen stands in .history/set-aside."


def check_words(check: Mapping[str, Any]) -> str:
    """Return the threats as lines for a person: what was found first, then what could not be told."""
    threats: Sequence[Mapping[str, Any]] = check["threats"]
    lines = [check["enquiry"]["title"], ""]
    for threat in (threat for threat in threats if threat["found"]):
        lines.append(f"{GRADES[threat['grade']]}, {threat['id']} {threat['title']}: {threat['sentence']}")
        lines += [f"  - {offer}" for offer in threat["offers"]]
        lines += [f"  Your answer: {threat['answer']}"] if threat["answer"] else []
    clear = [f"{threat['id']} {threat['title']}" for threat in threats if threat["found"] is False]
    if clear:
        lines += ["", "Looked for and not found: " + "; ".join(clear) + "."]
    for threat in (threat for threat in threats if threat["found"] is None):
        lines.append(f"Cannot be told yet, {threat['id']} {threat['title']}: {threat['sentence']}")
    return "\n".join(lines)


def _sentence(rule: Mapping[str, Any]) -> str:
    return " ".join(part for part in (rule["sentence"], rule["next_step"]) if part)
