"""Spares every process that starts here one second and more: see ``docs/decisions/0007-slow-import.md``."""

from __future__ import annotations

import sys
from typing import Any, cast

_SLOW = "rfc3987_syntax"


def mend() -> None:
    """Keep ``jsonschema`` from compiling a grammar for addresses with foreign letters, which no notebook has.

    Call it before ``jsonschema``, ``nbformat`` or ``jupyter_server`` is imported; later it does nothing.
    ``jsonschema`` takes the absent package for one that is not installed and leaves out the check of the
    formats ``iri`` and ``iri-reference``; every other check stays.
    """
    modules = cast("dict[str, Any]", sys.modules)
    modules.setdefault(_SLOW, None)
