"""The labelled questions cut into two halves, once, before any rule was run on them.

``python tests/enquiry/question_split.py`` writes ``question_bank/split.csv``: ``tuning`` is looked at
while the rules are mended, ``held`` is run at the end and its misses are not read before that.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

HERE = Path(__file__).with_name("question_bank")
RULES = ("R1", "R2", "R3", "R4")
SEED = 20261122


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one file of the bank."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def settled() -> dict[str, dict[str, str]]:
    """Return for each question and rule the label on which both people agree; "" where they do not, or one was unsure."""
    first = {row["id"]: row for row in rows("labels-a.csv")}
    second = {row["id"]: row for row in rows("labels-b.csv")}
    return {
        name: {rule: first[name][rule] if first[name][rule] == second[name][rule] != "unsure" else "" for rule in RULES} for name in first
    }


def split(seed: int = SEED) -> dict[str, str]:
    """Return the half of each question: those of one pattern of labels are shuffled and dealt in turn.

    Patterns are taken in the order of R3, which is the rarest fault, then of the whole pattern, so
    that the halves differ by one question at most in R3.
    """
    labels = settled()
    chance = random.Random(seed)
    patterns: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(labels):
        patterns.setdefault((labels[name]["R3"], *(labels[name][rule] for rule in RULES)), []).append(name)
    halves = {}
    turn = 0
    for pattern in sorted(patterns):
        names = patterns[pattern]
        chance.shuffle(names)
        for name in names:
            halves[name] = ("tuning", "held")[turn % 2]
            turn += 1
    return halves


def main() -> None:
    """Write the halves to the bank."""
    halves = split()
    with (HERE / "split.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "half", "seed"))
        writer.writerows((name, halves[name], SEED) for name in sorted(halves))


if __name__ == "__main__":
    main()
