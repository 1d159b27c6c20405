from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.enquiry.plan import Measure, Plan
from workbench.enquiry.record import Enquiry, LogEntry
from workbench.errors import BadInput, Conflict, Damaged, NewerFormat, NotAnEnquiry, OlderFormat, WorkbenchError
from workbench.store import atomic, record_file
from workbench.store.folder import EnquiryStore, UnknownWorkingCopy

Clock = Callable[[], datetime]


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the lock, which is empty."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "lock" not in path.name
    }


def changed(record: Enquiry, text: str) -> Enquiry:
    return record.model_copy(update={"context": text})


def test_what_was_saved_is_there_when_the_folder_is_opened_again(store: EnquiryStore, folder: Path) -> None:
    again = EnquiryStore.open(folder)
    assert again.record == store.record
    assert again.record.context == "second note"
    assert (again.version, again.sha256) == (3, store.sha256)
    assert again.notices() == ()
    assert again.verify() == ()


def test_every_version_can_be_read_back(store: EnquiryStore) -> None:
    assert [store.record_at(version).context for version in (1, 2, 3)] == ["", "first note", "second note"]
    with pytest.raises(BadInput) as caught:
        store.record_at(4)
    assert str(caught.value) == "Choose a version that exists. Seen: 4. Allowed: 1 to 3."


def test_every_change_leaves_a_history_line_tied_to_the_one_before(store: EnquiryStore, folder: Path) -> None:
    lines = EnquiryStore.open(folder).history()
    assert lines == store.history()
    assert [line.sequence for line in lines] == [1, 2, 3, 4]
    assert [line.version for line in lines] == [1, 2, 3, 3]
    assert [line.what for line in lines] == ["Began the enquiry", "Wrote the first note", "Wrote the second note", "Marks"]
    assert {line.device for line in lines} == {"d" * 16}
    assert lines[0].parent == ""
    assert len({line.parent for line in lines}) == 4
    assert lines[2].time < lines[3].time


def test_the_record_is_a_plain_file_and_its_snapshot_is_the_same_bytes(store: EnquiryStore, folder: Path) -> None:
    data = (folder / "enquiry.json").read_bytes()
    assert json.loads(data)["title"] == "Place value in Year 7"
    assert data == (folder / ".history" / "000003.json").read_bytes()


def test_a_save_says_which_version_it_made(store: EnquiryStore) -> None:
    saved = store.save(changed(store.record, "third"), expected_version=3, what="Wrote")
    assert (saved.version, saved.sha256, saved.working_copy_updated) == (4, store.sha256, True)


def test_a_save_over_a_version_that_was_not_seen_is_a_conflict_and_changes_nothing(store: EnquiryStore, folder: Path) -> None:
    other = EnquiryStore.open(folder)
    other.save(changed(other.record, "theirs"), expected_version=3, what="Theirs")
    before = files(folder)
    with pytest.raises(Conflict) as caught:
        store.save(changed(store.record, "mine"), expected_version=store.version, what="Mine")
    assert "another window or program changed it. Seen: version 4. Allowed: version 3." in str(caught.value)
    assert files(folder) == before
    assert store.version == 3, "the number must not run ahead of the record that goes with it"
    assert store.reload().context == "theirs"
    assert store.save(changed(store.record, "mine"), expected_version=store.version, what="Mine").version == 5


def test_a_record_of_another_enquiry_is_refused(store: EnquiryStore) -> None:
    with pytest.raises(BadInput, match="belongs to another enquiry"):
        store.save(store.record.model_copy(update={"id": "b" * 32}), expected_version=3, what="Wrong")


@pytest.mark.parametrize("make", ["missing", "file", "empty", "stranger"])
def test_a_folder_that_is_no_enquiry_is_said_to_be_none(tmp_path: Path, make: str) -> None:
    path = tmp_path / "thing"
    if make == "file":
        path.write_text("marks")
    elif make != "missing":
        path.mkdir()
    if make == "stranger":
        (path / "notes.docx").write_text("x")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotAnEnquiry, match=r"enquiry\.json"):
        EnquiryStore.open(path)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["nul\x00l", "x" * 300])
