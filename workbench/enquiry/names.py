"""Pupils' names in free text: found, and put as codes, before the text is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from workbench.enquiry.record import Enquiry

# Forenames and surnames that are also words a teacher writes; alone they are taken for the word.
WORDS = frozenset(
    """
    Amber Angel April Art August Autumn Baker Bill Black Bond Brook Brown Carol Chance Chase Church Cook Cross Dale Dawn Day Daisy
    Dean Drew English Ellis Faith Farmer Field Fields Fisher Flint Ford Fox Frank Gene Ginger Glen Good Grace Grant Gray Green Grey
    Guy Hall Hand Harmony Hazel Heath Heather Hill Hills Holly Hope Hunter Iris Ivy Jade Jasmine Jay Joy June King Knight Lake Lane
    Law Lily Long Love Major Mark Marks Martin Mason Max May Mercy Miles Miller Moon Moore Nick Noble North Olive Page Park Parker
    Parsons Pat Patience Pearl Penny Piper Pool Poppy Potter Price Prince Queen Rain Read Reading Reed Rich River Rivers Rob Robin
    Rock Rose Rosemary Ruby Sandy Scarlett Sharp Shaw Short Sky Skye Small Smart South Speaker Star Stone Storm Strong Summer Sunny
    Taylor Temple Tuesday Victor Violet Walker Ward Wells West White Will Willow Winter Wood Woods Wright Young
    """.split()
)


_BRACKETS = re.compile(r"[()\[\]\"“”]")  # around what a pupil is known as: Rebecca (Bex)


def _plain(text: str) -> str:
    """Return the text with accents taken off and one kind of apostrophe, letter for letter, so that positions stay."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).replace("’", "'").replace("‘", "'")


def _pattern(words: Iterable[str]) -> str:
    return r"[\s,.'-]+".join(re.escape(_plain(word)) for word in words)


def find_names(text: str, pupils: Mapping[str, tuple[str, str]]) -> list[tuple[int, int, str]]:
    """Return where pupils' names stand in a text.

    A forename and surname together are found in any case and either order; one of them alone only
    with a capital letter, and not when it is also an everyday word (Mark, Grace, Hill). Accents are
    passed over. What no list can know (nicknames, "the boy in the wheelchair") is not found.

    Args:
        text: What was typed.
        pupils: Code to (forename, surname).

    Returns:
        (start, end, code) for each place, in order, not overlapping; the code is empty where two
        pupils share the name.
    """
    plain = _plain(unicodedata.normalize("NFC", text))
    found: list[tuple[int, int, str]] = []
    for pattern, code, capital in _searches(tuple(pupils.items())):
        for match in pattern.finditer(plain):
            start, end = match.span()
            if (capital and not plain[start].isupper()) or any(start < stop and begin < end for begin, stop, _ in found):
                continue
            found.append((start, end, code))
    return sorted(found)


@lru_cache(maxsize=4)
def _searches(pupils: tuple[tuple[str, tuple[str, str]], ...]) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Return what to look for, in order: the pattern, the code that it stands for, and whether it wants a capital letter.

    Made once for a class list: the patterns of a year are more than ``re`` keeps, and text is checked at each key.
    """
    whole: dict[str, set[str]] = {}
    alone: dict[str, set[str]] = {}
    for code, parts in pupils:
        forename, surname = (_BRACKETS.sub(" ", part) for part in parts)
        first, last = forename.split(), surname.split()
        if first and last:
            for words in ([*first, *last], [*last, *first], *([word, *last] for word in first)):
                whole.setdefault(_pattern(words), set()).add(code)
        for part in (forename, surname, *first):
            if len(part) > 1 and part.strip().title() not in WORDS:
                alone.setdefault(_pattern(part.split()), set()).add(code)
    return tuple(
        (re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), next(iter(codes)) if len(codes) == 1 else "", capital)
        for names, capital in ((whole, False), (alone, True))
        for pattern, codes in sorted(names.items(), key=lambda item: -len(item[0]))
    )


def without_names(text: str, pupils: Mapping[str, tuple[str, str]]) -> tuple[str, int]:
    """Return the text with each name put as its code, and how many were found.

    >>> without_names("Zoe Bennett counted; zoe smiled. Zoe is proud.", {"K7QF": ("Zoe", "Bennett")})
    ('K7QF counted; zoe smiled. K7QF is proud.', 2)
    """
    if not pupils:
        return text, 0
    text = unicodedata.normalize("NFC", text)
    found = find_names(text, pupils)
    for start, end, code in reversed(found):
        text = text[:start] + (code or "a pupil") + text[end:]
    return text, len(found)


def value_without_names(value: object, pupils: Mapping[str, tuple[str, str]], *, codes: frozenset[str] = frozenset()) -> tuple[object, int]:
    """Return plain data with the names in its texts put as codes, and how many there were.

    Args:
        value: Text, or lists and mappings of it to any depth; anything else stays.
        pupils: Code to (forename, surname).
        codes: Keys whose values hold codes and are left alone, the ids among ``aspects`` with them.
    """
    if isinstance(value, str):
        return without_names(value, pupils)
    if isinstance(value, Mapping):
        pairs = {
            key: (item, 0) if codes and (key in codes or _ids(key, item)) else value_without_names(item, pupils, codes=codes)
            for key, item in value.items()
        }
        return {key: item for key, (item, _) in pairs.items()}, sum(count for _, count in pairs.values())
    if isinstance(value, list | tuple):
        items = [value_without_names(item, pupils, codes=codes) for item in value]
        return [item for item, _ in items], sum(count for _, count in items)
    return value, 0


NOT_TEXT = frozenset(
    """
    id enquiry measure sha256 plan_sha256 file_sha256 kind source method design chosen_by consent rule threat status decisions changed
    term link data_set data_sets records format
    """.split()
)
"""Fields that hold codes, never what a person typed."""


def record_without_names(enquiry: Enquiry, pupils: Mapping[str, tuple[str, str]]) -> tuple[Enquiry, int]:
    """Return the record with every pupil's name in its free text put as her code, and how many there were."""
    clean, found = value_without_names(enquiry.model_dump(), pupils, codes=NOT_TEXT)
    return (Enquiry.model_validate(clean), found) if found else (enquiry, 0)


def _ids(key: object, value: object) -> bool:
    """Tell the aspects of a measure, which are ids, from those of the question, which have a text of their own."""
    return key == "aspects" and isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
