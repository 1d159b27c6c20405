"""Precision and recall of the question rules, by rule, on one half of the labelled questions.

The class looked for is a fault: a rule that is not met. A verdict of "no" or "look here" counts as a
fault found, for both stop the teacher; ``strictly`` counts "no" alone. ``question_split`` says which
questions are which half; those on which the two people differed, or were unsure, are left out of that rule.

``python tests/enquiry/question_measure.py tuning`` prints a table, with the misses if ``--misses`` is given.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from question_split import RULES, rows, settled

from workbench.desk.question import verdicts
from workbench.stats import cohen_kappa, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one rule did on the questions whose label is settled: faults found, missed, and false alarms."""

    rule: str
    n: int
    found: int
    missed: int
    alarms: int
    left_out: int

    @property
    def precision(self) -> str:
        """Return the share of the faults announced that the labels have too, with its interval."""
        return _share(self.found, self.found + self.alarms)

    @property
    def recall(self) -> str:
        """Return the share of the faults in the labels that were announced, with its interval."""
        return _share(self.found, self.found + self.missed)


def _share(k: int, n: int) -> str:
    if not n:
        return "none to count"
    result = share(k, n)
    return f"{k} of {n}: {result.estimate:.2f} ({result.low:.2f} to {result.high:.2f})"


def answers() -> dict[str, dict[str, str]]:
    """Return the verdict of each rule on each question, as ``workbench status`` publishes it."""
    return {row["id"]: {v.rule.removeprefix("Q-"): v.answer for v in verdicts(row["text"])} for row in rows("questions.csv")}


def halves() -> dict[str, str]:
    """Return the half to which each question belongs, as committed."""
    return {row["id"]: row["half"] for row in rows("split.csv")}


def measure(half: str, said: Mapping[str, Mapping[str, str]], *, strictly: bool = False) -> tuple[Counts, ...]:
    """Return the counts of each rule on one half.

    Args:
        half: ``tuning`` or ``held``.
        said: The verdict of each rule on each question.
        strictly: Count only "no" as a fault found.
    """
    of_half = [name for name, where in halves().items() if where == half]
    labels = settled()
    quiet = {"yes", "look here"} if strictly else {"yes"}
    counts = []
    for rule in RULES:
        known = [name for name in of_half if labels[name][rule]]
        pairs = [(labels[name][rule] == "no", said[name][rule] not in quiet) for name in known]
        counts.append(
            Counts(
                rule=rule,
                n=len(known),
                found=pairs.count((True, True)),
                missed=pairs.count((True, False)),
                alarms=pairs.count((False, True)),
                left_out=len(of_half) - len(known),
            )
        )
    return tuple(counts)


def misses(half: str, said: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str, str, str, str]]:
    """Return id, rule, settled label, verdict and text of each disagreement in one half."""
    labels, where = settled(), halves()
    texts = {row["id"]: row["text"] for row in rows("questions.csv")}
    return [
        (name, rule, labels[name][rule], said[name][rule], texts[name])
        for rule in RULES
        for name in sorted(labels)
        if where[name] == half and labels[name][rule] and (labels[name][rule] == "no") != (said[name][rule] != "yes")
    ]


def kappas() -> dict[str, tuple[int, str]]:
    """Return for each rule on how many of the 200 the two people agreed, and kappa with its interval."""
    first, second = rows("labels-a.csv"), rows("labels-b.csv")
    result = {}
    for rule in RULES:
        a, b = [row[rule] for row in first], [row[rule] for row in second]
        kappa = cohen_kappa(a, b)
        low, high = kappa.low, kappa.high
        interval = f" ({low:.2f} to {high:.2f})" if low is not None and high is not None else ""
        result[rule] = (sum(x == y for x, y in zip(a, b, strict=True)), f"{kappa.estimate:.2f}{interval}")
    return result


def table(half: str, said: Mapping[str, Mapping[str, str]], *, strictly: bool = False) -> str:
    """Return the counts as a table in Markdown."""
    lines = ["| rule | questions | left out | faults in the labels | precision | recall |", "|---|---|---|---|---|---|"]
    lines += [
        f"| Q-{one.rule} | {one.n} | {one.left_out} | {one.found + one.missed} | {one.precision} | {one.recall} |"
        for one in measure(half, said, strictly=strictly)
    ]
    return "\n".join(lines)


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=("tuning", "held"))
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    said = answers()
    print(table(asked.half, said), table(asked.half, said, strictly=True), kappas(), sep="\n\n")
    if asked.misses:
        print(*(" | ".join(miss) for miss in misses(asked.half, said)), sep="\n")


if __name__ == "__main__":
    main()
