"""The lines as they are printed, and the page that keeps them."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path

from benchmarks.statistics.fresh import Started
from benchmarks.statistics.measure import Beside, Line

HEAD = """\
# How fast the statistics are

Made by `make bench OPTIONS=--write`; do not edit. {date}, {machine}.

Ours and each peer did the same work in turn, in processes of their own, round after round in the same run; each figure is the
median of the rounds. Times on a shared machine wander, so the *ratio* is what counts: how many times ours goes into the peer's
time of the same round. Where a peer draws at random, each round started from another seed, and the last column says how far its
numbers came from ours, which draw nothing unless the row says so. A goal that is not met says MISSED.

Versions: {versions}.
"""
WORK_HEAD = """
## The work

| work | ours, ms | peer | peer's, ms | ratio | goal | answers |
|---|---:|---|---:|---:|---|---|
"""
FRESH_HEAD = """
## A fresh process

The whole process, bare Python included, and what `python -X importtime` lays to the import of the package itself.
On a busy machine every process starts late: read each beside numpy's of the same run.

| process | whole, ms | import, ms | goal |
|---|---:|---:|---|
"""


def ms(seconds: float) -> str:
    """Return milliseconds with three figures or so.

    >>> ms(0.0000123), ms(0.0456), ms(1.2)
    ('0.0123', '45.6', '1,200')
    """
    value = seconds * 1e3
    places = 4 if value < 0.1 else 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{places}f}"


def times(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def time_goal(most: float | None, seconds: float | None) -> str:
    if most is None:
        return ""
    return f"≤ {most:g} ms: " + ("not measured" if seconds is None else "met" if seconds * 1e3 <= most else "MISSED")


def ratio_goal(line: Line, beside: Beside) -> str:
    least = beside.peer.least
    if least is None:
        return ""
    met = None if beside.ratio is None else beside.ratio >= least
    return f"≥ {least:,g} ×: " + ("not measured" if met is None else "met" if met else "MISSED")


def loud(absent: str | None) -> str:
    """Return why a peer is missing, its beginning in capitals.

    >>> loud("not installed: run `make bench`")
    'NOT INSTALLED: run `make bench`'
    """
    words = (absent or "").split(" ")
    return " ".join([*map(str.upper, words[:2]), *words[2:]])


def printed(line: Line) -> str:
    """Return the lines for the screen."""
    goal = time_goal(line.work.most, line.seconds)
    said = [f"{line.work.name}: ours {ms(line.seconds)} ms" + (f" ({goal})" if goal else "")]
    for beside in line.peers:
        if beside.ratio is None:
            said.append(f"    {beside.peer.name}: {loud(beside.absent)}")
            continue
        goal = ratio_goal(line, beside)
        what = f"    {beside.peer.name} {beside.peer.call}: {ms(beside.seconds)} ms, ratio {times(beside.ratio)}"
        said.append(what + (f" ({goal})" if goal else "") + f"; {beside.agreement}")
    return "\n".join(said)


def printed_start(started: Started) -> str:
    if started.seconds is None:
        return f"{started.start.name}: {loud(started.absent)}"
    goal = time_goal(started.start.most, started.seconds)
    importing = "" if started.importing is None else f", of which import {ms(started.importing)} ms"
    return f"fresh process, {started.start.name}: {ms(started.seconds)} ms{importing}" + (f" ({goal})" if goal else "")


def page(lines: list[Line], starts: list[Started], versions: dict[str, str], today: date) -> str:
    """Return the whole page."""
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    text = HEAD.format(date=f"{today:%-d %B %Y}", machine=machine(), versions=told) + WORK_HEAD
    for line in lines:
        rows = [_row(line, beside) for beside in line.peers] or [["–", "–", "–", "", ""]]
        for place, (peer, theirs, ratio, goal, answers) in enumerate(rows):
            own = time_goal(line.work.most, line.seconds) if place == 0 else ""
            first = (line.work.name, ms(line.seconds)) if place == 0 else ("", "")
            text += _cells(*first, peer, theirs, ratio, "; ".join(filter(None, (own, goal))), answers)
    text += FRESH_HEAD
    for started in starts:
        whole = ms(started.seconds) if started.seconds is not None else started.absent or ""
        importing = "–" if started.importing is None else ms(started.importing)
        text += _cells(started.start.name, whole, importing, time_goal(started.start.most, started.seconds))
    return text + _missed(lines, starts)


def _row(line: Line, beside: Beside) -> list[str]:
    name = f"{beside.peer.name}: {beside.peer.call}"
    if beside.ratio is None:
        return [name, "–", "–", ratio_goal(line, beside), beside.absent or ""]
    return [name, ms(beside.seconds), times(beside.ratio), ratio_goal(line, beside), beside.agreement]


def _cells(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _missed(lines: list[Line], starts: list[Started]) -> str:
    missed = [
        f"- {line.work.name}: {times(beside.ratio)} × {beside.peer.name}, wanted {beside.peer.least:,g} ×"
        for line in lines
        for beside in line.peers
        if beside.ratio is not None and ratio_goal(line, beside).endswith("MISSED")
    ]
    missed += [
        f"- {line.work.name}: {ms(line.seconds)} ms, wanted {line.work.most:g} ms"
        for line in lines
        if time_goal(line.work.most, line.seconds).endswith("MISSED")
    ]
    missed += [
        f"- {each.start.name}: {ms(each.seconds)} ms, wanted {each.start.most:g} ms"
        for each in starts
        if each.seconds is not None and time_goal(each.start.most, each.seconds).endswith("MISSED")
    ]
    return "\n## Goals missed in this run\n\n" + ("\n".join(missed) if missed else "None.") + "\n"


def machine() -> str:
    """Return what kind of machine this is, without its name."""
    model = ""
    information = Path("/proc/cpuinfo")
    if information.exists():
        names = [line.partition(":")[2].strip() for line in information.read_text().splitlines() if line.startswith("model name")]
        model = f", {names[0]}" if names else ""
    return f"{os.cpu_count()} processors{model}, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
