from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.enquiry.record import Enquiry
from workbench.store.folder import EnquiryStore


@pytest.fixture
def record() -> Enquiry:
    return Enquiry(id="0" * 31 + "a", title="Place value in Year 7", created=datetime(2026, 9, 7, 9, 0, tzinfo=UTC))


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that moves on a minute with every look."""
    moment = [datetime(2026, 9, 7, 9, 0, tzinfo=UTC)]

    def now() -> datetime:
        moment[0] += timedelta(minutes=1)
        return moment[0]

    return now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Place value Y7"


@pytest.fixture
def store(folder: Path, record: Enquiry, clock: Callable[[], datetime]) -> EnquiryStore:
    """A folder with three versions of the record and one table."""
    made = EnquiryStore.create(folder, record, author="Ms O", clock=clock, device="d" * 16)
    for text in ("first note", "second note"):
        made.save(made.record.model_copy(update={"context": text}), expected_version=made.version, what=f"Wrote the {text}", author="Ms O")
    made.write_table(
        "number-test", MARK_COLUMNS, [{"pupil": "K7M4T", "before": "7.5"}, {"pupil": "X7D9P", "before": ""}], MARK_FIELDS, what="Marks"
    )
    return made


MARK_COLUMNS = ("pupil", "before")
MARK_FIELDS = ({"name": "pupil", "type": "string"}, {"name": "before", "type": "number"})
