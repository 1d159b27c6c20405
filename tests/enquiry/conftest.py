"""The bank of questions, for the tests beside it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("question_bank", Path(__file__).with_name("question_bank.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["question_bank"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def bank() -> ModuleType:
    """The questions of our own, with the answers expected."""
    return _load()
