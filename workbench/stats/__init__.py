"""Statistics for classes of 3 to 35 pupils: exact first, ties and halves as they come, never a silent NaN.

A library in its own right. Importing it loads nothing; each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.stats.agreement import *
    from workbench.stats.association import *
    from workbench.stats.groups import *
    from workbench.stats.multiplicity import *
    from workbench.stats.ordinal import *
    from workbench.stats.paired import *
    from workbench.stats.planning import *
    from workbench.stats.proportion import *
    from workbench.stats.reliability import *
    from workbench.stats.resampling import *
    from workbench.stats.result import Result as Result
    from workbench.stats.single_case import *
    from workbench.stats.synthesis import *

_FAMILIES = {
    "agreement": """
        BlandAltman CohenKappa FleissKappa GwetAC IntraclassCorrelation KrippendorffAlpha PercentAgreement bland_altman
        cohen_kappa fleiss_kappa gwet_ac intraclass_correlation krippendorff_alpha percent_agreement
    """,
    "association": "Correlation KendallCorrelation SpearmanCorrelation kendall pearson spearman",
    "groups": """
        AdjustedDifference AnalysisOfVariance CliffsDelta CohenD Dunn Friedman GlassDelta HedgesG Jonckheere KruskalWallis
        MeanDifference PermutationDifference RankSum Superiority adjusted_difference analysis_of_variance cliffs_delta cohen_d
        dunn friedman glass_delta hedges_g jonckheere kruskal_wallis mean_difference permutation_difference
        probability_of_superiority rank_sum
    """,
    "multiplicity": "FalseAlarm Holm chance_of_a_false_alarm holm",
    "ordinal": "Distribution LikertDifference Shift distribution likert_difference shift",
    "paired": """
        CutOffs PupilChange MeanChange PermutationChange RankBiserialChange RegressionToTheMean ReliableChange SignedRank StandardisedChange
        mean_change permutation_change rank_biserial_change regression_to_the_mean reliable_change signed_rank
        standardised_change
    """,
    "planning": """
        ExpectedWidth Power PupilsNeeded ReplicationInterval SmallestDetectable SmallestP expected_interval_width power
        pupils_needed replication_interval smallest_detectable smallest_possible_p
    """,
    "proportion": "FisherExact PairedShares Share ShareDifference fisher_exact paired_shares share share_difference",
    "reliability": """
        ItemRow CronbachAlpha ItemAnalysis KuderRichardson McDonaldOmega SplitHalf StandardErrorOfMeasurement cronbach_alpha
        item_analysis kr20 mcdonald_omega split_half standard_error_of_measurement
    """,
    "resampling": "BootstrapInterval bca_interval bootstrap_interval",
    "result": "Result",
    "single_case": """
        BaselineCorrectedTau BetweenCaseSmd Ird LogResponseRatio Nap Pand Pem PhaseRandomisation Pnd Tau TauU WithinCaseSmd
        baseline_corrected_tau between_case_smd ird log_response_ratio nap pand pem phase_randomisation pnd tau tau_u
        within_case_smd
    """,
    "synthesis": """
        ChangeSummary Combined CombinedSummaries Cumulative DifferenceSummary LeaveOneOut change_summary combine
        combine_summaries cumulative difference_summary leave_one_out
    """,
}
_NAMES = {name: family for family, names in _FAMILIES.items() for name in names.split()}

__all__ = sorted(_NAMES)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        value = getattr(import_module(f"workbench.stats.{_NAMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'workbench.stats' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