def test_a_name_that_no_folder_can_have_is_a_plain_message(tmp_path: Path, record: Enquiry, name: str) -> None:
    for act in (lambda: EnquiryStore.open(tmp_path / name), lambda: EnquiryStore.create(tmp_path / name, record)):
        with pytest.raises(WorkbenchError):
            act()


def test_a_folder_that_the_system_does_not_let_us_read_is_a_plain_message(
    store: EnquiryStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(Damaged) as caught:
        EnquiryStore.open(folder)
    assert str(caught.value) == (
        "enquiry.json: Look whether the disk is there and you may read this: it cannot be read. "
        "Seen: Permission denied. Nothing was changed."
    )


def test_a_folder_in_the_place_of_the_record_is_a_plain_message(store: EnquiryStore, folder: Path) -> None:
    (folder / "enquiry.json").unlink()
    (folder / "enquiry.json").mkdir()
    with pytest.raises(Damaged, match="it cannot be read"):
        EnquiryStore.open(folder)


def test_an_open_enquiry_stays_where_it_is_when_the_program_moves(
    store: EnquiryStore, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    here = EnquiryStore.open(".")
    monkeypatch.chdir(tmp_path)
    here.save(changed(here.record, "moved"), expected_version=3, what="Wrote")
    assert EnquiryStore.open(folder).record.context == "moved"


def test_a_folder_that_holds_an_enquiry_is_not_begun_again(store: EnquiryStore, folder: Path) -> None:
    before = files(folder)
    with pytest.raises(BadInput, match="already holds an enquiry"):
        EnquiryStore.create(folder, store.record)
    (folder / "enquiry.json").unlink()
    with pytest.raises(BadInput, match="already holds an enquiry"):
        EnquiryStore.create(folder, store.record)
    assert set(before) - set(files(folder)) == {"enquiry.json"}


def test_an_enquiry_is_not_begun_in_the_place_of_a_file(tmp_path: Path, record: Enquiry) -> None:
    (tmp_path / "marks").write_text("x")
    with pytest.raises(BadInput, match="a file of this name"):
        EnquiryStore.create(tmp_path / "marks", record)


def test_a_newer_format_is_refused_without_a_change(store: EnquiryStore, folder: Path) -> None:
    data = json.loads((folder / "enquiry.json").read_text())
    (folder / "enquiry.json").write_text(json.dumps({**data, "schema_version": 2, "moon": "full"}))
    before = files(folder)
    with pytest.raises(NewerFormat) as caught:
        EnquiryStore.open(folder)
    assert str(caught.value).startswith(
        "enquiry.json: Install the newer workbench to open this enquiry. Seen: format 2. Allowed: format 1."
    )
    assert files(folder) == before


def test_a_format_that_is_too_old_is_another_error(store: EnquiryStore, folder: Path) -> None:
    (folder / "enquiry.json").write_text('{"schema_version": 0}')
    with pytest.raises(OlderFormat, match="from before the first one"):
        EnquiryStore.open(folder)


def test_a_working_copy_that_is_behind_is_brought_up_to_date(store: EnquiryStore, folder: Path) -> None:
    (folder / "enquiry.json").write_bytes((folder / ".history" / "000001.json").read_bytes())
    again = EnquiryStore.open(folder)
    assert again.record.context == "second note"
    assert [note.kind for note in again.notices()] == ["rolled_forward"]
    assert (folder / "enquiry.json").read_bytes() == (folder / ".history" / "000003.json").read_bytes()
    assert EnquiryStore.open(folder).notices() == ()


def test_a_working_copy_that_is_gone_comes_back_from_the_history(store: EnquiryStore, folder: Path) -> None:
    (folder / "enquiry.json").unlink()
    assert EnquiryStore.open(folder).record == store.record
    assert (folder / "enquiry.json").exists()


def test_a_working_copy_that_nobody_knows_is_shown_beside_the_saved_one_and_never_overwritten(store: EnquiryStore, folder: Path) -> None:
    mine = changed(store.record, "edited in another program")
    (folder / "enquiry.json").write_text(mine.model_dump_json())
    before = files(folder)
    with pytest.raises(UnknownWorkingCopy) as caught:
        EnquiryStore.open(folder)
    assert caught.value.working_copy == mine
    assert caught.value.last_saved == store.record
    assert "Neither was overwritten." in str(caught.value)
    with pytest.raises(UnknownWorkingCopy):
        store.save(changed(store.record, "x"), expected_version=3, what="Wrote")
    assert files(folder) == before


@pytest.mark.parametrize(("keep", "context"), [("history", "second note"), ("working_copy", "edited in another program")])
def test_the_user_decides_which_of_the_two_to_go_on_with(store: EnquiryStore, folder: Path, keep: str, context: str) -> None:
    theirs = changed(store.record, "edited in another program").model_dump_json()
    (folder / "enquiry.json").write_text(theirs)
    settled = EnquiryStore.settle(folder, keep=keep, author="Ms O")  # type: ignore[arg-type]
    assert settled.record.context == context
    assert (folder / ".history" / "set-aside" / "enquiry-1.json").read_text() == theirs
    again = EnquiryStore.open(folder)
    assert (again.record.context, again.notices(), again.verify()) == (context, (), ())
    assert len(again.read_table("number-test")) == 2


@pytest.mark.parametrize(
    "trap", ['{"a": 1, "a": 2}', "[" * 200_000, '{"a": NaN}', '{"a": ' + "9" * 5000 + "}", '{"a": "\\ud800"}', "{}", "", "null", "\xff"]
)
def test_a_working_copy_that_is_no_record_is_damage_in_plain_words(store: EnquiryStore, folder: Path, trap: str) -> None:
    (folder / "enquiry.json").write_bytes(trap.encode("latin-1"))
    with pytest.raises(UnknownWorkingCopy) as caught:
        EnquiryStore.open(folder)
    assert caught.value.working_copy is None
    assert "It cannot be read as a record. Version 3 is whole in .history/000003.json." in str(caught.value)
    assert EnquiryStore.settle(folder, keep="history").record == store.record


def test_a_byte_order_mark_is_read_past_but_is_a_change(store: EnquiryStore, folder: Path) -> None:
    data = (folder / "enquiry.json").read_bytes()
    (folder / "enquiry.json").write_bytes(b"\xef\xbb\xbf" + data)
    with pytest.raises(UnknownWorkingCopy) as caught:
        EnquiryStore.open(folder)
    assert caught.value.working_copy == store.record


def test_a_folder_copied_without_its_hidden_files_can_be_gone_on_with(store: EnquiryStore, folder: Path, tmp_path: Path) -> None:
    bare = tmp_path / "copied"
    (bare / "data").mkdir(parents=True)
    for name in ("enquiry.json", "data/number-test.csv", "data/number-test.schema.json"):
        (bare / name).write_bytes((folder / name).read_bytes())
    with pytest.raises(UnknownWorkingCopy, match="without its hidden files") as caught:
        EnquiryStore.open(bare)
    assert caught.value.working_copy == store.record
    assert not (bare / ".history").exists(), "looking changes nothing"
    again = EnquiryStore.settle(bare, keep="working_copy")
    assert (again.version, again.record) == (1, store.record)
    assert again.read_table("number-test") == store.read_table("number-test")


def test_damage_in_the_middle_of_the_journal_is_refused_and_a_new_history_keeps_the_old_one_aside(
    store: EnquiryStore, folder: Path
) -> None:
    journal = folder / ".history" / "journal.jsonl"
    lines = journal.read_bytes().split(b"\n")
    journal.write_bytes(b"\n".join([lines[0], lines[1].replace(b"first", b"FIRST"), *lines[2:]]))
    before = files(folder)
    with pytest.raises(Damaged) as caught:
        EnquiryStore.open(folder)
    assert str(caught.value).startswith(
        ".history/journal.jsonl: Line 2 of the journal of changes is not what was saved. Nothing was changed."
    )
    assert files(folder) == before
    again = EnquiryStore.settle(folder, keep="working_copy", why="A bit flipped")
    assert again.record == store.record
    assert again.read_table("number-test") == store.read_table("number-test")
    assert (folder / ".history" / "set-aside" / "history-1" / "journal.jsonl").read_bytes() == before[".history/journal.jsonl"]
    assert EnquiryStore.open(folder).verify() == ()


def test_a_line_taken_out_of_the_journal_is_seen(store: EnquiryStore, folder: Path) -> None:
    journal = folder / ".history" / "journal.jsonl"
    lines = journal.read_bytes().split(b"\n")
    journal.write_bytes(b"\n".join([lines[0], *lines[2:]]))
    with pytest.raises(Damaged, match="Line 2 of the journal"):
        EnquiryStore.open(folder)


def test_a_journal_of_a_newer_format_is_refused(store: EnquiryStore, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.store import journal

    with monkeypatch.context() as patch:
        patch.setattr(journal, "FORMAT", 2)
        store.save(changed(store.record, "newer"), expected_version=3, what="By a newer workbench")
    before = files(folder)
    with pytest.raises(NewerFormat, match="history was written by one"):
        EnquiryStore.open(folder)
    assert files(folder) == before


def test_a_torn_tail_of_the_journal_is_set_aside_and_nothing_else(store: EnquiryStore, folder: Path) -> None:
    journal = folder / ".history" / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'{"format": 1, "sequ')
    again = EnquiryStore.open(folder)
    assert again.record == store.record
    assert [note.kind for note in again.notices()] == ["torn_tail"]
    assert journal.read_bytes() == whole
    assert (folder / ".history" / "set-aside" / "journal-tail-1.txt").read_bytes() == b'{"format": 1, "sequ'
    assert EnquiryStore.open(folder).notices() == ()


def test_a_last_line_without_its_newline_counts_and_the_next_save_stands_on_a_line_of_its_own(store: EnquiryStore, folder: Path) -> None:
    journal = folder / ".history" / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-1])
    one, two = EnquiryStore.open(folder), EnquiryStore.open(folder)
    assert journal.read_bytes() == whole
    assert [note.kind for note in one.notices()] == ["torn_tail"]
    assert two.notices() == ()
    one.save(changed(one.record, "next"), expected_version=3, what="Wrote")
    assert two.reload().context == "next"
    assert EnquiryStore.open(folder).verify() == ()


