"""Makes an Iceberg table of each dataset of a corpus, of its files as they are: iceberg.py CORPUS CATALOG NAMESPACE FOLDER

CATALOG is the name of one that PyIceberg is configured with; the tables get the names of the datasets in NAMESPACE, and FOLDER takes their
metadata. CORPUS and FOLDER are local folders or addresses such as s3://corpora/2025. Nothing is written to the corpus.
"""

import json
import sys
from pathlib import Path
from uuid import uuid4

from pyarrow import parquet
from pyiceberg.catalog import load_catalog
from pyiceberg.io import load_file_io
from pyiceberg.io.pyarrow import pyarrow_to_schema
from pyiceberg.partitioning import PARTITION_FIELD_ID_START, PartitionField, PartitionSpec
from pyiceberg.serializers import ToOutputFile
from pyiceberg.table.metadata import TableMetadataV2
from pyiceberg.table.sorting import UNSORTED_SORT_ORDER
from pyiceberg.transforms import IdentityTransform


def address(folder):
    return folder.rstrip("/") if "://" in folder else f"file://{Path(folder).resolve()}"


def table(catalog, name, location, files, partitions):
    """Registers a table with the columns of the first file and adds all: a table that a catalog creates gets ids of its own, which the files lack."""
    io = load_file_io(catalog.properties, location)
    with io.new_input(files[0]).open() as file:
        columns = pyarrow_to_schema(parquet.read_schema(file))
    fields = [
        PartitionField(columns.find_field(column).field_id, id, IdentityTransform(), column)
        for id, column in enumerate(partitions, PARTITION_FIELD_ID_START)
    ]
    metadata = TableMetadataV2(
        location=location,
        schemas=[columns],
        current_schema_id=columns.schema_id,
        last_column_id=columns.highest_field_id,
        partition_specs=[PartitionSpec(*fields)],
        default_spec_id=0,
        last_partition_id=PARTITION_FIELD_ID_START - 1 + len(fields),
        sort_orders=[UNSORTED_SORT_ORDER],
    )
    file = f"{location}/metadata/00000-{uuid4()}.metadata.json"
    ToOutputFile.table_metadata(metadata, io.new_output(file))
    made = catalog.register_table(name, file)
    made.add_files(files)
    return made


def tables(corpus, catalog, namespace, folder):
    """The tables, by dataset."""
    catalog.create_namespace_if_not_exists(namespace)
    manifest = f"{address(corpus)}/_manifest.json"
    paths = {}
    with load_file_io(catalog.properties, manifest).new_input(manifest).open() as file:
        for entry in json.load(file)["files"]:
            paths.setdefault(entry["path"].split("/")[0], []).append(entry["path"])
    return {
        dataset: table(
            catalog,
            f"{namespace}.{dataset}",
            f"{address(folder)}/{dataset}",
            [f"{address(corpus)}/{path}" for path in files],
            [part.split("=")[0] for part in files[0].split("/") if "=" in part],
        )
        for dataset, files in paths.items()
    }


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    for dataset, made in tables(sys.argv[1], load_catalog(sys.argv[2]), *sys.argv[3:]).items():
        print(f"{dataset:20}{made.metadata_location}")
