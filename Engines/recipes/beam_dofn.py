#!/usr/bin/env python3
"""Annotates JSON lines with Apache Beam: a DoFn keeps a process of postil from setup to teardown.

    recipes/beam_dofn.py INPUT.jsonl OUTPUT [PIPELINE-OPTION…]

Needs apache-beam. POSTIL names the program; on workers elsewhere it comes with the container.
"""

import os
import sys
from pathlib import Path
from typing import Iterable, List, Optional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import apache_beam as beam  # noqa: E402
from apache_beam.options.pipeline_options import PipelineOptions  # noqa: E402

from postil_engines import Annotator, Options  # noqa: E402


class Annotate(beam.DoFn):
    """Lines of JSON, in batches, to lines of records.

    A bundle that fails is given to a worker again as a whole; records are the same every time.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.annotator: Optional[Annotator] = None

    def setup(self) -> None:
        self.annotator = Annotator(self.options)

    def process(self, batch: List[str]) -> Iterable[str]:
        for record in self.annotator.annotate(line.encode() for line in batch):
            yield record.decode().rstrip("\n")

    def teardown(self) -> None:
        if self.annotator is not None:
            self.annotator.close()


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    options = Options(binary=os.environ.get("POSTIL", "postil"))
    with beam.Pipeline(options=PipelineOptions(sys.argv[3:])) as pipeline:
        lines = pipeline | beam.io.ReadFromText(sys.argv[1])
        batches = lines | beam.BatchElements(min_batch_size=64, max_batch_size=512)
        batches | beam.ParDo(Annotate(options)) | beam.io.WriteToText(sys.argv[2])


if __name__ == "__main__":
    main()
