#!/usr/bin/env python3
"""Annotates JSON lines with Ray Data: an actor keeps a process of postil for all batches that it gets.

    recipes/ray_actor.py INPUT.jsonl OUTPUT-FOLDER [ACTORS]

Needs ray[data]. Batches are Arrow tables in and out, typed by the program's own schema. POSTIL names the program.
"""

import os
import sys
from pathlib import Path
from typing import Optional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pyarrow as pa  # noqa: E402
import ray  # noqa: E402

from postil_engines import Annotator, Options, input_line  # noqa: E402
from postil_engines.arrow import read_records, record_schema  # noqa: E402
from postil_engines.records import placeless  # noqa: E402


class Annotate:
    """An actor; Ray makes it once and calls it with batch after batch."""

    def __init__(self, options: Options) -> None:
        self.annotator = Annotator(options)
        self.schema = record_schema(options.program())

    def __call__(self, batch: pa.Table) -> pa.Table:
        names = batch.column("id").to_pylist()
        lines = map(input_line, names, batch.column("text").to_pylist())
        records = map(placeless, self.annotator.annotate(lines), names)
        return batch.append_column("postil", read_records(records, self.schema))


def annotate(documents: "ray.data.Dataset", options: Options, actors: Optional[int] = None) -> "ray.data.Dataset":
    """Adds to each row of ``documents`` (columns ``id`` and ``text``) the record of its text.

    :param actors: Actors, each with a processor; all processors but one if not given, because with actors on all of them
        there is none left to read on, and Ray waits for ever.
    """
    actors = actors or max(int(ray.cluster_resources()["CPU"]) - 1, 1)
    return documents.map_batches(
        Annotate,
        fn_constructor_args=(options,),
        batch_format="pyarrow",
        batch_size=512,
        compute=ray.data.ActorPoolStrategy(size=actors),
    )


def main() -> None:
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    options = Options(binary=os.environ.get("POSTIL", "postil"))
    # Workers import what this file imports.
    ray.init(runtime_env={"env_vars": {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}}, include_dashboard=False)
    documents = ray.data.read_json(sys.argv[1], lines=True)
    annotate(documents, options, int(sys.argv[3]) if len(sys.argv) == 4 else None).write_parquet(sys.argv[2])


if __name__ == "__main__":
    main()
