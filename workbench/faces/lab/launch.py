"""Starts JupyterLab on a folder of enquiries: on this computer only, behind a token, leaving nothing beside the work."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import BadInput
from workbench.faces.slow_import import mend


def arguments(folder: Path, *, state: Path) -> list[str]:
    """Return the server's settings for one folder.

    Args:
        folder: The folder of enquiries; the server shows nothing above it.
        state: Where checkpoints go, so that no second copy of a file lies inside a synced folder.
    """
    # The token is left to Jupyter, which makes one and shows it; a token given here would not be shown.
    # Checkpoints are filed by path below the folder: two folders must not share them.
    checkpoints = state / "checkpoints" / hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    keeper = "jupyter_server.services.contents.filecheckpoints.AsyncGenericFileCheckpoints"
    return [
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.allow_remote_access=False",
        f"--ServerApp.root_dir={folder}",
        "--FileContentsManager.delete_to_trash=False",
        f"--ContentsManager.checkpoints_class={keeper}",
        f"--AsyncGenericFileCheckpoints.root_dir={checkpoints}",
        "--ServerApp.terminals_enabled=False",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--MultiKernelManager.default_kernel_name=enquiry-workbench",
    ]


def joined(ours: Sequence[str], extra: Sequence[str]) -> list[str]:
    """Return both lists of settings, an extra one in place of ours of the same name.

    >>> joined(["--ServerApp.port=1", "--A.b=2"], ["--ServerApp.port=9"])
    ['--A.b=2', '--ServerApp.port=9']
    """
    given = {setting.split("=")[0] for setting in extra}
    return [*(setting for setting in ours if setting.split("=")[0] not in given), *extra]


def state_folder() -> Path:
    """Return the user's own folder for what the launcher must remember."""
    from platformdirs import user_state_path

    return user_state_path("enquiry-workbench", appauthor=False)


def run(folder: Path, extra_args: Sequence[str] = ()) -> int:
    """Open JupyterLab on ``folder`` and return when it is closed.

    Args:
        folder: An existing folder.
        extra_args: Passed on to JupyterLab after the settings above, for instance ``--no-browser``.

    Raises:
        BadInput: when there is no such folder.
    """
    where = Path(folder).expanduser()
    if not where.is_dir():
        raise BadInput(
            "There is no folder of that name.",
            seen=folder,
            allowed="a folder that exists",
            do="Make the folder first, or start an enquiry in it with `workbench new`.",
        )
    where = where.resolve()
    state = state_folder()
    (state / "checkpoints").mkdir(parents=True, exist_ok=True, mode=0o700)
    mend()
    from jupyterlab.labapp import LabApp

    ours = arguments(where, state=state)
    if getattr(os, "geteuid", lambda: 1)() == 0:
        # In a container everyone is root; the server still listens to this machine alone.
        ours.append("--allow-root")
    LabApp.launch_instance(joined(ours, extra_args))
    return 0
