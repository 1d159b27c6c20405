"""The labelled questions: how they were split, what was measured, and that the present rules still do as well where they were tuned."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]


def test_the_halves_are_those_that_the_seed_gives(measured: ModuleType) -> None:
    split = sys.modules["question_split"]
    assert measured.halves() == split.split()
    assert sorted(measured.halves().values()).count("held") == 100


def test_faults_are_spread_evenly_over_the_halves(measured: ModuleType) -> None:
    labels, halves = sys.modules["question_split"].settled(), measured.halves()
    for rule in ("R1", "R2", "R3", "R4"):
        of = {half: sum(labels[name][rule] == "no" for name in labels if halves[name] == half) for half in ("tuning", "held")}
        assert abs(of["tuning"] - of["held"]) <= 4, (rule, of)


def test_labels_on_which_the_two_differ_are_left_out(measured: ModuleType) -> None:
    first = {row["id"]: row for row in measured.rows("labels-a.csv")}
    second = {row["id"]: row for row in measured.rows("labels-b.csv")}
    for name, labels in sys.modules["question_split"].settled().items():
        for rule, label in labels.items():
            same = first[name][rule] == second[name][rule]
            assert label == (first[name][rule] if same and first[name][rule] != "unsure" else "")


def test_the_counts_are_counted_right_on_made_up_verdicts(measured: ModuleType) -> None:
    labels = sys.modules["question_split"].settled()
    agreeing = {name: {rule: label or "yes" for rule, label in row.items()} for name, row in labels.items()}
    silent = {name: dict.fromkeys(row, "yes") for name, row in labels.items()}
    for half in ("tuning", "held"):
        assert all(one.missed == one.alarms == 0 and one.found > 0 for one in measured.measure(half, agreeing))
        assert all(one.found == one.alarms == 0 and one.missed > 0 for one in measured.measure(half, silent))
        assert all(one.n + one.left_out == 100 for one in measured.measure(half, silent))
    wary = {name: dict.fromkeys(row, "look here") for name, row in labels.items()}
    assert measured.measure("held", wary)[0].missed == 0
    assert measured.measure("held", wary, strictly=True)[0].found == 0


def test_the_page_says_what_the_kept_verdicts_say(measured: ModuleType) -> None:
    assert (ROOT / "docs" / "questions" / "measured.md").read_text(encoding="utf-8") == measured.page()


def test_the_rules_keep_what_they_reached_on_the_half_they_were_tuned_on(measured: ModuleType) -> None:
    for one in measured.measure("tuning", measured.answers()):
        assert one.found >= 0.9 * (one.found + one.missed), one
        assert one.found >= 0.9 * (one.found + one.alarms), one
