"""The direction of imports is a file that is run."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


def test_imports_go_down_only():
    run = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "0 broken" in run.stdout
