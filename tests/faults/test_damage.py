from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.enquiry.record import Enquiry
from workbench.errors import Damaged, NewerFormat, OlderFormat
from workbench.store.folder import EnquiryStore

COLUMNS = ("pupil", "before")
FIELDS = ({"name": "pupil", "type": "string"}, {"name": "before", "type": "number"})


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """An enquiry of eight versions with a table, its last change now a record, as it mostly is."""
    folder = tmp_path / "whole"
    record = Enquiry(id="0" * 31 + "a", title="Place value in Year 7", created=datetime(2026, 9, 7, tzinfo=UTC))
    store = EnquiryStore.create(folder, record, author="Ms O")
    for number in range(7):
        rows = [{"pupil": f"K7M4{letter}", "before": str(number)} for letter in "TVWXZ"]
        store.write_table("number-test", COLUMNS, rows, FIELDS, what=f"Marks {number}")
        changed = store.record.model_copy(update={"context": f"What we saw, number {number}: größer"})
        store.save(changed, expected_version=store.version, what=f"Wrote number {number}", why="A reason")
    return folder


def damage(path: Path, chance: random.Random) -> str:
    """Flip one bit of the file, or cut it short; return which."""
    data = bytearray(path.read_bytes())
    if chance.random() < 0.3:
        keep = chance.randrange(len(data))
        path.write_bytes(data[:keep])
        return f"{path.name} cut to {keep}"
    at, bit = chance.randrange(len(data)), chance.randrange(8)
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return f"{path.name} byte {at} bit {bit}"


def detected(folder: Path, saved: dict[int, Enquiry]) -> str:
    """Return how the damage was told: an error when opening, or a notice; empty when it was not. Nothing wrong is ever read."""
    try:
        store = EnquiryStore.open(folder)
    except (Damaged, NewerFormat, OlderFormat) as problem:
        return str(problem)
    assert store.record == saved[max(saved)], "an older or a wrong record was taken for the newest"
    said = [str(item) for item in store.verify()]
    for version, record in saved.items():
        try:
            assert store.record_at(version) == record
        except Damaged as problem:
            said.append(str(problem))
    for name in store.table_names():
        try:
            assert [row["before"] for row in store.read_table(name)] == ["6"] * 5
        except Damaged as problem:
            said.append(str(problem))
    return "; ".join(said)


def test_every_flipped_bit_and_every_cut_in_record_journal_snapshot_and_table_is_noticed(
    whole: Path, tmp_path: Path, long_run: bool
) -> None:
    chance = random.Random(20260907)
    store = EnquiryStore.open(whole)
    saved = {version: store.record_at(version) for version in range(1, store.version + 1)}
    targets = ["enquiry.json", ".history/journal.jsonl", "data/number-test.csv", "data/number-test.schema.json"]
    targets += [f".history/{version:06d}.json" for version in saved]
    unseen, overwritten = [], []
    for turn in range(3000 if long_run else 300):
        folder = tmp_path / "damaged"
        shutil.copytree(whole, folder)
        # The record and the journal are what everything hangs on: half of the damage goes there.
        target = folder / (targets[turn % 4 // 2] if turn % 4 < 2 else chance.choice(targets))
        what = damage(target, chance)
        after = target.read_bytes()
        if not detected(folder, saved):
            unseen.append(what)
        if target.read_bytes() != after and "journal.jsonl cut" not in what:
            overwritten.append(what)
        shutil.rmtree(folder)
    assert unseen == []
    assert overwritten == [], "a damaged file is evidence: it is not written over"


def test_each_byte_of_the_last_journal_line_and_each_place_to_cut_it_is_watched(whole: Path) -> None:
    journal = whole / ".history" / "journal.jsonl"
    data = journal.read_bytes()
    start = data[:-1].rindex(b"\n") + 1
    newest, refused = EnquiryStore.open(whole).record, 0
    for at in range(start, len(data)):
        for broken in (data[:at], bytes((*data[:at], data[at] ^ 4, *data[at + 1 :]))):
            journal.write_bytes(broken)
            try:
                store = EnquiryStore.open(whole)
            except Damaged:
                refused += 1
            else:
                assert store.record == newest
                assert [item.kind for item in store.notices()] == ["torn_tail"], f"byte {at}"
                assert journal.read_bytes() == data, "only the newline was missing, and it was put back"
    assert refused == 2 * (len(data) - start) - 1