def test_a_journal_that_lost_its_last_line_is_damage_not_an_older_version(store: EnquiryStore, folder: Path) -> None:
    store.save(changed(store.record, "acknowledged"), expected_version=3, what="Acknowledged")
    journal = folder / ".history" / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    for cut in (b"".join(lines[:-1]), b"".join(lines[:-1]) + lines[-1][:100]):
        journal.write_bytes(cut)
        with pytest.raises(Damaged, match="has lost its end"):
            EnquiryStore.open(folder)
        assert b"acknowledged" in (folder / "enquiry.json").read_bytes()


def test_a_save_cut_short_before_it_counted_is_undone(store: EnquiryStore, folder: Path) -> None:
    (folder / ".history" / "000004.json").write_text("half a snap")
    (folder / ".enquiry.json.0badf00d.tmp").write_text("half")
    (folder / "data" / ".number-test.csv.pending").write_text("pupil,before\nhalf")
    again = EnquiryStore.open(folder)
    assert (again.version, again.record) == (3, store.record)
    assert not list(folder.rglob("*.tmp")) + list(folder.rglob("*.pending"))
    assert again.save(changed(again.record, "next"), expected_version=3, what="Wrote").version == 4
    assert EnquiryStore.open(folder).verify() == ()


def test_copies_that_a_sync_program_left_are_named(store: EnquiryStore, folder: Path) -> None:
    copies = [
        "enquiry (conflicted copy).json",
        "enquiry-LAPTOP.json",
        "data/marks 2.csv",
        "data/number-test (1).csv",
        ".history/journal (1).jsonl",
    ]
    for name in copies:
        (folder / name).write_text("x")
    copies += ["1 Frame (Ms O's conflicted copy 2026-09-07).ipynb", "evidence/notes.sync-conflict-20260907-101010-ABCDEFG.md"]
    (folder / "evidence").mkdir()
    for name in copies[-2:]:
        (folder / name).write_text("x")
    (folder / "mark book.xlsx").write_text("not json and not csv")
    found = EnquiryStore.open(folder).notices()
    assert {note.where for note in found} == set(copies)
    assert {note.kind for note in found} == {"conflict_copy"}


