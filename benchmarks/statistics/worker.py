"""A process that does one side's work when asked: ``python -m benchmarks.statistics.worker MODULE``.

Asked "KEY<tab>TIMES" on a line, it answers with one line of JSON: the seconds of one call and the
numbers that are compared. TIMES = 0 is the first call, which is not counted.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from importlib import import_module
from importlib.metadata import packages_distributions, version
from time import perf_counter
from typing import Any, TextIO


def answer(jobs: dict[str, Any], ready: dict[str, Any], key: str, times: int) -> dict[str, Any]:
    try:
        if key not in ready:
            ready[key] = jobs[key]()
        job, told = ready[key]
        start = perf_counter()
        for _ in range(max(1, times)):
            result = job()
        took = (perf_counter() - start) / max(1, times)
        return {"seconds": took, **told(result)}
    except ModuleNotFoundError as missing:
        return {"missing": missing.name}
    except Exception as error:  # whatever a peer raises belongs into the table
        return {"error": f"{type(error).__name__}: {error}"}


def versions(packages: list[str]) -> dict[str, str]:
    known = packages_distributions()
    return {package: version(known[package][0]) for package in packages if package in known}


def serve(module: str, replies: TextIO) -> None:
    jobs: dict[str, Any] = import_module(f"benchmarks.statistics.{module}").JOBS
    ready: dict[str, Any] = {}
    for line in sys.stdin:
        key, _, times = line.rstrip("\n").partition("\t")
        found = versions(times.split()) if key == "versions" else answer(jobs, ready, key, int(times))
        print(json.dumps(found), file=replies, flush=True)


if __name__ == "__main__":
    channel = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever a peer prints is not an answer
    warnings.simplefilter("ignore")
    serve(sys.argv[1], channel)
