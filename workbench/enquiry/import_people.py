"""Who is who between two sheets, or a sheet and the class list: by UPN, else by name, never by order."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.enquiry.import_rows import Entry
from workbench.enquiry.marks import Occasion

_WORD = re.compile(r"\w+")
_KNOWN_AS = re.compile(r"\([^()]*\)")
_INSIDE = re.compile(r"['’`´.]")
_TOO_MANY_TO_COMPARE = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A pupil of the class list, as the importer may see her; ``seen_in`` names file rows that were hers before."""

    code: str
    surname: str
    forename: str
    upn: str = ""
    group: str = ""
    seen_in: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class Person:
    """One pupil while an import is worked out: the rows that are hers, by occasion, and her code where she has one."""

    entries: dict[Occasion, Entry] = field(default_factory=dict)
    known: Known | None = None
    status: dict[Occasion, str] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Entry, ...]:
        """Her rows, each once."""
        return tuple({(entry.sheet, entry.row): entry for entry in self.entries.values()}.values())

    @property
    def ref(self) -> str:
        """How questions speak of her: the first row that is hers, else her code."""
        rows = self.rows
        if rows:
            return f"row:{rows[0].sheet}:{rows[0].row}"
        return f"pupil:{self.known.code}" if self.known else ""

    def sources(self) -> tuple[Entry | Known, ...]:
        """Everything that tells who she is."""
        return (*self.rows, *((self.known,) if self.known else ()))


def words_of(text: str) -> tuple[str, ...]:
    """Return a name's words without accents, capitals, hyphens or apostrophes.

    >>> words_of("Zoë O'Brien-Reed")
    ('zoe', 'obrien', 'reed')
    """
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return tuple(_WORD.findall(_INSIDE.sub("", text.casefold())))


def plain_words(text: str) -> tuple[str, ...]:
    """Return a name's words without what stands in brackets, as what somebody is known as does.

    >>> plain_words("Rebecca (Bex)")
    ('rebecca',)
    """
    return words_of(_KNOWN_AS.sub(" ", text)) or words_of(text)


def name_key(who: Entry | Known) -> tuple[str, ...]:
    """Return the key under which two spellings of one name meet, whichever part comes first."""
    return tuple(sorted(plain_words(f"{who.surname} {who.forename}")))


def strangers(entry: Entry, person: Person) -> bool:
    """Say whether a row and a pupil have names without a single word in common."""
    ours = set(name_key(entry))
    theirs = {word for other in person.sources() for word in name_key(other)}
    return bool(ours and theirs and not ours & theirs)


def same_upn(one: Entry | Known, other: Entry | Known) -> bool | None:
    """Say whether the UPNs agree, or ``None`` where one of the two has none."""
    return one.upn == other.upn if one.upn and other.upn else None


def turned_round(entry: Entry, person: Person) -> bool:
    """Say whether surname and forename stand the other way round, where both sources are sure which is which."""
    ours = (plain_words(entry.surname), plain_words(entry.forename))
    for other in person.sources():
        sure = not isinstance(other, Entry) or other.split
        if entry.split and sure and (plain_words(other.surname), plain_words(other.forename)) != ours:
            return True
    return False


def groups_differ(entry: Entry, person: Person) -> bool:
    """Say whether both name a tutor group and the two are not the same."""
    groups = {other.group.casefold() for other in person.sources() if other.group}
    return bool(entry.group and groups and entry.group.casefold() not in groups)


def supported(entry: Entry, people: Sequence[Person]) -> Person | None:
    """Return the only one of several namesakes whose tutor group or set is this row's."""

    def agrees(person: Person) -> bool:
        told = [(entry.group, getattr(other, "group", "")) for other in person.sources()]
        told += [(entry.set, getattr(other, "set", "")) for other in person.sources()]
        both = [(one.casefold(), other.casefold()) for one, other in told if one and other]
        return bool(both) and all(one == other for one, other in both)

    fitting = [person for person in people if agrees(person)]
    return fitting[0] if len(fitting) == 1 else None


def near(entry: Entry, people: Iterable[Person]) -> list[Person]:
    """Return pupils whose name is almost this row's: a middle name more, a short form, one slip of the pen."""
    ours = name_key(entry)
    return [person for person in people if any(_near(ours, name_key(other), entry, other) for other in person.sources())]


def _near(ours: tuple[str, ...], theirs: tuple[str, ...], entry: Entry, other: Entry | Known) -> bool:
    if not ours or not theirs or same_upn(entry, other) is False:
        return False
    one, two = set(ours), set(theirs)
    if len(one & two) >= 2 and (one <= two or two <= one):
        return True
    surname = words_of(entry.surname)
    if surname and surname == words_of(other.surname) and entry.forename[:1].casefold() == other.forename[:1].casefold():
        return True
    return difflib.SequenceMatcher(None, "".join(ours), "".join(theirs)).ratio() >= 0.88


def few_enough(entries: Sequence[Entry], people: Sequence[Person]) -> bool:
    """Say whether comparing every spelling with every other stays quick."""
    return len(entries) * len(people) <= _TOO_MANY_TO_COMPARE


def by_key(entries: Iterable[Entry]) -> dict[tuple[str, ...], list[Entry]]:
    """Return entries by name key; rows without a name are not among them."""
    found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        key = name_key(entry)
        if key:
            found[key].append(entry)
    return found
