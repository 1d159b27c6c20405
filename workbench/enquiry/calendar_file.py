"""A calendar file of whole days: iCalendar, RFC 5545. Any calendar program takes it in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE = 75
"""Octets in a line of the file, its end not counted (RFC 5545, 3.1)."""
PRODUCT = "-//enquiry-workbench//timeline//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One day: what it is, and what is told a week before.

    ``key`` stays the same when the day moves, so that a calendar that takes the file in again moves the entry
    instead of adding a second one.
    """

    key: str
    on: date
    summary: str
    note: str = ""


def calendar_file(events: Iterable[Event], *, enquiry_id: str, made: datetime, version: int) -> bytes:
    """Return the file: an entry for the whole day and a reminder a week before, for each event in order.

    Args:
        events: The days; their keys differ.
        enquiry_id: Makes the entries' ids differ from those of any other enquiry.
        made: The moment, with its time zone.
        version: Grows with every change, so that a calendar knows which of two files is newer.
    """
    stamp = made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for event in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{text(event.key)}-{enquiry_id}@enquiry-workbench",
            f"DTSTAMP:{stamp}",
            f"SEQUENCE:{version}",
            f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{text(event.summary)}",
            *([f"DESCRIPTION:{text(event.note)}"] if event.note else []),
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{text(event.summary)}",
            "TRIGGER:-P7D",
            "END:VALARM",
            "END:VEVENT",
        ]
    return b"".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def text(value: str) -> str:
    r"""Return text as the file takes it: marks that mean something there are escaped, control characters go.

    >>> text("Books, set 3;\nPaper B")
    'Books\\, set 3\\;\\nPaper B'
    """
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    kept = "".join(char for char in value if char in "\n\t" or (ord(char) >= 32 and not 127 <= ord(char) < 160))
    return kept.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a line with its end, cut where it is longer than 75 octets; no letter is cut in two.

    >>> folded("SUMMARY:Books").endswith(b"Books" + bytes([13, 10]))
    True
    """
    parts: list[bytes] = []
    part, room = b"", LINE
    for char in line:
        octets = char.encode("utf-8", "replace")
        if len(part) + len(octets) > room:
            parts.append(part)
            part, room = b"", LINE - 1
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
