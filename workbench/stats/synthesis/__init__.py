"""Several classes, schools or studies put together, and what a school can share instead of pupils' rows."""

from workbench.stats.synthesis.combined import Combined, CombinedSummaries, combine
from workbench.stats.synthesis.one_by_one import Cumulative, LeaveOneOut, cumulative, leave_one_out
from workbench.stats.synthesis.pooled import combine_summaries
from workbench.stats.synthesis.summaries import ChangeSummary, DifferenceSummary, change_summary, difference_summary

__all__ = [
    "ChangeSummary",
    "Combined",
    "CombinedSummaries",
    "Cumulative",
    "DifferenceSummary",
    "LeaveOneOut",
    "change_summary",
    "combine",
    "combine_summaries",
    "cumulative",
    "difference_summary",
    "leave_one_out",
]
