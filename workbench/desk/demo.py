"""The worked enquiry: a whole made-up story, from question to report, through the same doors as a teacher's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from workbench.desk import plan, question, replication, validity
from workbench.desk.analysis import analyse
from workbench.desk.answers import put_many
from workbench.desk.enquiry import Workspace
from workbench.desk.importing import bring_in
from workbench.desk.json_file import read_json_object
from workbench.desk.rehearsal import rehearse
from workbench.desk.start import start
from workbench.enquiry.analysis import Analysed
from workbench.errors import CannotSave
from workbench.stats.paired import MeanChange, RegressionToTheMean
from workbench.store.sealed import ClassList
from workbench.store.shipped import shipped
from workbench.words import demo as words

MakeReport = Callable[[Path, str], Path]
Step = Callable[[str], None]
Found = TypeVar("Found")
STEPS = words.STEPS
DATASET = "place-value-y7"
FOLDER = "Place value Y7"
PASSPHRASE = "made-up pupils only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Where the demonstration is, and what it found in two sentences."""

    folder: Path
    report: Path
    where_to_look: str
    found: str


class _Story:
    """The made-up dates: each step of the story moves the clock on, so that the plan is locked before the marks."""

    def __init__(self, dates: Mapping[str, str]) -> None:
        self._dates = dates
        self._now = self.at("begin")

    def at(self, step: str) -> datetime:
        return datetime.fromisoformat(self._dates[step]).replace(tzinfo=UTC)

    def go(self, step: str) -> None:
        self._now = self.at(step)

    def __call__(self) -> datetime:
        return self._now


def run_demo(folder: Path, *, make_report: MakeReport, step: Step = lambda name: None) -> Made:
    """Run the worked enquiry in a new folder below ``folder`` and make its report.

    An earlier demonstration stays as it is: the new one gets the next number.

    Raises:
        CannotSave: when the folder cannot be made or written.
    """
    story = read_json_object(shipped("datasets", DATASET, "story.json"))
    clock = _Story(_section(story, "dates"))
    answers = read_json_object(shipped("datasets", DATASET, "answers.json"))

    step(STEPS[0])
    ws = _framed(_free(folder), story, answers, clock)
    step(STEPS[1])
    _planned(ws, answers, clock)
    step(STEPS[2])
    _collected(ws, answers, clock)
    step(STEPS[3])
    clock.go("analyse")
    put_many(ws, {"analyse": answers["analyse"]})
    analysed = analyse(ws)
    step(STEPS[4])
    _checked(ws, story)
    step(STEPS[5])
    clock.go("report")
    put_many(ws, {form: answers[form] for form in ("replicate", "report")})
    replication.clone_for_colleague(ws, _free(folder, words.FOR_A_COLLEAGUE.format(title=FOLDER)))
    step(STEPS[6])
    report = make_report(ws.path, "colleagues")
    return Made(
        folder=ws.path,
        report=report,
        where_to_look=words.where_to_look(str(ws.path), PASSPHRASE),
        found=words.found(_first(analysed, MeanChange), _first(analysed, RegressionToTheMean)),
    )


def _framed(folder: Path, story: Mapping[str, Any], answers: Mapping[str, Any], clock: _Story) -> Workspace:
    first = {**answers["frame"], "question": story["first_question"]}
    ws = start(folder, answers={"frame": first}, author=str(story["author"]), clock=clock)
    question.keep_version(ws, story["reason_for_first_question"])
    clock.go("mend the question")
    put_many(ws, {"frame": {"question": answers["frame"]["question"]}})
    question.keep_version(ws, story["reason_for_second_question"])
    return ws


def _planned(ws: Workspace, answers: Mapping[str, Any], clock: _Story) -> None:
    clock.go("plan")
    put_many(ws, {"plan": answers["plan"]})
    rehearse(ws, seed=1)
    plan.lock(ws)


def _collected(ws: Workspace, answers: Mapping[str, Any], clock: _Story) -> None:
    clock.go("collect")
    book = shipped("datasets", DATASET, f"{DATASET}.xlsx")
    decisions = read_json_object(shipped("datasets", DATASET, "decisions.json"))
    class_list, _ = ClassList.create(ws.record.id, PASSPHRASE)
    bring_in(ws, book, decisions, class_list=class_list)
    put_many(ws, {"collect": answers["collect"]})


def _checked(ws: Workspace, story: Mapping[str, Any]) -> None:
    given = _section(story, "threat_answers")
    for threat in validity.check(ws):
        if threat.found and threat.id in given:
            validity.answer(ws, threat.id, given[threat.id])


def _first(analysed: tuple[Analysed, ...], kind: type[Found]) -> Found:
    return next(result for one in analysed for result in one.results if isinstance(result, kind))


def _section(story: Mapping[str, Any], name: str) -> Mapping[str, str]:
    section: Mapping[str, str] = story[name]
    return section


def _free(folder: Path, name: str = FOLDER) -> Path:
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{name} ({number})")
        if not path.exists():
            return path
    raise CannotSave("This folder is full of demonstrations.", where=str(folder), do="Delete some, or name another folder.")
