"""Prodigy is not on PyPI: its tasks are checked as its documentation describes them, with the standard library.

packages:
size: small
"""

import json

from harness import convert, labels, make_records, read_back, same

records = make_records()
convert("prodigy", "tasks.jsonl")
checked = 0
with open("tasks.jsonl", encoding="utf-8", newline="\n") as file:
    for line, record in zip(file, records):
        task = json.loads(line)
        text = task["text"]
        same(text, record["text"], "the text")
        for number, token in enumerate(task.get("tokens", [])):
            same(text[token["start"]:token["end"]], token["text"], "the text of a token")
            same(token["id"], number, "the number of a token")
            same(token["ws"], text[token["end"]:token["end"] + 1] == " ", "whether a blank is behind")
        for span in task["spans"]:
            if "token_start" in span:
                same(task["tokens"][span["token_start"]]["start"], span["start"], "the first token of a span")
                same(task["tokens"][span["token_end"]]["end"], span["end"], "the last token of a span")
            checked += 1
        same(task["meta"], record["meta"], "the caller's fields")
layers = ("entities", "dates", "numbers", "quotes")
for record, own in zip(read_back("prodigy", "tasks.jsonl"), records):
    same(labels(record, layers), labels(own, layers), "spans that were read again")
assert checked > 0, "nothing was compared"
print(f"{checked} compared with the documented form of tasks")
