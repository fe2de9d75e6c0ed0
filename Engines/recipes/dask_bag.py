#!/usr/bin/env python3
"""Annotates JSON lines with Dask: a process of postil for each partition of a bag.

    recipes/dask_bag.py INPUT.jsonl OUTPUT-FOLDER

Needs dask. The partitions' files, in the order of their names, are the records in the order of the input. POSTIL names
the program.
"""

import os
import sys
from pathlib import Path
from typing import Iterable, List

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import dask.bag  # noqa: E402

from postil_engines import Annotator, Options  # noqa: E402


def annotate_partition(lines: Iterable[str], options: Options) -> List[str]:
    """The records of a partition's lines."""
    with Annotator(options) as annotator:
        records = annotator.annotate(line.rstrip("\n").encode() for line in lines)
        return [record.decode().rstrip("\n") for record in records]


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    options = Options(binary=os.environ.get("POSTIL", "postil"))
    lines = dask.bag.read_text(sys.argv[1], blocksize="4MiB")
    lines.map_partitions(annotate_partition, options).to_textfiles(os.path.join(sys.argv[2], "*.jsonl"))


if __name__ == "__main__":
    main()
