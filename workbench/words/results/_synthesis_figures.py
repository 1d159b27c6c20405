"""How the figures of several classes together read."""

from __future__ import annotations

from workbench.stats.synthesis import Combined, Cumulative, LeaveOneOut
from workbench.words.numbers import count_of, fixed, level_words
from workbench.words.results._synthesis_phrases import figure_places, many


def described_combined(result: Combined, pupils: bool, unit: str) -> list[str]:  # classes are drawn, never a pupil
    """Return how the forest plot reads."""
    places = figure_places(result.estimate, result.low, result.high)
    figures = [each.estimate for each in result.studies]
    who = count_of(result.n, result.each, many(result.each))
    spread = f"from {fixed(min(figures), places)} to {fixed(max(figures), places)}"
    rows = f"One row for each of {who}: a square for its figure, {spread}, and a line for its range."
    if result.n == 1:
        rows = f"One row for {who}: a square for its figure, {fixed(figures[0], places)}, and a line for its range."
    return [rows, _diamond(result, places), _one_more(result, places)]


def _diamond(result: Combined, places: int) -> str:
    at = f"Below, all together at {fixed(result.estimate, places)}"
    if result.low is None or result.high is None:
        return f"{at}; no interval is drawn."
    return f"{at}: a diamond from {fixed(result.low, places)} to {fixed(result.high, places)}, the {level_words(result.level)} interval."


def _one_more(result: Combined, places: int) -> str:
    if result.prediction_low is None or result.prediction_high is None:
        return ""
    ends = f"from {fixed(result.prediction_low, places)} to {fixed(result.prediction_high, places)}"
    return f"A dashed bar shows where the true figure of one more {result.each} could lie, {ends}."


def described_left_out(result: LeaveOneOut, pupils: bool, unit: str) -> list[str]:
    """Return how the plot with each left out in turn reads."""
    places = figure_places(result.least, result.most)
    who = count_of(result.n, result.each, many(result.each))
    ends = f"from {fixed(result.least, places)} to {fixed(result.most, places)}"
    rows = f"One row for each of {who}: a dot for all the others without it, {ends}, with its range."
    return [rows, f"A dashed upright line for all together, at {fixed(result.together.estimate, places)}."]


def described_cumulative(result: Cumulative, pupils: bool, unit: str) -> list[str]:
    """Return how the plot of each added in turn reads."""
    places = figure_places(result.first, result.together.estimate)
    who = count_of(result.n, result.each, many(result.each))
    ends = f"from {fixed(result.first, places)} with the first to {fixed(result.together.estimate, places)} with all"
    return [f"One row for each of {who} added in turn: a dot for all so far, {ends}.", "A line through a dot is its range."]
