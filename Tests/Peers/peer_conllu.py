"""conllu reads what Postil writes, and what it writes is read again.

packages: conllu
size: small
"""

import conllu
from harness import FLAT, convert, finish, make_records, postil, read_records, same, surfaces

records = make_records()
convert("conllu", "out.conllu", "--layers", FLAT)
checked = 0
texts = {record["id"]: record["text"] for record in records}
tokens = {record["id"]: [t["text"] for t in record["tokens"]] for record in records}
found: dict[str, list[str]] = {}
identifier = ""
sentences = []
with open("out.conllu", encoding="utf-8") as file:
    sentences = list(conllu.parse_incr(file))
for sentence in sentences:
    identifier = sentence.metadata.get("newdoc id", identifier)
    for token in sentence:
        start, end = map(int, token["misc"]["TokenRange"].split(":"))
        surface = texts[identifier][start:end]
        same(" ".join(surface.split()), token["form"], "a form and the text at its range")
        found.setdefault(identifier, []).append(surface)
        checked += 1
same(found, {key: value for key, value in tokens.items() if value}, "tokens")

with open("peer.conllu", "w", encoding="utf-8", newline="\n") as file:
    file.writelines(sentence.serialize() for sentence in sentences)
postil("convert", "peer.conllu", "--to", "postil", "-o", "back.jsonl")
postil("verify", "back.jsonl")
back = {record["id"]: record for record in read_records("back.jsonl")}
# Readers that drop blocks without words drop empty documents.
for record in records:
    if not record["tokens"]:
        continue
    same(back[record["id"]]["text"], record["text"], "the text")
    same([t["lemma"] for t in back[record["id"]]["tokens"]], [" ".join(t["lemma"].split()) for t in record["tokens"]], "lemmas")
    same(set(surfaces(back[record["id"]])) - set(surfaces(record)), set(), "labels")
finish(checked, "conllu")