def test_a_damaged_snapshot_of_an_old_version_is_found_by_verify(store: EnquiryStore, folder: Path) -> None:
    (folder / ".history" / "000002.json").write_text("{}")
    again = EnquiryStore.open(folder)
    assert again.record == store.record
    assert [(note.kind, note.where) for note in again.verify()] == [("damaged_snapshot", ".history/000002.json")]
    with pytest.raises(Damaged, match="Version 2 in the history is gone or not what was saved"):
        again.record_at(2)


def test_a_damaged_newest_snapshot_does_not_shut_out_the_user_while_the_working_copy_is_whole(store: EnquiryStore, folder: Path) -> None:
    (folder / ".history" / "000003.json").unlink()
    again = EnquiryStore.open(folder)
    assert again.record == store.record
    assert [(note.kind, note.where) for note in again.notices()] == [("damaged_snapshot", ".history/000003.json")]


def test_a_clock_that_went_back_keeps_the_order_and_is_said(folder: Path, record: Enquiry) -> None:
    times = iter([datetime(2026, 9, 7, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, 0, 1, tzinfo=UTC)])
    store = EnquiryStore.create(folder, record, clock=lambda: next(times))
    for text in ("one", "two"):
        store.save(changed(store.record, text), expected_version=store.version, what=text)
    again = EnquiryStore.open(folder)
    assert again.record.context == "two"
    assert [line.what for line in again.history()] == ["Began the enquiry", "one", "two"]
    assert [str(note) for note in again.notices()] == [
        "Change 2: The computer's clock said 01 January 1970, earlier than the change before. "
        "Their order is kept. Set the computer's clock."
    ]


