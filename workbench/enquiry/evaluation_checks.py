"""What is still open in an evaluation, prompt by prompt: codes here, sentences in ``words.evaluation``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.enquiry.evaluation import LINKS, Evaluation, LaterData, Target
from workbench.enquiry.evaluation_data import DataSet, Gathered, burden, data_sets, gathered, unplaced
from workbench.enquiry.plan import Term
from workbench.enquiry.record import Enquiry


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One thing to tell below a prompt; ``good`` where there is nothing to do. ``about`` are titles, codes or dates."""

    prompt: str
    code: str
    about: tuple[str, ...] = ()
    good: bool = False


def noted(enquiry: Enquiry) -> tuple[Noted, ...]:
    """Return everything that is open, and what holds together, in the order of the prompts."""
    own = enquiry.evaluation
    return (
        *_chain(enquiry),
        *_burden(enquiry),
        *_baseline(enquiry),
        *_success("T5-4", enquiry, own.short_success, "short_term"),
        *_mirror("T5-5", enquiry, own.short_data, "short_term", said=own.short_mirrors),
        *_blend("T5-5", gathered(enquiry, "short_term"), said=own.short_blend),
        *_success("T5-6", enquiry, own.medium_success, "medium_term"),
        *_order(own),
        *_mirror("T5-7", enquiry, own.medium_data, "medium_term", said=own.medium_mirrors),
        *_blend("T5-7", gathered(enquiry, "medium_term"), said=own.medium_blend),
        *_deleted(enquiry),
        *_analyses(enquiry),
        *_telling(own),
        *_steps(enquiry),
        *_sizes(own),
    )


def _chain(enquiry: Enquiry) -> Iterable[Noted]:
    own = enquiry.evaluation
    known = {each.code for each in data_sets(enquiry)}
    present = {row.link for row in own.chain}
    missing = [link for link in LINKS if link not in present]
    if not own.chain:
        yield Noted(prompt="T5-1", code="chain_empty")
    elif missing:
        yield from (Noted(prompt="T5-1", code="link_missing", about=(link,)) for link in missing)
    bare = [row for row in own.chain if not known & set(row.data_sets) and not row.seen_by.strip()]
    yield from (Noted(prompt="T5-1", code="link_unmeasured", about=(row.link, row.what)) for row in bare)
    if own.chain and own.stages_covered and (missing or bare):
        yield Noted(prompt="T5-1", code="stages_said")
    if own.chain and not missing and not bare:
        yield Noted(prompt="T5-1", code="chain_whole", good=True)


def _burden(enquiry: Enquiry) -> Iterable[Noted]:
    found = burden(enquiry)
    if not found.tests and not found.forms:
        yield Noted(prompt="T5-2", code="burden_none", good=True)
        return
    yield Noted(prompt="T5-2", code="burden", about=(str(found.tests), str(found.forms), f"{found.minutes:g}"), good=True)
    yield from (Noted(prompt="T5-2", code="minutes_unsaid", about=(title,)) for title in found.unsaid)


def _baseline(enquiry: Enquiry) -> Iterable[Noted]:
    start = gathered(enquiry, "baseline")
    if not start:
        yield Noted(prompt="T5-3", code="baseline_none")
    yield from (Noted(prompt="T5-3", code="unplaced", about=(title,)) for title in unplaced(enquiry))
    undated = [each for each in start if each.on is None]
    yield from (Noted(prompt="T5-3", code="baseline_undated", about=(each.title,)) for each in undated)
    if start and not undated:
        yield Noted(prompt="T5-3", code="baseline_dated", good=True)


def _success(prompt: str, enquiry: Enquiry, targets: tuple[Target, ...], term: Term) -> Iterable[Noted]:
    if not targets and not (term == "short_term" and enquiry.plan.success.strip()):
        yield Noted(prompt=prompt, code="success_none")
    then = {each.code for each in gathered(enquiry, term)}
    titles = {each.code: each.title for each in data_sets(enquiry)}
    for row in targets:
        seen = [code for code in row.data_sets if code in titles]
        if not seen:
            yield Noted(prompt=prompt, code="target_unmeasured", about=(row.target,))
        yield from (Noted(prompt=prompt, code="target_not_gathered", about=(titles[code],)) for code in seen if code not in then)


def _mirror(prompt: str, enquiry: Enquiry, rows: tuple[LaterData, ...], term: Term, *, said: bool | None) -> Iterable[Noted]:
    start, then = gathered(enquiry, "baseline"), gathered(enquiry, term)
    if not then:
        yield Noted(prompt=prompt, code="gathered_none")
        return
    found = [*_not_mirrored(prompt, start, then), *_strays(prompt, enquiry, rows)]
    yield from found
    yield from (Noted(prompt=prompt, code="undated", about=(each.title,)) for each in then if each.on is None)
    firsts = {each.code: each.on for each in start}
    early = [each for each in then if _not_after(each.on, firsts.get(each.code))]
    yield from (Noted(prompt=prompt, code="not_later", about=(each.title,)) for each in early)
    if found and said:
        yield Noted(prompt=prompt, code="mirror_said")
    if start and not found:
        yield Noted(prompt=prompt, code="mirrored", good=True)


