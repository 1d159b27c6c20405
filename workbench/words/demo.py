"""What ``workbench demo`` says."""

from __future__ import annotations

from workbench.stats.paired import MeanChange, RegressionToTheMean
from workbench.words.numbers import count_of, fixed, places_for

STEPS = (
    "1 Frame: the question, checked and mended",
    "2 Plan: rehearsed and locked",
    "3 Collect: the mark book brought in",
    "4 Analyse: every pupil, then the group",
    "5 Check: what could fool us",
    "6 Replicate: a copy for a colleague",
    "7 Report: one page for colleagues",
)

FOR_A_COLLEAGUE = "{title} for a colleague"


def where_to_look(folder: str, passphrase: str) -> str:
    """Say where the enquiry is and how its class list opens."""
    return f"The enquiry is in {folder}. Its pupils are made up; their class list opens with: {passphrase}\nThe report:"


def found(change: MeanChange, drift: RegressionToTheMean) -> str:
    """Return what was found in two sentences: the change with its range, and what would have come by itself."""
    places = places_for(change.estimate, change.low, change.high)
    if change.low is None or change.high is None:
        reach = "these marks give no range"
    else:
        reach = f"anything from {fixed(change.low, places)} to {fixed(change.high, places)} fits these marks"
    moved = f"{'lost' if change.estimate < 0 else 'gained'} {fixed(abs(change.estimate), places)} marks"
    gained = f"The {count_of(change.n, 'pupil')} with both marks {moved} on average; {reach}."
    if drift.estimate is None:
        return f"{gained}\nHow much of it pupils chosen for low marks change by themselves cannot be told without the whole year."
    share = f"about {fixed(drift.estimate, places)} of those marks"
    return f"{gained}\nPupils chosen for low marks usually score higher next time with no special teaching: here {share}."
