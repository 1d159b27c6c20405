"""Answers that are not valid yet, kept exactly as they were typed, beside the record."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BadInput, Damaged, NewerFormat, NotAnEnquiry
from workbench.store import atomic, strict_json
from workbench.store.history import FOLDER, one_writer
from workbench.store.notices import Notice

FORMAT = 1
NAME = "drafts.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One answer as typed (any JSON value), and why it is not in the record yet."""

    raw: object
    message: str


class Drafts:
    """The drafts of the enquiry in the folder ``path``; every call reads the file afresh."""

    def __init__(self, path: Path | str) -> None:
        self._folder = Path(path)
        self._file = self._folder / NAME
        self._notes: list[Notice] = []

    def all(self) -> dict[str, dict[str, Draft]]:
        """Return every draft by form and field. A file that cannot be read counts as none; see :meth:`notices`.

        Raises:
            NewerFormat: When a newer workbench wrote the file; nothing was changed.
        """
        try:
            return self._read()
        except Damaged:
            if not any(note.do for note in self._notes):
                self._note(
                    "Half-typed answers could not be read. Nothing was overwritten.", NAME, "Type them again where they are missing."
                )
            return {}

    def put(self, form: str, field: str, raw: object, message: str = "") -> None:
        """Keep ``raw`` as the draft of one field, in the place of the one before.

        Raises:
            BadInput: When ``raw`` is not a JSON value.
            CannotSave: When the disk is full or the folder cannot be written; the drafts before stand.
        """
        draft = Draft(raw=raw, message=message)
        encoded = _encode({form: {field: draft}})
        try:
            same = _decode(encoded) == {form: {field: draft}}
        except Damaged:
            same = False
        if not same:
            raise BadInput("Type this answer again: it cannot be kept as it is.", where=f"{form}, {field}", do="Nothing was saved.")
        with self._writing() as drafts:
            if drafts.get(form, {}).get(field) == draft and _same_type(drafts[form][field].raw, raw):
                return
            self._write({**drafts, form: {**drafts.get(form, {}), field: draft}})

    def drop(self, form: str, field: str) -> None:
        """Forget the draft of one field, because its answer is in the record now or was taken back.

        Raises:
            CannotSave: When the folder cannot be written and there is a draft to forget.
        """
        if field not in self.all().get(form, {}):
            return
        with self._writing() as drafts:
            left = {name: draft for name, draft in drafts.get(form, {}).items() if name != field}
            others = {name: fields for name, fields in drafts.items() if name != form}
            self._write({**others, form: left} if left else others)

    def notices(self) -> tuple[Notice, ...]:
        """Return what was noticed: a damaged file that was set aside."""
        return tuple(self._notes)

    def _read(self) -> dict[str, dict[str, Draft]]:
        try:
            data = self._file.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError:
            raise Damaged("This file cannot be read.", where=NAME) from None
        return _decode(data)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[dict[str, dict[str, Draft]]]:
        if not (self._folder / FOLDER).is_dir() and not (self._folder / "enquiry.json").is_file():
            raise NotAnEnquiry("This folder holds no enquiry.", where=self._folder.name, do="Choose the folder that holds enquiry.json.")
        try:
            (self._folder / FOLDER).mkdir(exist_ok=True)
        except OSError as problem:
            raise atomic.cannot_save(problem, NAME) from None
        with one_writer(self._folder, "drafts.lock"):
            for path in atomic.leftovers(self._folder, NAME):
                with contextlib.suppress(OSError):
                    path.unlink()
            try:
                drafts = self._read()
            except Damaged:
                self._set_aside()
                drafts = {}
            yield drafts

    def _write(self, drafts: dict[str, dict[str, Draft]]) -> None:
        atomic.write_bytes(self._file, _encode(drafts))

    def _set_aside(self) -> None:
        folder = self._folder / FOLDER / "set-aside"
        try:
            folder.mkdir(exist_ok=True)
            number = 1
            while (target := folder / f"drafts-{number}.txt").exists():
                number += 1
            atomic.replace(self._file, target)
        except OSError as problem:
            raise atomic.cannot_save(problem, NAME) from None
        where = target.relative_to(self._folder).as_posix()
        self._note(
            "The file of half-typed answers could not be read. It is kept here.",
            where,
            "Type again what is missing; the file opens in any text editor.",
        )

    def _note(self, what: str, where: str, do: str) -> None:
        self._notes = [Notice(kind="drafts_set_aside", where=where, what=what, do=do)]


def _same_type(one: object, other: object) -> bool:
    """Whether equal values are also written alike: 1, 1.0 and true are equal, and not the same answer."""
    return strict_json.dumps(one, where=NAME, half_characters=True) == strict_json.dumps(other, where=NAME, half_characters=True)


def _encode(drafts: dict[str, dict[str, Draft]]) -> bytes:
    plain = {
        form: {field: {"raw": draft.raw, "message": draft.message} for field, draft in fields.items()} for form, fields in drafts.items()
    }
    # Half characters are kept, escaped: what was typed must come back, whatever it is.
    return strict_json.dumps({"format": FORMAT, "drafts": plain}, where=NAME, half_characters=True)


def _decode(data: bytes) -> dict[str, dict[str, Draft]]:
    value = strict_json.loads(data, where=NAME, half_characters=True)
    newer = strict_json.newer_than(value, FORMAT, "format")
    if newer is not None:
        do = "Nothing was changed."
        raise NewerFormat("Install the newer workbench to see the half-typed answers.", where=NAME, seen=f"format {newer}", do=do)
    found: dict[str, dict[str, Draft]] = {}
    try:
        for form, fields in value["drafts"].items():  # type: ignore[index]
            found[form] = {field: Draft(raw=kept["raw"], message=str(kept["message"])) for field, kept in fields.items()}
    except (AttributeError, KeyError, TypeError, IndexError):
        raise Damaged("This file is not what the workbench saves.", where=NAME) from None
    return found
