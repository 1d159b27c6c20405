"""Ours beside the peers, in one run: medians and their ratios.

python -m benchmarks.statistics            the whole, some minutes
python -m benchmarks.statistics --short    a glance with what is installed with the product, to see that it runs
"""

from __future__ import annotations

import argparse
from datetime import date

from benchmarks.statistics import environments, table
from benchmarks.statistics.fresh import fresh
from benchmarks.statistics.measure import measured
from benchmarks.statistics.works import WORKS

PAGE = environments.ROOT / "docs" / "statistics" / "speed.md"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="benchmarks.statistics", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="one round, without the peers in environments of their own")
    parser.add_argument("--install", action="store_true", help="first put the peers into .bench")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(environments.ROOT)}")
    parser.add_argument("--only", default="", help="only the work whose name holds this")
    asked = parser.parse_args()
    if asked.install and not asked.short:
        environments.install()
    sides = environments.open_sides(asked.short)
    lines = []
    for work in WORKS:
        if asked.only in work.name and (work.short or not asked.short):
            lines.append(measured(work, sides, short=asked.short))
            print(table.printed(lines[-1]), flush=True)
    versions = {name: number for side in sides.values() for name, number in side.versions().items()}
    for side in sides.values():
        side.close()
    starts = [] if asked.only else fresh(short=asked.short)
    for start in starts:
        print(table.printed_start(start), flush=True)
    if asked.write:
        PAGE.write_text(table.page(lines, starts, versions, date.today()), encoding="utf-8")
    return 0 if all(beside.agrees for line in lines for beside in line.peers) else 1


if __name__ == "__main__":
    raise SystemExit(main())
