"""The built wheel holds what an editable install reads from the top of the repository, and runs on its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def run(installed, folder, *command):
    environment = {**os.environ, "PYTHONPATH": str(installed), "WORKBENCH_DATA_HOME": str(folder / "home")}
    return subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_the_wheel_holds_every_template_dataset_and_lab_file(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("templates", "datasets"):
        tracked = subprocess.run(["git", "ls-files", kind], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
        assert tracked
        assert {f"workbench/_shipped/{name}" for name in tracked} - names == set()
    shared = {name.split(".data/data/")[1] for name in names if ".data/data/" in name}
    assert "share/jupyter/labextensions/enquiry-workbench/package.json" in shared
    assert "share/jupyter/kernels/enquiry-workbench/kernel.json" in shared
    assert "share/jupyter/lab/settings/overrides.d/enquiry-workbench.json" in shared
    assert any(name.startswith("share/jupyter/labextensions/enquiry-workbench/static/remoteEntry") for name in shared)


def test_the_wheel_has_no_stray_file_of_the_makers(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if "__pycache__" in name or ".ipynb_checkpoints" in name or name.startswith("tests/")] == []


def test_an_editable_install_finds_templates_and_datasets_at_the_top_of_the_repository():
    from workbench.store.shipped import shipped

    assert shipped("templates", "enquiry") == ROOT / "templates" / "enquiry"
    assert shipped("datasets", "place-value-y7").is_dir()


def test_a_wheel_install_finds_its_own_and_runs_an_enquiry_to_its_report(installed, tmp_path):
    where = run(
        installed, tmp_path, "-c", "import workbench.store.shipped as s; print(s.__file__); print(s.shipped('templates', 'enquiry'))"
    )
    assert where.returncode == 0, where.stderr
    assert [line for line in where.stdout.splitlines() if not line.startswith(str(installed))] == []
    demo = run(installed, tmp_path, "-m", "workbench", "demo", "demo")
    assert demo.returncode == 0, demo.stderr
    report = next(line for line in demo.stdout.splitlines() if line.endswith(".html"))
    assert "<html" in Path(tmp_path, report).read_text(encoding="utf-8")[:400]
