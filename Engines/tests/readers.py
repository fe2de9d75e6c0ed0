"""Checks that programs read records by the printed schemas, each value as it was written.

    readers.py RECORDS.jsonl RECORDS.parquet
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ["HF_DATASETS_OFFLINE"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import datasets  # noqa: E402
import duckdb  # noqa: E402
import jsonschema  # noqa: E402
import polars  # noqa: E402
import pyarrow as pa  # noqa: E402
import pyarrow.json  # noqa: E402
import pyarrow.parquet  # noqa: E402

from postil_engines.arrow import parsed_schema  # noqa: E402

lines, parquet = sys.argv[1:]


def printed(form: str) -> str:
    return subprocess.run([os.environ["POSTIL"], "schema", "--format", form], capture_output=True, text=True, check=True).stdout


def check(name: str, found: list, parse_meta: bool = True) -> None:
    """The rows are the records; ``meta`` is compared as what its text says."""
    wanted = [dict(record) for record in records]
    rows = [dict(row) for row in found]
    for row in rows:
        if isinstance(row.get("meta"), str):
            row["meta"] = json.loads(row["meta"])
    if not parse_meta:
        wanted = [{key: value for key, value in record.items() if key != "meta"} for record in wanted]
    if len(rows) != len(wanted):
        sys.exit(f"{name}: {len(rows)} rows instead of {len(wanted)}")
    for row, record in zip(rows, wanted):
        if row != record:
            wrong = [key for key in record if row.get(key, ...) != record[key]]
            sys.exit(f"{name}: {record['id']} differs in {wrong}: {row.get(wrong[0])!r:.300} and not {record[wrong[0]]!r:.300}")
    print(f"{name} reads {len(rows)} records")


records = [json.loads(line) for line in open(lines, encoding="utf-8")]
validator = jsonschema.Draft202012Validator(json.loads(printed("json-schema")))
for record in records:
    validator.validate(record)

# A schema that takes anything would also be one: what is changed must be refused.
for key, value in (("id", 7), ("dates", [{}]), ("error", "none"), ("meta", None)):
    if validator.is_valid({**records[0], key: value}):
        sys.exit(f"JSON Schema accepts {value!r} as {key}")

schema = parsed_schema(printed("arrow"))
typed = pa.schema([field for field in schema if field.name != "meta"])
table = pyarrow.json.read_json(
    lines,
    read_options=pyarrow.json.ReadOptions(block_size=64 << 20),
    parse_options=pyarrow.json.ParseOptions(explicit_schema=typed, unexpected_field_behavior="ignore"),
)
check("pyarrow", table.to_pylist(), parse_meta=False)

database = duckdb.connect()
columns = printed("duckdb").strip()
found = database.execute(f"SELECT * FROM read_json(?, format = 'newline_delimited', columns = {columns})", [lines])
names = [column[0] for column in found.description]
check("DuckDB", [dict(zip(names, row)) for row in found.fetchall()])

check("Polars", polars.read_ndjson(lines, schema=polars.from_arrow(typed.empty_table()).schema).to_dicts(), parse_meta=False)

written = pyarrow.parquet.read_table(parquet)
if written.schema.remove_metadata() != schema:
    sys.exit(f"Parquet has another schema: {written.schema}")
check("Parquet by pyarrow", written.to_pylist())
check("Parquet by Polars", polars.read_parquet(parquet).to_dicts())
found = database.execute("SELECT * FROM read_parquet(?)", [parquet])
check("Parquet by DuckDB", [dict(zip(names, row)) for row in found.fetchall()])
with tempfile.TemporaryDirectory() as cache:
    check("Parquet by datasets", list(datasets.load_dataset("parquet", data_files=parquet, cache_dir=cache, split="train")))
