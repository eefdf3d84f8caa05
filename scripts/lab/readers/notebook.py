"""Runs docs/notebook.ipynb on the sample, and compares the outputs with those that it holds: notebook.py [--write]

With --write they become those that it holds.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

file = Path(__file__).parents[3] / "docs/notebook.ipynb"


def printed(notebook):
    """The results of each cell as text, without warnings."""
    return [
        [output["data"]["text/plain"] for output in cell.outputs if "data" in output]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


os.environ.pop("LINTAS_CORPUS", None)
run = nbformat.read(file, as_version=4)
# Raises where a cell fails.
NotebookClient(run, record_timing=False, resources={"metadata": {"path": str(file.parent)}}).execute()
stored = printed(nbformat.read(file, as_version=4))
if "--write" in sys.argv:
    nbformat.write(run, file)
stale = [number for number, (now, then) in enumerate(zip(printed(run), stored), 1) if now != then]
print(f"{len(stored)} cells of {file.name} ran, {len(stale)} with other outputs than it held")
if stale and "--write" not in sys.argv:
    sys.exit(f"cells {stale} print something else: scripts/evaluate notebook --write, and look at what changed")
