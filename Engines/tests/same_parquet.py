"""Checks that the column ``postil`` of a folder of Parquet holds the records of a file.

    same_parquet.py RECORDS.jsonl FOLDER
"""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pyarrow.parquet as pq  # noqa: E402

from postil_engines.arrow import read_records, record_schema  # noqa: E402
from postil_engines.records import placeless  # noqa: E402

schema = record_schema(os.environ["POSTIL"])
with open(sys.argv[1], "rb") as file:
    wanted = read_records([placeless(line, json.loads(line)["id"]) for line in file], schema).to_pylist()
found = pq.read_table(sys.argv[2]).column("postil").to_pylist()


def identifier(record: dict) -> str:
    return record["id"]


if len(found) != len(wanted):
    sys.exit(f"{len(found)} records instead of {len(wanted)}")
for row, record in zip(sorted(found, key=identifier), sorted(wanted, key=identifier)):
    wrong = [key for key in record if row[key] != record[key]]
    if wrong:
        sys.exit(f"the record of {row['id']} differs in {wrong}: {row[wrong[0]]!r:.300} and not {record[wrong[0]]!r:.300}")