def test_text_that_holds_half_a_character_is_refused_by_its_place(store: EnquiryStore, folder: Path) -> None:
    before = files(folder)
    with pytest.raises(BadInput) as caught:
        store.save(changed(store.record, "cut off \ud83d"), expected_version=3, what="Wrote")
    assert (
        str(caught.value)
        == "context: Type this text again: it holds half of a character, as a cut-off emoji leaves behind. Nothing was saved."
    )
    with pytest.raises(BadInput, match="half of a character"):
        store.save(changed(store.record, "x"), expected_version=3, what="cut off \ud83d")
    assert files(folder) == before


@pytest.mark.parametrize("broken", [{"cycle": 0}, {"title": ""}, {"context": "x" * 20_001}, {"context": 3}, {"cycle": float("nan")}])
def test_a_record_that_would_not_come_back_is_not_saved(store: EnquiryStore, broken: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="Look at this"):
        store.save(store.record.model_copy(update=broken), expected_version=3, what="Wrote")
    assert store.version == 3


def test_a_change_without_words_or_with_too_many_is_refused(store: EnquiryStore) -> None:
    for what in ("", "x" * 3000):
        with pytest.raises(BadInput, match="Say "):
            store.save(store.record, expected_version=3, what=what)


def test_a_save_whose_working_copy_could_not_be_updated_is_kept_in_history(
    store: EnquiryStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "put_in_place", full)
        saved = store.save(changed(store.record, "kept"), expected_version=3, what="Wrote")
    assert (saved.version, saved.working_copy_updated) == (4, False)
    assert [str(note) for note in store.notices()] == [
        "enquiry.json: Your change is kept in history; the working copy could not be updated. "
        "Make room, or make the folder one that can be written to, then open the enquiry again."
    ]
    again = EnquiryStore.open(folder)
    assert again.record.context == "kept"
    assert [note.kind for note in again.notices()] == ["rolled_forward"]


