"""The converter of Label Studio's SDK reads the tasks that Postil writes.

packages: label-studio-sdk
size: large
"""

import json
import pathlib

from harness import FLAT, convert, finish, labels, make_records, read_back, same, surfaces
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

CONFIG = """<View><Labels name="label" toName="text">{}</Labels><Text name="text" value="$text"/></View>"""

records = make_records()
convert("label-studio", "tasks.json", "--layers", FLAT)
tasks = json.loads(pathlib.Path("tasks.json").read_text(encoding="utf-8"))
kinds = sorted({label for record in records for _, _, label in labels(record)})
config = CONFIG.format("".join(f'<Label value="{kind}"/>' for kind in kinds))
interface = LabelInterface(config)
checked = 0
same(len(tasks), len(records), "tasks")
for task, record in zip(tasks, records):
    same(task["data"]["text"], record["text"], "the text")
    found = []
    for prediction in task["predictions"]:
        assert interface.validate_prediction({"result": prediction["result"]}), "the prediction does not fit"
        for result in prediction["result"]:
            value = result["value"]
            # JavaScript counts UTF-16 units.
            units = record["text"].encode("utf-16-le")
            surface = units[2 * value["start"]:2 * value["end"]].decode("utf-16-le")
            same(surface, value["text"], "the text beside offsets")
            found.append((surface, value["labels"][0]))
    same(sorted(found), sorted(surfaces(record)), "spans")
    checked += len(found)

# As annotations, which the converter exports; it counts code points, as its texts in ASCII do.
exported = []
for number, task in enumerate(tasks):
    if task["data"]["text"].isascii():
        results = task["predictions"][0]["result"]
        annotation = {"id": number, "completed_by": 1, "result": results, "was_cancelled": False}
        exported.append({"id": number, "data": task["data"], "annotations": [annotation]})
pathlib.Path("export.json").write_text(json.dumps(exported), encoding="utf-8")
converter = Converter(config, project_dir=".", download_resources=False)
converter.convert("export.json", "peer", "JSON_MIN", is_dir=False)
minimal = json.loads(pathlib.Path("peer/result.json").read_text(encoding="utf-8"))
by_id = {record["id"]: record for record in records}
total = 0
for item in minimal:
    # JSON_MIN names the task's own data, with its id under that of the data.
    record = next(r for r in records if r["text"] == item["text"])
    found = sorted((r["text"], r["labels"][0]) for r in item.get("label", []))
    same(found, sorted(surfaces(record)), "spans that the converter exports")
    total += len(found)
assert total > 0, "the converter has exported nothing"

for record, own in zip(read_back("label-studio", "tasks.json"), records):
    same(labels(record), labels(own), "spans that were read again")
for record in read_back("label-studio", "export.json"):
    same(labels(record), labels(by_id[record["id"]]), "annotations that were read again")
finish(checked + total, "label-studio-sdk")
