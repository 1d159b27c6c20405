"""The mark sheet: one cell typed, a block pasted, each saved as it is left; what is no mark yet is kept as a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.desk.enquiry import Workspace
from workbench.desk.mark_table import measure_of, put_table
from workbench.enquiry.analysis import pair_up
from workbench.enquiry.marks import Mark, MarkRow, MarkTable, Occasion, is_code
from workbench.enquiry.names import without_names
from workbench.enquiry.plan import Measure
from workbench.enquiry.reading import BadMark, read_mark, scale_words
from workbench.errors import BadInput, Conflict, UnknownOption
from workbench.store.drafts import Drafts
from workbench.store.sealed import ClassList
from workbench.words import marks as words

FORM = "marks"
OCCASIONS: tuple[Occasion, ...] = ("before", "after")
BLANK = Mark(value=None, status="blank")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShown:
    """One cell as the sheet shows it: the text, whether it is saved as a mark, and what to look at if not."""

    pupil: str
    occasion: Occasion
    text: str
    accepted: bool
    message: str = ""
    status: str = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """One pupil's row. ``name`` and ``group`` are empty while the class list is sealed."""

    pupil: str
    name: str
    group: str
    chosen: bool
    before: CellShown
    after: CellShown


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSheet:
    """A measure's mark sheet: rows in the order of the codes, or of names while the class list is open."""

    measure: str
    title: str
    allowed: str
    rows: tuple[RowShown, ...]
    pairing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One cell as somebody typed it."""

    pupil: str
    occasion: Occasion
    text: str


def table(ws: Workspace, measure_id: str | None = None, *, class_list: ClassList | None = None) -> MarkSheet:
    """Return the mark sheet of a measure: every pupil who has a row, and, while it is open, who is on the class list.

    Raises:
        NotReady, UnknownOption: The plan has no such measure.
    """
    measure = measure_of(ws, measure_id)
    stored = _stored(ws, measure)
    rows = {row.pupil: row for row in stored.rows}
    pupils = {pupil.code: pupil for pupil in class_list.pupils} if class_list else {}
    for code in pupils:
        rows.setdefault(code, MarkRow(pupil=code, chosen=not stored.rows, before=BLANK, after=BLANK))
    drafts = Drafts(ws.path).all().get(FORM, {})
    shown = []
    for code in sorted(
        rows, key=lambda one: ((pupils[one].surname.casefold(), pupils[one].forename.casefold()) if one in pupils else ("~", ""), one)
    ):
        row, pupil = rows[code], pupils.get(code)
        cells = {}
        for occasion in OCCASIONS:
            draft = drafts.get(_field(measure, code, occasion))
            if draft is None:
                cells[occasion] = _saved(code, occasion, getattr(row, occasion))
            else:
                cells[occasion] = CellShown(pupil=code, occasion=occasion, text=str(draft.raw), accepted=False, message=draft.message)
        name = f"{pupil.surname}, {pupil.forename}".strip(", ") if pupil else ""
        group = pupil.tutor_group if pupil else ""
        shown.append(RowShown(pupil=code, name=name, group=group, chosen=row.chosen, before=cells["before"], after=cells["after"]))
    pairing = pair_up(stored)
    sentence = words.pairing(pairing.n_chosen, pairing.n_pairs, pairing.only_before, pairing.only_after, pairing.start_gap)
    return MarkSheet(measure=measure.id, title=measure.title, allowed=scale_words(measure), rows=tuple(shown), pairing=sentence)


def put_mark(ws: Workspace, measure_id: str | None, pupil: str, occasion: Occasion, text: str) -> CellShown:
    """Save one cell as it is left: a mark goes into the table, anything else stays as a draft with its message.

    Raises:
        UnknownOption: No such measure or occasion.
        CannotSave: The disk is full or the folder cannot be written; what was there stands.
    """
    return put_marks(ws, measure_id, [Edit(pupil=pupil, occasion=occasion, text=text)])[0]


def put_marks(ws: Workspace, measure_id: str | None, edits: Sequence[Edit], *, chosen: bool = True) -> tuple[CellShown, ...]:
    """Save several cells with one writing of the table; each is shown as it now stands, in the order given.

    A pupil without a row yet gets one; ``chosen`` says whether she is then in the enquiry's own group.
    """
    measure = measure_of(ws, measure_id)
    good: list[tuple[Edit, Mark]] = []
    shown: list[CellShown] = []
    drafts = Drafts(ws.path)
    edits = [_usable(edit, ws) for edit in edits]
    for edit in edits:
        try:
            mark = read_mark(edit.text, measure, do=words.TYPE_OR_CHOOSE)
        except BadMark as problem:
            drafts.put(FORM, _field(measure, edit.pupil, edit.occasion), edit.text, str(problem))
            shown.append(CellShown(pupil=edit.pupil, occasion=edit.occasion, text=edit.text, accepted=False, message=str(problem)))
        else:
            good.append((edit, mark))
            shown.append(_saved(edit.pupil, edit.occasion, mark))
    if good:
        _change(ws, measure, lambda now: _with_marks(now, good, chosen=chosen), what=f"Marks typed for '{measure.title}'")
        for edit, _ in good:
            drafts.drop(FORM, _field(measure, edit.pupil, edit.occasion))
    return tuple(shown)


def _usable(edit: Edit, ws: Workspace) -> Edit:
    """Return the edit with its mark as text and no pupil's name in it; refuse what belongs to no row or no test."""
    if edit.occasion not in OCCASIONS:
        raise UnknownOption("A mark belongs to one of two occasions.", seen=edit.occasion, allowed=" or ".join(OCCASIONS))
    text: object = edit.text
    if isinstance(text, int | float) and not isinstance(text, bool):
        text = f"{text:g}" if abs(text) < 1e6 else str(text)
    if not isinstance(text, str):
        raise BadInput("A mark is given as text or as a number.", seen=type(text).__name__, do="Nothing was changed.")
    return replace(edit, pupil=_code(edit.pupil), text=without_names(text, ws.names)[0])


