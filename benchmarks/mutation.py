"""Whether the statistics' tests notice a change in the statistics: a random sample of Cosmic Ray's mutants.

Run from the checkout's root, in an environment with the project's ``test`` extra and ``cosmic-ray`` (which nothing else needs)::

    python benchmarks/mutation.py --each 25 --seed 1 --workers 2 --out mutants.jsonl workbench/stats/agreement

A copy of the project is mutated, never the checkout. One line for each mutant is written to ``--out``; run again with the same
file, seed and a larger ``--each``, and only the mutants still missing are tried. ``--again FILE`` tries a file's survivors again.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib
import json
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ORACLES = "tests/oracles/test_oracles.py::test_the_library_agrees_with_the_oracle"
SHARED_TESTS = """
    test_boundaries.py test_columns.py test_every_result.py test_noncentral.py test_paired.py test_permutation.py test_standardised.py
    ordinal proportion agreement/test_refusals.py agreement/test_boundaries.py
""".split()
PAIRED_TESTS = "test_paired.py test_permutation.py test_regression.py test_standardised.py".split()
SHARED_CASES = ["paired", "agreement.kappa", "agreement.icc", "two.t", "two.effect", "table2x2"]
COPIED = ["workbench", "tests", "datasets", "docs", "pyproject.toml"]
UNLIKELY = re.compile(r"Mat(Mult|Mul)|_Is$|_IsNot$|ReplaceComparisonOperator_(Is|IsNot)_|Bit|Shift|Invert|ExceptionReplacer")
QUIETLY = "-q --tb=line -p no:cacheprovider -p _hypothesis_pytestplugin --hypothesis-profile=quick".split()
SLOW_IMPORTS = """
    numpy pandas scipy.special scipy.stats scipy.optimize statistics unittest email.message hypothesis.strategies
    pytest _hypothesis_pytestplugin _pytest.assertion _pytest.doctest _pytest.fixtures _pytest.python
