"""Work that takes a while: the form says that it is under way before it begins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


def soon(work: Callable[[], None]) -> None:
    """Do ``work`` once the screen has had time to show what was said before; at once where no event loop runs."""
    try:
        asyncio.get_running_loop().call_later(0.05, work)
    except RuntimeError:
        work()
