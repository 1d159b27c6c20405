"""Every result that a picture helps: drawn, told in words, nothing cut off or written over, readable in grey."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from workbench.errors import UnknownOption
from workbench.figures.draw import draw
from workbench.figures.save import svg
from workbench.stats import Result
from workbench.words.describe import describe


def drawn(result: Result, show: str) -> Any:
    try:
        return draw(result, show=show)
    except UnknownOption:
        with pytest.raises(UnknownOption):
            describe(result, show=show)
        return None


def texts(figure: Any) -> list[tuple[str, Any]]:
    """Return every text that is seen in the figure, with where it stands in pixels."""
    from matplotlib.text import Text

    figure.canvas.draw()
    beyond = set()  # labels of ticks outside an axis's view are kept by matplotlib but never drawn
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            reach = (high - low) * 1e-6
            for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]:
                if not axis.get_visible() or not axes.axison or not low - reach <= tick.get_loc() <= high + reach:
                    beyond |= {tick.label1, tick.label2}
    seen = [each for each in figure.findobj(Text) if each.get_visible() and each.get_text().strip() and each not in beyond]
    return [(each.get_text(), each.get_window_extent()) for each in seen]


def inside(box: Any, frame: Any, slack: float) -> bool:
    return bool(box.x0 >= frame.x0 - slack and box.x1 <= frame.x1 + slack and box.y0 >= frame.y0 - slack and box.y1 <= frame.y1 + slack)


def over(one: Any, other: Any) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    tall = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(wide > 1.5 and tall > 2.5)


def look_at(result: Result, show: str) -> None:
    """Assert that nothing is cut off, no words stand on words, and the words for the figure are whole."""
    figure = drawn(result, show)
    if figure is None:
        return
    seen = texts(figure)
    assert seen, "a figure without a word"
    assert [text for text, box in seen if not inside(box, figure.bbox, 2)] == []
    pairs = [(a, b) for place, (a, one) in enumerate(seen) for b, other in seen[place + 1 :] if over(one, other)]
    assert pairs == []
    text = describe(result, show=show)
    assert not re.search(r"\bnan\b|\binf\b|\bNone\b|  ", text), text
    assert not re.search(r"(?<![\d.,])1 (pupils|pairs|marks|items|papers)\b", text), text
    assert len(text.split()) > 5
    assert text.endswith("."), text


def test_a_figure_of_every_pupil_is_whole_and_told_in_words(make_result: Callable[[], Result]) -> None:
    look_at(make_result(), "pupils")


def one_of_each_kind(every_example: dict[str, Callable[[], Result]]) -> list[Result]:
    found: dict[type[Result], Result] = {}
    for make in every_example.values():
        result = make()
        found.setdefault(type(result), result)
    return list(found.values())


def test_a_figure_for_a_report_is_whole_and_told_in_words(every_example: dict[str, Callable[[], Result]], long_run: bool) -> None:
    for result in [make() for make in every_example.values()] if long_run else one_of_each_kind(every_example):
        look_at(result, "group")


def test_a_figure_has_the_same_bytes_each_time(every_example: dict[str, Callable[[], Result]]) -> None:
    for result in one_of_each_kind(every_example):
        if drawn(result, "pupils") is not None:
            assert svg(draw(result)) == svg(draw(result)), type(result).__name__
