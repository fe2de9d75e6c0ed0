"""The record as Arrow: its schema as the program prints it, and records read with it."""

from __future__ import annotations

import json
import subprocess
from typing import Any, Dict, Iterable, List, Optional, Sequence

import pyarrow as pa
import pyarrow.json

from .errors import PostilError

_TYPES = {"utf8": pa.string(), "int": pa.int64(), "floatingpoint": pa.float64(), "bool": pa.bool_()}


def record_schema(program: str, fields: Optional[Sequence[str]] = None) -> pa.Schema:
    """The schema of records as a program prints it, with ``meta`` as text behind.

    :param fields: The fields wanted, in this order; all if there are none.
    :raises PostilError: The program does not say it, or has no such field.
    """
    asked = subprocess.run([program, "schema", "--format", "arrow"], capture_output=True, text=True)
    if asked.returncode != 0:
        raise PostilError(f"{program} does not print its schema: {asked.stderr.strip()}")
    return parsed_schema(asked.stdout, fields)


def parsed_schema(text: str, fields: Optional[Sequence[str]] = None) -> pa.Schema:
    """The schema that ``postil schema --format arrow`` has printed, with ``meta`` as text behind.

    All fields are nullable, whatever the printed one says: Arrow's JSON reader gives no others, and not every version
    makes others of them.

    :raises PostilError: There is no such field.
    """
    known = {field["name"]: _field(field) for field in json.loads(text)["fields"]}
    known.setdefault("meta", pa.field("meta", pa.string()))
    unknown = [name for name in fields or () if name not in known]
    if unknown:
        raise PostilError(f"records have no field '{unknown[0]}'; fields: {', '.join(known)}")
    return pa.schema([known[name] for name in fields] if fields else list(known.values()))


def _field(description: Dict[str, Any]) -> pa.Field:
    kind = description["type"]["name"]
    children = [_field(child) for child in description["children"]]
    if kind == "list":
        type_ = pa.list_(children[0])
    elif kind == "struct":
        type_ = pa.struct(children)
    else:
        type_ = _TYPES[kind]
    return pa.field(description["name"], type_)


def read_records(records: Iterable[bytes], schema: pa.Schema) -> pa.StructArray:
    """Records as an array of structures with the fields of ``schema``; other fields are passed over.

    Nothing is inferred: a value of another type than the schema's is an error.
    """
    lines: List[bytes] = list(records)
    columns: Dict[str, pa.Array] = {}
    # The caller's own object has no type; its text is the last value of each line.
    if "meta" in schema.names:
        columns["meta"] = pa.array([_meta(line) for line in lines], pa.string())
    typed = pa.schema([field for field in schema if field.name != "meta"])
    if len(typed) > 0:
        block = b"".join(lines)
        table = pyarrow.json.read_json(
            pa.BufferReader(block),
            read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=max(len(block), 1)),
            parse_options=pyarrow.json.ParseOptions(explicit_schema=typed, unexpected_field_behavior="ignore"),
        ).combine_chunks()
        for field in typed:
            column = table.column(field.name)
            columns[field.name] = column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
    return pa.StructArray.from_arrays([columns[field.name] for field in schema], fields=list(schema))


def _meta(line: bytes) -> str:
    return line[line.index(b',"meta":{') + 8 :].rstrip()[:-1].decode()
