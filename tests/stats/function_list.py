"""Writes the list of functions into docs/statistics/README.md, each with the first sentence of its own documentation.

Run by ``make function-list``; a test holds the page and the functions together.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from workbench import stats

PAGE = Path(__file__).resolve().parents[2] / "docs" / "statistics" / "README.md"
START, END = "<!-- functions: made by `make function-list` -->", "<!-- end of functions -->"
FAMILIES = (
    "paired groups proportion ordinal association reliability agreement single_case resampling synthesis planning multiplicity".split()
)


def listed() -> str:
    """Return the list as Markdown: one heading for each family, one line for each function."""
    return "\n".join([START, "", *(line for family in FAMILIES for line in _family(family)), END])


def _family(family: str) -> Iterator[str]:
    about = (inspect.getdoc(import_module(f"workbench.stats.{family}")) or "").split("\n\n")[0]
    yield f"### {family.replace('_', ' ').capitalize()}"
    yield ""
    yield " ".join(about.split())
    yield ""
    yield "| function | answers |"
    yield "|---|---|"
    for name in sorted(each for each in stats.__all__ if each[0].islower()):
        function = getattr(stats, name)
        if function.__module__.split(".")[2] == family:
            yield f"| [`{name}`]({_source(function.__module__)}) | {_first_sentence(function)} |"
    yield ""


def _source(module: str) -> str:
    return f"../../{module.replace('.', '/')}.py"


def _first_sentence(function: object) -> str:
    first = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split()).removeprefix("Return ")
    return (first[0].upper() + first[1:]).replace("``", "`").replace("|", "\\|")


def page(old: str) -> str:
    """Return the page with its list made anew."""
    before, rest = old.split(START)
    return before + listed() + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"written: {PAGE.relative_to(PAGE.parents[2])}\n")
