"""Tests of ``Annotator`` on the program that the variable POSTIL names."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from postil_engines import Annotator, Options, PostilError, input_line  # noqa: E402
from postil_engines.records import placeless  # noqa: E402

POSTIL = os.environ.get("POSTIL", "")
DEADLY = str(Path(__file__).resolve().parent / "deadly")


def line(number: int, text: str = "") -> bytes:
    return input_line(f"d{number}", text or f"On 3 May 2011 the {number} geese of Nether Marl met Dr. Wu.")


def expected(lines, *arguments):
    """The records that one run of the program gives for the lines."""
    run = subprocess.run(
        [POSTIL, "annotate", "-", *Options.input_format(), "--ok-on-doc-errors", *arguments],
        input=b"".join(lines),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return run.stdout.splitlines(keepends=True)


class AnnotatorTests(unittest.TestCase):
    def test_records_come_in_order_and_are_those_of_one_run(self):
        lines = [line(number) for number in range(3000)]
        with Annotator(Options(binary=POSTIL)) as annotator:
            self.assertEqual(list(annotator.annotate(iter(lines))), expected(lines))
            self.assertEqual(annotator.restarts, 0)

    def test_windows_of_any_size_give_the_same_records(self):
        lines = [line(number) for number in range(300)]
        whole = expected(lines)
        for limits in ({"pending_lines": 1}, {"pending_lines": 7}, {"pending_bytes": 1}, {"jobs": 3}):
            with self.subTest(limits), Annotator(Options(binary=POSTIL, **limits)) as annotator:
                self.assertEqual(list(annotator.annotate(lines)), whole)

    def test_one_process_serves_many_calls(self):
        with Annotator(Options(binary=POSTIL, layers=["sentences"])) as annotator:
            first = list(annotator.annotate([line(1)]))
            process = annotator.pid
            for number in range(2, 20):
                self.assertEqual(len(list(annotator.annotate([line(number)] * number))), number)
            self.assertEqual(annotator.pid, process)
            self.assertEqual(first, expected([line(1)], "--layers", "sentences"))

    def test_records_are_given_out_while_lines_still_come(self):
        seen = []

        def lines():
            deadline = time.monotonic() + 60
            while not seen and time.monotonic() < deadline:
                yield line(1)
                time.sleep(0.01)
            self.assertTrue(seen, "no record in a minute")

        with Annotator(Options(binary=POSTIL, pending_lines=1 << 20, pending_bytes=1 << 30)) as annotator:
            for record in annotator.annotate(lines()):
                seen.append(record)

    def test_a_call_that_was_given_up_leaves_nothing_for_the_next(self):
        with Annotator(Options(binary=POSTIL)) as annotator:
            records = annotator.annotate(line(number) for number in range(500))
            next(records)
            records.close()
            self.assertEqual(list(annotator.annotate([line(7)])), expected([line(7)]))

    def test_options_reach_the_program(self):
        options = Options(
            binary=POSTIL, layers=["dates", "tokens"], anchor="2014-06-17", offset_unit="utf8", arguments=["--lossy"]
        )
        with Annotator(options) as annotator:
            (record,) = annotator.annotate([b'{"id":"a","text":"\\u00e9 on Friday \\ud800"}'])
        record = json.loads(record)
        self.assertEqual(record["context"]["anchor"], "2014-06-17")
        self.assertEqual(record["offset_unit"], "utf8")
        self.assertEqual(record["dates"][0]["start"], 6)
        self.assertEqual(record["sentences"], [])
        self.assertTrue(record["tokens"])

    def test_bad_documents_are_records(self):
        lines = [
            input_line("null", None),
            input_line("half", "a \ud800 b"),
            input_line("bytes", b"a \xff b"),
            input_line("sound bytes", 'a "\\\n\x01é'.encode()),
            input_line("empty", ""),
        ]
        with Annotator(Options(binary=POSTIL)) as annotator:
            records = [json.loads(record) for record in annotator.annotate(lines)]
        codes = [record["error"] and record["error"]["code"] for record in records]
        self.assertEqual(codes, ["text-not-string", "lone-surrogate", "invalid-utf8", None, None])
        self.assertEqual([record["id"] for record in records], ["null", "half", "bytes", "sound bytes", "empty"])
        self.assertEqual(records[3]["text"], 'a "\\\n\x01é')

    def test_a_killed_process_costs_nothing(self):
        lines = [line(number) for number in range(4000)]
        with Annotator(Options(binary=POSTIL)) as annotator:
            records = []
            for record in annotator.annotate(lines):
                records.append(record)
                if len(records) % 1000 == 500:
                    os.kill(annotator.pid, signal.SIGKILL)
            self.assertEqual(records, expected(lines))
            self.assertGreaterEqual(annotator.restarts, 3)

    def test_a_document_that_ends_the_process_costs_itself(self):
        lines = [line(number) for number in range(200)]
        lines[50] = input_line("deadly", "Please [end me] now.", fields={"page": 7})
        with Annotator(Options(binary=DEADLY)) as annotator:
            records = list(annotator.annotate(lines))
        whole = expected(lines)
        self.assertEqual(records[:50] + records[51:], whole[:50] + whole[51:])
        record = json.loads(records[50])
        self.assertEqual((record["id"], record["status"], record["meta"]), ("deadly", "error", {"page": 7}))
        self.assertEqual(record["error"]["code"], "process-ended")
        self.assertIn("signal 9", record["error"]["message"])
        self.assertIn("the last words", record["error"]["message"])
        self.assertEqual(list(record), list(json.loads(whole[0])))
        verified = subprocess.run([POSTIL, "verify", "-"], input=b"".join(records), capture_output=True)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def test_a_document_that_hangs_the_process_costs_itself(self):
        lines = [line(number) for number in range(20)]
        lines[5] = input_line("slow", "Please [hang me] now.")
        with Annotator(Options(binary=DEADLY, timeout=1)) as annotator:
            records = [json.loads(record) for record in annotator.annotate(lines)]
        failed = [record for record in records if record["error"]]
        self.assertEqual([record["id"] for record in failed], ["slow"])
        self.assertEqual(failed[0]["error"]["code"], "timeout")
        self.assertIn("1 s", failed[0]["error"]["message"])

    def test_where_all_documents_end_the_process_it_is_not_theirs(self):
        lines = [line(number, "Please [end me].") for number in range(20)]
        with self.assertRaisesRegex(PostilError, "3 documents have each ended postil twice.*the last words"):
            with Annotator(Options(binary=DEADLY, poison_limit=2)) as annotator:
                list(annotator.annotate(lines))

    def test_a_record_that_is_too_long_is_an_error_record(self):
        lines = [line(1), line(2, "He left. " * 500), line(3)]
        with Annotator(Options(binary=POSTIL, layers=["sentences"], record_bytes=4000)) as annotator:
            records = [json.loads(record) for record in annotator.annotate(lines)]
        self.assertEqual([record["status"] for record in records], ["ok", "error", "ok"])
        self.assertEqual((records[1]["id"], records[1]["error"]["code"]), ("d2", "record-too-large"))

    def test_wrong_options_say_what_the_program_says(self):
        with self.assertRaisesRegex(PostilError, "(?s)exit code 2.*no layer 'nope'"):
            with Annotator(Options(binary=POSTIL, layers=["nope"])) as annotator:
                list(annotator.annotate([line(1)]))

    def test_a_program_that_cannot_be_run_is_named(self):
        with self.assertRaisesRegex(PostilError, "'no-such-postil' is not found"):
            Annotator(Options(binary="no-such-postil"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "postil")
            path.write_text("not a program")
            with self.assertRaisesRegex(PostilError, "may not be run"):
                Annotator(Options(binary=str(path)))
            path.chmod(0o755)
            with self.assertRaisesRegex(PostilError, "cannot be started"):
                with Annotator(Options(binary=str(path))) as annotator:
                    list(annotator.annotate([line(1)]))

    def test_files_that_an_engine_has_brought_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(POSTIL, Path(folder, "brought-postil"))
            rules = Path(folder, "geese.rules")
            rules.write_text(
                "name    org.example.geese\nversion 1.0\n\nrule geese\n"
                '  match   amount:<number CARDINAL> [lower: geese]\n  make    GEESE (amount = amount.value)\n'
                '  example "It had [[3 geese]]." => GEESE amount=3\n  counter "It had geese."\n'
            )

            def locate(name):
                return str(Path(folder, name))

            options = Options(binary="brought-postil", plugins=["geese.rules"])
            with Annotator(options, locate) as annotator:
                (record,) = annotator.annotate([line(12)])
        (layer,) = json.loads(record)["layers"]
        self.assertEqual(layer["annotations"][0]["text"], "12 geese")

    def test_much_on_standard_error_blocks_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            noisy = Path(folder, "noisy")
            noisy.write_text(f'#!/bin/sh\nhead -c 3000000 /dev/zero | tr "\\0" x >&2\nexec "{POSTIL}" "$@"\n')
            noisy.chmod(0o755)
            with Annotator(Options(binary=str(noisy), timeout=60)) as annotator:
                self.assertEqual(len(list(annotator.annotate([line(1)] * 100))), 100)

    def test_a_line_end_inside_a_line_is_refused(self):
        with self.assertRaisesRegex(ValueError, "line end inside"):
            with Annotator(Options(binary=POSTIL)) as annotator:
                list(annotator.annotate([b'{"text":\n"a"}']))

    def test_no_thread_or_process_is_left(self):
        before = threading.active_count()
        for _ in range(5):
            with Annotator(Options(binary=POSTIL)) as annotator:
                list(annotator.annotate([line(1)]))
                process = annotator.pid
            with self.assertRaises(ProcessLookupError):
                os.kill(process, 0)
        deadline = time.monotonic() + 10
        while threading.active_count() > before and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertEqual(threading.active_count(), before)


class PlacelessTests(unittest.TestCase):
    def test_records_do_not_depend_on_the_lines_before(self):
        rows = [("a", None), ("b", "x \ud800"), ("c", b"\xff"), ("d", "Fine."), ("e", ',"line":7}')]
        texts = [input_line(*row) for row in rows] + [b'{"id":"f","text":"a","text":"b","line":7,"o":{"line":8}}\n']
        identifiers = [row[0] for row in rows] + ["f"]
        alone = [placeless(expected([text])[0], name) for text, name in zip(texts, identifiers)]
        after = expected([line(0)] * 9 + texts)[9:]
        self.assertEqual([placeless(record, name) for record, name in zip(after, identifiers)], alone)
        self.assertEqual([json.loads(record)["id"] for record in alone], identifiers)
        self.assertEqual(json.loads(alone[4])["text"], ',"line":7}')
        self.assertEqual(json.loads(alone[5])["meta"], {"line": 7, "o": {"line": 8}})
        self.assertIsNone(json.loads(alone[5])["warnings"][0]["line"])


if __name__ == "__main__":
    if not POSTIL:
        sys.exit("POSTIL must name the program")
    unittest.main()