def _code(pupil: object) -> str:
    """Return a pupil's code; anything else could be a name, which must not come into the enquiry's folder."""
    if isinstance(pupil, str) and is_code(pupil):
        return pupil
    raise BadInput(
        "Marks are kept by a pupil's code, and this is none.",
        allowed="a code of the class list or of the mark sheet, such as K7M4T",
        do="Pupils' names go into the class list only. Nothing was changed.",
    )


def put_chosen(ws: Workspace, measure_id: str | None, pupil: str, chosen: bool) -> None:
    """Say whether a pupil is in the enquiry's own group.

    Raises:
        UnknownOption: There is no row for this code.
    """
    measure = measure_of(ws, measure_id)
    if not isinstance(chosen, bool):
        raise BadInput("A pupil is in the group or not.", seen=type(chosen).__name__, allowed="True or False")

    def change(now: MarkTable) -> MarkTable:
        if not any(row.pupil == pupil for row in now.rows):
            raise UnknownOption("No row of the mark sheet has this code.")
        return replace(now, rows=tuple(replace(row, chosen=chosen) if row.pupil == pupil else row for row in now.rows))

    _change(ws, measure, change, what=f"Group changed for '{measure.title}'")


def add_rows(ws: Workspace, measure_id: str | None, codes: Sequence[str], *, chosen: bool = True) -> None:
    """Give pupils a row without marks yet; those who have one keep it.

    Raises:
        BadInput: Something among the codes is none.
    """
    measure = measure_of(ws, measure_id)
    if isinstance(codes, str) or not isinstance(codes, Sequence):
        raise BadInput("Give the codes as a list.", seen=type(codes).__name__, allowed='such as ["K7M4T", "R3D5F"]')
    codes = [_code(code) for code in codes]
    _change(ws, measure, lambda now: _with_rows(now, codes, chosen=chosen), what=f"Pupils put on the mark sheet of '{measure.title}'")


def _change(ws: Workspace, measure: Measure, make: Callable[[MarkTable], MarkTable], *, what: str) -> None:
    """Change the stored table; when another window wrote in between, the change is made to what it wrote."""
    for attempt in range(3):
        old = _stored(ws, measure)
        new = make(old)
        if new == old and old.rows:
            return
        try:
            put_table(ws, measure, new, what=what)
        except Conflict:
            if attempt == 2:
                raise
            ws.store.reload()
        else:
            return


def _stored(ws: Workspace, measure: Measure) -> MarkTable:
    return ws.tables().get(measure.id) or MarkTable(measure=measure.id, rows=())


def _with_rows(now: MarkTable, codes: Sequence[str], *, chosen: bool) -> MarkTable:
    rows = {row.pupil: row for row in now.rows}
    for code in codes:
        rows.setdefault(code, MarkRow(pupil=code, chosen=chosen, before=BLANK, after=BLANK))
    return replace(now, rows=tuple(rows[code] for code in sorted(rows)))


def _with_marks(now: MarkTable, good: Sequence[tuple[Edit, Mark]], *, chosen: bool) -> MarkTable:
    rows = {row.pupil: row for row in _with_rows(now, [edit.pupil for edit, _ in good], chosen=chosen).rows}
    for edit, mark in good:
        row = rows[edit.pupil]
        rows[edit.pupil] = replace(row, before=mark) if edit.occasion == "before" else replace(row, after=mark)
    return replace(now, rows=tuple(rows[code] for code in sorted(rows)))


def _field(measure: Measure, pupil: str, occasion: Occasion) -> str:
    return f"{measure.id}:{pupil}:{occasion}"


def _saved(pupil: str, occasion: Occasion, mark: Mark) -> CellShown:
    text = words.STATUS[mark.status] if mark.value is None else f"{mark.value:g}"
    return CellShown(pupil=pupil, occasion=occasion, text=text, accepted=True, status=mark.status)
