"""A result made quickly is in no way other than one made plainly."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from workbench.stats import PermutationChange, permutation_change
from workbench.stats._quick import quickly_made

NAMES = [field.name for field in fields(PermutationChange)]
SEEN = permutation_change([1, 2, 3], [2, 2, 5])
VALUES = {name: getattr(SEEN, name) for name in NAMES}
PLAIN = PermutationChange(**VALUES)
QUICK = quickly_made(PermutationChange)(**VALUES)


def test_it_is_of_the_same_class_equal_and_alike_in_hash_and_words() -> None:
    assert type(QUICK) is PermutationChange
    assert (QUICK, hash(QUICK), repr(QUICK), QUICK.to_dict()) == (PLAIN, hash(PLAIN), repr(PLAIN), PLAIN.to_dict())


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        QUICK.p = 0.5  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del QUICK.n
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        QUICK.unheard_of = 1  # type: ignore[attr-defined]


def test_it_can_be_copied_stored_and_changed_into_another() -> None:
    assert copy.deepcopy(QUICK) == pickle.loads(pickle.dumps(QUICK)) == PLAIN
    assert replace(QUICK, n=7).n == 7


def test_a_missing_or_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError):
        quickly_made(PermutationChange)(n=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        quickly_made(PermutationChange)(**VALUES, unheard_of=1)  # type: ignore[call-arg]
