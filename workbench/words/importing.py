"""What an import asks and tells, in words; pupils are spoken of by sheet, row and tutor group, never by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.enquiry.import_questions import Question

OCCASION = {"before": "first test", "after": "second test"}
MEANING = {
    "absent": "Absent: no mark",
    "exempt": "The test was not for this pupil",
    "not_attempted": "In school, did not try it",
    "withdrawn": "Withdrawn from the enquiry",
    "left": "Had left",
    "not_joined": "Had not joined yet",
    "blank": "Not known: leave it empty",
    "zero": "Really 0 marks",
}
ROLE = {
    "surname": "surname (sealed)",
    "forename": "forename (sealed)",
    "name": "name (sealed)",
    "upn": "UPN (sealed)",
    "group": "tutor group (sealed)",
    "set": "teaching set (used to tell namesakes apart, not kept)",
    "flag": "a yes/no column",
    "mark": "marks",
    "other": "left out",
}
LEFT_OUT = {
    "foot": "a total or an average",
    "doubtful": "a highest or lowest mark",
    "out_of": "the marks possible",
    "section": "a heading inside the table",
    "heading": "the headings again",
    "other_headings": "headings again, and not the same ones",
    "note": "a note",
    "nameless": "marks without a pupil",
    "decided": "you said so",
}
NOT_USED = {
    "empty": "nothing on it",
    "no_table": "no table of pupils on it",
    "no_names": "no column of names or UPNs",
    "on_its_side": "pupils stand in columns here, not in rows",
    "hidden": "the sheet is hidden",
    "no_marks": "no column of marks",
    "no_rows": "no pupils under the headings",
    "decided": "you said so",
}
NOTES = {
    "cp1252": "This text file does not say how its letters are stored. Look at names with accents before you go on.",
    "utf-16": "This text file was stored as UTF-16.",
}
_CHOICE = {
    "use": "Use this sheet",
    "leave": "Leave it out",
    "leave_out": "Leave this row out",
    "pupil": "It is a pupil: bring it in",
    "two_pupils": "Two pupils with the same name",
    "one_pupil": "One pupil, written twice",
    "joined": "Joined after the first test",
    "everyone": "Everyone in the file",
    "keep": "The group that the enquiry already has",
    "in_group": "In the group",
    "not_in_group": "Not in the group",
    "as_planned": "The plan is right: read the marks as they stand",
    "file": "Take the file's marks",
    "enquiry": "Keep the marks that are in the enquiry",
    "keep_rows": "Keep them: they are other pupils",
    "take_out": "Take them out: the file has the same pupils by name",
    "none": "No marks of this test on this sheet",
}
_HERE = {
    "absent": "Was here, but away for the other test",
    "exempt": "Was here; the other test was not for this pupil",
    "not_attempted": "Was here and did not try the other test",
    "blank": "Not known",
}


def question_text(question: Question, sheets: Mapping[int, str], *, bad_mark: str = "") -> str:
    """Return a question as it is put to the teacher.

    Args:
        question: What is asked.
        sheets: The sheets' names by number.
        bad_mark: For a cell that holds no mark, the refusal in the workbench's own words.
    """
    about = question.about
    where = _place(question, sheets)
    test = OCCASION.get(about.get("occasion", ""), "")
    tail = _belongs(about)
    seen = "an empty cell" if not about.get("seen") else f"'{about['seen']}'"
    texts: dict[str, Callable[[], str]] = {
        "token": lambda: f"What does {seen} mean here? It stands in {_count(about, 'mark cell', 'mark cells')} ({about['places']}).",
        "zeros": lambda: f"{_count(about, 'mark is', 'marks are')} 0 in the {test} ({about['places']}). Is 0 a true mark here?",
        "cell": lambda: bad_mark,
        "namesakes": lambda: f"{where}: this pupil{tail} has a namesake, or is written another way. Whose {test} is it?",
        "near": lambda: f"{where}: this pupil{tail} is on no other sheet under exactly this name. Is it one of these?",
        "upn": lambda: f"{where}: the UPN{tail} is one pupil's and the name is not hers. Whose {test} is it?",
        "new": lambda: f"{where}: this pupil{tail} has a mark for the {test} only. Why?",
        "many_new": lambda: f"{where}: {about['how_many']} pupils have a mark for the {test} only. Why?",
        "missing": lambda: f"{where}: this pupil{tail} has no row for the {test}. Why?",
        "many_missing": lambda: f"{where}: {about['how_many']} pupils have no row for the {test}. Why?",
        "alike": lambda: f"{where}: these rows carry the same name (tutor groups or sets: {about['groups']}). One pupil or two?",
        "chosen": lambda: "Which pupils are the enquiry's own group?",
        "flag": lambda: f"{_count(about, 'pupil has', 'pupils have')} {seen} in that column. Are they in the group?",
        "occasion": lambda: f"{where}: which column holds the marks of the {test}?",
        "scale": lambda: f"{where}: the file says out of {about['heading_says']}; your plan says {about['plan_says']}. Which is right?",
        "differs": lambda: f"{_count(about, 'pupil has', 'pupils have')} other marks in this file than in the enquiry. Which should stand?",
        "codes": lambda: f"{_count(about, 'row', 'rows')} of the mark sheet: marks by code, and no name. What now?",
        "nameless": lambda: f"{where}: there are marks here and no name or UPN. Leave the row out, or put the name into the file.",
        "other_headings": lambda: (
            f"{where}: the headings come again here, and not the same ones as above. Leave the row out only if each column below it "
            "means what it means above. If not, put these pupils on a sheet of their own."
        ),
        "sheet": lambda: f"{where}: bring in the marks of this sheet?",
        "header": lambda: f"{where}: which row holds the headings?",
        "column": lambda: f"{where}: what is this column?",
        "row": lambda: f"{where}: this row was taken for {LEFT_OUT.get(about.get('reason', ''), 'no pupil')}. Is it a pupil?",
    }
    return texts[question.kind]()


def choice_text(question: Question, choice: str) -> str:
    """Return what one choice says."""
    about = question.about
    told = about.get(f"{choice} is")
    if question.kind == "column":
        return ROLE[choice].capitalize()
    if question.kind == "header":
        return f"Row {choice}"
    if question.kind == "occasion" and choice != "none":
        return f"Column {choice}" + (f": {told}" if told else "")
    if choice.startswith("column:"):
        _, _, column = choice.split(":")
        return f"Those marked in column {column}" + (f": {told}" if told else "")
    if choice.startswith(("row:", "pupil:")):
        return f"The pupil of {told}" if told and not told.startswith("on ") else f"A pupil {told or 'of the class list'}"
    if question.kind in {"namesakes", "near", "upn", "new", "many_new"} and choice in _HERE and about.get("occasion") == "after":
        return _HERE[choice]
    if choice == "joined" and about.get("occasion") == "before":
        return "A pupil without the other test"
    return _CHOICE.get(choice) or MEANING[choice]


def needs_answers(count: int, bad_marks: tuple[str, ...] = ()) -> str:
    """Return the sentence for an import that must ask first."""
    ask = f"{count} questions need an answer before these marks can come in." if count != 1 else "One question needs an answer first."
    return "\n".join([*bad_marks, ask])


def brought_in(pupils: int, chosen: int, pairs: int, no_pair: int, *, changed: bool) -> str:
    """Return what came in, pupils first."""
    if not changed:
        return f"These marks are in the enquiry already: {pupils} pupils, {chosen} of them in your group. Nothing was changed."
    stay = "has no pair and stays" if no_pair == 1 else "have no pair and stay"
    rest = f" {no_pair} of the group {stay} out of the comparison." if no_pair else ""
    return f"{pupils} pupils' marks came in. Your group has {chosen} pupils; {pairs} of them have both marks.{rest}"


def _place(question: Question, sheets: Mapping[int, str]) -> str:
    parts = []
    if question.sheet is not None:
        name = sheets.get(question.sheet, "")
        parts.append(f"Sheet {question.sheet}" + (f" ('{name}')" if name else ""))
    elif question.about.get("code"):
        parts.append(f"Pupil {question.about['code']}")
    if question.rows and question.kind not in {"token", "zeros", "differs"}:
        shown = ", ".join(map(str, question.rows[:6])) + (f" and {len(question.rows) - 6} more" if len(question.rows) > 6 else "")
        parts.append(f"row {shown}" if len(question.rows) == 1 else f"rows {shown}")
    if question.column:
        parts.append(f"column {question.column}")
    return ", ".join(parts) or "The file"


def _belongs(about: Mapping[str, str]) -> str:
    told = [f"tutor group {about['group']}" if about.get("group") else "", f"set {about['set']}" if about.get("set") else ""]
    text = ", ".join(part for part in told if part)
    return f" ({text})" if text else ""


def _count(about: Mapping[str, str], one: str, many: str) -> str:
    return f"1 {one}" if about["how_many"] == "1" else f"{about['how_many']} {many}"
