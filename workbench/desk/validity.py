"""What can mislead in this enquiry: the threats looked for, in words, and the teacher's answers to them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.desk.enquiry import Workspace
from workbench.enquiry.answers import read_words
from workbench.enquiry.names import without_names
from workbench.enquiry.record import Enquiry, ThreatAnswer
from workbench.enquiry.threats import DETECTORS, detect
from workbench.enquiry.threats.base import Grade, Number
from workbench.errors import BadInput, UnknownOption
from workbench.words import threats as words


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatFound:
    """One threat, found or not, with its words and the teacher's answer; ``found`` is ``None`` when it cannot be told."""

    id: str
    title: str
    grade: Grade
    found: bool | None
    numbers: dict[str, Number]
    reason: str
    sentence: str
    offers: tuple[str, ...]
    answer: str


def check(ws: Workspace) -> tuple[ThreatFound, ...]:
    """Return every threat of the catalogue for the plan and the marks as they are now."""
    answers = {given.threat: given.answer for given in ws.record.threat_answers}
    found = []
    for threat in detect(ws.record, ws.tables()):
        sentence, offers = words.threat_words(threat)
        found.append(
            ThreatFound(
                id=threat.id,
                title=words.title(threat.id),
                grade=threat.grade,
                found=threat.found,
                numbers=threat.numbers,
                reason=threat.reason,
                sentence=sentence,
                offers=offers,
                answer=answers.get(threat.id, ""),
            )
        )
    return tuple(found)


def answer(ws: Workspace, threat: str, text: str) -> ThreatAnswer:
    """Keep what the teacher has considered about one threat; it stands in the report.

    Pupils' names are kept as codes while the class list is unlocked. A new answer takes the old one's place.

    Raises:
        UnknownOption: for a threat that is not in the catalogue.
        BadInput: for an empty answer.
    """
    if not isinstance(threat, str) or threat not in DETECTORS:
        raise UnknownOption(words.NO_SUCH, seen=threat, allowed=", ".join(DETECTORS))
    said, _ = without_names(read_words(text), ws.names)
    if not said:
        raise BadInput(words.NO_ANSWER[0], do=words.NO_ANSWER[1])
    kept = ThreatAnswer(threat=threat, answer=said, at=ws.clock())

    def put(record: Enquiry) -> Enquiry:
        others = tuple(each for each in record.threat_answers if each.threat != threat)
        return record.model_copy(update={"threat_answers": (*others, kept)})

    ws.change(put, what=f"answered {threat}")
    return kept
