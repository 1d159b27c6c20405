"""What is measured, beside whom, and what would be good enough."""

from __future__ import annotations

from dataclasses import dataclass

ENDS = ("estimate", "low", "high")
FORMS = ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One peer's way of doing the same work.

    Attributes:
        name: The package.
        call: What is called, in words.
        same: The numbers that must be ours (to 1 in 100 million, or ``near``); any others that both
            give are reported with how far apart they were.
        least: The goal: how many times its time ours should go into; ``None`` where it only stands beside.
    """

    name: str
    call: str
    same: tuple[str, ...] = ()
    near: float = 1e-8
    least: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One piece of work; ``most`` is the goal for ours, in milliseconds, and ``short`` whether a glance includes it."""

    key: str
    name: str
    peers: tuple[Peer, ...] = ()
    most: float | None = None
    short: bool = True


def _drawn(call: str = "bootstrap BCa, 9,999 draws") -> tuple[Peer, ...]:
    return (Peer(name="scipy", call=call, least=1),)


def _alpha(scale: str) -> tuple[Work, Work]:
    beside = Peer(name="krippendorff", call="alpha", same=("estimate",), least=1.5)
    longer = Peer(name="krippendorff", call="alpha, which has no interval", same=("estimate",), least=0.01)
    papers = f"{scale}, 3 markers, 500 papers, gaps"
    return (
        Work(key=f"alpha_{scale}", name=f"Krippendorff's alpha, {papers}", peers=(beside,)),
        Work(key=f"alpha_{scale}_with_interval", name=f"Krippendorff's alpha with interval, {papers}", peers=(longer,)),
    )


SAME_P = ("p_absolute",)
WORKS = (
    Work(
        key="paired_p",
        name="paired exact p, 28 pupils",
        peers=(
            Peer(name="scipy", call="permutation_test, 9,999 draws", least=1_000),
            Peer(name="coin", call="oneway_test, exact", same=SAME_P, least=500),
            Peer(name="exactRankTests", call="perm.test, exact", same=SAME_P),
        ),
    ),
    Work(key="paired_interval", name="paired exact p with interval, 28 pupils, marks to 20", most=1.5),
    Work(key="paired_interval_35", name="paired exact p with interval, 35 pupils, marks to 100"),
    Work(key="paired_interval_118", name="paired exact p with interval, 118 pupils, marks to 40", short=False),
    Work(
        key="paired_t",
        name="paired t with interval, 28 pupils",
        peers=(Peer(name="scipy", call="ttest_rel", same=("p", "low", "high"), least=1),),
    ),
    Work(
        key="two_p",
        name="two-group exact p, 28 and 27 pupils",
        peers=(
            Peer(name="scipy", call="permutation_test, 9,999 draws", least=90),
            Peer(name="coin", call="oneway_test, exact", same=SAME_P, least=12),
            Peer(name="exactRankTests", call="perm.test, exact", same=SAME_P),
        ),
    ),
    Work(
        key="two_interval",
        name="two-group exact p with interval, 28 and 27 pupils",
        peers=(Peer(name="exactRankTests", call="perm.test, exact, conf.int", same=SAME_P, least=25),),
    ),
    Work(
        key="two_p_100",
        name="two-group exact p, 100 pupils in each, marks to 100",
        peers=(Peer(name="scipy", call="permutation_test, 9,999 draws"),),
        most=31.5,
        short=False,
    ),
    Work(key="two_interval_100", name="two-group exact p with interval, 100 in each, marks to 100", most=129, short=False),
    Work(
        key="bca_mean",
        name="BCa interval of a mean, 28 pupils: limits of infinitely many draws",
        peers=(
            Peer(name="scipy", call="bootstrap BCa, 9,999 draws", least=1),
            Peer(name="arch", call="IIDBootstrap BCa, 9,999 draws", least=1),
            Peer(name="boot", call="boot.ci bca, 9,999 draws", least=1),
        ),
    ),
    Work(
        key="bca_mean_difference",
        name="BCa interval of a difference of means, 28 and 27 pupils",
        peers=(*_drawn(), Peer(name="dabest", call="mean_diff, 5,000 draws", same=("estimate",))),
    ),
    Work(key="bca_median", name="BCa interval of a median, 28 pupils", peers=_drawn()),
    Work(key="bca_sd", name="BCa interval of an SD by 9,999 draws, 28 pupils", peers=_drawn()),
    Work(key="bca_trimmed_mean", name="BCa interval of a trimmed mean by 9,999 draws, 28 pupils", peers=_drawn()),
    Work(key="bca_correlation", name="BCa interval of a correlation by 9,999 draws, 28 pupils", peers=_drawn()),
    Work(key="bca_own", name="BCa interval of a function of one's own by 9,999 draws, 28 pupils", peers=_drawn()),
    *_alpha("nominal"),
    *_alpha("ordinal"),
    *_alpha("interval"),
    *_alpha("ratio"),
    Work(
        key="icc",
        name="intraclass correlation, 30 papers, 3 markers, six forms with intervals",
        peers=(
            Peer(name="pingouin", call="intraclass_corr", same=FORMS, least=10),
            Peer(name="psych", call="ICC(lmer = FALSE)", same=FORMS),
        ),
    ),
    Work(
        key="combine_reml",
        name="random effects of 10 studies, REML, Hartung-Knapp",
        peers=(Peer(name="metafor", call="rma(test = 'knha')", same=ENDS, near=1e-4),),
        most=0.5,
    ),
    Work(
        key="combine_pm",
        name="random effects of 10 studies, Paule-Mandel",
        peers=(Peer(name="statsmodels", call="combine_effects, without prediction or Q-profile", same=("estimate",), near=1e-4),),
    ),
    Work(
        key="cliff",
        name="Cliff's delta with interval, 28 and 27 pupils",
        peers=(Peer(name="dabest", call="cliffs_delta, 5,000 draws", same=("estimate",)),),
    ),
    Work(
        key="hedges",
        name="Hedges' g with interval, 28 and 27 pupils",
        peers=(Peer(name="dabest", call="hedges_g, 5,000 draws", same=("estimate",), near=1e-3),),
    ),
)
