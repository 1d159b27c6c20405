"""What the history says of a draw, and what is said when one cannot be kept."""

from __future__ import annotations

from workbench.enquiry.sampling import Allocation, Sample
from workbench.words.numbers import count_of

NAMES = ("Names of pupils are in this list.", "Use their codes: the list is kept in the enquiry's folder.")


def sample_line(sample: Sample, of: str) -> tuple[str, str]:
    """Return what was drawn, and from what it can be drawn again."""
    by = f", by {count_of(len(sample.strata), 'part')}" if sample.strata else ""
    return f"drew a fair sample of {len(sample.chosen)} of {sample.size}{by}: {of}", _again(sample.seed, sample.list_sha256)


def allocation_line(made: Allocation, of: str) -> tuple[str, str]:
    """Return which groups were made by lot, and from what they can be made again."""
    how = {"simple": "by lot", "stratified": "by lot within parts", "paired": "by lot within pairs"}[made.kind]
    return f"made two groups {how}, of {len(made.first)} and {len(made.second)}: {of}", _again(made.seed, made.list_sha256)


def _again(seed: int, fingerprint: str) -> str:
    return f"Seed {seed}; fingerprint of the list {fingerprint[:16]}."
