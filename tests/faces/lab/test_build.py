"""The Lab extension is in step with what it ships, and stands as one file without a build."""

import json
import sys
from pathlib import Path

from workbench.faces.lab import build

HERE = Path(build.__file__).parent
FORGOTTEN = "run `python -m workbench.faces.lab.build`"


def test_the_shipped_script_is_what_the_builder_writes_today():
    name, text = build.built((HERE / "extension.js").read_text("utf-8"), build.ROOT / "templates")
    static = HERE / "labextension" / "static"
    assert [path.name for path in static.iterdir()] == [name], FORGOTTEN
    assert (static / name).read_text("utf-8") == text, FORGOTTEN


def test_the_package_file_points_to_the_shipped_script():
    package = json.loads((HERE / "labextension" / "package.json").read_text("utf-8"))
    assert package["name"] == "enquiry-workbench"
    assert (HERE / "labextension" / package["jupyterlab"]["_build"]["load"]).is_file(), FORGOTTEN


def test_the_package_file_has_the_version_of_the_package():
    import workbench

    package = json.loads((HERE / "labextension" / "package.json").read_text("utf-8"))
    assert package["version"] == workbench.__version__


def test_every_stage_notebook_is_known_by_its_hash_and_a_changed_one_is_not():
    known = build.shipped(build.ROOT / "templates")
    for path in (build.ROOT / "templates" / "enquiry").glob("*.ipynb"):
        notebook = json.loads(path.read_text("utf-8"))
        assert build.code_hash(notebook) in known["hashes"]
        notebook["cells"][0]["source"] = ["import os"]
        assert build.code_hash(notebook) not in known["hashes"]


def test_the_installed_extension_is_the_one_in_this_checkout():
    installed = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "enquiry-workbench" / "package.json"
    assert installed.is_file(), "install the package: pip install -e ."
    assert installed.read_text("utf-8") == (HERE / "labextension" / "package.json").read_text("utf-8"), (
        "the installed extension is older than the checkout: pip install -e . again"
    )


def test_widget_state_is_never_saved_and_no_news_is_fetched():
    settings = json.loads((HERE / "overrides.json").read_text("utf-8"))
    assert settings["@jupyter-widgets/jupyterlab-manager:plugin"]["saveState"] is False
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


def test_the_forms_answer_one_message_after_the_other():
    # Over subshells Lab sends what is typed to another thread of the kernel than the one that draws.
    settings = json.loads((HERE / "overrides.json").read_text("utf-8"))
    assert settings["@jupyterlab/apputils-extension:kernels-settings"]["commsOverSubshells"] == "disabled"


def test_no_slip_of_the_mouse_cuts_or_changes_a_shipped_cell():
    for path in (build.ROOT / "templates" / "enquiry").glob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            assert cell["metadata"] == {"deletable": False, "editable": False, "jupyter": {"source_hidden": True}}, path.name


def test_the_script_names_no_address_outside():
    text = (HERE / "extension.js").read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "http://" not in text
    assert "https://" not in text
