"""The bank of questions, for the tests beside it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def bank() -> ModuleType:
    """The questions of our own, with the answers expected."""
    return _load("question_bank")


@pytest.fixture(scope="session")
def measured() -> ModuleType:
    """What counts precision and recall on the labelled questions."""
    _load("question_split")
    return _load("question_measure")
