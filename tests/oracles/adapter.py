"""What ``workbench.stats`` answers to an oracle case, under the case's own output names.

Computed from ``case["inputs"]`` alone, by the families' modules beside this one (``answers_*.py``). Outputs that
the library deliberately does not give stand in ``NOT_OFFERED``, each with its reason.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

NOT_OFFERED: dict[str, str] = {}
_ANSWERERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def _gather() -> None:
    for path in sorted(Path(__file__).parent.glob("answers_*.py")):
        spec = importlib.util.spec_from_file_location(f"oracle_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        NOT_OFFERED.update(module.NOT_OFFERED)
        _ANSWERERS.update(module.ANSWERERS)


_gather()


def answer(case: dict[str, Any]) -> dict[str, Any]:
    """Return the library's outputs for a case; ``None`` where it says that there is no number."""
    prefix = max((known for known in _ANSWERERS if case["id"].startswith(known)), key=len, default=None)
    return {} if prefix is None else _ANSWERERS[prefix](case["inputs"])
