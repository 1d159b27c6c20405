"""A made-up enquiry for the tests of analysis, report and replication: 12 chosen out of 118, 11 with both marks."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from workbench.desk.enquiry import Workspace, new_enquiry
from workbench.enquiry.marks import COLUMNS, Mark, MarkRow, MarkTable, to_rows
from workbench.enquiry.plan import Measure, Plan, PlanLock
from workbench.enquiry.question import Aspect, Question, QuestionParts, QuestionVersion, RuleOverride
from workbench.enquiry.record import Claim, Enquiry, LogEntry, NextStep, ThreatAnswer

START = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
MEASURE = Measure(id="place-value", title="Place value test", aspects=("reading",), highest=40)
HOSTILE = "<img src=x onerror=alert(1)> ![x](http://a.example/x.png) [y](javascript:1) <script>alert(1)</script> | a *b* `c` {=html}"


def ticking(step: timedelta = timedelta(days=1)) -> Callable[[], datetime]:
    """A clock that goes one step further at each look."""
    now = START - step

    def clock() -> datetime:
        nonlocal now
        now += step
        return now

    return clock


def mark(value: float | None, absent: str = "absent") -> Mark:
    return Mark(value=value, status="present" if value is not None else absent)  # type: ignore[arg-type]


def made_table(*, chosen: int = 12, others: int = 106, missing: int = 1, changes: tuple[float, ...] = ()) -> MarkTable:
    """Marks by code; the chosen are low, and `missing` of them have no second mark."""
    chance = random.Random(7)
    rows = []
    for i in range(chosen + others):
        ability = chance.gauss(22, 6) if i >= chosen else chance.gauss(12, 3)
        before = min(40, max(0, round(2 * (ability + chance.gauss(0, 2))) / 2))
        change = changes[i] if i < len(changes) else round(2 * chance.gauss(3 if i < chosen else 1, 3)) / 2
        after = None if i < missing else min(40, max(0, before + change))
        code = "".join(chance.choice("ABCDEFGHJKMNPQRSTVWXYZ23456789") for _ in range(5))
        rows.append(MarkRow(pupil=code, chosen=i < chosen, before=mark(before), after=mark(after)))
    return MarkTable(measure=MEASURE.id, rows=tuple(sorted(rows, key=lambda row: row.pupil)))


def made_plan(*, locked: bool = True) -> Plan:
    lock = PlanLock(at=START + timedelta(days=2), sha256="ab" * 32, version=2) if locked else None
    return Plan(
        pupils_expected=12,
        year_size=118,
        chosen_by="lowest_scores",
        chosen_how="The lowest marks of the September test.",
        measures=(MEASURE,),
        before_on=date(2026, 1, 8),
        after_on=date(2026, 3, 5),
        action="Paired talk about what each digit is worth, ten minutes at the start of a lesson.",
        sessions_planned=8,
        success="Most of them gain three marks or more.",
        lock=lock,
    )


def made_record(record: Enquiry, *, locked: bool = True) -> Enquiry:
    text = "How can we use paired talk to help the lowest scorers in Year 7 read and write large numbers?"
    question = Question(
        text=text,
        priority="Number across the school",
        aspects=(Aspect(id="reading", text="Reading numbers with zeros in them"), Aspect(id="writing", text="Writing them from dictation")),
        parts=QuestionParts(already_tried="A homework club, which four of them came to"),
        answer_sketch="Paired talk helped most of these pupils say what each digit is worth.",
        overrides=(RuleOverride(rule="Q-R3", reason="The pupils asked for it.", at=START),),
        versions=(
            QuestionVersion(number=1, text="Does paired talk improve place value?", parts=QuestionParts(), at=START, reason=""),
            QuestionVersion(number=2, text=text, parts=QuestionParts(), at=START + timedelta(days=1), reason="It asked whether, not how."),
        ),
    )
    return record.model_copy(update={"question": question, "plan": made_plan(locked=locked)})


def afterwards(record: Enquiry) -> Enquiry:
    return record.model_copy(
        update={
            "log": (
                LogEntry(on=date(2026, 1, 15), what="First session", with_whom="K7M4T", how_it_went="Noisy but busy", other_events=""),
                LogEntry(on=date(2026, 1, 22), what="Second session", how_it_went="Two pupils were away", other_events="Snow day"),
            ),
            "what_i_see": "They now read zeros aloud. 9 of the 12 went up.",
            "claims": (Claim(text="Paired talk went with a gain.", status="supported", other_explanations="A new scheme began."),),
            "threat_answers": (ThreatAnswer(threat="M1", answer="I will test the whole year again.", at=START),),
            "next_steps": (NextStep(what="Try it with the other half of the year", who="Maths team", by=date(2026, 5, 1)),),
        }
    )


def make(folder: Path, table: MarkTable | None = None, *, locked: bool = True, marks: bool = True) -> Workspace:
    """An enquiry from question to marks, in an ordinary order of events, on a clock of its own."""
    ids = iter(["0123456789abcdef" * 2])
    ws = new_enquiry(folder, "Place value Y7", clock=ticking(), new_id=lambda: next(ids))
    ws.change(lambda record: made_record(record, locked=locked), what="Wrote question and plan")
    if marks:
        put_table(ws, table or made_table())
        ws.change(afterwards, what="Wrote the rest")
    return ws


def put_table(ws: Workspace, table: MarkTable) -> None:
    fields = [{"name": name, "type": "string"} for name in COLUMNS]
    ws.store.write_table(table.measure, COLUMNS, to_rows(table), fields, what="Marks came in")