def _not_mirrored(prompt: str, start: tuple[Gathered, ...], then: tuple[Gathered, ...]) -> Iterable[Noted]:
    again = {each.code for each in then}
    begun = {each.code for each in start}
    lost = dict.fromkeys((each.code, each.title) for each in start if each.code not in again)
    yield from (Noted(prompt=prompt, code="not_gathered", about=(title,)) for _, title in lost)
    yield from (Noted(prompt=prompt, code="other_instrument", about=(each.title, each.instrument)) for each in then if each.same is False)
    new = [each for each in then if each.title and each.code not in begun]
    yield from (Noted(prompt=prompt, code="no_baseline", about=(each.title,)) for each in new)


def _strays(prompt: str, enquiry: Enquiry, rows: tuple[LaterData, ...]) -> Iterable[Noted]:
    """Yield rows that name nothing, or a data set that was taken away since."""
    known = {each.code for each in data_sets(enquiry)}
    for number, row in enumerate(rows, start=1):
        if not row.title and (row.data_set is None or row.data_set not in known):
            yield Noted(prompt=prompt, code="names_nothing" if row.data_set is None else "gone", about=(str(number),))


def _not_after(later: date | None, first: date | None) -> bool:
    return later is not None and first is not None and later <= first


def _blend(prompt: str, then: tuple[Gathered, ...], *, said: bool | None) -> Iterable[Noted]:
    if not then:
        return
    unsaid = [each for each in then if each.records is None]
    yield from (Noted(prompt=prompt, code="records_unsaid", about=(each.title,)) for each in unsaid if each.title)
    kinds = {each.records for each in then} - {None}
    if kinds >= {"numbers", "words"} or "both" in kinds:
        yield Noted(prompt=prompt, code="blended", good=True)
    elif kinds and not unsaid:
        yield Noted(prompt=prompt, code="only_numbers" if "numbers" in kinds else "only_words")
        if said:
            yield Noted(prompt=prompt, code="blend_said")


def _order(own: Evaluation) -> Iterable[Noted]:
    if _not_after(own.medium_on, own.short_on):
        yield Noted(prompt="T5-6", code="medium_not_later")


def _deleted(enquiry: Enquiry) -> Iterable[Noted]:
    gone = enquiry.plan.ethics.destroy_on
    late = [each for each in gathered(enquiry, "medium_term") if gone and each.on and gone <= each.on]
    if gone and late:
        yield Noted(prompt="T5-7", code="deleted_before", about=(gone.isoformat(),))


def _analyses(enquiry: Enquiry) -> Iterable[Noted]:
    found = data_sets(enquiry)
    blank = [each for each in found if not _analysed(each, enquiry)]
    yield from (Noted(prompt="T5-8", code="analysis_missing", about=(each.title,)) for each in blank)
    known = {each.code for each in found}
    stray = [number for number, line in enumerate(enquiry.evaluation.analyses, start=1) if line.data_set not in known]
    yield from (Noted(prompt="T5-8", code="gone", about=(str(number),)) for number in stray)
    if found and not blank:
        yield Noted(prompt="T5-8", code="analyses_whole", good=True)
    if not found:
        yield Noted(prompt="T5-8", code="nothing_to_analyse")


def _analysed(each: DataSet, enquiry: Enquiry) -> bool:
    return bool(each.analysis) or any(line.data_set == each.code for line in enquiry.evaluation.analyses)


def _telling(own: Evaluation) -> Iterable[Noted]:
    if not own.telling:
        yield Noted(prompt="T5-9", code="telling_none")
    for row in own.telling:
        if row.format is None:
            yield Noted(prompt="T5-9", code="format_missing", about=(row.audience,))
        if not row.response.strip():
            yield Noted(prompt="T5-9", code="response_missing", about=(row.audience,))


def _steps(enquiry: Enquiry) -> Iterable[Noted]:
    own = enquiry.evaluation
    if not own.steps_me and not enquiry.next_steps:
        yield Noted(prompt="T5-10", code="steps_me_none")
    if not own.steps_others and not enquiry.next_steps:
        yield Noted(prompt="T5-10", code="steps_others_none")
    rows = (*own.steps_me, *own.steps_others)
    yield from (Noted(prompt="T5-10", code="step_undated", about=(row.what,)) for row in rows if row.by is None)


def _sizes(own: Evaluation) -> Iterable[Noted]:
    for row in own.effect_sizes:
        if not row.low <= row.size <= row.high or row.low == row.high:
            yield Noted(prompt="T5-ES", code="size_outside", about=(row.what,))
        if row.pupils is None:
            yield Noted(prompt="T5-ES", code="size_without_pupils", about=(row.what,))
