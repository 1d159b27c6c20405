"""What the difference between two groups says, and how its figure reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.stats.result import Result

SAID: dict[type[Result], Callable[[Any, str, str], list[str]]] = {}
DESCRIBED: dict[type[Result], Callable[[Any, bool, str], list[str]]] = {}
