"""What is done to an enquiry folder in processes of their own. Prints what happened as JSON.

Run as ``python scenarios.py NAME FOLDER ...``. A scenario that needs a disk of its own is started
in mount namespaces of its own (see ``conftest.py``), so that no mount outlives it.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from workbench.enquiry.record import Enquiry, LogEntry
from workbench.errors import CannotSave, Conflict, WorkbenchError
from workbench.store.drafts import Drafts
from workbench.store.folder import EnquiryStore, Saved
from workbench.store.sealed import ClassList

RECORD = Enquiry(id="0" * 31 + "a", title="Place value in Year 7", created=datetime(2026, 9, 7, tzinfo=UTC))
COLUMNS = ("pupil", "before")
FIELDS = ({"name": "pupil", "type": "string"}, {"name": "before", "type": "number"})


def note(record: Enquiry, text: str) -> Enquiry:
    return record.model_copy(update={"context": text})


def child(work: Callable[[], None]) -> int:
    """Start ``work`` in a forked process that never comes back here; return its number."""
    number = os.fork()
    if number == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return number


def save_for_ever(folder: Path, pipe: int) -> None:
    """Save and save, saying each time what was saved, until killed."""
    store = EnquiryStore.open(folder)
    drafts = Drafts(folder)
    while True:
        version = store.version + 1
        store.save(
            note(store.record, f"note {version} " + "x" * (version % 50) * 100), expected_version=store.version, what=f"Note {version}"
        )
        table = store.write_table("marks", COLUMNS, [{"pupil": "K7M4T", "before": str(version)}] * 20, FIELDS, what=f"Marks {version}")
        drafts.put("marks", "K7M4T", f"{version}?")
        os.write(pipe, f"{version} {table}\n".encode())


def kill_rounds(folder: Path, rounds: str, seed: str = "7") -> dict[str, object]:
    """Kill a saving process again and again; each time open the folder and look for everything that was acknowledged."""
    chance = random.Random(int(seed))
    EnquiryStore.create(folder, RECORD)
    found: dict[str, int] = {"rounds": 0, "saves": 0, "lost": 0, "unreadable": 0, "unacknowledged": 0, "too_many": 0}
    for _ in range(int(rounds)):
        reading, writing = os.pipe()
        before = EnquiryStore.open(folder).version
        number = child(lambda pipe=writing: save_for_ever(folder, pipe))
        os.close(writing)
        heard = hear(reading, lines=chance.randint(1, 6))
        time.sleep(chance.random() * 0.008)
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        heard += hear(reading, lines=None)
        os.close(reading)
        acknowledged = [line.split() for line in heard.decode().splitlines()]
        last, table = int(acknowledged[-1][0]) if acknowledged else before, acknowledged[-1][1] if acknowledged else ""
        found["rounds"] += 1
        found["saves"] += len(acknowledged)
        try:
            look_after_kill(folder, last, table, found)
        except WorkbenchError as problem:
            found["unreadable"] += 1
            print(problem, file=sys.stderr)
    return {**found, "notices": [str(item) for item in EnquiryStore.open(folder).verify()]}


def hear(pipe: int, *, lines: int | None) -> bytes:
    heard = b""
    while lines is None or heard.count(b"\n") < lines:
        if lines is not None and not select.select([pipe], [], [], 20)[0]:
            break
        part = os.read(pipe, 65536)
        if not part:
            break
        heard += part
    return heard


def look_after_kill(folder: Path, last: int, table: str, found: dict[str, int]) -> None:
    store = EnquiryStore.open(folder)
    found["lost"] += store.version < last
    found["unacknowledged"] += store.version == last + 1
    found["too_many"] += store.version > last + 1
    found["lost"] += store.version > 1 and not store.record.context.startswith(f"note {store.version} ")
    if table:
        found["lost"] += store.table_sha256("marks") != table and store.version == last
        marks = {row["before"] for row in store.read_table("marks")}
        found["lost"] += not marks <= {str(last), str(last + 1)}
        raw = Drafts(folder).all()["marks"]["K7M4T"].raw
        found["lost"] += raw not in {f"{last}?", f"{last + 1}?"}
    found["unreadable"] += sum(
        item.kind in {"damaged_snapshot", "table_changed", "table_missing", "conflict_copy"} for item in store.verify()
    )


def writers(folder: Path, count: str, each: str) -> dict[str, object]:
    """Several processes add lines to one log, each with the version it saw; a conflict is looked at and tried again."""
    EnquiryStore.create(folder, RECORD)
    results: list[int] = []
    numbers = []
    for writer in range(int(count)):
        reading, writing = os.pipe()
        numbers.append(child(lambda pipe=writing, name=writer: add_lines(folder, f"writer {name}", int(each), pipe)))
        os.close(writing)
        results.append(reading)
    conflicts = [int(hear(reading, lines=None) or b"-1") for reading in results]
    codes = [os.waitpid(number, 0)[1] for number in numbers]
    store = EnquiryStore.open(folder)
    kept = [entry.what for entry in store.record.log]
    return {
        "codes": codes,
        "conflicts": conflicts,
        "version": store.version,
        "kept": kept,
        "verify": [str(item) for item in store.verify()],
    }


def add_lines(folder: Path, name: str, each: int, pipe: int) -> None:
    store, conflicts = EnquiryStore.open(folder), 0
    for number in range(each):
        entry = LogEntry(on=date(2026, 9, 7), what=f"{name}, line {number}")
        while True:
            record = store.record.model_copy(update={"log": (*store.record.log, entry)})
            try:
                store.save(record, expected_version=store.version, what=entry.what)
                break
            except Conflict:
                conflicts += 1
                store.reload()
    os.write(pipe, str(conflicts).encode())


def full_disk(folder: Path, size: str) -> dict[str, object]:
    """On a disk of its own: save until it is full, look, make room, go on."""
    mount(folder, f"size={size}")
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(16384))
    room = folder / "enquiry"
    store = EnquiryStore.create(room, RECORD)
    messages: set[str] = set()
    behind, saved = 0, 1
    names, _ = ClassList.create("a" * 32, "kettle violet tram", home=folder / "lists", work=14)
    refused = {"save": 0, "table": 0, "draft": 0}
    for turn in range(4000):
        text = f"note {store.version + 1} " + "x" * (turn * 700 % 9000)
        acts: dict[str, Callable[[], object]] = {
            "save": lambda text=text: store.save(note(store.record, text), expected_version=store.version, what="Note"),
            "table": lambda: store.write_table("marks", COLUMNS, [{"pupil": "K7M4T"}] * 500, FIELDS, what="Marks"),
            "draft": lambda: Drafts(room).put("f", "g", "x" * 3000),
        }
        for name, act in acts.items():
            try:
                done = act()
            except CannotSave as problem:
                messages.add(str(problem))
                refused[name] += 1
            else:
                if isinstance(done, Saved):
                    saved, behind = done.version, behind + (not done.working_copy_updated)
        if min(refused["save"], refused["table"]) > 2 or sum(refused.values()) > 100:
            break
    for number in range(40):
        names.add("A" * 400, f"B{number}")
    with contextlib.suppress(CannotSave):
        names.save()
    full = EnquiryStore.open(room)
    at_full = {
        "version": full.version,
        "context": " ".join(full.record.context.split()[:2]),
        "notices": sorted({item.kind for item in full.notices()}),
    }
    Drafts(room).all()
    ballast.unlink()
    again = EnquiryStore.open(room)
    result = again.save(note(again.record, "room again"), expected_version=again.version, what="Room again")
    list_whole = ClassList.open("a" * 32, "kettle violet tram", home=folder / "lists").pupils in {(), names.pupils}
    last = EnquiryStore.open(room)
    return {
        "saved": saved,
        "behind": behind,
        "refused": refused,
        "messages": sorted(messages),
        "full": at_full,
        "after": [last.version, last.record.context, result.working_copy_updated],
        "kinds": sorted({item.kind for item in last.verify()}),
        "list_whole": list_whole,
    }


def read_only(folder: Path) -> dict[str, object]:
    """On a disk of its own that turns read-only: everything can be read, nothing is written, and it works again afterwards."""
    mount(folder, "size=4m")
    room = folder / "enquiry"
    store = EnquiryStore.create(room, RECORD)
    store.save(note(store.record, "before"), expected_version=1, what="Note")
    store.write_table("marks", COLUMNS, [{"pupil": "K7M4T"}], FIELDS, what="Marks")
    Drafts(room).put("plan", "a", "14?")
    names, _ = ClassList.create("a" * 32, "kettle violet tram", home=folder / "lists", work=14)
    (room / ".enquiry.json.00000000.tmp").write_text("left by a killed program")
    (room / "enquiry.json").write_bytes((room / ".history" / "000001.json").read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    before = files(folder)
    again = EnquiryStore.open(room)
    seen = {"context": again.record.context, "rows": again.read_table("marks"), "notices": [item.kind for item in again.notices()]}
    acts: dict[str, Callable[[], object]] = {
        "save": lambda: again.save(note(again.record, "x"), expected_version=2, what="Note"),
        "table": lambda: again.write_table("marks", COLUMNS, [], FIELDS, what="Marks"),
        "draft": lambda: Drafts(room).put("plan", "a", "15?"),
        "create": lambda: EnquiryStore.create(folder / "other", RECORD),
        "class list": names.save,
        "export": lambda: names.export(folder / "stick.sealed"),
        "destroy": lambda: ClassList.destroy("a" * 32, home=folder / "lists"),
        "settle": lambda: EnquiryStore.settle(room, keep="history"),
    }
    messages = {}
    for name, act in acts.items():
        try:
            act()
            messages[name] = "done"
        except CannotSave as problem:
            messages[name] = str(problem)
    drafts = Drafts(room).all()["plan"]["a"].raw
    unchanged = files(folder) == before
    subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
    last = EnquiryStore.open(room)
    last.save(note(last.record, "works again"), expected_version=2, what="Note")
    return {"seen": seen, "messages": messages, "drafts": drafts, "unchanged": unchanged, "after": EnquiryStore.open(room).record.context}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)


if __name__ == "__main__":
    scenario = {"kill_rounds": kill_rounds, "writers": writers, "full_disk": full_disk, "read_only": read_only}[sys.argv[1]]
    print(json.dumps(scenario(Path(sys.argv[2]), *sys.argv[3:])))
