"""Reads every dataset of a corpus with pandas, Polars, pyarrow and mlcroissant, and compares the rows with the manifest: read.py CORPUS"""

import json
import sys
from pathlib import Path

import mlcroissant
import pandas
import polars
import pyarrow.dataset

corpus = Path(sys.argv[1])
rows = {}
for file in json.loads((corpus / "_manifest.json").read_text())["files"]:
    dataset = file["path"].split("/")[0]
    rows[dataset] = rows.get(dataset, 0) + file["rows"]

# Raises on everything that its validator calls an error.
croissant = mlcroissant.Dataset(jsonld=str(corpus / "croissant.json"))

wrong = 0
print(f"{'dataset':20}{'manifest':>10}{'pandas':>10}{'polars':>10}{'pyarrow':>10}{'croissant':>10}")
for dataset in sorted(rows):
    folder = corpus / dataset
    read = [
        len(pandas.read_parquet(folder, partitioning=None)),
        polars.scan_parquet(folder / "**/*.parquet", hive_partitioning=False).select(polars.len()).collect().item(),
        pyarrow.dataset.dataset(folder).count_rows(),
        sum(1 for _ in croissant.records(record_set=dataset)),
    ]
    wrong += sum(count != rows[dataset] for count in read)
    print(f"{dataset:20}" + "".join(f"{count:>10}" for count in [rows[dataset], *read]))
sys.exit(f"{wrong} counts differ from the manifest" if wrong else 0)
