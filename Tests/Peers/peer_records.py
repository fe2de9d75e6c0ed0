"""DuckDB, Polars, PyArrow and Hugging Face datasets read records, those of failed documents among them.

packages: duckdb polars pyarrow datasets
size: large
"""

import json
import pathlib

import datasets
import duckdb
import polars
import pyarrow.json
from harness import finish, make_records, postil, read_records, same

make_records("sound.jsonl")
with open("input.jsonl", "a", encoding="utf-8") as file:
    file.write('{"id":"without"}\n')
done = postil("annotate", "input.jsonl", "--layers", "sentences,tokens,dates,numbers,entities,quotes,sentiment", "-o", "all.jsonl", check=False)
same(done.returncode, 1, "the exit code with a failed document")
records = read_records("all.jsonl")
entities = [(e["text"], e["type"], e["start"]) for r in records for e in r["entities"]]

# Line breaks of Unicode stand inside of texts, where readers of lines must not see them.
rows = duckdb.sql("select id, status, unnest(entities) as e from read_json('all.jsonl', format='newline_delimited')")
same([(e["text"], e["type"], e["start"]) for _, _, e in rows.fetchall()], entities, "names by DuckDB")
count = duckdb.sql("select count(*) from read_json('all.jsonl', format='newline_delimited') where error is not null")
same(count.fetchall()[0][0], 1, "failed documents by DuckDB")

frame = polars.read_ndjson("all.jsonl", infer_schema_length=None)
names = frame.select("entities").explode("entities").drop_nulls().unnest("entities")
same(list(zip(names["text"], names["type"], names["start"])), entities, "names by Polars")

table = pyarrow.json.read_json("all.jsonl", read_options=pyarrow.json.ReadOptions(block_size=1 << 26))
same([(e["text"], e["type"], e["start"]) for es in table["entities"].to_pylist() for e in es], entities, "names by Arrow")
fields = {field["name"] for field in json.loads(postil("schema", "--format", "arrow").stdout)["fields"]}
same(fields | {"meta"}, set(table.column_names), "the fields of the schema for Arrow")

data = datasets.load_dataset("json", data_files="all.jsonl", split="train", cache_dir=str(pathlib.Path("cache").resolve()))
same([(e["text"], e["type"], e["start"]) for es in data["entities"] for e in es], entities, "names by datasets")
finish(4 * len(entities), "duckdb", "polars", "pyarrow", "datasets")
