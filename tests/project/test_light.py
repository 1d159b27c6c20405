"""Importing loads nothing heavy: a fresh process is asked what it has loaded."""

import json
import subprocess
import sys

import pytest

HEAVY = {"numpy", "scipy", "pandas", "matplotlib", "seaborn", "statsmodels", "IPython", "ipywidgets", "reacton", "papermill", "nbformat"}


def loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys, json\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import workbench",
        "import workbench; workbench.stats",
        "import workbench; workbench.stats.permutation_change([4, 6, 5], [6, 7, 9])",
        "import workbench; workbench.open_enquiry",
        "import workbench.faces.cli; workbench.faces.cli.parser()",
    ],
)
def test_nothing_heavy_is_loaded(code):
    assert loaded_after(code) & HEAVY == set()


def test_importing_the_package_alone_loads_none_of_its_shelves():
    script = "import workbench, sys; print([n for n in sys.modules if n.startswith('workbench.')])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
