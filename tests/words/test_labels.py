"""Every question of every form has words, and no words are left over."""

from __future__ import annotations

import re

import pytest

from workbench.enquiry.forms import FORMS, FieldSpec
from workbench.words.labels import CHOICES, FORM_WORDS, LABELS, Label, choice_of, label_of


def _fields() -> dict[str, FieldSpec]:
    found: dict[str, FieldSpec] = {}
    for form in FORMS.values():
        for spec in form.fields:
            found[f"{form.name}.{spec.name}"] = spec
            for column in spec.columns:
                found[f"{form.name}.{spec.name}.{column.name}"] = column
    return found


def test_every_field_and_column_has_a_label_and_no_label_is_left_over() -> None:
    assert set(LABELS) == set(_fields())


def test_every_choice_has_words_and_no_words_are_left_over() -> None:
    assert set(CHOICES) == {f"{key}.{code}" for key, spec in _fields().items() for code in spec.choices}


def test_every_form_has_a_title_and_an_opening_sentence() -> None:
    assert set(FORM_WORDS) == set(FORMS)
    for words in FORM_WORDS.values():
        assert words.title
        assert words.intro.endswith(".")


@pytest.mark.parametrize(("key", "label"), LABELS.items())
def test_labels_are_short_and_help_is_one_line(key: str, label: Label) -> None:
    assert 0 < len(label.label) <= 50, key
    assert not label.label.endswith(".")
    assert 0 < len(label.help) <= 140, key
    assert "\n" not in label.help
    assert label.help[-1] in ".?"


def test_choices_within_a_field_differ_so_that_a_reader_can_tell_them_apart() -> None:
    for key, spec in _fields().items():
        words = [CHOICES[f"{key}.{code}"] for code in spec.choices]
        assert len(set(words)) == len(words), key


def test_no_label_uses_a_word_teachers_should_not_have_to_read() -> None:
    shunned = re.compile(r"\b(invalid|failed|significant|effect|effective|impact|subjects|participants|treatment|null|data set)\b", re.I)
    text = [label.label + " " + label.help for label in LABELS.values()] + list(CHOICES.values())
    text += [words.title + " " + words.intro for words in FORM_WORDS.values()]
    assert [line for line in text if shunned.search(line)] == []


def test_words_are_looked_up_by_form_and_field() -> None:
    assert label_of("plan", "measures", "step").label == "Smallest step between marks"
    assert choice_of("plan", "measures", "kind", "interview") == "Talking with pupils"
