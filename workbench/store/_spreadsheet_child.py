"""Reads one spreadsheet in a process of its own, because one hostile cell can end the process that reads it.

Run as a module with the limits as JSON in ``argv[1]``; the file's bytes come on standard input, and one JSON
document goes to standard output: ``{"kind", "sheets", "notes"}`` or ``{"problem", "numbers"}``.
It imports nothing of the workbench but its two readers, so that it starts fast.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from workbench.store._spreadsheet_sniff import Problem, sniff
from workbench.store._spreadsheet_text import read_text
from workbench.store._spreadsheet_workbook import read_workbook


def main() -> None:
    """Read standard input under the limits given, answer on standard output."""
    limits = json.loads(sys.argv[1])
    _hold_back(limits)
    data = sys.stdin.buffer.read()
    try:
        answer = read(data, limits)
    except Problem as problem:
        answer = {"problem": problem.code, "numbers": problem.numbers}
    except MemoryError:
        answer = {"problem": "too_much_memory", "numbers": {}}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _hold_back(limits: dict[str, int]) -> None:
    """Set the operating system's limits where it has them; the parent's clock holds everywhere."""
    try:
        import resource
    except ImportError:  # Windows has no such module
        return
    wanted = ((resource.RLIMIT_AS, limits["memory"]), (resource.RLIMIT_CPU, limits["seconds"]), (resource.RLIMIT_CORE, 0))
    for what, most in wanted:
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS knows the limit but may refuse to set it
            continue


def read(data: bytes, limits: dict[str, int]) -> dict[str, Any]:
    """Return the kind, the sheets and the remarks of a file's bytes."""
    kind = sniff(data)
    return read_text(data, limits) if kind == "text" else read_workbook(data, kind, limits)


if __name__ == "__main__":
    main()
