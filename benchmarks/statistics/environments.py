"""Where each peer stands, how it is put there, and a conversation with it.

Peers are never installed beside the product: those of the package index go into ``.bench/``, from the
locked lists in this folder; R's are used where R has them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.statistics import data

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BENCH = ROOT / ".bench"
MADE = ("peers", "dabest")
STANDS = {
    "ours": "ours",
    "scipy": "product",
    "statsmodels": "product",
    "numpy": "product",
    "krippendorff": "peers",
    "pingouin": "peers",
    "arch": "peers",
    "dabest": "dabest",
    **dict.fromkeys(("coin", "exactRankTests", "psych", "metafor", "boot"), "R"),
}
MODULES = {"ours": "ours", "product": "peers.scientific", "peers": "peers.others", "dabest": "peers.estimation"}


def python_of(environment: str) -> str:
    return sys.executable if environment in {"ours", "product"} else str(BENCH / environment / "bin" / "python")


def how_to_get(name: str, *, short: bool = False) -> str:
    """Return why a peer is missing from the table, and what to do about it."""
    if short:
        return "left out of the short form: `make bench` measures it"
    if STANDS[name] != "R":
        return "not installed: run `make bench`, which puts it into .bench"
    if which("Rscript") is None:
        return "not installed: it needs R; install R so that `Rscript` is found, then in R: " + f'install.packages("{name}")'
    return f'not installed: in R, install.packages("{name}")'


def install() -> None:
    """Make the environments of the peers, where they are not there or their list has changed."""
    for name in MADE:
        wanted = HERE / f"{name}.txt"
        seal = BENCH / name / "made-from.txt"
        if seal.exists() and seal.read_text() == wanted.read_text():
            continue
        print(f"Making .bench/{name} (a few minutes, once).", flush=True)
        venv.create(BENCH / name, with_pip=True, clear=True)
        pip = [python_of(name), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "-r", str(wanted)]
        if subprocess.run(pip, check=False).returncode == 0:
            seal.write_text(wanted.read_text())
        else:
            print(f"The peers of {wanted.name} could NOT be installed; the table goes on without them.", flush=True)


class Side:
    """A process that answers: ours, or an environment of peers."""

    def __init__(self, environment: str) -> None:
        self.environment = environment
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            self._command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
        )

    def _command(self) -> list[str]:
        if self.environment != "R":
            return [python_of(self.environment), "-m", "benchmarks.statistics.worker", MODULES[self.environment]]
        marks = Path(self.folder.name) / "marks.R"
        marks.write_text(data.for_r())
        return ["Rscript", str(HERE / "peers" / "peers.R"), str(marks)]

    def ask(self, line: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            print(line, file=self.process.stdin, flush=True)
            reply = self.process.stdout.readline()
        except BrokenPipeError:
            reply = ""
        found: dict[str, Any] = json.loads(reply) if reply else {"error": "the process ended"}
        return found

    def versions(self) -> dict[str, str]:
        names = [name for name, place in STANDS.items() if place == self.environment]
        names += ["enquiry-workbench", "workbench"] if self.environment == "ours" else []
        found: dict[str, str] = self.ask("versions\t" + " ".join(names))
        return found

    def close(self) -> None:
        if self.process.stdin is not None:
            self.process.stdin.close()
        self.process.wait()
        self.folder.cleanup()


def there(environment: str) -> bool:
    if environment == "R":
        return which("Rscript") is not None
    return environment not in MADE or (BENCH / environment / "made-from.txt").exists()


def open_sides(short: bool) -> dict[str, Side]:
    names = ["ours", "product"] if short else ["ours", "product", *MADE, "R"]
    return {name: Side(name) for name in names if there(name)}
