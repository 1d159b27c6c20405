"""Make ``docs/statistics/checked-against.md`` from the oracle file: ``python tests/oracles/checked_against.py``."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "statistics" / "checked-against.md"
FUNCTIONS = {
    "paired.t": "mean_change",
    "paired.signflip": "permutation_change",
    "paired.signedrank": "signed_rank, rank_biserial_change",
    "paired.effect": "standardised_change",
    "paired.degenerate": "mean_change, permutation_change, standardised_change on data that do not vary",
    "two.t": "mean_difference",
    "two.permutation": "permutation_difference",
    "two.mannwhitney": "rank_sum",
    "two.effect": "hedges_g, cohen_d, glass_delta, cliffs_delta, probability_of_superiority",
    "two.ancova": "adjusted_difference",
    "kgroups.kruskal": "kruskal_wallis, dunn, jonckheere, holm",
    "kgroups.friedman": "friedman",
    "table2x2": "share, share_difference, fisher_exact",
    "mcnemar": "paired_shares",
    "reliability": "cronbach_alpha, mcdonald_omega, split_half, item_analysis, kr20",
    "reliable_change": "reliable_change, standard_error_of_measurement",
    "agreement.kappa": "cohen_kappa, percent_agreement",
    "agreement.multirater": "fleiss_kappa, krippendorff_alpha, gwet_ac, percent_agreement",
    "agreement.icc": "intraclass_correlation",
    "agreement.bland_altman": "bland_altman",
    "singlecase.overlap": "nap, pnd, pem, pand, ird, tau, tau_u, baseline_corrected_tau, log_response_ratio, within_case_smd",
    "singlecase.randomization": "phase_randomisation",
    "singlecase.between_case": "between_case_smd",
    "meta": "combine, leave_one_out, cumulative, change_summary",
    "power": "power, pupils_needed, smallest_detectable",
    "replication": "replication_interval",
    "bootstrap": "bca_interval, bootstrap_interval",
}
INTRODUCTION = """# What the statistics were checked against

Made from `tests/oracles/public.json` by `make checked-against`; a test holds the two together.
Each case of that file holds inputs, reference values at full precision and the call that gave them.
`tests/oracles` computes every one with `workbench.stats` and compares. Other cases of the same
families can be run through the same adapter: `WORKBENCH_ORACLES=FILE pytest tests/oracles`.

{answered:,} reference values in {cases} cases are answered within the tolerance given. {refused} of
them are undefined: there the library says so and gives no number. {not_offered} more are of statistics
that the library leaves out, with the reason at the end. The tolerance is relative; where a reference
is drawn at random or found by a rough root finder, an absolute one stands beside it.
"""


def _load(name: str) -> Any:
    spec = spec_from_file_location(f"checked_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _family(case: dict[str, Any]) -> str:
    return max((known for known in FUNCTIONS if case["id"].startswith(known)), key=len)


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    head = list(head)
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    yield from ("| " + " | ".join(map(_cell, row)) + " |" for row in rows)


def _tool(source: str) -> str:
    """Return the package and version of a reference, without the call."""
    found = re.match(r"(?:R [\d.]+ \+ )?([A-Za-z][\w.-]* \d[\w.]*)", source)
    return found.group(1) if found else "by definition"


def _demanded(tolerances: list[dict[str, float]]) -> str:
    relative, absolute = (max(each.get(kind, 0) for each in tolerances) for kind in ("rel", "abs"))
    if not relative and not absolute:
        return "exact"
    return f"{relative:.0e}" if absolute <= 1e-9 else f"{relative:.0e}, or ±{absolute:.2g}"


def _checked(cases: list[dict[str, Any]], left_out: dict[str, str]) -> Iterator[str]:
    references: dict[str, set[str]] = defaultdict(set)
    seconds: dict[str, set[str]] = defaultdict(set)
    tolerances: dict[str, list[dict[str, float]]] = defaultdict(list)
    for case in cases:
        for name in case["outputs"]:
            if name not in left_out:
                references[name].add(_tool(case["reference"][name]))
                tolerances[name].append(case["tolerance"].get(name, {"rel": 1e-9}))
        for other in case["second_source"]:
            if other["agrees"]:
                seconds[other["key"]].add(_tool(other["source"]))
    rows = [
        (
            f"`{name}`",
            len(tolerances[name]),
            _demanded(tolerances[name]),
            "; ".join(sorted(found)),
            "; ".join(sorted(seconds[name] - found)) or "–",
        )
        for name, found in references.items()
    ]
    yield from _table(["value", "cases", "tolerance", "reference", "second source that agrees"], rows)


def _disagreements(cases: list[dict[str, Any]], left_out: dict[str, str]) -> Iterator[str]:
    found: dict[tuple[str, str, str], tuple[dict[str, Any], dict[str, Any], int]] = {}
    for case in cases:
        for other in case["second_source"]:
            if not other["agrees"] and other["key"] in case["outputs"] and other["key"] not in left_out:
                key = (other["key"], _tool(other["source"]), other["why_differs"] or "")
                first, second, count = found.get(key, (case, other, 0))
                found[key] = (first, second, count + 1)
    rows = [
        (f"`{name}`", tool, why, count, f"`{case['id']}`: {_shown(other['value'])} for {_shown(case['outputs'][name])}")
        for (name, tool, why), (case, other, count) in sorted(found.items())
    ]
    if rows:
        yield ""
        yield "Sources that give another value, and why they are not followed:"
        yield ""
        yield from _table(["value", "source", "why it differs", "cases", "for instance: theirs for ours"], rows)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_shown(each) for each in value[:4]) + (", …]" if len(value) > 4 else "]")
    return f"{value:.6g}" if isinstance(value, float) else "none" if value is None else str(value)


def page() -> str:
    """Return the whole page as Markdown."""
    cases: list[dict[str, Any]] = json.loads((HERE / "public.json").read_text(encoding="utf-8"))
    left_out: dict[str, str] = _load("adapter").NOT_OFFERED
    outputs = [(name, value) for case in cases for name, value in case["outputs"].items()]
    answered = [value for name, value in outputs if name not in left_out]
    text = INTRODUCTION.format(
        answered=len(answered), cases=len(cases), refused=sum(value is None for value in answered), not_offered=len(outputs) - len(answered)
    )
    lines = [text]
    for family, functions in FUNCTIONS.items():
        mine = [case for case in cases if _family(case) == family]
        lines += [
            f"## {functions}",
            "",
            f"{len(mine)} case{'' if len(mine) == 1 else 's'} (`{family}.*`): {'; '.join(case['title'] for case in mine)}.",
            "",
        ]
        lines += [*_checked(mine, left_out), *_disagreements(mine, left_out), ""]
    counts = {name: sum(name in case["outputs"] for case in cases) for name in left_out}
    lines += [
        "## Left out",
        "",
        *_table(["value", "cases", "why"], [(f"`{name}`", counts[name], why) for name, why in sorted(left_out.items())]),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"written: {PAGE.relative_to(HERE.parents[1])}\n")
