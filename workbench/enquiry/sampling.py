"""A fair sample of books or pupils, and two groups made by lot; codes only, and the same again from the same seed.

Every code is given a number from the seed by SHA-256, and the lowest numbers are drawn. The number depends on
the seed, on what is drawn for and on the code alone, so that the draw is the same on every computer, in every
version of Python and in whatever order the list comes, and anyone can do it again by hand.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from workbench.errors import BadInput, NotEnoughData

Kind = Literal["simple", "stratified"]
AllocationKind = Literal["simple", "stratified", "paired"]
MOST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One part of a list: its name, how many are in it, and how many were drawn."""

    name: str
    size: int
    drawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A draw and all that is needed to do it again.

    Attributes:
        kind: ``simple``, or ``stratified`` by a known part of the list.
        seed: What the numbers were made from.
        chosen: The codes that were drawn, sorted.
        size: How many codes the list had.
        list_sha256: The fingerprint of the sorted list, with the strata where there are any.
        strata: For a stratified draw, each part with its share.
    """

    kind: Kind
    seed: int
    chosen: tuple[str, ...]
    size: int
    list_sha256: str
    strata: tuple[Stratum, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the draw as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Two groups made by lot, and all that is needed to make them again.

    Attributes:
        kind: ``simple``, ``stratified``, or ``paired`` by a score.
        seed: What the numbers were made from.
        first: The codes of the first group, sorted.
        second: The codes of the second group, sorted.
        list_sha256: The fingerprint of the sorted list, with strata or scores where there are any.
        pairs: For ``paired``, each pair with the code of the first group first; one that had no partner stands alone.
    """

    kind: AllocationKind
    seed: int
    first: tuple[str, ...]
    second: tuple[str, ...]
    list_sha256: str
    pairs: tuple[tuple[str, ...], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the groups as plain data."""
        return asdict(self)


def draw_sample(codes: Iterable[str], count: int, *, seed: int, strata: Mapping[str, str] | None = None) -> Sample:
    """Draw ``count`` of the codes, each as likely as any other; with ``strata``, each part by its share.

    Args:
        codes: Who or what is in the list, each once.
        count: How many to draw.
        seed: A whole number from 0. The same seed and list give the same draw.
        strata: The part that each code belongs to, such as its set. Shares are rounded so that they add up,
            the largest remainders up; where remainders are equal the seed decides.

    Raises:
        BadInput: a code that stands twice or is empty, a seed or a count that cannot be, a code without its part.
        NotEnoughData: more are asked for than there are.
    """
    listed = checked_codes(codes)
    _check_seed(seed)
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise BadInput("Say how many to draw.", seen=count, allowed="a whole number from 1")
    if count > len(listed):
        raise NotEnoughData(
            "There are not so many in the list.",
            seen=f"{count} of {len(listed)}",
            allowed=f"1 to {len(listed)}",
            do="Draw fewer, or take all.",
        )
    if strata is None:
        return Sample(
            kind="simple", seed=seed, chosen=_sorted(_by_lot(listed, seed, "sample")[:count]), size=len(listed), list_sha256=_print(listed)
        )
    parts = _parts(listed, strata)
    shares = _shares(parts, count, len(listed), seed)
    chosen = [code for name, part in parts.items() for code in _by_lot(part, seed, "sample")[: shares[name]]]
    return Sample(
        kind="stratified",
        seed=seed,
        chosen=_sorted(chosen),
        size=len(listed),
        list_sha256=_told(parts),
        strata=tuple(Stratum(name=name, size=len(part), drawn=shares[name]) for name, part in parts.items()),
    )


def allocate(
    codes: Iterable[str], *, seed: int, strata: Mapping[str, str] | None = None, scores: Mapping[str, float] | None = None
) -> Allocation:
    """Put every code into one of two groups by lot; the groups' sizes differ by one at the most.

    Args:
        codes: Who is in the list, each once; two at least.
        seed: A whole number from 0. The same seed and list give the same groups.
        strata: Groups are balanced within each of these parts, such as two sets.
        scores: Pupils with neighbouring scores are paired, and lot decides within each pair.

    Raises:
        BadInput: a code that stands twice or is empty, a part or a score that is missing, both ways of balancing at once.
        NotEnoughData: fewer than two.
    """
    listed = checked_codes(codes)
    _check_seed(seed)
    if len(listed) < 2:
        raise NotEnoughData("Two groups need at least two.", seen=len(listed), allowed="2 or more")
    if strata is not None and scores is not None:
        raise BadInput("Balance by parts or by scores, not by both.", do="Leave one of them out.")
    if scores is not None:
        return _paired(listed, scores, seed)
    parts = {"": listed} if strata is None else _parts(listed, strata)
    # The turn goes on from one part to the next, so that odd parts do not all favour one group.
    queue = [code for name in _by_lot(list(parts), seed, "parts") for code in _by_lot(parts[name], seed, "groups")]
    turn = _number("", seed, "turn") % 2
    groups = (queue[turn::2], queue[1 - turn :: 2])
    kind: AllocationKind = "simple" if strata is None else "stratified"
    told = _print(listed) if strata is None else _told(parts)
    return Allocation(kind=kind, seed=seed, first=_sorted(groups[0]), second=_sorted(groups[1]), list_sha256=told)


def _paired(listed: Sequence[str], scores: Mapping[str, float], seed: int) -> Allocation:
    named = {tidy(code): score for code, score in scores.items()}
    lacking = [code for code in listed if not _is_score(named.get(code))]
    if lacking:
        raise BadInput(
            "Every one to be paired needs a score.", seen=f"{len(lacking)} without one", do="Give the scores, or leave those out."
        )
    values = {code: float(named[code]) for code in listed}
    lot = {code: place for place, code in enumerate(_by_lot(listed, seed, "groups"))}
    order = sorted(listed, key=lambda code: (values[code], lot[code]))
    pairs: list[tuple[str, ...]] = []
    first: list[str] = []
    second: list[str] = []
    for start in range(0, len(order), 2):
        pair = tuple(sorted(order[start : start + 2], key=lambda code: lot[code]))
        if len(pair) == 2:
            pairs.append(pair)
            first.append(pair[0])
            second.append(pair[1])
        else:
            pairs.append(pair)
            (first if _number(pair[0], seed, "turn") % 2 else second).append(pair[0])
    told = [f"{code}\t{values[code]!r}" for code in listed]
    return Allocation(kind="paired", seed=seed, first=_sorted(first), second=_sorted(second), list_sha256=_print(told), pairs=tuple(pairs))


def _is_score(score: object) -> bool:
    return isinstance(score, int | float) and not isinstance(score, bool) and math.isfinite(score)


def tidy(code: str) -> str:
    """Return a code on one line, without spaces around it, in Unicode's composed form."""
    return unicodedata.normalize("NFC", " ".join(code.split()))


def checked_codes(codes: Iterable[str]) -> list[str]:
    """Return the codes of a list, tidied and sorted. Raises BadInput where one is empty or stands twice, by its line."""
    if isinstance(codes, str):
        raise BadInput("A list of codes is needed.", seen="one text", do="Put each code by itself.")
    lines: dict[str, int] = {}
    for number, code in enumerate(codes, start=1):
        if not isinstance(code, str) or not code.strip():
            raise BadInput("A code is missing.", where=f"Line {number}", do="Give it a code, or take the line away.")
        before = lines.setdefault(tidy(code), number)
        if before != number:
            raise BadInput(
                "A code stands twice, so it would be twice as likely.", where=f"Lines {before} and {number}", do="Keep one of the two."
            )
        if number > MOST:
            raise BadInput("The list is too long.", allowed=f"up to {MOST:,} codes")
    return sorted(lines)


def _check_seed(seed: int) -> None:
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**63:
        raise BadInput("The seed is a whole number.", seen=seed, allowed="0 or more, up to 18 figures")


def _parts(listed: Sequence[str], strata: Mapping[str, str]) -> dict[str, list[str]]:
    named = {tidy(code): tidy(name) for code, name in strata.items() if isinstance(name, str) and name.strip()}
    lacking = sum(code not in named for code in listed)
    if lacking:
        raise BadInput("Every code needs its part, such as its set.", seen=f"{lacking} without one", do="Give the parts, or draw without.")
    parts: dict[str, list[str]] = {}
    for code in listed:
        parts.setdefault(named[code], []).append(code)
    return dict(sorted(parts.items()))


def _shares(parts: Mapping[str, Sequence[str]], count: int, size: int, seed: int) -> dict[str, int]:
    """Return how many to draw of each part: whole shares, then the largest remainders up (in whole numbers, exactly)."""
    shares = {name: count * len(part) // size for name, part in parts.items()}
    left = count - sum(shares.values())
    upward = sorted(parts, key=lambda name: (-(count * len(parts[name]) % size), _number(name, seed, "shares")))
    for name in upward[:left]:
        shares[name] += 1
    return shares


def _by_lot(codes: Sequence[str], seed: int, purpose: str) -> list[str]:
    return sorted(codes, key=lambda code: (_number(code, seed, purpose), code))


def _number(code: str, seed: int, purpose: str) -> int:
    """Return the number of a code: SHA-256 of seed, purpose and code, each on a line of its own."""
    return int.from_bytes(hashlib.sha256(f"{seed}\n{purpose}\n{code}".encode("utf-8", "surrogatepass")).digest(), "big")


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(codes))


def _told(parts: Mapping[str, Sequence[str]]) -> str:
    return _print(sorted(f"{code}\t{name}" for name, part in parts.items() for code in part))


def _print(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
