"""Tests of ``postil_engines.spark`` on a cluster of two executors on this machine; POSTIL names the program."""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import cluster  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

from postil_engines import Options, PostilError, input_line  # noqa: E402
from postil_engines.records import placeless  # noqa: E402
from postil_engines.spark import annotate, pipe, record_type  # noqa: E402

POSTIL = os.environ["POSTIL"]
DEADLY = str(Path(__file__).resolve().parent / "deadly")
COUNT = int(os.environ.get("POSTIL_DOCUMENTS", "2000"))


def reference(lines, *arguments):
    run = subprocess.run(
        [POSTIL, "annotate", "-", *Options.input_format(), "--ok-on-doc-errors", *arguments],
        input=b"".join(lines),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return run.stdout.splitlines(keepends=True)


class SparkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stack = cluster.session("local-cluster[2,1,1024]", POSTIL)
        cls.spark = cls.stack.__enter__()
        cls.folder = tempfile.TemporaryDirectory()
        cls.options = Options(binary=os.path.basename(POSTIL))

    @classmethod
    def tearDownClass(cls):
        cls.stack.__exit__(None, None, None)
        cls.folder.cleanup()

    def frame(self, rows, schema="id STRING, text STRING"):
        return self.spark.createDataFrame(rows, schema)

    def test_lines_are_those_of_one_run(self):
        rows = list(cluster.documents(COUNT))
        frame = self.frame([(name, text and bytearray(text)) for name, text in rows], "id STRING, text BINARY")
        found = annotate(frame.repartition(7), as_json=True, options=self.options).select("id", "postil").collect()
        lines = reference([input_line(*row) for row in rows])
        expected = [placeless(line, name).decode().rstrip("\n") for line, (name, _) in zip(lines, rows)]
        self.assertEqual(sorted(row.postil for row in found), sorted(expected))
        for row in found:
            self.assertEqual(json.loads(row.postil)["id"], row.id)

    def test_structures_hold_what_the_lines_hold(self):
        rows = [("a", "Dr. Okoye left Port Quern on 3 May 2024; £3.2 million stayed. “It leaks,” she said."), ("b", None)]
        layers = ["sentences", "tokens", "dates", "numbers", "entities", "quotes", "sentiment", "paragraphs"]
        options = Options(binary=self.options.binary, layers=layers)
        found = annotate(self.frame(rows), options=options).orderBy("id").collect()
        lines = reference([input_line(*row) for row in rows], "--layers", ",".join(layers))
        for row, line in zip(found, lines):
            record = json.loads(placeless(line, row.id))
            record["meta"] = json.dumps(record["meta"])
            self.assertEqual(row.postil.asDict(recursive=True), record)

    def test_the_schema_for_spark_reads_lines_without_inference(self):
        lines = reference([input_line("a", "On 3 May 2024 he paid £5. “It leaks,” she said."), input_line("b", None)])
        frame = self.frame([(line.decode(),) for line in lines], "line STRING")
        read = frame.select(F.from_json("line", record_type(POSTIL)).alias("r")).select("r.*")
        self.assertEqual([row.id for row in read.collect()], ["a", "b"])
        self.assertEqual(read.selectExpr("dates[0].value").first()[0], "2024-05-03")
        self.assertEqual(read.selectExpr("error.code").collect()[1][0], "text-not-string")

    def test_the_schema_for_spark_is_read_with_its_keywords_enforced(self):
        self.spark.conf.set("spark.sql.ansi.enforceReservedKeywords", "true")
        try:
            self.assertIn("sentiment", record_type(POSTIL).names)
        finally:
            self.spark.conf.unset("spark.sql.ansi.enforceReservedKeywords")

    def test_other_columns_stay_as_they_are(self):
        schema = "id BIGINT, text STRING, n INT, big BIGINT, tags ARRAY<STRING>, m MAP<STRING, INT>, d DECIMAL(20, 3)"
        rows = [
            (1, "One.", None, 2**62 + 1, ["a", None], {"k": 1}, None),
            (2, None, 7, None, None, None, None),
            (None, "He left.", 3, 4, [], {}, None),
        ]
        frame = self.frame(rows, schema)
        found = annotate(frame, into="notes", fields=["id", "status"], options=self.options)
        self.assertEqual(found.columns, [*frame.columns, "notes"])
        self.assertEqual([tuple(row)[:7] for row in found.collect()], rows)
        self.assertEqual([tuple(row.notes) for row in found.collect()], [("1", "ok"), ("2", "error"), ("", "ok")])

    def test_dates_of_columns_are_reference_dates(self):
        day = datetime.date(2014, 6, 17)
        rows = [("a", "It ends tomorrow.", "2014-06-17", day), ("b", "Now.", None, None)]
        frame = self.frame(rows, "id STRING, text STRING, s STRING, d DATE").withColumn(
            # Half past eleven in Vienna, where the session is.
            "t", F.expr("IF(id = 'a', TIMESTAMP '2014-06-17 23:30:00', NULL)")
        )
        for column, anchor in (("s", "2014-06-17"), ("d", "2014-06-17"), ("t", "2014-06-17T21:30:00Z")):
            with self.subTest(column):
                first, second = annotate(frame, anchor_column=column, options=self.options).orderBy("id").collect()
                self.assertEqual(first.postil.context.anchor, anchor)
                self.assertEqual(first.postil.dates[0].value, "2014-06-18")
                self.assertIsNone(second.postil.context.anchor)
                self.assertEqual(json.loads(first.postil.meta), {"anchor": anchor})

    def test_columns_reach_plugins_and_the_record(self):
        frame = self.frame([("a", "One.", 7)], "id STRING, text STRING, page INT")
        row = annotate(frame, pass_columns=["page"], options=self.options).first()
        self.assertEqual(json.loads(row.postil.meta), {"page": "7"})

    def test_rule_files_are_brought_along(self):
        rules = Path(self.folder.name, "geese.rules")
        rules.write_text(
            "name    org.example.geese\nversion 1.0\n\nrule geese\n"
            "  match   amount:<number CARDINAL> [lower: geese]\n  make    GEESE (amount = amount.value)\n"
            '  example "It had [[3 geese]]." => GEESE amount=3\n  counter "It had geese."\n'
        )
        self.spark.sparkContext.addFile(str(rules))
        options = Options(binary=self.options.binary, plugins=["geese.rules"])
        row = annotate(self.frame([("a", "The 12 geese left.")]), options=options).first()
        self.assertEqual(row.postil.layers[0].annotations[0].text, "12 geese")

    def test_a_document_that_ends_the_process_is_an_error_record(self):
        self.spark.sparkContext.addFile(DEADLY)
        options = Options(binary="deadly", environment={"POSTIL": POSTIL})
        rows = [(str(number), f"The {number} geese." if number != 30 else "[end me]") for number in range(60)]
        found = annotate(self.frame(rows).coalesce(1), options=options).collect()
        self.assertEqual([row.id for row in found if row.postil.status == "error"], ["30"])
        self.assertIn("the last words", found[30].postil.error.message)

    def test_what_the_program_refuses_fails_the_job_in_its_words(self):
        options = Options(binary=self.options.binary, layers=["nope"])
        with self.assertRaisesRegex(Exception, "There is no layer 'nope'"):
            annotate(self.frame([("a", "One.")]), options=options).collect()

    def test_bad_columns_are_named_before_anything_runs(self):
        frame = self.frame([("a", "One.", 1, ["b"])], "id STRING, text STRING, n INT, tags ARRAY<STRING>")
        for arguments, message in (
            ({"text_column": "body"}, "0 columns 'body'"),
            ({"text_column": "n"}, "'n' holds int"),
            ({"into": "n"}, "a column 'n' already"),
            ({"anchor_column": "n"}, "'n' holds int, not dates"),
            ({"id_column": "tags"}, "'tags' holds array<string>, not single values"),
            ({"pass_columns": ["tags"]}, "'tags' holds array<string>, not single values"),
            ({"anchor_column": "day"}, "0 columns 'day'"),
        ):
            with self.subTest(message), self.assertRaisesRegex(ValueError, message):
                annotate(frame, options=self.options, **arguments)
        with self.assertRaisesRegex(PostilError, "no field 'nouns'"):
            annotate(frame, options=self.options, fields=["nouns"])

    def test_parquet_holds_records_and_gives_them_back(self):
        source, target = f"{self.folder.name}/in", f"{self.folder.name}/out"
        self.frame([("a", "On 3 May 2024."), ("b", "")]).write.parquet(source)
        annotated = annotate(self.spark.read.parquet(source), options=self.options)
        annotated.write.parquet(target)
        back = self.spark.read.parquet(target)
        self.assertEqual(back.schema, annotated.schema)
        found = back.orderBy("id").collect()
        self.assertEqual(found[0].postil.dates[0].value, "2024-05-03")
        self.assertEqual(found[1].postil.sentences, [])

    def test_an_empty_frame_and_empty_partitions_have_no_records(self):
        self.assertEqual(annotate(self.frame([]), options=self.options).count(), 0)
        found = annotate(self.frame([("a", "One.")]).repartition(4), options=self.options)
        self.assertEqual(found.count(), 1)

    def test_rdds_of_lines_are_piped(self):
        lines = [input_line(str(number), f"The {number} geese left on 3 May 2024.") for number in range(500)]
        lines[3:5] = [b'{"id":"half","text":"a \\ud800"}\n', b'{"id":"none"}\n']
        rdd = self.spark.sparkContext.parallelize([line.decode().rstrip("\n") for line in lines], 3)
        options = Options(binary=self.options.binary, layers=["dates"])
        found = [placeless(line.encode(), "") for line in pipe(rdd, options).collect()]
        expected = [placeless(line.rstrip(b"\n"), "") for line in reference(lines, "--layers", "dates")]
        self.assertEqual(found, expected)


if __name__ == "__main__":
    unittest.main()
