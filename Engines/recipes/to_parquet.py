#!/usr/bin/env python3
"""Writes records as Parquet, with the program's own schema and without a guess about any type.

    postil annotate corpus.jsonl | recipes/to_parquet.py records.parquet
    recipes/to_parquet.py records.parquet records.jsonl

``datasets.load_dataset("parquet", data_files="records.parquet")``, Polars, DuckDB and Spark read it as it is. (The loader
of ``datasets`` for JSON guesses, and makes instants of days.) The field ``meta`` is its JSON text. POSTIL names the program.
"""

import os
import sys
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from postil_engines.arrow import read_records, record_schema  # noqa: E402

ROWS = 1000


def write(source, target: str, schema: pa.Schema) -> int:
    """Writes the records of a file of lines; how many there were."""
    count = 0
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        while lines := list(islice(source, ROWS)):
            writer.write_batch(pa.RecordBatch.from_struct_array(read_records(lines, schema)))
            count += len(lines)
    return count


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    schema = record_schema(os.environ.get("POSTIL", "postil"))
    with open(sys.argv[2], "rb") if len(sys.argv) == 3 else sys.stdin.buffer as source:
        count = write(source, sys.argv[1], schema)
    print(f"{count} records are in {sys.argv[1]}", file=sys.stderr)


if __name__ == "__main__":
    main()
