"""``workbench evaluate``: prints the evaluation, or writes its page and files into the enquiry's folder."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

MakeEvaluation = Callable[[Path], Sequence[Path]]


def add(commands: Any, path: Callable[[str], Path]) -> None:
    """Add the command to the command line's parser; ``path`` reads a folder's name."""
    evaluate = commands.add_parser("evaluate", help="print the evaluation of the professional learning behind an enquiry")
    evaluate.add_argument("folder", type=path)
    evaluate.add_argument("--json", action="store_true", help="print plain data instead of text")
    evaluate.add_argument("--export", action="store_true", help="write a page to print, Markdown and JSON into the enquiry's folder")


def run(options: argparse.Namespace, make_evaluation: MakeEvaluation) -> int:
    """Print the evaluation, or the paths of the files that were made."""
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.evaluation import published_evaluation, read_out

    ws = open_enquiry(options.folder)
    if options.export:
        print(*make_evaluation(options.folder), sep="\n")
    elif options.json:
        print(published_evaluation(ws).model_dump_json(indent=2))
    else:
        print(read_out(ws))
    return 0
