"""Two groups side by side: every pupil a dot, and beside them the difference with its interval."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.stats.result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DRAWN: dict[type[Result], Callable[[Any, bool, str], Figure]] = {}
