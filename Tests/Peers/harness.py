"""What the tests of other programs have in common: texts, records, and the comparison of what stands at each offset."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
from importlib import metadata
from typing import Any, Iterable

POSTIL = os.environ["POSTIL"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
LAYERS = "sentences,tokens,dates,numbers,entities,quotes,paragraphs"
FLAT = "entities,dates,numbers"

HOSTILE = [
    "",
    "  Led by blanks, Anna Weiss paid $5.50 on 3 May 2024. ",
    "😊 Anna Weiss met Dr. Okoye in Vienna 🇳🇴. “It leaks,” she said. 👩🏿‍🍳 cooks at 5 p.m.",
    "𝒊 is italic; E\u0301mile Zola left Paris on Friday.",
    "One line\r\nAnother in Berlin\r\n\r\nA third, 12 %.\r\n",
    "Tabs\tin\tVienna\tand 5 km/h",
    'AT&T <b>said</b> "no" to \'Vienna\' & left > 44 behind.',
    "“He said: ‘Go to Vienna,’ and I went,” said Anna Weiss.",
    "a\u2028b in Vienna\u2029c, 7 \u0085!",
    "back\\slash _x_ [y] {z} *w* | v ; u # t in Vienna",
]


def postil(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs the program; its failure is the test's."""
    done = subprocess.run([POSTIL, *arguments], capture_output=True, text=True, encoding="utf-8")
    if check and done.returncode != 0:
        raise AssertionError(f"postil {' '.join(arguments)}: exit code {done.returncode}: {done.stderr}")
    return done


def make_records(path: str = "records.jsonl") -> list[dict[str, Any]]:
    """Annotates the sample corpora and hard texts, with identifiers that are names of files, and returns the records."""
    with open("input.jsonl", "w", encoding="utf-8") as file:
        texts = [p.read_bytes().decode() for p in sorted(ROOT.glob("corpora/*/*.txt"))] + HOSTILE
        for number, text in enumerate(texts):
            line = {"id": f"doc-{number:03}", "text": text, "source": {"page": number}}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    postil("annotate", "input.jsonl", "--layers", LAYERS, "--anchor", "2014-06-17", "-o", path)
    return read_records(path)


def read_records(path: str) -> list[dict[str, Any]]:
    """The records of a file; line breaks other than LF are in texts."""
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file.read().split("\n") if line]


def convert(target: str, output: str, *arguments: str, source: str = "records.jsonl") -> None:
    """Writes records in another format."""
    postil("convert", source, "--to", target, "-o", output, *arguments)


def read_back(source: str, path: str, output: str = "back.jsonl") -> list[dict[str, Any]]:
    """Reads what a peer has written into records, and proves them."""
    postil("convert", path, "--from", source, "--to", "postil", "-o", output)
    postil("verify", output)
    return read_records(output)


def labels(record: dict[str, Any], layers: Iterable[str] = ("entities", "dates", "numbers")) -> list[tuple[int, int, str]]:
    """Start, end and type of the annotations of layers, in order."""
    kinds = {"entities": "type", "dates": "type", "numbers": "kind", "quotes": "kind"}
    return sorted((a["start"], a["end"], a[kinds[layer]]) for layer in layers for a in record[layer])


def surfaces(record: dict[str, Any], layers: Iterable[str] = ("entities", "dates", "numbers")) -> list[tuple[str, str]]:
    """The texts and types of the same."""
    return [(record["text"][start:end], label) for start, end, label in labels(record, layers)]


def same(found: Any, wanted: Any, what: str) -> None:
    """Fails where two values differ, with the place of the first difference in lists."""
    if found == wanted:
        return
    if isinstance(found, list) and isinstance(wanted, list):
        for position, (left, right) in enumerate(zip(found, wanted)):
            if left != right:
                raise AssertionError(f"{what}: number {position} is {left!r} and not {right!r}")
        raise AssertionError(f"{what}: {len(found)} and not {len(wanted)}: {str(found)[:300]}")
    raise AssertionError(f"{what}: {str(found)[:300]!r} and not {str(wanted)[:300]!r}")


def finish(checked: int, *packages: str) -> None:
    """Says what was opened and with which versions; a test that has compared nothing has failed."""
    assert checked > 0, "nothing was compared"
    print(f"{checked} compared, " + ", ".join(f"{name} {metadata.version(name)}" for name in packages), file=sys.stdout)
