"""Importing the library and a first p load neither numpy nor scipy."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from workbench import stats


def modules_after(code: str) -> set[str]:
    script = code + "\nimport sys; print(','.join(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.strip().split(","))


def test_a_first_p_needs_no_numpy() -> None:
    loaded = modules_after("import workbench.stats as s; s.permutation_change([3, 5, 2], [5, 6, 6]); s.smallest_possible_p('paired', 5)")
    assert not loaded & {"numpy", "scipy", "pandas", "matplotlib", "seaborn", "pydantic"}


def test_every_public_name_is_there_and_an_unknown_one_is_not() -> None:

    assert all(getattr(stats, name) for name in stats.__all__)
    assert dir(stats) == sorted(stats.__all__)
    assert not hasattr(stats, "t_test")


@pytest.mark.parametrize("family", sorted(set(stats._NAMES.values()) - {"result"}))
def test_the_library_offers_just_what_each_family_does(family: str) -> None:
    module = import_module(f"workbench.stats.{family}")
    assert sorted(module.__all__) == sorted(name for name, home in stats._NAMES.items() if home == family)
