"""An effect size without its range is found, however it is named; with its range, or where there is none, nothing is."""

import pytest

from workbench.enquiry.answers import read_answer
from workbench.enquiry.effect_sizes import bare_sizes
from workbench.enquiry.forms import FORMS
from workbench.errors import BadInput


@pytest.mark.parametrize(
    "text",
    [
        "Paired talk had an effect size of 0.4.",
        "We saw an effect-size (Hedges' g) of .52 here",
        "The effect size was 0.4, which is good",
        "A 0.6 effect size for nine pupils",
        "d = 0.8 for the group",
        "Cohen’s d was about 0.80",
        "They gained 0.4 standard deviations",
        "They gained 0.4 SD. Anything from 1 to 3 marks fits.",
        "A standardised mean difference of 0.35",
        "An effect size of 0.4 between 2019 and 2021",
        "An effect size of 0.4, anything from 0.5 to 0.9 fits",
        "First it was d = 0.2 (from 0.1 to 0.3). Then d = 0.9.",
        "An effect size of 0.4 to 0.4",
    ],
)
def test_an_effect_size_without_a_range_around_it_is_found(text):
    assert len(bare_sizes(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "An effect size of 0.4, anything from −0.2 to 1.0 fits these marks.",
        "d = 0.8 [0.1, 1.5]",
        "g = 0.5 (95% CI -0.1 to 1.1)",
        "an effect size of 0.4 ± 0.3",
        "Effect sizes say little with so few pupils.",
        "On average they gained 3.2 marks of 40; anything from 0.9 to 5.5 fits.",
        "9 of the 12 went up, 2 went down.",
        "Year 7 set 2, question 3d of 12",
        "They gained 12% on the test",
        "",
    ],
)
def test_a_size_with_its_range_and_what_is_no_size_are_left_alone(text):
    assert bare_sizes(text) == ()


def test_a_claim_with_a_bare_number_is_refused_with_what_to_do():
    claims = FORMS["report"].field("claims")
    with pytest.raises(BadInput) as refused:
        read_answer(claims, [{"text": "Paired talk had an effect size of 0.4."}])
    assert refused.value.where == "Row 1, text"
    assert refused.value.seen == "effect size of 0.4"
    assert "in marks" in refused.value.do
    kept = "Paired talk went with an effect size of 0.4; anything from −0.2 to 1.0 fits."
    assert read_answer(claims, [{"text": kept}]) == ({"text": kept},)
