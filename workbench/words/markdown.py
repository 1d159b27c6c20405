"""Markdown of our own making, in which what a teacher typed stays text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_SPACE = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"  # they spell words in Persian, Hindi and others
_BREAK = re.compile(r"\n[ \t]*\n")


def typed(text: str) -> str:
    r"""Return typed text as Markdown that shows it letter by letter, on one line.

    Every mark that could mean something to Markdown or HTML is escaped; characters that cannot be seen
    (controls, direction overrides) are left out.

    >>> typed("<b>7 * 8</b>")
    '\\<b\\>7 \\* 8\\<\\/b\\>'
    """
    seen = "".join(
        letter
        for letter in text
        if letter.isspace() or letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return _MARKS.sub(r"\\\1", _SPACE.sub(" ", seen).strip())


def ended(text: str) -> str:
    """Return typed text with a full stop where it has no end of its own.

    >>> ended("the twelve lowest marks"), ended("Why?")
    ('the twelve lowest marks.', 'Why?')
    """
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in '.!?…:;”’")' else f"{stripped}."


def paragraphs(text: str) -> str:
    """Return typed text as Markdown with its own paragraphs kept."""
    return "\n\n".join(part for part in (typed(part) for part in _BREAK.split(text.replace("\r\n", "\n"))) if part)


def quote(text: str) -> str:
    """Return typed text as a block quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in paragraphs(text).split("\n"))


def bullets(lines: Iterable[str]) -> str:
    """Return a list; the lines are Markdown already."""
    return "\n".join(f"- {line}" for line in lines)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int] = ()) -> str:
    """Return a table with a header row; the cells are Markdown already, without line breaks.

    ``widths`` are the columns' shares of the page, which count where the text is too long for one line.
    """
    rule = ["-" * (3 * width) for width in widths or [1] * len(header)]
    return "\n".join([_row(header), _row(rule), *(_row(row) for row in rows)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"


def picture(data: bytes, alternative: str) -> str:
    """Return a PNG picture that travels inside the text, with the words that stand for it."""
    from base64 import b64encode

    return f"![{typed(alternative)}](data:image/png;base64,{b64encode(data).decode('ascii')})"


def unmarked(text: str) -> str:
    r"""Return Markdown of our own making as plain text: no headings' marks, no stars, typed marks as they were typed.

    >>> unmarked("## A\n\n*From:* 7 \\* 8")
    'A\n\nFrom: 7 * 8'
    """
    bare = re.sub(r"(?<!\\)\*", "", re.sub(r"^#+ ", "", text, flags=re.MULTILINE))
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", bare)


def join(*parts: str) -> str:
    """Return the parts that are not empty, a blank line between them."""
    return "\n\n".join(part for part in parts if part)
