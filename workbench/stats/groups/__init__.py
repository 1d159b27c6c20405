"""Do two groups, or several, differ? Pupils of different groups, each measured once. A difference is first minus second."""

from __future__ import annotations

__all__: list[str] = []
