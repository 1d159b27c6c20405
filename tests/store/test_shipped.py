from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workbench.errors import NotReady, UnknownOption
from workbench.store.shipped import shipped

ROOT = Path(__file__).resolve().parents[2]


def test_a_source_checkout_finds_its_own_templates_and_datasets() -> None:
    for kind in ("templates", "datasets"):
        if not (ROOT / kind).is_dir():
            pytest.skip(f"NOT TESTED HERE: this checkout has no {kind}")
        assert shipped(kind) == ROOT / kind


def test_an_installed_package_finds_what_stands_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "workbench"
    (package / "_shipped" / "templates" / "enquiry").mkdir(parents=True)
    (package / "_shipped" / "templates" / "enquiry" / "1 Frame.ipynb").write_text("{}")
    assert shipped("templates", "enquiry", "1 Frame.ipynb", package=package).read_text() == "{}"


def test_what_is_not_shipped_is_said_with_what_is(tmp_path: Path) -> None:
    package = tmp_path / "workbench"
    (package / "_shipped" / "datasets" / "place-value-y7").mkdir(parents=True)
    (tmp_path / "secret").write_text("x")
    with pytest.raises(UnknownOption) as caught:
        shipped("datasets", "place-value-y8", package=package)
    assert str(caught.value) == "datasets: This is not shipped with the workbench. Seen: place-value-y8. Allowed: place-value-y7."
    for outside in (("..", "..", "..", "secret"), (str(tmp_path / "secret"),)):
        with pytest.raises(UnknownOption):
            shipped("datasets", *outside, package=package)
    with pytest.raises(UnknownOption, match="Allowed: templates, datasets"):
        shipped("secrets")
    with pytest.raises(NotReady, match="Install the workbench again"):
        shipped("templates", package=package)


def test_a_wheel_carries_its_templates_and_datasets_and_finds_them(tmp_path: Path) -> None:
    if not all((ROOT / kind).is_dir() for kind in ("templates", "datasets")):
        pytest.skip("NOT TESTED HERE: this checkout has no templates or no datasets to put into a wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    ask = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "from workbench.store.shipped import shipped\n"
        "print(shipped('templates')); print(shipped('datasets')); print(sum(path.is_file() for path in shipped('datasets').rglob('*')))"
    )
    said = subprocess.run([sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[:2] == [str(site / "workbench" / "_shipped" / kind) for kind in ("templates", "datasets")]
    assert int(said[2]) > 0
