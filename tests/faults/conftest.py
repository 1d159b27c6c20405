from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Scenario = Callable[..., dict[str, Any]]
SCRIPT = Path(__file__).with_name("scenarios.py")


def _run(*command: str) -> dict[str, Any]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1200)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.fixture
def scenario() -> Scenario:
    """Run one of ``scenarios.py`` in a process of its own and return what it reports."""
    if not hasattr(os, "fork"):
        pytest.skip("NOT TESTED HERE: this computer has no fork, and these scenarios start their processes with it")
    return lambda name, *args: _run(sys.executable, str(SCRIPT), name, *map(str, args))


@pytest.fixture(scope="session")
def own_mounts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the command that gives a process mounts of its own, which go when it ends; skip, with the reason, where it is not allowed."""
    if shutil.which("unshare") is None:
        pytest.skip("NOT TESTED HERE: a disk of its own needs the command unshare (Linux)")
    place = tmp_path_factory.mktemp("mount")
    reasons = []
    for command in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        tried = subprocess.run([*command, "mount", "-t", "tmpfs", "none", str(place)], capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            return command
        reasons.append(tried.stderr.strip())
    pytest.skip(f"NOT TESTED HERE: a disk of its own is not allowed ({'; '.join(reasons)})")


@pytest.fixture
def scenario_on_own_disk(own_mounts: list[str]) -> Scenario:
    """Run one of ``scenarios.py`` where it may mount a disk of its own."""
    return lambda name, *args: _run(*own_mounts, sys.executable, str(SCRIPT), name, *map(str, args))
