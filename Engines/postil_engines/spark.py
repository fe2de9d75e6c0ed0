"""Annotates Spark DataFrames and RDDs with ``postil``."""

from __future__ import annotations

import atexit
import os
import shlex
import shutil
import subprocess
import tempfile
import zipfile
from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Deque, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple

import pyarrow as pa
import pyarrow.compute as pc
from pyspark import RDD, SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import AtomicType, StringType, StructField, StructType, _parse_datatype_string

from .annotator import Annotator
from .arrow import read_records, record_schema
from .errors import PostilError
from .options import Options
from .records import input_line, placeless

# What a batch for the engine holds at most, beyond its last record: records are many times as long as texts.
_BATCH_ROWS = 512
_BATCH_BYTES = 8 << 20


def brought_along(name: str) -> Optional[str]:
    """The path of a file that ``--files``, ``--archives`` or ``SparkContext.addFile`` has brought to this machine."""
    for folder in (_files_folder(), os.getcwd()):
        if folder and os.path.exists(os.path.join(folder, name)):
            return os.path.join(folder, name)
    return None


def _files_folder() -> Optional[str]:
    try:
        return SparkFiles.getRootDirectory()
    except Exception:  # noqa: BLE001 - without a context there is no folder, however this is said.
        return None


def annotate(
    frame: DataFrame,
    text_column: str = "text",
    id_column: str = "id",
    *,
    anchor_column: Optional[str] = None,
    into: str = "postil",
    fields: Optional[Sequence[str]] = None,
    as_json: bool = False,
    pass_columns: Sequence[str] = (),
    options: Options = Options(),
) -> DataFrame:
    """Adds to each row the record of its text.

    All columns stay as they are; one more holds the record as a structure, typed by the program's own schema, so that
    nothing is inferred. A row whose text is null, damaged or too much for the program has a record with ``status``
    ``error`` and the reason. Each task runs one process for all of its rows (see ``Annotator``); a record depends on
    its row and the options alone.

    :param text_column: Strings, or bytes of UTF-8 where damaged texts are to be told by their bytes.
    :param id_column: Identifiers, of any type that has a text; null counts as the empty one.
    :param anchor_column: Dates to which the texts' dates refer: strings in ISO 8601, dates or instants.
    :param into: The name of the new column; ``frame.select("*", "postil.*")`` takes it apart.
    :param fields: The fields of the record that are wanted, such as ``["status", "dates", "error"]``; all if not given.
        What is not wanted is not read, so that fewer are faster.
    :param as_json: Whether the new column is to be the record's line itself, as ``postil annotate`` writes it.
    :param pass_columns: Columns of which plugins get the text of the values; the record's ``meta`` has them too.
    :raises ValueError: A column is not there, or has a type that cannot be used.
    :raises PostilError: The program is not there or does not know a field. What only a task can notice, such as a layer
        that does not exist, fails the job with the program's own words.
    """
    names = frame.columns
    for name in (text_column, id_column, *([anchor_column] if anchor_column else []), *pass_columns):
        if names.count(name) != 1:
            raise ValueError(f"there are {names.count(name)} columns '{name}'; columns: {', '.join(names)}")
    if into in names:
        raise ValueError(f"there is a column '{into}' already: choose another name by into=")
    types = {field.name: field.dataType for field in frame.schema.fields}
    for name, wanted, kinds in (
        (text_column, "text", ("string", "varchar", "char", "binary")),
        (anchor_column, "dates", ("string", "varchar", "char", "date", "timestamp", "timestamp_ntz")),
    ):
        if name and types[name].typeName() not in kinds:
            raise ValueError(f"the column '{name}' holds {types[name].simpleString()}, not {wanted}")
    for name in (id_column, *pass_columns):
        if not isinstance(types[name], AtomicType):
            raise ValueError(f"the column '{name}' holds {types[name].simpleString()}, not single values")
    program = options.program(brought_along)
    rows = _Rows(
        text=names.index(text_column),
        identifier=names.index(id_column),
        anchor=names.index(anchor_column) if anchor_column else None,
        passed=[(name, names.index(name)) for name in pass_columns],
    )
    schema = None if as_json else record_schema(program, fields)
    kind = StringType() if as_json else record_type(program, fields)
    work = partial(_annotate_batches, rows=rows, schema=schema, into=into, options=options)
    return frame.mapInArrow(work, StructType([*frame.schema.fields, StructField(into, kind)]))


def pipe(lines: RDD, options: Options = Options()) -> RDD:
    """The records of an RDD of JSON lines, as lines, by ``RDD.pipe``: a process for each partition.

    A line is what ``postil annotate`` reads, with whatever fields; give each an ``id``, because one without is called by
    its place in the partition. A process that ends fails its task, which Spark repeats.
    """
    # The working folder of an executor holds what --files has brought; a local session has it elsewhere.
    script = 'for program in "$1" "$2" "$3"; do if [ -x "$program" ]; then break; fi; done; shift 3; exec "$program" "$@"'
    places = [os.path.join(".", options.binary), brought_along(options.binary) or options.binary, options.binary]
    command = ["sh", "-c", script, "postil", *places, *options.annotate_arguments()]
    return lines.pipe(shlex.join(command), env=dict(options.environment), checkCode=True)


