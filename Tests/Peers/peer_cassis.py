"""dkpro-cassis reads the CAS that Postil writes, and what it writes is read again.

packages: dkpro-cassis
size: small
"""

import pathlib

from cassis import load_cas_from_json
from harness import convert, finish, labels, make_records, read_back, same, surfaces

ALL = ("entities", "dates", "numbers", "quotes")
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
records = {record["id"]: record for record in make_records()}
convert("uima", "cas", "--layers", ",".join(ALL))
checked = 0
pathlib.Path("peer").mkdir()
for path in sorted(pathlib.Path("cas").iterdir()):
    record = records[path.name.split(".")[0]]
    with open(path, "rb") as file:
        cas = load_cas_from_json(file)
    same(cas.sofa_string, record["text"], "the text")
    own = [(s.get_covered_text(), s.label) for s in cas.select("org.postil.Span")]
    named = [(n.get_covered_text(), n.value) for n in cas.select(DKPRO + "ner.type.NamedEntity")]
    same(sorted(own + named), sorted(surfaces(record, ALL)), "spans")
    tokens = cas.select(DKPRO + "segmentation.type.Token")
    same([t.get_covered_text() for t in tokens], [t["text"] for t in record["tokens"]], "tokens")
    same([t.pos.PosValue for t in tokens], [t["xpos"] for t in record["tokens"]], "tags")
    same([t.lemma.value for t in tokens], [t["lemma"] for t in record["tokens"]], "lemmas")
    sentences = cas.select(DKPRO + "segmentation.type.Sentence")
    wanted = [record["text"][s["start"]:s["end"]] for s in record["sentences"]]
    same([s.get_covered_text() for s in sentences], wanted, "sentences")
    checked += len(own) + len(named) + len(tokens) + len(sentences)
    cas.to_json(f"peer/{path.name}")
for record in read_back("uima", "peer"):
    same(labels(record, ALL), labels(records[record["id"]], ALL), "spans that were read again")
    same([d["value"] for d in record["dates"]], [d["value"] for d in records[record["id"]]["dates"]], "values of dates")
finish(checked, "dkpro-cassis")
