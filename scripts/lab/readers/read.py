"""Reads every dataset of a corpus with pandas, Polars, pyarrow, mlcroissant and, as Iceberg tables, PyIceberg: read.py CORPUS

The number of rows is compared with the manifest, and the values that PyIceberg reads with those that DuckDB reads from the files.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import iceberg
import mlcroissant
import pandas
import polars
import pyarrow.dataset
from pyiceberg.catalog import load_catalog

corpus = Path(sys.argv[1])
rows = {}
for file in json.loads((corpus / "_manifest.json").read_text())["files"]:
    dataset = file["path"].split("/")[0]
    rows[dataset] = rows.get(dataset, 0) + file["rows"]

# Raises on everything that its validator calls an error.
croissant = mlcroissant.Dataset(jsonld=str(corpus / "croissant.json"))



def differing(dataset, table):
    """Rows in one of the dataset's files and the table, and not in the other."""
    database = duckdb.connect()
    database.register("tabled", table)
    files = f"read_parquet('{corpus}/{dataset}/**/*.parquet', hive_partitioning = false)"
    return sum(
        database.execute(f"SELECT count(*) FROM (FROM {left} EXCEPT ALL FROM {right})").fetchone()[0]
        for left, right in [("tabled", files), (files, "tabled")]
    )


wrong = 0
different = 0
with TemporaryDirectory() as work:
    tables = iceberg.tables(str(corpus), load_catalog("local", type="sql", uri=f"sqlite:///{work}/catalog.db"), "corpus", work)
    print(f"{'dataset':20}{'manifest':>10}{'pandas':>10}{'polars':>10}{'pyarrow':>10}{'croissant':>10}{'iceberg':>10}")
    for dataset in sorted(rows):
        folder = corpus / dataset
        table = tables[dataset].scan().to_arrow()
        read = [
            len(pandas.read_parquet(folder, partitioning=None)),
            polars.scan_parquet(folder / "**/*.parquet", hive_partitioning=False).select(polars.len()).collect().item(),
            pyarrow.dataset.dataset(folder).count_rows(),
            sum(1 for _ in croissant.records(record_set=dataset)),
            len(table),
        ]
        wrong += sum(count != rows[dataset] for count in read)
        different += differing(dataset, table)
        print(f"{dataset:20}" + "".join(f"{count:>10}" for count in [rows[dataset], *read]))
if wrong or different:
    sys.exit(f"{wrong} counts differ from the manifest, {different} rows of the Iceberg tables from the files")
