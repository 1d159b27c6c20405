"""Fixtures of this shelf."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The made-up enquiry of ``tests/made_enquiry.py``."""
    spec = spec_from_file_location("made_enquiry", Path(__file__).parents[1] / "made_enquiry.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
