"""Numbers as people read them: rounded here and nowhere else, with a real minus sign."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from math import floor, log10

MINUS = "−"
ROOM = Context(prec=200)


def fixed(value: float, places: int) -> str:
    """Return the number to so many decimal places, halves up as in school; a rounded zero has no sign.

    >>> fixed(-1.46, 1), fixed(-0.04, 1), fixed(0.25, 1)
    ('−1.5', '0.0', '0.3')
    """
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=ROOM)
    text = f"{rounded:,f}"
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    return text.replace("-", MINUS)


def plain(value: float) -> str:
    """Return a number as it was typed, with no needless decimals.

    >>> plain(40.0), plain(7.5)
    ('40', '7.5')
    """
    return f"{value:,.10g}".replace("-", MINUS)


def places_for(estimate: float | None, *others: float | None) -> int:
    """Return how many decimals show these numbers apart: one for marks, more when they are small.

    >>> places_for(3.21, 0.9, 5.5), places_for(0.04, -0.02, 0.1), places_for(2.0, None), places_for(0.8, -0.03)
    (1, 2, 1, 2)
    """
    sizes = [abs(value) for value in others if value]
    wanted = [1] + [min(-floor(log10(size)), 3) for size in sizes]
    if estimate:
        wanted.append(min(-floor(log10(abs(estimate))), 6))
    if max([abs(estimate or 0), *sizes]) < 0.5:
        wanted.append(2)
    return max(wanted)


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun.

    >>> count_of(1, "pupil"), count_of(12, "pupil")
    ('1 pupil', '12 pupils')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def chance(p: float) -> str:
    """Return a p as people meet chances, with the p itself.

    >>> chance(0.13838), chance(0.0039), chance(1e-9)
    ('about 14 times in 100 (p = 0.14)', 'about 4 times in 1,000 (p = 0.0039)', 'less than once in 1,000,000 times (p below 0.000001)')
    """
    if p < 1e-6:
        return "less than once in 1,000,000 times (p below 0.000001)"
    if p > 0.99:
        return f"{'' if p == 1 else 'nearly '}every time ({_p_is(p)})"
    out_of = 100
    while p * out_of < 0.95:
        out_of *= 10
    times = int(fixed(p * out_of, 0))
    return f"about {'once' if times == 1 else f'{times} times'} in {out_of:,} ({_p_is(p)})"


def probability(p: float, *, whole: bool = False) -> str:
    """Return a p to two figures, never as 0 and never as 1 unless it is 1; a short one ``whole`` when asked.

    >>> probability(0.0625), probability(0.0625, whole=True), probability(0.99998), probability(1.0)
    ('0.063', '0.0625', 'above 0.99', '1')
    """
    if p == 1:
        return "1"
    if p < 1e-6:
        return "0.000001"
    if p > 0.99:
        return "above 0.99"
    short = f"{p:.4g}"
    return short if whole and p > 0.001 and float(short) == p else fixed(p, 1 - floor(log10(p)))


def least_probability(p: float, *, whole: bool = False) -> str:
    """Return the least p that there could be; one too small to be worth its digits is said to be below a bound.

    >>> least_probability(0.0625), least_probability(2.0**-40)
    ('0.063', 'below 0.000001')
    """
    return "below 0.000001" if p < 1e-6 else probability(p, whole=whole)


def range_words(low: float, high: float, places: int) -> str:
    """Return the range that fits, as gains, or as losses where there are any.

    >>> range_words(0.9, 5.5, 1), range_words(-0.6, 7, 1)
    ('anything from 0.9 to 5.5 fits these marks', 'anything from a loss of 0.6 to a gain of 7.0 fits these marks')
    """
    if low > 0:
        return f"anything from {fixed(low, places)} to {fixed(high, places)} fits these marks"
    if fixed(high, places)[0] == MINUS:
        return f"anything from a loss of {fixed(abs(high), places)} to one of {fixed(abs(low), places)} fits these marks"
    return f"anything from {signed_words(low, places)} to {signed_words(high, places)} fits these marks"


def signed_words(value: float, places: int) -> str:
    """Return a change as a gain or a loss, or as no change where its digits are all noughts."""
    if fixed(value, places) == fixed(0, places):
        return "no change"
    return f"a {'loss' if value < 0 else 'gain'} of {fixed(abs(value), places)}"


def _p_is(p: float) -> str:
    text = probability(p)
    return f"p {text}" if text[0] == "a" else f"p = {text}"


def p_words(p: float) -> str:
    """Return a p for a table, to stand after its 'if'.

    >>> p_words(0.13838), p_words(0.999), p_words(1e-9)
    ('p = 0.14', 'p is above 0.99', 'p is below 0.000001')
    """
    text = least_probability(p)
    return f"p = {text}" if text[0].isdigit() else f"p is {text}"


def level_words(level: float) -> str:
    """Return a level of confidence as a percentage.

    >>> level_words(0.95), level_words(0.999)
    ('95%', '99.9%')
    """
    return f"{level * 100:.10g}%"


def listed(parts: list[str]) -> str:
    """Return the parts in one line, with commas and a last 'and'.

    >>> listed(["9 went up", "1 stayed the same", "2 went down"])
    '9 went up, 1 stayed the same and 2 went down'
    """
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
