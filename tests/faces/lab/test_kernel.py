"""The kernel of the stage notebooks: no history, and a folder from a stranger cannot lend it modules."""

import json
import subprocess
import sys
from pathlib import Path

from workbench.faces.lab import launch

SPEC = Path(launch.__file__).with_name("kernel") / "kernel.json"
ASK = """
import json, sys
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="enquiry-workbench", cwd=sys.argv[1])
try:
    heard = []
    code = "import workbench, IPython; print(workbench.__file__, IPython.get_ipython().history_manager.enabled)"
    client.execute_interactive(code, output_hook=lambda message: heard.append(message["content"].get("text", "")), timeout=60)
    print("".join(heard))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
"""


def test_the_installed_kernel_is_the_one_in_this_checkout():
    installed = Path(sys.prefix) / "share" / "jupyter" / "kernels" / "enquiry-workbench" / "kernel.json"
    assert json.loads(installed.read_text("utf-8")) == json.loads(SPEC.read_text("utf-8")), "pip install -e . again"


def test_modules_that_lie_in_the_enquirys_folder_are_not_run(tmp_path):
    for name in ("workbench", "ipykernel_launcher", "ipywidgets", "reacton"):
        (tmp_path / f"{name}.py").write_text("from pathlib import Path; Path('hijacked').touch()")
    done = subprocess.run([sys.executable, "-P", "-c", ASK, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "hijacked").exists()
    where, history = done.stdout.split()[-2:]
    assert Path(where).name == "__init__.py"
    assert not where.startswith(str(tmp_path))
    assert history == "False"
