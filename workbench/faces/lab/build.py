"""Writes what the Lab extension must know of this package into its JavaScript: run after changing a template.

``python -m workbench.faces.lab.build`` from a checkout. A test says when it was forgotten.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.words.screens import LAB

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = Path(__file__).with_name("labextension") / "static" / "remoteEntry.js"
STARTER = "New enquiry.ipynb"
_MARK = "  const SHIPPED = "


def code_hash(notebook: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a notebook's code cells, as the extension computes it in the browser."""
    sources = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return hashlib.sha256("\n\0\n".join(sources).encode()).hexdigest()


def shipped(templates: Path) -> dict[str, object]:
    """Return the hashes of the stage notebooks, the starter notebook and the words that the extension shows."""
    notebooks = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((templates / "enquiry").glob("*.ipynb"))}
    return {"hashes": sorted({code_hash(notebook) for notebook in notebooks.values()}), "starter": notebooks[STARTER], "words": LAB}


def written(script: str, known: Mapping[str, object]) -> str:
    """Return the script with its one generated line renewed."""
    line = _MARK + json.dumps(known, ensure_ascii=True, sort_keys=True) + ";"
    return "\n".join(line if old.startswith(_MARK) else old for old in script.split("\n"))


def main() -> int:
    """Renew the script in place."""
    SCRIPT.write_text(written(SCRIPT.read_text("utf-8"), shipped(ROOT / "templates")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
