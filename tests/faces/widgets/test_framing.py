"""Step 1 filled in without a browser."""

from workbench.faces.widgets.framing import Framing
from workbench.words.labels import label_of
from workbench.words.screens import FRAME


def label(*names):
    return label_of("frame", *names).label


def test_a_weak_question_shows_why_and_a_wording_that_can_be_used(ws, screen, reopened):
    form = screen(Framing(ws))
    form.fill(label("question"), "Does paired talk improve marks?")
    assert "you would need many classes" in form.words()
    form.press(FRAME["use"])
    kept = reopened().record.question.text
    assert kept.startswith("How can we use paired talk")
    assert form.field(label("question")).value == kept


def test_a_weak_question_is_shown_beside_three_like_it_and_a_sound_one_is_not(ws, screen):
    form = screen(Framing(ws))
    form.fill(label("question"), "Does French homework improve marks in Year 8?")
    assert FRAME["examples"] in form.words()
    assert "Are flashcards an effective way to teach Year 7 French genders?" in form.words()
    form.fill(label("question"), "How can paired talk help Year 7 explain place value in decimals?")
    assert FRAME["examples"] not in form.words()


def test_the_question_is_put_together_from_its_parts(ws, screen, reopened):
    form = screen(Framing(ws))
    form.fill(label("approach"), "paired talk")
    form.fill(label("year"), "Year 7")
    form.fill(label("subject_aspect"), "place value")
    form.press(FRAME["assemble"])
    assert "paired talk" in reopened().record.question.text
    assert "Year 7" in form.field(label("question")).value


def test_no_parts_no_question(ws, screen, reopened):
    form = screen(Framing(ws))
    form.press(FRAME["assemble"])
    assert FRAME["parts_first"] in form.words()
    assert reopened().record.question.text == ""


def test_a_version_needs_a_reason_and_is_kept_with_it(ws, screen, reopened):
    form = screen(Framing(ws))
    form.fill(label("question"), "How can paired talk help Year 7 explain place value?")
    form.press(FRAME["version_keep"])
    assert reopened().record.question.versions == ()
    form.fill(FRAME["version_why"], "First wording")
    form.press(FRAME["version_keep"])
    (version,) = reopened().record.question.versions
    assert version.reason == "First wording"
    assert "First wording" in form.words()


def test_a_wording_is_kept_against_a_check_with_its_reason(ws, screen, reopened):
    form = screen(Framing(ws))
    form.fill(label("question"), "Does paired talk improve marks?")
    form.fill(FRAME["override"], "Q-R4")
    form.fill(FRAME["override_why"], "We repeat it in six classes")
    form.press(FRAME["override_keep"])
    (kept,) = reopened().record.question.overrides
    assert (kept.rule, kept.reason) == ("Q-R4", "We repeat it in six classes")


def test_what_was_typed_is_text_and_never_markup(ws, screen):
    form = screen(Framing(ws))
    form.fill(label("question"), "Does <b>bold</b> <img src=x onerror=alert(1)> improve marks?")
    assert "<img src=x" not in form.words()


def test_a_wording_put_in_by_a_button_makes_no_other_box_anew(ws, screen):
    form = screen(Framing(ws))
    form.fill(label("question"), "Does paired talk improve marks?")
    sketch = form.field(label("answer_sketch"))
    form.press(FRAME["use"])
    assert form.field(label("answer_sketch")) is sketch
    sketch.value = "They explain"  # someone typing there loses neither the place nor the words
    form.press(FRAME["suggest"])
    assert form.field(label("answer_sketch")) is sketch
    assert sketch.value == "They explain"