""".split()


def families(root: Path) -> dict[str, list[str]]:
    """The oracle prefixes of each family, from the families' answerers."""
    found: dict[str, list[str]] = {}
    for path in sorted(root.glob("tests/oracles/answers_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [one.value for one in tree.body if isinstance(one, ast.AnnAssign) and getattr(one.target, "id", "") == "ANSWERERS"]
        found[path.stem.removeprefix("answers_")] = [key.value for one in named for key in one.keys]
    for part, whole in {"several": "groups", "signed_rank": "paired"}.items():
        found[whole] = [*found.get(whole, []), *found.pop(part, [])]
    return found


def tests_of(module: str, oracles: dict[str, list[str]], root: Path) -> list[str]:
    """What pytest is asked to run for a mutant of a module: its doctests, its family's oracle cases, its family's tests."""
    family = Path(module).relative_to("workbench/stats").parts[0].removesuffix(".py")
    shared = family.startswith("_") or family in {"noncentral", "result"}
    cases = SHARED_CASES if shared else oracles.get(family, [])
    wanted = " or ".join(["not agrees_with_the_oracle", *(case.rstrip(".") for case in cases)])
    package = Path(module).parent
    doctests = module if package.name == "stats" else str(package)
    own = SHARED_TESTS if shared else [family, f"test_{family}.py", "test_boundaries.py", *(PAIRED_TESTS if family == "paired" else [])]
    return [doctests, ORACLES, *(f"tests/stats/{name}" for name in own if (root / "tests/stats" / name).exists()), "-k", wanted]


def mutants(path: Path, seed: int) -> Iterator[dict[str, Any]]:
    """A module's mutants in random order: one of each place and kind, drawn from the operators that apply there."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    source = path.read_text(encoding="utf-8")
    nodes = list(ast_nodes(get_ast(source)))
    typed = _annotations(source)
    places: dict[tuple[Any, ...], list[tuple[str, int]]] = {}
    for name in sorted(operator_names()):
        if UNLIKELY.search(name) or get_operator(name).arguments():
            continue
        positions = [start for node in nodes for start, _ in get_operator(name)().mutation_positions(node)]
        for occurrence, start in enumerate(positions):
            if not any(first <= tuple(start) < last for first, last in typed):
                places.setdefault((tuple(start), name.split("_")[0]), []).append((name, occurrence))
    order = random.Random(f"{seed} {path.name}")
    for place in order.sample(sorted(places), len(places)):
        name, occurrence = order.choice(places[place])
        changed = mutate_code(source, get_operator(name)(), occurrence)
        at = source.splitlines()[place[0][0] - 1]
        if changed and changed != source and not (place[1] == "core/ReplaceTrueWithFalse" and ("strict=True" in at or "@dataclass" in at)):
            diff = [line for line in difflib.unified_diff(source.splitlines(), changed.splitlines(), n=0, lineterm="") if line[:2] != "@@"]
            yield {"line": place[0][0], "operator": name, "occurrence": occurrence, "diff": "\n".join(diff[2:]), "code": changed}


def survivors(earlier: Path, module: str, source: str) -> list[dict[str, Any]]:
    """The mutants of a module that survived in an earlier ``--out`` file, made anew in the source as it is now."""
    found = []
    for row in map(json.loads, earlier.read_text(encoding="utf-8").splitlines()):
        if row["module"] == module and row["outcome"] == "survived":
            old, new = ("".join(line[1:] + "\n" for line in row["diff"].splitlines() if line[0] == sign) for sign in "-+")
            start = len("".join(source.splitlines(keepends=True)[: row["line"] - 1]))
            at = start if source.startswith(old, start) else source.find(old) if source.count(old) == 1 else -1
            if at >= 0:
                kept = {name: row[name] for name in ("line", "operator", "occurrence", "diff")}
                found.append({**kept, "code": source[:at] + new + source[at + len(old) :]})
    return found


def _annotations(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    spans = []
    for node in ast.walk(ast.parse(source)):
        for name in ("annotation", "returns"):
            part = getattr(node, name, None)
            if isinstance(part, ast.expr):
                spans.append(((part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)))
    return spans


def run_tests(copy: Path, arguments: list[str], limit: float, quick: bool) -> tuple[str, float]:
    """Run the tests in a child of this process, which has the slow imports behind it; ``limit`` is in seconds of processor time."""
    began = time.monotonic()
    child = os.fork()
    if not child:
        _in_the_child(copy, arguments, limit, quick)
    ended, status = 0, 0
    while not ended and time.monotonic() - began < 6 * limit:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.02)
    if not ended:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "timed out", time.monotonic() - began
    if os.WIFSIGNALED(status):
        by = os.WTERMSIG(status)
        return ("timed out" if by in {signal.SIGXCPU, signal.SIGKILL} else "killed"), time.monotonic() - began
    return ("killed" if os.WEXITSTATUS(status) else "survived"), time.monotonic() - began


def _in_the_child(copy: Path, arguments: list[str], limit: float, quick: bool) -> None:
    import pytest
    from hypothesis import Phase, settings

    os.chdir(copy)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(copy))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limit) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
    for stream in (1, 2):
        os.dup2(os.open(copy / "output.txt", os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if stream == 1 else os.O_APPEND)), stream)
    most = 10 if quick else 100
    _cap_examples(settings, most)
    settings.register_profile(
        "quick", deadline=None, max_examples=most, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
    )
    os._exit(int(pytest.main(["-x", *arguments, *QUIETLY, "-W", "ignore:Module already imported"])))


def _cap_examples(settings: Any, most: int) -> None:
    """Hold tests that ask for more examples to so many; ``--again`` allows ten times as many."""
    plain = settings.__init__

    def capped(self: Any, *args: Any, **options: Any) -> None:
        if isinstance(options.get("max_examples"), int):
            options["max_examples"] = min(options["max_examples"], most)
        plain(self, *args, **options)

    settings.__init__ = capped


def work(copy: Path, todo: Any, found: Any, oracles: dict[str, list[str]], options: argparse.Namespace) -> None:
    """One worker, with a copy of the project of its own: a module at a time, first as it is, then each mutant."""
    for name in SLOW_IMPORTS:
        importlib.import_module(name)
    for module, wanted in iter(todo.get, None):
        path = copy / module
        source, stamp = path.read_text(encoding="utf-8"), path.stat().st_mtime
        arguments = list(options.tests or tests_of(module, oracles, copy))
        quick = options.again is None
        began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        outcome, _ = run_tests(copy, [*arguments, "--maxfail=50", "-rf"], 300, quick)
        if outcome != "survived":  # a test that fails anyway says nothing of a mutant
            told = re.findall(r"^FAILED (\S+)", (copy / "output.txt").read_text(encoding="utf-8"), re.MULTILINE)
            arguments += [f"--deselect={name}" for name in told]
            outcome, _ = run_tests(copy, arguments, 300, quick)
        if outcome != "survived":
            found.put(
                {"module": module, "outcome": "tests fail unmutated", "diff": (copy / "output.txt").read_text(encoding="utf-8")[-2000:]}
            )
            continue
        limit = options.factor * (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began) + 3
        sys.dont_write_bytecode = True  # mutants of one length in one second would be taken for each other
        for mutant in wanted:
            path.write_text(mutant.pop("code"), encoding="utf-8")
            outcome, seconds = run_tests(copy, arguments, limit, quick)
            found.put({"module": module, **mutant, "outcome": outcome, "seconds": round(seconds, 1)})
        path.write_text(source, encoding="utf-8")
        os.utime(path, (stamp, stamp))
        sys.dont_write_bytecode = False
    found.put(None)


def key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["module"], row.get("operator"), row.get("diff"), row.get("line")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=25, help="mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--factor", type=float, default=3, help="the limit for a mutant, in times of the tests' own time")
    parser.add_argument("--out", type=Path, default=Path("mutants.jsonl"))
    parser.add_argument("--again", type=Path, help="try the survivors of this earlier --out file, in the source as it is now")
    parser.add_argument("--tests", nargs="+", help="run these tests, and not each family's own")
    options = parser.parse_args()
    root = Path.cwd()
    paths = [
        path
        for given in options.modules
        for path in ([given] if given.is_file() else sorted(given.rglob("*.py")))
        if path.name != "__init__.py"
    ]
    todo: Any = multiprocessing.Queue()
    found: Any = multiprocessing.Queue()
    rows = [json.loads(line) for line in options.out.read_text(encoding="utf-8").splitlines()] if options.out.exists() else []
    done = {key(row) for row in rows}
    for path in paths:
        module = str(path.relative_to(root)) if path.is_absolute() else str(path)
        if options.again:
            sample = survivors(options.again, module, path.read_text(encoding="utf-8"))
        else:
            sample = [mutant for _, mutant in zip(range(options.each), mutants(path, options.seed), strict=False)]
        wanted = [one for one in sample if key({"module": module, **one}) not in done]
        if wanted:
            todo.put((module, wanted))
    oracles = families(root)
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(options.workers):
            todo.put(None)
            copy = Path(scratch, str(number))
            copy.mkdir()
            for name in COPIED:
                whole = (root / name).is_dir()
                (shutil.copytree if whole else shutil.copy2)(root / name, copy / name)
            multiprocessing.get_context("fork").Process(target=work, args=(copy, todo, found, oracles, options)).start()
        tally = _gather(found, options.workers, options.out)
    for (module, outcome), count in sorted(tally.items()):
        print(f"{module:60} {outcome:24} {count}")


def _gather(found: Any, workers: int, out: Path) -> Counter[tuple[str, str]]:
    tally: Counter[tuple[str, str]] = Counter()
    with out.open("a", encoding="utf-8") as written:
        while workers:
            row = found.get()
            if row is None:
                workers -= 1
                continue
            tally[row["module"], row["outcome"]] += 1
            print(json.dumps(row, ensure_ascii=False), file=written, flush=True)
    return tally


if __name__ == "__main__":
    main()
