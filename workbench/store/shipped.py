"""Where the templates and datasets are that come with the workbench."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import NotReady, UnknownOption

KINDS = ("templates", "datasets")


def shipped(kind: str, *parts: str, package: Path | None = None) -> Path:
    """Return the path of a template or data set, from a source checkout and from an installed wheel alike.

    Args:
        kind: ``"templates"`` or ``"datasets"``.
        *parts: The names of folders and file below it.
        package: The folder of the installed package; for tests.

    Raises:
        UnknownOption: For another kind, or a file that is not shipped.
        NotReady: When the installation holds none at all.
    """
    if kind not in KINDS:
        raise UnknownOption("Nothing of this kind is shipped.", seen=kind, allowed=", ".join(KINDS))
    home = package or Path(__file__).resolve().parents[1]
    for root in (home / "_shipped" / kind, home.parent / kind):
        if root.is_dir():
            break
    else:
        raise NotReady("Install the workbench again: its templates and data sets are missing.", where=kind)
    path = root.joinpath(*parts)
    inside = path.resolve().is_relative_to(root.resolve())
    if not inside or not path.exists():
        raise UnknownOption("This is not shipped with the workbench.", where=kind, seen="/".join(parts), allowed=", ".join(_names(root)))
    return path


def _names(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if not path.name.startswith((".", "_")))