def test_an_interrupt_after_the_save_counted_does_not_take_it_back(
    store: EnquiryStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = store._history._take_new_lines

    def interrupted() -> None:
        if len(store.history()) == 5:
            raise KeyboardInterrupt
        whole()

    with monkeypatch.context() as patch:
        patch.setattr(store._history, "_take_new_lines", interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.save(changed(store.record, "counted"), expected_version=3, what="Wrote")
    assert EnquiryStore.open(folder).record.context == "counted"
    with pytest.raises(Conflict):
        store.save(changed(store.record, "on top"), expected_version=3, what="Wrote")


def test_a_program_that_hangs_while_saving_is_named_as_the_reason(
    store: EnquiryStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.store import history

    with (
        history.one_writer(folder),
        pytest.raises(Conflict, match="Close the other window or program"),
        history.one_writer(folder, wait=0.05),
    ):
        pytest.fail("two writers at once")


def test_saving_reads_only_the_end_of_the_journal(store: EnquiryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.store import journal

    decoded: list[bytes] = []
    whole = journal.decode
    monkeypatch.setattr(journal, "decode", lambda raw: decoded.append(raw) or whole(raw))  # type: ignore[func-returns-value]
    for _ in range(20):
        store.save(changed(store.record, str(store.version)), expected_version=store.version, what="Wrote")
    assert decoded == []


def test_a_journal_exchanged_while_the_folder_is_open_is_seen(store: EnquiryStore, folder: Path) -> None:
    journal = folder / ".history" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-300])
    with pytest.raises(Damaged):
        store.save(changed(store.record, "x"), expected_version=3, what="Wrote")


def test_files_are_not_open_to_everybody(store: EnquiryStore, folder: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps rights in another way")
    for name in ("enquiry.json", ".history/journal.jsonl", ".history/000001.json"):
        assert (folder / name).stat().st_mode & 0o007 == 0


texts = st.text(max_size=60)


@st.composite
def enquiries(draw: st.DrawFn) -> Enquiry:
    measures = draw(
        st.lists(
            st.builds(
                Measure,
                id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
                title=st.text(min_size=1, max_size=40),
                highest=st.none() | st.floats(allow_nan=False, allow_infinity=False),
                step=st.floats(min_value=1e-300, max_value=1e300, exclude_min=True),
                same_paper=st.none() | st.booleans(),
            ),
            max_size=3,
        )
    )
    log = draw(st.lists(st.builds(LogEntry, on=st.dates(), what=st.text(min_size=1, max_size=40), with_whom=texts), max_size=3))
    return Enquiry(
        id=draw(st.from_regex(r"[0-9a-f]{32}", fullmatch=True)),
        title=draw(st.text(min_size=1, max_size=120)),
        created=draw(st.datetimes(timezones=st.just(UTC))),
        plan=Plan(measures=tuple(measures), before_on=draw(st.none() | st.dates()), chosen_how=draw(texts)),
        log=tuple(log),
        context=draw(texts),
    )


@given(enquiries())
def test_save_then_load_is_identity(record: Enquiry) -> None:
    data = record_file.encode(record)
    assert record_file.decode(data, where="x") == record
    assert record_file.encode(record_file.decode(data, where="x")) == data


@settings(max_examples=20)
@given(st.lists(enquiries(), min_size=1, max_size=4), st.text(min_size=1, max_size=30).filter(str.strip), st.text(max_size=30))
def test_a_folder_gives_back_every_version_and_every_word_of_its_history(versions: list[Enquiry], what: str, why: str) -> None:
    for folder in _new_folder():
        first, *rest = (record.model_copy(update={"id": versions[0].id}) for record in versions)
        store = EnquiryStore.create(folder, first)
        for record in rest:
            store.save(record, expected_version=store.version, what=what, why=why)
        again = EnquiryStore.open(folder)
        assert [again.record_at(number + 1) for number in range(len(versions))] == [first, *rest]
        assert {(line.what, line.why) for line in again.history()[1:]} <= {(what, why)}


def _new_folder() -> Iterator[Path]:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        yield Path(name) / "enquiry"
