"""The evaluation tool as a form (T5-1 to T5-10 and T5-ES); its words are in ``words.evaluation_labels``."""

from __future__ import annotations

from typing import get_args

from workbench.enquiry.evaluation import LINKS, DataKind, Format, Records
from workbench.enquiry.form_spec import FieldSpec, FormSpec, Kind


def _field(name: str, kind: Kind, *columns: FieldSpec) -> FieldSpec:
    return FieldSpec(name=name, kind=kind, path=f"evaluation.{name}", columns=columns, whole_sizes=True)


def _part(name: str, kind: Kind = "line", *, required: bool = False, choices: tuple[str, ...] = (), top: float | None = None) -> FieldSpec:
    least = 0 if top is not None else None
    return FieldSpec(name=name, kind=kind, required=required, choices=choices, minimum=least, maximum=top, whole_sizes=True)


def _asked(name: str, notes: str = "") -> tuple[FieldSpec, FieldSpec]:
    return _field(name, "yes_no"), _field(notes or f"{name}_notes", "text")


_RECORDS = _part("records", "choice", choices=get_args(Records))
_MINUTES = _part("minutes", "number", top=600)
_BASELINE = (
    _part("id"),
    _part("kind", "choice", required=True, choices=get_args(DataKind)),
    _part("title", required=True),
    _RECORDS,
    _part("instrument"),
    _part("on", "date"),
    _MINUTES,
)
_LATER = (_part("data_set", "choice"), _part("title"), _RECORDS, _part("instrument"), _part("on", "date"), _MINUTES)
_TARGET = (_part("target", required=True), _part("data_sets", "choices"))
_TELLING = (
    _part("audience", required=True),
    _part("format", "choice", choices=get_args(Format)),
    _part("response"),
    _part("on", "date"),
)
_SIZE = (
    _part("what", required=True),
    _part("size", "number", required=True),
    _part("low", "number", required=True),
    _part("high", "number", required=True),
    _part("pupils", "whole", top=100_000),
)

EVALUATE = FormSpec(
    name="evaluate",
    fields=(
        *_asked("points_covered", "points_notes"),
        *_asked("stages_covered", "stages_notes"),
        _field(
            "chain",
            "rows",
            _part("link", "choice", required=True, choices=LINKS),
            _part("what", required=True),
            _part("data_sets", "choices"),
            _part("seen_by"),
        ),
        *_asked("helps_pupils"),
        *_asked("helps_teachers"),
        *_asked("isolates"),
        *_asked("tests_bearable", "tests_notes"),
        *_asked("forms_bearable", "forms_notes"),
        _field("baseline", "rows", *_BASELINE),
        _field("short_success", "rows", *_TARGET),
        _field("short_on", "date"),
        _field("short_data", "rows", *_LATER),
        *_asked("short_mirrors"),
        *_asked("short_blend"),
        _field("medium_success", "rows", *_TARGET),
        _field("medium_on", "date"),
        _field("medium_data", "rows", *_LATER),
        *_asked("medium_mirrors"),
        *_asked("medium_blend"),
        _field("analyses", "rows", _part("data_set", "choice", required=True), _part("how", required=True)),
        _field("telling", "rows", *_TELLING),
        _field("steps_me", "rows", _part("what", required=True), _part("by", "date")),
        _field("steps_others", "rows", _part("what", required=True), _part("who"), _part("by", "date")),
        _field("effect_sizes", "rows", *_SIZE),
    ),
)

ASKED: dict[str, tuple[str, ...]] = {
    "T5-1": ("points_covered", "points_notes", "stages_covered", "stages_notes", "chain"),
    "T5-2": (
        "helps_pupils",
        "helps_pupils_notes",
        "helps_teachers",
        "helps_teachers_notes",
        "isolates",
        "isolates_notes",
        "tests_bearable",
        "tests_notes",
        "forms_bearable",
        "forms_notes",
    ),
    "T5-3": ("baseline",),
    "T5-4": ("short_success", "short_on"),
    "T5-5": ("short_data", "short_mirrors", "short_mirrors_notes", "short_blend", "short_blend_notes"),
    "T5-6": ("medium_success", "medium_on"),
    "T5-7": ("medium_data", "medium_mirrors", "medium_mirrors_notes", "medium_blend", "medium_blend_notes"),
    "T5-8": ("analyses",),
    "T5-9": ("telling",),
    "T5-10": ("steps_me", "steps_others"),
    "T5-ES": ("effect_sizes",),
}
"""Which fields answer which prompt, in order; a test holds every field to exactly one."""
