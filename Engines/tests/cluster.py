"""What tests and the trial of a cluster share: a session, documents, and processes to kill."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
from pathlib import Path
from typing import Callable, Iterator, List, Tuple, Union

ENGINES = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ENGINES))

from pyspark.sql import SparkSession  # noqa: E402

Text = Union[bytes, None]


@contextlib.contextmanager
def session(master: str, program: str) -> Iterator[SparkSession]:
    """A session whose executors know nothing of this folder: what they need is shipped."""
    from postil_engines.spark import ship

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(master).appName("postil-engines")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.session.timeZone": "Europe/Vienna",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
        "spark.ui.showConsoleProgress": "false",
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        spark.sparkContext.setLogLevel("OFF")
        ship(spark, program)
        yield spark
    finally:
        spark.stop()


def paragraphs() -> List[str]:
    """The paragraphs of the texts that come with the project."""
    root = ENGINES.parent
    files = sorted([*root.glob("corpora/**/*.txt"), *root.glob("seeds/*.txt")])
    return [part for file in files for part in file.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def documents(count: int) -> Iterator[Tuple[str, Text]]:
    """Documents with their identifiers, always the same: most sound, some null, empty, damaged or huge."""
    parts = paragraphs()
    chance = random.Random(2014)
    for number in range(count):
        identifier = chance.choice([f"doc-{number}", f"{number:08x}", f"é {number}", f'a "b" \\ {number}', str(number)])
        text: Text = "\n\n".join(chance.choice(parts) for _ in range(chance.choice([1, 1, 2, 3]))).encode()
        if number % 997 == 11:
            text = None
        elif number % 997 == 12:
            text = b""
        elif number % 997 == 13:
            text = text[:20] + b"\xed\xa0\x80" + text[20:]
        elif number % 997 == 14:
            text = b"\xff" + text
        elif number % 40_000 == 20_000:
            text = "\n\n".join(parts * 10).encode()
        yield identifier, text


def descendants(program: str) -> List[int]:
    """The processes under this one whose program has this name."""
    parents = {}
    names = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError, IndexError):
                status = Path("/proc", entry, "stat").read_text()
                parents[int(entry)] = int(status.rpartition(")")[2].split()[1])
                names[int(entry)] = Path("/proc", entry, "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    found = []
    for process in parents:
        ancestor = process
        while ancestor in parents and ancestor != os.getpid():
            ancestor = parents[ancestor]
        if ancestor == os.getpid() and process != os.getpid() and program in names.get(process, ""):
            found.append(process)
    return sorted(found)


def kill_one(program: str) -> int:
    """Kills the first process under this one whose command line holds ``program``; 0 where there is none."""
    for process in descendants(program):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
            return process
    return 0
