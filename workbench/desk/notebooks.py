"""The stage notebooks of an enquiry: put into its folder, and never over what is there."""

from __future__ import annotations

from pathlib import Path

from workbench.store import atomic
from workbench.store.shipped import shipped

STARTER = "New enquiry.ipynb"


def place(folder: Path) -> tuple[Path, ...]:
    """Copy the seven stage notebooks into ``folder`` and return their paths; one that is there stays as it is.

    Raises:
        NotReady: when the installation has no templates.
        CannotSave: when the folder cannot be written.
    """
    placed = []
    for template in sorted(shipped("templates", "enquiry").glob("*.ipynb")):
        if template.name == STARTER:
            continue
        path = folder / template.name
        if not path.exists():
            atomic.write_bytes(path, template.read_bytes())
        placed.append(path)
    return tuple(placed)
