"""How a typed mark is read: a number on the measure's scale, a word for "no mark", or a plain refusal."""

from __future__ import annotations

import re
from fractions import Fraction

from workbench.enquiry.marks import Mark, Status
from workbench.enquiry.plan import Measure
from workbench.errors import BadInput

TYPE_OR_CHOOSE = "Type the mark, or choose absent."
NOTHING_SAVED = "Nothing has been saved yet."

NOT_WORKED_OUT = "=no value"  # how the reader shows a formula whose result the file does not hold

# What schools write where there is no mark, and what it most likely means. A likely meaning is a
# suggestion that a person accepts: it is never applied unasked. ``None`` means: no honest guess.
SUGGESTED: dict[str, Status | None] = {
    "": "blank",
    **dict.fromkeys(("a", "ab", "abs", "absent", "ill", "sick", "med", "medical", "hol", "holiday", "trip", "x"), "absent"),
    **dict.fromkeys(("e", "ex", "exempt", "n/a", "na", "not applicable"), "exempt"),
    **dict.fromkeys(("-", "dns", "did not sit", "not sat", "not attempted", "no attempt", "nil", "none"), "not_attempted"),
    **dict.fromkeys(("w", "withdrawn"), "withdrawn"),
    **dict.fromkeys(("left", "leaver", "moved"), "left"),
    **dict.fromkeys(("new", "joined", "joiner", "not joined"), "not_joined"),
    **dict.fromkeys(("r", "t", "b", "u", "n", "m", "late", "?", "tbc", "#div/0!", "#n/a", "#value!", "#ref!", NOT_WORKED_OUT), None),
}

# Words so plain that a teacher who types them into her own mark sheet has already decided.
PLAIN: dict[str, Status] = {
    **dict.fromkeys(("a", "ab", "abs", "absent"), "absent"),
    **dict.fromkeys(("ex", "exempt"), "exempt"),
    **dict.fromkeys(("not attempted", "did not sit", "not sat"), "not_attempted"),
    "withdrawn": "withdrawn",
    "left": "left",
    "not joined": "not_joined",
    "": "blank",
}

_PARTS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "1/2": Fraction(1, 2),
    "1/4": Fraction(1, 4),
    "3/4": Fraction(3, 4),
}
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,17}|,[0-9]{1,2})?")
_MIXED = re.compile(r"([0-9]{0,9})\s*([½¼¾])|([0-9]{1,9})\s+(1/2|1/4|3/4)")
_OUT_OF = re.compile(r"(.+?)\s*(?:/|out of)\s*([0-9]{1,9}(?:\.[0-9]{1,2})?)", re.IGNORECASE)


class BadMark(BadInput):
    """A mark that cannot be used: where it stands, what was seen, what marks are here, what to do."""

    kind = "bad_mark"

    def __str__(self) -> str:
        what = f"the mark is '{self.seen}'."
        place = f"{self.where}: {what}" if self.where else what[0].upper() + what[1:]
        return " ".join(part for part in (place, f"{self.allowed}.", self.do) if part)


def scale_words(measure: Measure) -> str:
    """Return the marks that a measure allows, in words.

    >>> scale_words(Measure(id="t", title="T", highest=40))
    '0 to 40, halves allowed'
    """
    ends = f"{_plain(measure.lowest)} to {_plain(measure.highest)}" if measure.highest is not None else f"{_plain(measure.lowest)} or more"
    steps = {1.0: "whole marks only", 0.5: "halves allowed", 0.25: "quarters allowed"}
    return f"{ends}, {steps.get(measure.step, f'in steps of {_plain(measure.step)}')}"


def token_of(text: str) -> str:
    """Return a cell's text in the one spelling by which odd entries are known.

    >>> token_of("  Abs. "), token_of("–"), token_of("N.A.")
    ('abs', '-', 'n/a')
    """
    token = " ".join(text.split()).casefold()
    if token in {"–", "—", "−", "--", "---"}:
        return "-"
    token = token.rstrip(".") if len(token) > 1 else token
    return {"n.a": "n/a", "n\\a": "n/a", "n / a": "n/a"}.get(token, token)


def is_token(text: str) -> bool:
    """Say whether a cell holds one of the entries that schools write where there is no mark."""
    return token_of(text) in SUGGESTED


def number_of(text: str, measure: Measure) -> Fraction | None:
    """Return the number that a cell shows, on any scale, or ``None`` where it shows none.

    ``7½``, ``7 1/2``, ``7,5`` and ``7.5`` are the same mark; ``14/20`` is 14 only where the measure is out of 20.
    """
    cell = " ".join(text.split()).replace("−", "-")
    mixed = _MIXED.fullmatch(cell)
    if mixed:
        whole, part = (mixed[1], mixed[2]) if mixed[2] else (mixed[3], mixed[4])
        return Fraction(whole or 0) + (_PARTS.get(part) or Fraction(part))
    if _NUMBER.fullmatch(cell):
        return _settled(Fraction(cell.replace(",", ".")), measure)
    over = _OUT_OF.fullmatch(cell)
    if over and measure.highest is not None and Fraction(over[2]) == Fraction(str(measure.highest)):
        return number_of(over[1], measure)
    return None


def fits(number: Fraction, measure: Measure) -> bool:
    """Say whether a number is a mark of this measure: within its ends and on its steps."""
    low, step = Fraction(str(measure.lowest)), Fraction(str(measure.step))
    high = None if measure.highest is None else Fraction(str(measure.highest))
    return number >= low and (high is None or number <= high) and (number - low) % step == 0


def bad_mark(seen: str, measure: Measure, *, where: str = "", do: str = f"{TYPE_OR_CHOOSE} {NOTHING_SAVED}") -> BadMark:
    """Return the refusal of one mark, in the workbench's own words."""
    allowed = f"Marks here are {scale_words(measure)}"
    return BadMark(f"This is not a mark of '{measure.title}'.", seen=seen, allowed=allowed, do=do, where=where)


def read_mark(text: str, measure: Measure, *, where: str = "", do: str = f"{TYPE_OR_CHOOSE} {NOTHING_SAVED}") -> Mark:
    """Return the mark that a person typed.

    Args:
        text: What was typed: ``"14"``, ``"7½"``, ``"7,5"``, ``"14/40"``, ``"abs"`` or nothing.
        measure: Whose ends and steps hold.
        where: The place, for the message.
        do: What to do next, for the message.

    Raises:
        BadMark: The text is neither a mark of this measure nor a plain word for "no mark".

    >>> read_mark("7½", Measure(id="t", title="T", highest=40)).value
    7.5
    >>> read_mark("abs", Measure(id="t", title="T", highest=40)).status
    'absent'
    """
    word = PLAIN.get(token_of(text))
    if word is not None:
        return Mark(value=None, status=word)
    number = number_of(text, measure)
    if number is None or not fits(number, measure):
        raise bad_mark(text.strip(), measure, where=where, do=do)
    return Mark(value=float(number), status="present")


def _settled(number: Fraction, measure: Measure) -> Fraction:
    """Undo a spreadsheet's own rounding noise (12.500000000000002), and nothing more."""
    step = Fraction(str(measure.step))
    near = round(number / step) * step
    return near if abs(near - number) < Fraction(1, 10**9) else number


def _plain(number: float | None) -> str:
    return f"{number:g}"
