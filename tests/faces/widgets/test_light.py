"""A form comes first: what draws and computes is loaded when it is asked for."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("stage", ["framing", "planning", "collecting", "analysing", "checking", "replicating", "reporting"])
def test_a_form_is_built_before_anything_heavy_is_loaded(tmp_path, stage):
    program = f"""
import sys
from workbench.desk.enquiry import new_enquiry
new_enquiry({str(tmp_path / "e")!r}, "Place value")
import workbench
workbench.show.{stage}({str(tmp_path / "e")!r})
from workbench.words.screens import UNEXPECTED
import ipywidgets
shown = " ".join(str(getattr(one, "value", "")) for one in ipywidgets.widgets.widget._instances.values())
assert UNEXPECTED.split("{{")[0].strip() not in shown, "the form could not be shown"
heavy = {{"pandas", "scipy", "matplotlib", "seaborn", "statsmodels", "numpy", "papermill", "nbformat"}} & set(sys.modules)
assert not heavy, heavy
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
