"""``python -m workbench``: hands the command line the report maker and the launcher, which it does not know itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    from workbench.faces import cli

    return cli.main(sys.argv[1:] if argv is None else argv, make_report=_make_report, make_evaluation=_make_evaluation, run_lab=_run_lab)


def _make_report(folder: Path, audience: str) -> Path:
    from workbench.faces.reports import make_report

    return make_report(folder, audience)


def _make_evaluation(folder: Path) -> tuple[Path, ...]:
    from workbench.faces.printed import make_evaluation

    return make_evaluation(folder)


def _run_lab(folder: Path, extra: Sequence[str]) -> int:
    from workbench.faces.lab.launch import run

    return run(folder, list(extra))


if __name__ == "__main__":
    sys.exit(main())
