"""The benchmark runs, the compared numbers agree, and its page is about the same work; no time is asserted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "statistics" / "speed.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def short_form() -> str:
    command = [sys.executable, "-m", "benchmarks.statistics", "--short"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def names_in(told: str) -> list[str]:
    return [line.split(": ours ")[0] for line in told.splitlines() if ": ours " in line]


def test_the_short_form_measures_every_piece_of_work_that_is_quick(short_form: str) -> None:
    names = names_in(short_form)
    assert len(names) == len(set(names)) >= 25
    assert "paired exact p, 28 pupils" in names
    assert "random effects of 10 studies, REML, Hartung-Knapp" in names
    assert "paired exact p with interval, 118 pupils, marks to 40" not in names
    assert "fresh process, import workbench.stats: " in short_form


def test_ours_agrees_with_the_peers_that_stand_beside_the_product(short_form: str) -> None:
    assert "DISAGREES" not in short_form
    assert "STOPPED" not in short_form.upper()
    assert short_form.count(", ratio ") == 11


def test_a_peer_that_is_left_out_is_a_line_that_says_how_to_measure_it(short_form: str) -> None:
    for peer in ("coin", "exactRankTests", "arch", "boot", "krippendorff", "pingouin", "psych", "metafor", "dabest"):
        assert f"    {peer}: LEFT OUT of the short form: `make bench` measures it" in short_form


def test_the_page_holds_every_piece_of_work_with_its_goals_and_says_what_was_missed(short_form: str) -> None:
    for name in names_in(short_form):
        assert f"| {name} |" in PAGE
    missed = PAGE.partition("## Goals missed in this run")[2].strip()
    assert missed
    assert (missed == "None.") == ("MISSED |" not in PAGE)
    assert "DISAGREES" not in PAGE
