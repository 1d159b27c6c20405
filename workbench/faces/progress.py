"""A progress bar for long work at the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """Yield a function that names the step which begins now; the bar goes to standard error.

    Where standard error is no terminal, each step is one plain line.
    """
    if not sys.stderr.isatty():
        done = 0

        def line(name: str) -> None:
            nonlocal done
            done += 1
            print(f"[{done}/{total}] {name}", file=sys.stderr, flush=True)

        yield line
        return
    from tqdm import tqdm

    with tqdm(total=total, bar_format="{desc:<44} |{bar:24}| {n_fmt}/{total_fmt}", file=sys.stderr) as bar:
        started = False

        def step(name: str) -> None:
            nonlocal started
            if started:
                bar.update(1)
            started = True
            bar.set_description_str(name)

        yield step
        bar.update(1 if started else 0)
