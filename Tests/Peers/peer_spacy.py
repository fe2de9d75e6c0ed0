"""spaCy makes a Doc of what Postil writes, and what Doc.to_json writes is read again; its converters read columns.

packages: spacy
size: large
"""

import json

import spacy
from harness import FLAT, convert, finish, make_records, postil, read_back, same, surfaces
from spacy.tokens import Doc
from spacy.training.converters import conll_ner_to_docs, conllu_to_docs

ALL = ("entities", "dates", "numbers", "quotes")
records = make_records()
convert("spacy", "out.spacy.jsonl", "--layers", ",".join(ALL))
vocab = spacy.blank("en").vocab
checked = 0
docs = []
with open("out.spacy.jsonl", encoding="utf-8", newline="\n") as file:
    for line, record in zip(file, records):
        doc = Doc(vocab).from_json(json.loads(line), validate=True)
        docs.append(doc)
        same(doc.text, record["text"], "the text")
        tokens = [t for t in doc if t.pos_ != "SPACE"]
        same([t.text for t in tokens], [t["text"] for t in record["tokens"]], "tokens")
        same([t.tag_ for t in tokens], [t["xpos"] for t in record["tokens"]], "tags")
        same([t.lemma_ for t in tokens], [t["lemma"] for t in record["tokens"]], "lemmas")
        spans = [(s.text, s.label_) for group in doc.spans.values() for s in group]
        wanted = [s for s in surfaces(record, ALL)]
        # Spans that cut a token are left out, and the program says so.
        same(sorted(set(spans) - set(wanted)), [], "spans")
        assert len(wanted) - len(spans) <= 2, (spans, wanted)
        assert {(e.text, e.label_) for e in doc.ents} <= set(spans)
        checked += len(tokens) + len(spans)

with open("peer.spacy.jsonl", "w", encoding="utf-8", newline="\n") as file:
    for doc in docs:
        file.write(json.dumps(doc.to_json(), ensure_ascii=False) + "\n")
for record, own in zip(read_back("spacy", "peer.spacy.jsonl"), records):
    same(record["text"], own["text"], "the text")
    same([t["text"] for t in record["tokens"]], [t["text"] for t in own["tokens"]], "tokens that were read again")
    same(record["sentences"], own["sentences"], "sentences that were read again")
    same(set(surfaces(record, ALL)) - set(surfaces(own, ALL)), set(), "spans that were read again")

postil("convert", "records.jsonl", "--to", "conllu", "--layers", FLAT, "-o", "out.conllu")
postil("convert", "records.jsonl", "--to", "conll2003", "--layers", FLAT, "-o", "out.conll")
names = sum(1 for line in open("out.conllu", encoding="utf-8", newline="\n") if "NE=B-" in line)
data = open("out.conllu", encoding="utf-8", newline="\n").read()
ents = [e for doc in conllu_to_docs(data, no_print=True) for e in doc.ents]
same(len(ents), names, "names that spaCy's converter of CoNLL-U finds")
data = open("out.conll", encoding="utf-8", newline="\n").read()
ents = [e for doc in conll_ner_to_docs(data, no_print=True) for e in doc.ents]
same(len(ents), names, "names that spaCy's converter of CoNLL-2003 finds")
finish(checked, "spacy")
