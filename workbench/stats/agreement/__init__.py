"""Do markers agree? Counts first, then agreement beyond luck, and how far apart marks lie."""

from __future__ import annotations

from workbench.stats.agreement.fleiss import FleissKappa, fleiss_kappa
from workbench.stats.agreement.gwet import GwetAC, gwet_ac
from workbench.stats.agreement.intraclass import IntraclassCorrelation, intraclass_correlation
from workbench.stats.agreement.kappa import CohenKappa, cohen_kappa
from workbench.stats.agreement.krippendorff import KrippendorffAlpha, krippendorff_alpha
from workbench.stats.agreement.limits import BlandAltman, bland_altman
from workbench.stats.agreement.percent import PercentAgreement, percent_agreement

__all__ = [
    "BlandAltman",
    "CohenKappa",
    "FleissKappa",
    "GwetAC",
    "IntraclassCorrelation",
    "KrippendorffAlpha",
    "PercentAgreement",
    "bland_altman",
    "cohen_kappa",
    "fleiss_kappa",
    "gwet_ac",
    "intraclass_correlation",
    "krippendorff_alpha",
    "percent_agreement",
]
