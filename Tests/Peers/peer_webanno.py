"""webanno2spacy reads the WebAnno TSV that Postil writes: the spans that it looks up in a text are ours.

packages: webanno2spacy
size: large
"""

import csv
import json
import logging
import pathlib

from harness import convert, finish, labels, make_records, read_back, same
from webanno2spacy import convert_rows

logging.disable(logging.WARNING)
records = make_records()
# Its fourth column is the label, so that tags and lemmas must not stand before it.
with open("plain.jsonl", "w", encoding="utf-8") as file:
    for record in records:
        bare = [{**token, "upos": None, "xpos": None, "lemma": None} for token in record["tokens"]]
        file.write(json.dumps({**record, "tokens": bare}, ensure_ascii=False, separators=(",", ":")) + "\n")
convert("webanno", "tsv", "--layers", "entities", source="plain.jsonl")


class Recorder:
    """Stands in for a Doc and notes which spans are looked up in it."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int, str]] = []

    def set_extension(self, *arguments: object, **options: object) -> None:
        pass

    def char_span(self, start: int, end: int, label: str, **options: object) -> None:
        self.spans.append((start, end, label))


checked = 0
by_name = {record["id"]: record for record in records}
for path in sorted(pathlib.Path("tsv").iterdir()):
    record = by_name[path.stem]
    # It takes offsets for code points, which is right for the Basic Multilingual Plane alone.
    if not record["text"].isascii() or '"' in record["text"] or "\r" in record["text"]:
        continue
    recorder = Recorder()
    with open(path, encoding="utf-8", newline="") as file:
        convert_rows(lambda text: recorder, record["text"], csv.reader(file, delimiter="\t", quotechar='"'))
    own = labels(record, ["entities"])
    # It tells spans of several tokens apart by label and position, not by number, so that their ends are its own.
    for start, end, label in recorder.spans:
        assert any(a <= start < b and kind == label for a, b, kind in own), (path.name, start, end, label)
        checked += 1

convert("webanno", "all", "--layers", "entities,dates,numbers,quotes")
for record in read_back("webanno", "all"):
    own = by_name[pathlib.Path(record["id"]).stem]
    layers = ("entities", "dates", "numbers", "quotes")
    assert len(labels(record, layers)) == len(labels(own, layers)), own["id"]
    same([t["text"] for t in record["tokens"]], [t["text"] for t in own["tokens"]], "tokens that were read again")
    same([t["start"] for t in record["tokens"]], [t["start"] for t in own["tokens"]], "places that were read again")
finish(checked, "webanno2spacy")
