"""doccano imports the JSON lines that Postil writes into a project, and what it exports is read again.

packages: doccano marshmallow<4 numpy<2
size: large
apart: doccano
"""

import os
import pathlib
import sys
import zipfile

import backend
from harness import convert, finish, labels, make_records, read_back, same, surfaces

os.environ.update(
    DATABASE_URL=f"sqlite:///{pathlib.Path('doccano.db').resolve()}",
    MEDIA_ROOT=str(pathlib.Path("media").resolve()),
    DJANGO_SETTINGS_MODULE="config.settings.development",
    STANDALONE="True",
)
sys.path.insert(0, str(pathlib.Path(backend.__file__).parent))

import django  # noqa: E402

django.setup()

from data_export.celery_tasks import export_dataset  # noqa: E402
from data_import.datasets import SequenceLabelingDataset  # noqa: E402
from data_import.pipeline.parsers import JSONLParser  # noqa: E402
from data_import.pipeline.readers import FileName, Reader  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from examples.models import Example  # noqa: E402
from labels.models import Span  # noqa: E402
from projects.models import ProjectType, SequenceLabelingProject  # noqa: E402

ALL = ("entities", "dates", "numbers", "quotes")
call_command("migrate", verbosity=0)
call_command("create_roles")
user = get_user_model().objects.create_superuser("postil", "postil@example.org", "postil")
project = SequenceLabelingProject.objects.create(
    name="postil",
    project_type=ProjectType.SEQUENCE_LABELING,
    allow_overlapping=True,
    collaborative_annotation=True,
    created_by=user,
)
records = {record["id"]: record for record in make_records()}
convert("doccano", "out.jsonl", "--layers", ",".join(ALL))
reader = Reader([FileName("out.jsonl", "out.jsonl", "out.jsonl")], JSONLParser(encoding="utf-8"))
dataset = SequenceLabelingDataset(reader, project)
dataset.save(user)
# doccano refuses texts without a character.
empty = [number for number, record in enumerate(records.values(), 1) if not record["text"]]
same([error.dict()["line"] for error in dataset.errors], empty, "lines that the import refuses")
checked = 0
examples = list(Example.objects.filter(project=project.id))
same(len(examples), len(records) - len(empty), "examples")
for example in examples:
    record = records[example.meta["id"]]
    same(example.text, record["text"], "the text")
    spans = Span.objects.filter(example=example)
    found = sorted((example.text[s.start_offset:s.end_offset], s.label.text) for s in spans)
    same(found, sorted(surfaces(record, ALL)), "spans")
    checked += len(found)

path = export_dataset(project.id, "JSONL", confirmed_only=False)
with zipfile.ZipFile(path) as archive:
    name = next(name for name in archive.namelist() if name.endswith(".jsonl"))
    pathlib.Path("export.jsonl").write_bytes(archive.read(name))
texts = {record["text"]: record for record in records.values()}
for record in read_back("doccano", "export.jsonl"):
    same(labels(record, ALL), labels(texts[record["text"]], ALL), "spans that were read again")
finish(checked, "doccano")
