"""What all tests share: the long run by option, and a data folder that is not the developer's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("workbench", deadline=None)
settings.load_profile("workbench")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the fault tests at full length (also: WORKBENCH_SLOW=1)")


@pytest.fixture(scope="session")
def long_run(request: pytest.FixtureRequest) -> bool:
    """Whether the fault tests run at full length."""
    return bool(request.config.getoption("--long")) or os.environ.get("WORKBENCH_SLOW") == "1"


@pytest.fixture(scope="session", autouse=True)
def _own_data_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
        yield


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The made-up enquiry of ``tests/made_enquiry.py``."""
    spec = spec_from_file_location("made_enquiry", Path(__file__).with_name("made_enquiry.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _examples() -> dict[str, Callable[[], Any]]:
    found = {}
    for path in sorted(Path(__file__).parent.joinpath("examples").glob("*.py")):
        spec = spec_from_file_location(f"examples_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        found.update({f"{path.stem}: {name}": make for name, make in module.EXAMPLES.items()})
    return found


@pytest.fixture(scope="session")
def every_example() -> dict[str, Callable[[], Any]]:
    """Every example of ``tests/examples``, by its name."""
    return _examples()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give ``make_result`` each example of ``tests/examples`` in turn, one test for each."""
    if "make_result" in metafunc.fixturenames:
        found = _examples()
        metafunc.parametrize("make_result", found.values(), ids=found.keys())
