"""One pupil measured many times, before and after something began; and several such pupils together."""

from __future__ import annotations

from workbench.stats.single_case.baseline_corrected import BaselineCorrectedTau, baseline_corrected_tau
from workbench.stats.single_case.between_case import BetweenCaseSmd, between_case_smd
from workbench.stats.single_case.log_ratio import LogResponseRatio, log_response_ratio
from workbench.stats.single_case.pairs import Nap, Tau, nap, tau
from workbench.stats.single_case.randomisation import PhaseRandomisation, phase_randomisation
from workbench.stats.single_case.shares import Ird, Pand, Pem, Pnd, ird, pand, pem, pnd
from workbench.stats.single_case.standardised import WithinCaseSmd, within_case_smd
from workbench.stats.single_case.trend_in_tau import TauU, tau_u

__all__ = [
    "BaselineCorrectedTau",
    "BetweenCaseSmd",
    "Ird",
    "LogResponseRatio",
    "Nap",
    "Pand",
    "Pem",
    "PhaseRandomisation",
    "Pnd",
    "Tau",
    "TauU",
    "WithinCaseSmd",
    "baseline_corrected_tau",
    "between_case_smd",
    "ird",
    "log_response_ratio",
    "nap",
    "pand",
    "pem",
    "phase_randomisation",
    "pnd",
    "tau",
    "tau_u",
    "within_case_smd",
]
