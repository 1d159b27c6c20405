"""What is said of two groups: every number from the result, counts first, and nobody is impressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from workbench.stats import (
    cliffs_delta,
    hedges_g,
    mean_difference,
    permutation_difference,
    probability_of_superiority,
    rank_sum,
)
from workbench.stats.result import Result
from workbench.words.describe import describe
from workbench.words.say import say

BANNED = re.compile(
    r"significan|prove|impact|effective|\blarge\b|subjects|participants|treatment|control group|\bnull\b|invalid|failed|effect\b",
    re.IGNORECASE,
)
CHANCE = re.compile(r"about (?:once|\d+ times) in [\d,]+ \(p = [\d.]+\)|(?:nearly )?every time \(p [=\w. ]+\)")
NUMBER = re.compile(r"(?<![\w.,])[−]?\d[\d,]*(?:\.\d+)?")


def examples() -> dict[str, Any]:
    spec = spec_from_file_location("examples_groups", Path(__file__).parents[2] / "examples" / "groups.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, Any] = module.EXAMPLES
    return found


RESULTS = {name: make() for name, make in examples().items()}


def numbers_of(value: Any) -> Iterator[float]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield value
    if isinstance(value, list):
        for inner in value:
            yield from numbers_of(inner)


@pytest.mark.parametrize("name", RESULTS)
def test_every_number_spoken_comes_from_the_result(name: str) -> None:
    result: Result = RESULTS[name]
    known = [value for key, field in result.to_dict().items() if key not in {"x", "y"} for value in numbers_of(field)]
    known += [-value for value in known] + [getattr(result, "level", None) or 0.95]
    known = [*known, known[-1] * 100]
    for form in ("full", "short"):
        text = say(result, form=form)
        for token in NUMBER.findall(CHANCE.sub("", text)):
            spoken = Decimal(token.replace(",", "").replace("−", "-"))
            places = Decimal(1).scaleb(spoken.as_tuple().exponent)
            assert any(
                Decimal(repr(float(value))).quantize(places, rounding=ROUND_HALF_UP) == spoken for value in known if abs(value) < 1e20
            ), token


@pytest.mark.parametrize("name", RESULTS)
def test_no_word_oversells_and_no_sentence_is_broken(name: str) -> None:
    for form in ("full", "short", "note"):
        text = say(RESULTS[name], form=form)
        assert not BANNED.search(text), text
        assert "  " not in text
        assert not re.search(r"\bnan\b|\binf\b|\bNone (?!of)|\b1 pupils\b", text.split(" Code: ")[0]), text
        assert text[0].isupper()
        assert text.endswith((".", "?"))
        for sentence in re.split(r"(?<=[.?:]) ", text if form == "full" else ""):
            assert len(sentence.split()) <= 24, sentence


def test_counts_come_first_and_the_range_is_in_the_sentence_of_the_difference() -> None:
    assert say(mean_difference([7, 9, 10, 9, 8, 7], [4, 5, 8, 6, 6, 5])) == (
        "The middle mark of all 12 is 7. Above it are 4 of 6 in the first group and 1 of 6 in the second. "
        "On average the first group is 2.7 marks higher; anything from 1.0 to 4.3 higher fits these marks. "
        "Unless chance decided who was in which group, this cannot say why they differ. "
        "Next, set both groups' earlier marks side by side: were they level at the start?"
    )


def test_a_p_that_could_not_have_been_small_says_so() -> None:
    result = permutation_difference([7, 9, 10], [4, 5, 8])
    assert say(result, form="short").endswith(
        "groups of 3 and 3 cannot give a range at 95%. If there were no difference, p could not be below 0.1."
    )
    assert (
        "With groups of 3 and 3 no test could tell a real difference from luck: if there were no difference, p could not be below 0.1."
    ) in say(result)


def test_a_difference_the_other_way_is_called_lower() -> None:
    text = say(permutation_difference([4, 5, 8, 6, 6, 5], [7, 9, 10, 9, 8, 7]), form="short")
    assert "On average the first group is 2.7 marks lower; anything from 1.0 to 4.3 lower fits these marks." in text


def test_no_difference_that_is_just_outside_is_told() -> None:
    assert "No difference at all just misses." in say(rank_sum([3, 3, 4, 4, 5], [1, 2, 2, 3, 3]))
    assert "just misses" not in say(rank_sum([7, 9, 10, 8], [4, 5, 8, 9]))


def test_pairs_are_counted_before_a_share_is_named() -> None:
    text = say(probability_of_superiority([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]), form="short")
    assert text == (
        "Pair each pupil of the first group with each of the second. Of 35 pairs, the first is higher in 26, level in 5 and lower in 4. "
        "With level pairs counted as half, the share higher is 0.81; anything from 0.47 to 0.96 fits these marks."
    )
    assert "The share higher less the share lower is 0.63" in say(cliffs_delta([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]))


def test_where_every_mark_is_the_same_nothing_is_tested() -> None:
    for function in (permutation_difference, rank_sum):
        text = say(function([5] * 6, [5] * 6))
        assert "All 12 pupils of the two groups have the same mark, so these marks give no range." in text
        assert "luck" not in text


@pytest.mark.parametrize(
    ("alternative", "way"), [("greater", "put the first at least this far ahead"), ("less", "put the first no further ahead than this")]
)
def test_one_side_is_told_as_what_was_counted(alternative: str, way: str) -> None:
    assert f"luck alone would {way} about" in say(permutation_difference([7, 9, 10, 9, 6], [4, 5, 8, 6, 7], alternative=alternative))


def test_the_spread_is_named_and_the_difference_in_marks_comes_first() -> None:
    text = say(hedges_g([7, 9, 10], [4, 5, 8]), out_of=20)
    assert "On average the first group is 3.0 marks out of 20 higher. That is 1.31 times the spread within the groups;" in text
    assert text.endswith("Next, give the difference in marks first wherever you report this.")


def test_the_note_names_method_numbers_source_and_code() -> None:
    note = say(rank_sum([6, 7, 7, 8, 9], [4, 5, 5, 6, 6, 7, 8]), form="note")
    assert "U = 28.5 of 35 pairs, 5 of them level; as if no ranks were tied, 0.0 to 3.0 at 0.9520" in note
    assert note.endswith("Code: workbench.stats.rank_sum(x, y, alternative='two_sided', level=0.95).")


def test_a_figure_of_the_group_tells_nothing_of_single_pupils() -> None:
    text = describe(permutation_difference([7.5, 9, 10, 8], [4, 5, 8.5, 6]), show="group")
    assert text.startswith("4 pupils in the first group and 4 in the second. The difference between the means is 2.8;")
    assert "7.5" not in text
