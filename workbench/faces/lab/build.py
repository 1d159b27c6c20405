"""Puts the Lab extension together: run after changing ``extension.js``, a template or its words.

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

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
STARTER = "New enquiry.ipynb"
_GAP = '"filled in by build.py"'


def code_hash(notebook: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a notebook's code cells, as the extension computes it in the browser."""
    sources = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return hashlib.sha256("\n\0\n".join(sources).encode()).hexdigest()


def shipped(templates: Path) -> dict[str, object]:
    """Return the hashes of the stage notebooks, the starter notebook and the words that the extension shows."""
    notebooks = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((templates / "enquiry").glob("*.ipynb"))}
    return {"hashes": sorted({code_hash(notebook) for notebook in notebooks.values()}), "starter": notebooks[STARTER], "words": LAB}


def built(source: str, templates: Path) -> tuple[str, str]:
    """Return the script's file name and text.

    The name carries the text's hash: JupyterLab tells the browser to keep an extension's file for a year.
    """
    text = source.replace(_GAP, json.dumps(shipped(templates), ensure_ascii=True, sort_keys=True))
    return f"remoteEntry.{hashlib.sha256(text.encode()).hexdigest()[:12]}.js", text


def main() -> int:
    """Renew the extension in place."""
    name, text = built((HERE / "extension.js").read_text("utf-8"), ROOT / "templates")
    static = HERE / "labextension" / "static"
    static.mkdir(exist_ok=True)
    for old in static.glob("remoteEntry.*.js"):
        old.unlink()
    (static / name).write_text(text, "utf-8", newline="\n")
    about = HERE / "labextension" / "package.json"
    package = json.loads(about.read_text("utf-8"))
    package["jupyterlab"]["_build"]["load"] = f"static/{name}"
    about.write_text(json.dumps(package, indent=2) + "\n", "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
