"""Fair draws at the desk: made once, kept as a numbered table, and in the history with seed and fingerprint.

Every draw is kept, so that nobody draws until the draw is to their liking without its being seen.
"""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence

from workbench.desk.enquiry import Workspace
from workbench.enquiry.names import value_without_names
from workbench.enquiry.sampling import Allocation, Sample, allocate, checked_codes, draw_sample, tidy
from workbench.errors import BadInput
from workbench.words import sampling as words

Chance = Callable[[int], int]
SEEDS = 10**9
"""A seed of nine figures can be read out and typed again."""


def keep_sample(
    ws: Workspace,
    codes: Iterable[str],
    count: int,
    *,
    of: str,
    strata: Mapping[str, str] | None = None,
    seed: int | None = None,
    chance: Chance = secrets.randbelow,
) -> tuple[Sample, str]:
    """Draw a fair sample and keep it; return the draw and the name of its table.

    Args:
        ws: The enquiry.
        codes: The list, each code once.
        count: How many to draw.
        of: What is drawn, in a few words, such as ``"books of set 3"``.
        strata: The part that each code belongs to.
        seed: To do an earlier draw again; otherwise ``chance`` gives one.
        chance: Gives a whole number below the one it is handed.

    Raises:
        BadInput: a list that cannot be, or names of pupils in it.
        NotEnoughData: more are asked for than there are.
    """
    listed, about = _without_names(ws, codes, of)
    sample = draw_sample(listed, count, seed=chance(SEEDS) if seed is None else seed, strata=strata)
    chosen, part_of = set(sample.chosen), {tidy(code): part for code, part in (strata or {}).items()}
    rows = [{"code": code, "part": part_of.get(code, ""), "drawn": "yes" if code in chosen else "no"} for code in listed]
    return sample, _keep(ws, "sample", rows, *words.sample_line(sample, about))


def keep_groups(
    ws: Workspace,
    codes: Iterable[str],
    *,
    of: str,
    strata: Mapping[str, str] | None = None,
    scores: Mapping[str, float] | None = None,
    seed: int | None = None,
    chance: Chance = secrets.randbelow,
) -> tuple[Allocation, str]:
    """Make two groups by lot and keep them; return them and the name of their table. Raises as :func:`keep_sample`."""
    listed, about = _without_names(ws, codes, of)
    made = allocate(listed, seed=chance(SEEDS) if seed is None else seed, strata=strata, scores=scores)
    part_of = {code: str(number) for number, pair in enumerate(made.pairs, start=1) for code in pair}
    part_of |= {tidy(code): part for code, part in (strata or {}).items()}
    rows = [{"code": code, "part": part_of.get(code, ""), "group": "1" if code in made.first else "2"} for code in listed]
    return made, _keep(ws, "groups", rows, *words.allocation_line(made, about))


def _without_names(ws: Workspace, codes: Iterable[str], of: str) -> tuple[list[str], str]:
    listed = checked_codes(codes)
    if value_without_names(listed, ws.names)[1]:
        raise BadInput(words.NAMES[0], do=words.NAMES[1])
    return listed, str(value_without_names(of, ws.names)[0])


def _keep(ws: Workspace, kind: str, rows: Sequence[Mapping[str, str]], what: str, why: str) -> str:
    taken = {*ws.store.table_names(), *(measure.id for measure in ws.record.plan.measures)}
    name = next(f"{kind}-{number}" for number in itertools.count(1) if f"{kind}-{number}" not in taken)
    fields = [{"name": column, "type": "string"} for column in rows[0]]
    ws.store.write_table(name, list(rows[0]), rows, fields, what=what, why=why, author=ws.author)
    return name
