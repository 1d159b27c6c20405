"""The sealed class list: the only place where a pupil's name and her code stand together.

It lives in the user's own data folder, never in an enquiry folder. Codes are drawn at random for
each pupil and each enquiry; nothing in a code comes from the name.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Self

from workbench.errors import BadInput, Conflict, Damaged, UnknownOption
from workbench.store import atomic, envelope, sealed_files
from workbench.store.journal import digest
from workbench.store.pupils import Pupil, checked, random_code
from workbench.store.pupils import decode as pupils_from_bytes
from workbench.store.pupils import encode as pupils_as_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyed:
    """What destroying a class list did, and what no program can promise."""

    was_there: bool
    done: str
    not_promised: str


class ClassList:
    """An opened class list. A change counts once :meth:`save` was called."""

    def __init__(
        self, file: Path, sealed: envelope.Envelope, key: bytes, *, pupils: tuple[Pupil, ...], used: frozenset[str], seen: str
    ) -> None:
        self._file, self._envelope, self._key = file, sealed, key
        self._pupils, self._used, self._seen = pupils, used, seen

    def __repr__(self) -> str:
        return f"ClassList({len(self._pupils)} pupils)"

    __str__ = __repr__

    @property
    def enquiry_id(self) -> str:
        """The enquiry whose pupils these are."""
        return self._envelope.enquiry_id

    @property
    def pupils(self) -> tuple[Pupil, ...]:
        """The pupils in the order of their codes, which says nothing of them."""
        return self._pupils

    @classmethod
    def create(cls, enquiry_id: str, passphrase: str, *, home: Path | None = None, work: int = envelope.WORK) -> tuple[Self, str]:
        """Begin an empty class list; return it and its recovery code, which is shown this once and kept nowhere.

        Raises:
            BadInput: For a passphrase that is too short, or a home inside an enquiry folder.
            Conflict: When this enquiry has a class list already.
            CannotSave: When the data folder cannot be written.
        """
        file = sealed_files.file_of(enquiry_id, home)
        envelope.check_passphrase(passphrase)
        if file.exists():
            raise Conflict("Open the class list that this enquiry already has.", where=file.name, do="Nothing was changed.")
        code, key = envelope.fresh_recovery_code(), secrets.token_bytes(32)
        sealed = envelope.Envelope(
            enquiry_id=enquiry_id,
            passphrase=envelope.fresh_slot(passphrase, "passphrase", enquiry_id, key, work=work),
            recovery=envelope.fresh_slot(code, "recovery", enquiry_id, key, work=work),
        )
        made = cls(file, sealed, key, pupils=(), used=frozenset(), seen="")
        made.save()
        return made, code

    @classmethod
    def open(cls, enquiry_id: str, passphrase: str, *, home: Path | None = None) -> Self:
        """Open the class list of an enquiry.

        Raises:
            NotReady: When there is none on this computer.
            WrongPassphrase: Which says that and nothing else.
            Damaged, NewerFormat: When the file is not whole, or a newer workbench sealed it.
        """
        return cls._open(enquiry_id, passphrase, "passphrase", home)

    @classmethod
    def open_with_recovery_code(cls, enquiry_id: str, code: str, *, home: Path | None = None) -> Self:
        """Open the class list with the printed recovery code, then give it a new passphrase. Raises as :meth:`open`."""
        return cls._open(enquiry_id, code, "recovery", home)

    @classmethod
    def _open(cls, enquiry_id: str, secret: str, opener: envelope.Opener, home: Path | None) -> Self:
        file = sealed_files.file_of(enquiry_id, home)
        data = sealed_files.read(file)
        sealed = envelope.look(data, where=file.name)
        if sealed.enquiry_id != enquiry_id:
            raise Damaged("This class list belongs to another enquiry.", where=file.name, do="Bring the right file back from a copy.")
        key = envelope.data_key(sealed, secret, opener)
        pupils, used = pupils_from_bytes(envelope.unseal(data, key, where=file.name), where=file.name)
        return cls(file, sealed, key, pupils=pupils, used=used, seen=digest(data))

    @staticmethod
    def exists(enquiry_id: str, home: Path | None = None) -> bool:
        """Whether this computer has a class list for the enquiry."""
        return sealed_files.file_of(enquiry_id, home).is_file()

    def add(
        self, surname: str, forename: str, upn: str = "", tutor_group: str = "", note: str = "", *, draw: Callable[[], str] = random_code
    ) -> Pupil:
        """Add a pupil with a fresh random code and return her. Two pupils may have the same name.

        Raises:
            BadInput: When both names are empty or a text cannot be kept; the text is not repeated.
        """
        taken = self._used | {pupil.code for pupil in self._pupils}
        code = draw()
        while code in taken:
            code = draw()
        pupil = checked(Pupil(code=code, surname=surname, forename=forename, upn=upn, tutor_group=tutor_group, note=note))
        self._keep((*self._pupils, pupil))
        return pupil

    def replace(self, code: str, /, **changes: str) -> Pupil:
        """Change the named fields of one pupil, by code, and return her; her code stays."""
        known = {field.name for field in fields(Pupil)} - {"code"}
        if not set(changes) <= known:
            raise UnknownOption(
                "A pupil has no such field.", seen=", ".join(sorted(set(changes) - known)), allowed=", ".join(sorted(known))
            )
        pupil = checked(replace(self.pupil(code), **changes))
        self._keep((*(other for other in self._pupils if other.code != code), pupil))
        return pupil

    def remove(self, code: str) -> None:
        """Take a pupil off the list. Her code is never given to another."""
        gone = self.pupil(code)
        self._keep(tuple(pupil for pupil in self._pupils if pupil.code != gone.code))

    def pupil(self, code: str) -> Pupil:
        """Return the pupil with this code; raise UnknownOption when there is none."""
        for pupil in self._pupils:
            if pupil.code == code:
                return pupil
        raise UnknownOption(
            "No pupil on the class list has this code.", seen=code[:20], allowed=f"one of the {len(self._pupils)} codes of the list"
        )

    def _keep(self, pupils: tuple[Pupil, ...]) -> None:
        self._pupils = tuple(sorted(pupils, key=lambda pupil: pupil.code))
        self._used |= {pupil.code for pupil in pupils}

    def save(self) -> None:
        """Seal the list and put it in its place, readable by this user only.

        Raises:
            Conflict: When another window changed it since it was opened.
            CannotSave: When the disk is full or the folder cannot be written; the old list stands.
        """
        data = envelope.seal(self._envelope, self._key, pupils_as_bytes(self._pupils, self._used))
        with sealed_files.one_writer(self._file):
            found = self._file.read_bytes() if self._file.exists() else None
            if (digest(found) if found is not None else "") != self._seen:
                raise Conflict(
                    "Open the class list again: another window or program changed it.", where=self._file.name, do="Nothing was saved."
                )
            atomic.write_bytes(self._file, data, mode=0o600)
            self._seen = digest(data)

    def set_passphrase(self, passphrase: str, *, work: int = envelope.WORK) -> None:
        """Change the passphrase and save. The recovery code stays; an older copy of the file still opens with the old one.

        Raises:
            BadInput: When it is too short.
            Conflict, CannotSave: As :meth:`save`; the old passphrase stands.
        """
        envelope.check_passphrase(passphrase)
        self._change_slot("passphrase", passphrase, work)

    def new_recovery_code(self, *, work: int = envelope.WORK) -> str:
        """Make a fresh recovery code, save, and return it; the one printed before no longer opens this file."""
        code = envelope.fresh_recovery_code()
        self._change_slot("recovery", code, work)
        return code

    def _change_slot(self, opener: envelope.Opener, secret: str, work: int) -> None:
        before = self._envelope
        self._envelope = envelope.with_slot(before, opener, envelope.fresh_slot(secret, opener, self.enquiry_id, self._key, work=work))
        try:
            self.save()
        except BaseException:
            self._envelope = before
            raise

    def export(self, path: Path | str) -> Path:
        """Copy the list, sealed as it was last saved, for another computer. As :meth:`copy_out`."""
        return self._copy(self._file, Path(path))

    @classmethod
    def copy_out(cls, enquiry_id: str, path: Path | str, *, home: Path | None = None) -> Path:
        """Copy an enquiry's list, sealed as it is, to ``path`` for another computer; return where it is.

        Raises:
            NotReady: When this computer has no list for the enquiry.
            BadInput: When ``path`` is inside an enquiry folder, or a file is there already.
            CannotSave: When it cannot be written there.
        """
        return cls._copy(sealed_files.file_of(enquiry_id, home), Path(path))

    @staticmethod
    def _copy(file: Path, target: Path) -> Path:
        if target.is_dir():
            target /= file.name
        sealed_files.refuse_enquiry_folder(target.parent)
        if target.exists():
            raise BadInput("Choose another name: a file of this name is already there.", where=target.name, do="Nothing was changed.")
        atomic.write_bytes(target, sealed_files.read(file), mode=0o600)
        return target

    @classmethod
    def import_(cls, path: Path | str, *, enquiry_id: str | None = None, home: Path | None = None) -> str:
        """Take in a list that was exported on another computer; it stays sealed. Return its enquiry's id.

        Raises:
            BadInput: When it is the list of another enquiry than ``enquiry_id``.
            NotReady: When there is no such file.
            Damaged, NewerFormat: When it is not a whole sealed class list.
            Conflict: When this computer has another list for the same enquiry.
        """
        source = Path(path)
        data = sealed_files.read(source)
        sealed = envelope.look(data, where=source.name)
        if enquiry_id is not None and sealed.enquiry_id != enquiry_id:
            do = "Choose the file that was copied for this one. Nothing was changed."
            raise BadInput("This is the class list of another enquiry.", where=source.name, do=do)
        file = sealed_files.file_of(sealed.enquiry_id, home)
        with sealed_files.one_writer(file):
            if file.exists() and file.read_bytes() != data:
                do = "Open the one that is here, or destroy it first. Nothing was changed."
                raise Conflict("This computer already has another class list for this enquiry.", where=source.name, do=do)
            atomic.write_bytes(file, data, mode=0o600)
        return sealed.enquiry_id

    @classmethod
    def destroy(cls, enquiry_id: str, *, home: Path | None = None) -> Destroyed:
        """Delete the class list of an enquiry from this computer, passphrase or not, and say what that can promise.

        Raises:
            CannotSave: When it cannot be deleted.
        """
        file = sealed_files.file_of(enquiry_id, home)
        there = file.is_file()
        if there:
            with sealed_files.one_writer(file):
                sealed_files.wipe(file)
        return Destroyed(
            was_there=there,
            done="The class list was deleted from this computer: codes can no longer be turned into names here."
            if there
            else "There was no class list for this enquiry on this computer.",
            not_promised="Copies that were exported, backups, and traces on the disk may remain. They are sealed: "
            "destroy the printed recovery code and forget the passphrase.",
        )


__all__ = ["ClassList", "Destroyed", "Pupil"]
