"""What a report may say of small numbers, so that nothing about one pupil can be worked out.

Two floors. The *group* floor: of a group smaller than it, nothing is said. The *cell* floor: a count
from 1 up to just below it is kept back, and so is every other count from which it would follow.
The reader is taken to know these rules: a rule that gives the hidden number away by being applied
is no rule, and ``tests/enquiry/test_small_numbers.py`` lists every table that prints the same page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Direction = Literal["up", "down", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The smallest group that is spoken of, and the smallest count (other than 0) that is shown."""

    group: int
    cell: int


INSIDE = Floors(group=5, cell=5)
OUTSIDE = Floors(group=10, cell=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitShown:
    """Who went up, stayed or went down, as far as it may be shown; ``None`` where kept back.

    ``direction`` says which way more than half went, when only that may be said.
    """

    up: int | None
    same: int | None
    down: int | None
    direction: Direction = ""

    @property
    def whole(self) -> bool:
        """Whether all three counts are shown."""
        return self.up is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    """How many pupils the figures speak of: exactly (``low == high``), or between two numbers."""

    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Whether the number itself is shown."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """How often luck alone does as much: about ``times`` in 100, or less than once in ``below``."""

    times: int | None
    below: int | None


def group_may_be_shown(n: int, floors: Floors) -> bool:
    """Return whether anything at all may be said of a group of ``n``."""
    return n >= floors.group


def count_may_be_shown(count: int, total: int, floors: Floors) -> bool:
    """Return whether ``count`` of ``total`` may be printed beside ``total``.

    Neither the count nor the rest may be small, and neither may be none: "all" and "none" say
    something of every single pupil.
    """
    rest = total - count
    return total >= floors.group and count >= floors.cell and rest >= floors.cell


def _plain_split(up: int, same: int, down: int, floors: Floors) -> SplitShown:
    """Apply the floors alone, before looking at what the rule itself gives away."""
    counts = (up, same, down)
    total = sum(counts)
    if total < floors.group:
        return SplitShown(up=None, same=None, down=None)
    if total not in counts and all(count == 0 or count >= floors.cell for count in counts):
        return SplitShown(up=up, same=same, down=down)
    direction: Direction = "up" if 2 * up > total else "down" if 2 * down > total else ""
    return SplitShown(up=None, same=None, down=None, direction=direction)


@lru_cache(maxsize=256)
def _safe_directions(total: int, floors: Floors) -> frozenset[Direction]:
    """Return the directions that, said of ``total`` pupils, leave every hidden count open."""
    seen: dict[Direction, tuple[set[int], set[int], set[int]]] = {}
    for up in range(total + 1):
        for same in range(total - up + 1):
            shown = _plain_split(up, same, total - up - same, floors)
            if not shown.whole:
                ups, sames, downs = seen.setdefault(shown.direction, (set(), set(), set()))
                ups.add(up)
                sames.add(same)
                downs.add(total - up - same)
    return frozenset(word for word, cells in seen.items() if all(_open(values, floors) for values in cells))


def _open(values: set[int], floors: Floors) -> bool:
    """Return whether a hidden count could be anything but one number, or but a small one."""
    return len(values) > 1 and not values <= set(range(1, floors.cell))


def split_shown(up: int, same: int, down: int, floors: Floors) -> SplitShown:
    """Return the split of a group into up, same and down, as far as it may be printed beside its size.

    All three counts are shown or none: with the total known, one hidden count can be worked out.

    >>> split_shown(9, 1, 2, INSIDE)
    SplitShown(up=None, same=None, down=None, direction='up')
    >>> split_shown(20, 0, 10, INSIDE).whole
    True
    """
    shown = _plain_split(up, same, down, floors)
    if shown.direction and shown.direction not in _safe_directions(up + same + down, floors):
        return SplitShown(up=None, same=None, down=None)
    return shown


def group_shown(n: int, told: Iterable[int], floors: Floors) -> GroupShown:
    """Return how the number analysed may be told, given numbers that the page tells anyway.

    ``told`` are group sizes in the teacher's own words ("my 12 pupils"). When one of them lies so
    near that the difference could count a few missing pupils, a band is shown instead of the number.
    A whole band is treated alike, equal numbers too: else the band would itself say that some are missing.

    >>> group_shown(11, [12], INSIDE)
    GroupShown(low=10, high=14)
    >>> group_shown(11, [118], INSIDE)
    GroupShown(low=11, high=11)
    """
    low = n - n % floors.cell
    high = low + floors.cell - 1
    if any(low - floors.cell < number < high + floors.cell for number in told):
        return GroupShown(low=low, high=high)
    return GroupShown(low=n, high=n)


def odds_shown(p: float, smallest: float) -> Odds:
    """Return an exact p as a round frequency that does not say "every pupil went the same way".

    ``smallest`` is the smallest p that so many pupils could give; it is reached only when all went
    the same way. Every p below the tightest round bound that also fits the next p is said alike.

    >>> odds_shown(0.0122, 2 / 4096)
    Odds(times=1, below=None)
    >>> odds_shown(2 / 32, 2 / 32)
    Odds(times=None, below=5)
    """
    bound = next((below for below in (1000, 100, 20, 10, 5, 2) if 2 * smallest < 1 / below), None)
    if bound is None:
        return Odds(times=None, below=None)
    return Odds(times=None, below=bound) if p < 1 / bound else Odds(times=max(1, round(100 * p)), below=None)


_SPELT = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
)
_WORDS = _SPELT.split("|")
_NUMBER = rf"(?P<n>\d{{1,4}}|(?:{_SPELT})\b)"
_PUPILS = r"(?:pupils?|child(?:ren)?|students?|learners?|girls?|boys?|kids?|lads?|people|of\s+(?:them|us|whom))"
_DID = r"(?:went|fell|stayed|dropped|scored|lost|gained|did|were|was|had|left|joined|missed|improved|made|got|moved|could)"
_NOT_MARKS = (
    r"(?!\s+(?:marks?|questions?|points?|items?|minutes?|hours?|days?|weeks?|half|terms?|months?|years|times|lessons?|sessions?|tests?)\b)"
)
_GROUPED = r"(?<!groups of )(?<!pairs of )(?<!teams of )(?<!tables of )(?<!sets of )(?<!year )(?<!no )(?<!this )(?<!that )(?<![\w.,-])"
_COUNT = re.compile(rf"{_GROUPED}{_NUMBER}{_NOT_MARKS}(?=(?:\s+[\w’'-]+){{0,3}}?\s+{_PUPILS}\b|\s+{_DID}\b)", re.IGNORECASE)
_SHARE = re.compile(
    rf"(?<![\w.,-]){_NUMBER}(?P<of>\s+(?:out\s+)?of\s+(?:the\s+|my\s+|these\s+)?)(?P<m>\d{{1,4}}|{_SPELT})\b{_NOT_MARKS}",
    re.IGNORECASE,
)
_ALONE = rf"(?=\s*(?:[.,;:!?)]|$)|\s+(?:by|who|of\s+(?:them|us|whom)|{_DID})\b)"
_OR = re.compile(rf"(?<![\w.,-])(?:{_SPELT})\s+or\s+(?:{_SPELT})\b{_ALONE}", re.IGNORECASE)
_GROUP = re.compile(rf"\b(?:group|class|set|all|my|the|these|those)\s+(?:of\s+)?{_NUMBER}\b{_NOT_MARKS}", re.IGNORECASE)


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS.index(text.lower()) + 1


def group_sizes_told(texts: Iterable[str]) -> frozenset[int]:
    """Return the numbers in the teacher's own words that speak of how many pupils there are.

    >>> sorted(group_sizes_told(["How can I help my 12 Year 7 pupils in 6 weeks?", "a group of eleven"]))
    [11, 12]
    """
    found: set[int] = set()
    for text in texts:
        found.update(_value(match["n"]) for pattern in (_COUNT, _GROUP) for match in pattern.finditer(text))
        found.update(_value(match["m"]) for match in _SHARE.finditer(text))
    return frozenset(found)


def keep_back_counts(text: str, floors: Floors, *, instead: str, groups: Iterable[int] = (), analysed: Iterable[int] = ()) -> str:
    """Return the teacher's words with small counts of pupils replaced by ``instead``.

    A share such as "9 of the 12" goes when 9 or 3 is a small number and 12 is one of ``groups``, or small
    itself. Counts below twice the floor go as well, so that a gap does not say "fewer than five", and so does
    a number that differs by a few from one of ``groups``, or from a number ``analysed``: the difference
    would count pupils. "Two or three" goes where no noun says that it counts something else.

    >>> keep_back_counts("9 of the 12 went up; two pupils were away.", INSIDE, instead="[…]", groups=[12])
    '[…] of the 12 went up; […] pupils were away.'
    """
    sizes = set(groups)
    beside = sizes | set(analysed)

    def share(match: re.Match[str]) -> str:
        count, total = _value(match["n"]), _value(match["m"])
        if total in beside and not count_may_be_shown(count, total, floors):
            return f"{instead}{match['of']}{match['m']}"
        return match[0]

    def count(match: re.Match[str]) -> str:
        number = _value(match["n"])
        if number in sizes:
            return match[0]
        counts_the_missing = any(abs(number - size) < floors.cell for size in beside)
        return instead if number < 2 * floors.cell or counts_the_missing else match[0]

    return _COUNT.sub(count, _SHARE.sub(share, _OR.sub(instead.replace("\\", r"\\"), text)))
