"""Three parsers of brat's standoff read what Postil writes: pybrat, bratly and that of mendelai.

packages: pybrat bratly bratly-io-fs mendelai-brat-parser smart_open
size: small
"""

import pathlib

import brat_parser
from bratly.io.file_read_src import parse_and_fix_ann_grammar
from harness import convert, finish, make_records, read_back, same, surfaces
from pybrat.parser import BratParser

ALL = ("entities", "dates", "numbers", "quotes")
records = {record["id"]: record for record in make_records()}
convert("brat", "brat", "--layers", ",".join(ALL))
checked = 0


def lines(text: str) -> str:
    """A text as a span over several lines shows it."""
    return " ".join(line for line in text.splitlines() if line)


def parsed(path: pathlib.Path) -> brat_parser.Document:
    """What mendelai-brat-parser makes of a file; normalizations, which it does not know, would be parts of texts."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return brat_parser.parse_string("\n".join(line for line in lines if not line.startswith("N")))


for path in sorted(pathlib.Path("brat").glob("*.ann")):
    record = records[path.stem]
    # newline="": Python would make LF of CR LF, and brat does not.
    with open(path.with_suffix(".txt"), encoding="utf-8", newline="") as file:
        text = file.read()
    same(text, record["text"], "the text")
    wanted = sorted((lines(surface), label) for surface, label in surfaces(record, ALL))
    entities = parsed(path).entities
    found = []
    for entity in entities:
        surface = " ".join(text[start:end] for start, end in entity.span)
        same(entity.text.replace(" ", "\t"), surface.replace(" ", "\t"), "the text beside offsets")
        found.append((surface, entity.type))
    same(sorted(found), wanted, "spans by mendelai-brat-parser")
    parse_and_fix_ann_grammar(path.read_text(encoding="utf-8"))
    checked += len(found)

parser = BratParser(error="ignore")
for example in parser.parse("brat"):
    for entity in example.entities:
        surface = " ".join(example.text[span.start:span.end] for span in entity.spans)
        # pybrat reads texts with Python's line ends, which moves what is behind CR LF.
        if "\r" not in records[pathlib.Path(example.id).stem]["text"]:
            same(surface, entity.mention, "a mention by pybrat")
            checked += 1

pathlib.Path("peer").mkdir()
for path in pathlib.Path("brat").iterdir():
    if path.suffix == ".txt":
        (pathlib.Path("peer") / path.name).write_bytes(path.read_bytes())
    else:
        brat_parser.dump(parsed(path), str(pathlib.Path("peer") / path.name))
for record in read_back("brat", "peer"):
    own = records[pathlib.Path(record["id"]).stem]
    same(sorted(surfaces(record, ALL)), sorted(surfaces(own, ALL)), "spans that were read again")
finish(checked, "pybrat", "bratly", "mendelai-brat-parser")
