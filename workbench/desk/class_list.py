"""The sealed class list of an enquiry: begun, opened, and filled from a pasted list of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.desk.enquiry import Workspace
from workbench.enquiry.import_people import words_of
from workbench.enquiry.pasting import ListedPupil, read_names
from workbench.errors import BadInput, SeveralProblems
from workbench.store.sealed import ClassList
from workbench.words.marks import TAKEN_IN, copied_out, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A new class list, open; the recovery code is shown once, to be printed."""

    class_list: ClassList
    recovery_code: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a pasted list did: codes of all its pupils in its order, and how many were new."""

    codes: tuple[str, ...]
    n_added: int
    n_known: int
    sentence: str


def exists(ws: Workspace, *, home: Path | None = None) -> bool:
    """Say whether this computer has a class list for the enquiry."""
    return ClassList.exists(ws.record.id, home)


def make(ws: Workspace, names: str, passphrase: str, *, home: Path | None = None, same_names: bool = False) -> Begun:
    """Begin the class list, with a pasted list of names or with none yet, and leave it open.

    Raises:
        BadInput, SeveralProblems: The passphrase is too short or lines of the list need a look; nothing was made.
        Conflict: The enquiry has a class list already.
        CannotSave: It cannot be written.
    """
    pupils = _checked(names, same_names=same_names) if names.strip() else ()
    class_list, recovery_code = ClassList.create(ws.record.id, passphrase, home=home)
    try:
        added = _put(class_list, pupils)
        class_list.save()
    except BaseException:
        ClassList.destroy(ws.record.id, home=home)
        raise
    return Begun(class_list=class_list, recovery_code=recovery_code, sentence=added.sentence)


def open_list(ws: Workspace, passphrase: str, *, home: Path | None = None) -> ClassList:
    """Open the enquiry's class list. Raises as ``ClassList.open``."""
    return ClassList.open(ws.record.id, passphrase, home=home)


def copy_out(ws: Workspace, target: str | Path, *, home: Path | None = None) -> str:
    """Copy the class list, sealed as it is, to a file or folder for another computer; return what was done, in words.

    Raises:
        NotReady: This computer has no class list for the enquiry.
        BadInput: The place is inside an enquiry folder, or a file is there already.
        CannotSave: It cannot be written there.
    """
    if not str(target).strip():
        raise BadInput("Name the folder to copy to, for instance that of a memory stick.")
    with usable_path():
        return copied_out(ClassList.copy_out(ws.record.id, Path(target).expanduser(), home=home).name)


def take_in(ws: Workspace, source: str | Path | bytes, *, home: Path | None = None) -> str:
    """Take in a sealed class list that was copied on another computer; return what was done, in words.

    Args:
        ws: The enquiry that the list must belong to.
        source: The file, or what it holds.
        home: Where this computer's class lists are.

    Raises:
        BadInput: It is the list of another enquiry.
        Damaged, NewerFormat: It is no whole sealed class list.
        Conflict: This computer has another list for the enquiry.
    """
    if isinstance(source, bytes):
        with TemporaryDirectory() as folder:
            held = Path(folder) / "class-list.sealed"
            held.write_bytes(source)
            return take_in(ws, held, home=home)
    with usable_path():
        ClassList.import_(Path(source).expanduser(), enquiry_id=ws.record.id, home=home)
    return TAKEN_IN


@contextmanager
def usable_path() -> Iterator[None]:
    """Turn what no system takes as a path (too long, half a character, NUL) into a plain BadInput."""
    try:
        yield
    except (ValueError, OSError, RuntimeError):
        raise BadInput("Choose another place: this one cannot be used.", allowed="a folder or file that you can open") from None


def add_pasted(class_list: ClassList, names: str, *, same_names: bool = False) -> Added:
    """Add a pasted list of names and save; pupils who are on the list already keep their codes.

    Raises:
        BadInput, SeveralProblems: Lines need a look; nothing was added.
        Conflict, CannotSave: Nothing was added.
    """
    pupils = _checked(names, same_names=same_names)
    before = {pupil.code for pupil in class_list.pupils}
    added = _put(class_list, pupils)
    try:
        class_list.save()
    except BaseException:
        for code in {pupil.code for pupil in class_list.pupils} - before:
            class_list.remove(code)
        raise
    return added


def names_by_code(class_list: ClassList) -> dict[str, tuple[str, str]]:
    """Return (forename, surname) by code, for the teacher's own screen and for the check of free text."""
    return {pupil.code: (pupil.forename, pupil.surname) for pupil in class_list.pupils}


def _checked(names: str, *, same_names: bool) -> tuple[ListedPupil, ...]:
    pupils = read_names(names)
    problems = []
    for told, what in ((lambda pupil: pupil.upn, "UPN"), (_name, "name")):
        counts = Counter(told(pupil) for pupil in pupils if told(pupil))
        for value, count in counts.items():
            lines = [str(pupil.line) for pupil in pupils if told(pupil) == value]
            told_apart = what == "name" and (same_names or len({pupil.upn for pupil in pupils if told(pupil) == value} - {""}) == count)
            if count > 1 and not told_apart:
                do = "Take one out; or say that they are two pupils." if what == "name" else "Keep one line for each pupil."
                problems.append(BadInput(f"These lines carry the same {what}.", where=f"Lines {' and '.join(lines)}", do=do))
    if problems:
        raise SeveralProblems(problems)
    return pupils


def _name(pupil: ListedPupil) -> str:
    return " ".join((*words_of(pupil.surname), "/", *words_of(pupil.forename)))


def _put(class_list: ClassList, pupils: tuple[ListedPupil, ...]) -> Added:
    """Add those who are not on the list yet; a pupil is known by UPN, else by name, each entry of the list once."""
    free = list(class_list.pupils)
    codes, added = [], 0
    for pupil in pupils:
        key = (words_of(pupil.surname), words_of(pupil.forename))
        known = next((one for one in free if pupil.upn and one.upn == pupil.upn), None) or next(
            (one for one in free if (words_of(one.surname), words_of(one.forename)) == key and not (one.upn and pupil.upn)), None
        )
        if known is not None:
            free.remove(known)
        else:
            known = class_list.add(pupil.surname, pupil.forename, pupil.upn, pupil.group)
            added += 1
        codes.append(known.code)
    return Added(codes=tuple(codes), n_added=added, n_known=len(codes) - added, sentence=listed(added, len(codes) - added))