def ship(session: SparkSession, *paths: str) -> None:
    """Brings this package and the given files and folders, the program among them, to all executors.

    What was brought is named in ``Options`` by its last part: ``Options(binary="postil", plugins=["my.rules"])``. Where
    the package is installed on all machines, ``--files`` does the same.
    """
    context = session.sparkContext
    # Executors ask for the file whenever they start, as long as the session lasts.
    folder = tempfile.mkdtemp(prefix="postil-engines-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    package = os.path.join(folder, "postil_engines.zip")
    with zipfile.ZipFile(package, "w") as archive:
        for module in sorted(Path(__file__).parent.glob("*.py")):
            archive.write(module, f"postil_engines/{module.name}")
    context.addPyFile(package)
    for path in paths:
        context.addFile(path, recursive=os.path.isdir(path))


def record_type(program: str, fields: Optional[Sequence[str]] = None) -> StructType:
    """The type of records as the program prints it, for ``from_json`` and for the column that ``annotate`` adds.

    :param fields: The fields wanted, in this order; all if there are none.
    """
    asked = subprocess.run([program, "schema", "--format", "spark-ddl"], capture_output=True, text=True)
    if asked.returncode != 0:
        raise PostilError(f"{program} does not print its schema: {asked.stderr.strip()}")
    parse = getattr(StructType, "fromDDL", None) or _parse_datatype_string
    whole = parse(asked.stdout.strip())
    return StructType([whole[name] for name in fields]) if fields else whole


class _Rows(NamedTuple):
    """Where the columns stand that make a line."""

    text: int
    identifier: int
    anchor: Optional[int]
    passed: Sequence[Tuple[str, int]]

    def lines(self, batch: pa.RecordBatch) -> Iterator[Tuple[str, bytes]]:
        """The identifier and the line of each row."""
        for start in range(0, batch.num_rows, _BATCH_ROWS):
            piece = batch.slice(start, _BATCH_ROWS)
            identifiers = _texts(piece.column(self.identifier))
            texts = piece.column(self.text).to_pylist()
            anchors = _instants(piece.column(self.anchor)) if self.anchor is not None else [None] * len(texts)
            passed = [(name, _texts(piece.column(column))) for name, column in self.passed]
            for row, (identifier, text, anchor) in enumerate(zip(identifiers, texts, anchors)):
                others = {name: values[row] for name, values in passed}
                yield identifier or "", input_line(identifier or "", text, anchor, others)


def _texts(column: pa.Array) -> List[Optional[str]]:
    if pa.types.is_binary(column.type):
        return [None if value is None else value.decode("utf-8", "replace") for value in column.to_pylist()]
    return column.cast(pa.string()).to_pylist()


def _instants(column: pa.Array) -> List[Optional[str]]:
    if pa.types.is_timestamp(column.type):
        zone = column.type.tz and "UTC"
        seconds = column.cast(pa.timestamp("s", zone), safe=False)
        return pc.strftime(seconds, "%Y-%m-%dT%H:%M:%S" + ("Z" if zone else "")).to_pylist()
    return _texts(column)


def _annotate_batches(
    batches: Iterable[pa.RecordBatch], rows: _Rows, schema: Optional[pa.Schema], into: str, options: Options
) -> Iterator[pa.RecordBatch]:
    """What a task does: rows in, the same rows with their records out, in the same order."""
    if rows.anchor is not None:
        options = replace(options, arguments=[*options.arguments, "--anchor-key", "anchor"])
    # Batches of which rows are under way, and the identifiers of those rows.
    held: Deque[pa.RecordBatch] = deque()
    identifiers: Deque[str] = deque()

    def lines() -> Iterator[bytes]:
        for batch in batches:
            if batch.num_rows > 0:
                held.append(batch)
            for identifier, line in rows.lines(batch):
                identifiers.append(identifier)
                yield line

    with Annotator(options, brought_along) as annotator:
        done = 0
        records: List[bytes] = []
        size = 0
        for record in annotator.annotate(lines()):
            records.append(placeless(record, identifiers.popleft()))
            size += len(record)
            batch = held[0]
            if done + len(records) == batch.num_rows or len(records) >= _BATCH_ROWS or size >= _BATCH_BYTES:
                yield _joined(batch.slice(done, len(records)), records, schema, into)
                done += len(records)
                records = []
                size = 0
                if done == batch.num_rows:
                    held.popleft()
                    done = 0


def _joined(rows: pa.RecordBatch, records: Sequence[bytes], schema: Optional[pa.Schema], into: str) -> pa.RecordBatch:
    if schema is None:
        column = pa.array([record[:-1] for record in records], pa.string())
    else:
        column = read_records(records, schema)
    return pa.RecordBatch.from_arrays([*rows.columns, column], names=[*rows.schema.names, into])
