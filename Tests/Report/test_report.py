#!/usr/bin/env python3
"""Opens reports in a headless Chromium: what is highlighted is what the records say, filters filter, nothing is asked for."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from typing import Any, Callable

from browser import Browser, find

HOSTILE = "</script><script>document.title='taken'</script> <b>&amp; \u2028\u2029 \"quotes\" in Rome 😀 on 17 June 2014."


def annotate(postil: str, paths: list[str], output: str, *options: str) -> list[dict[str, Any]]:
    """Annotates texts and returns the records."""
    subprocess.run([postil, "annotate", *paths, "-o", output, *options], check=True, stderr=subprocess.DEVNULL)
    with open(output, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def hostile_record(identifier: str) -> dict[str, Any]:
    """A record with nested and overlapping annotations over a text that tries to break out of the page."""
    def place(words: str) -> dict[str, Any]:
        start = HOSTILE.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    evidence = {"score": 0.5, "source": "<i>test</i>", "rule": "a<b"}
    return {
        "schema": "postil/1.0", "id": identifier, "status": "ok", "text": HOSTILE, "offset_unit": "codepoint",
        "context": {"anchor": None, "anchor_source": None, "date_order": None}, "pipeline": "test@0", "sentences": [],
        "dates": [{"id": "d1", **place("17 June 2014"), "type": "DATE", "value": "2014-06-17", "from": "2014-06-17",
                   "to": "2014-06-17", **evidence}],
        "entities": [{"id": "e1", **place("Rome 😀 on"), "type": "ORG", "canonical": "<Rome>", **evidence},
                     {"id": "e2", **place("Rome"), "type": "GPE", "canonical": "Rome", **evidence},
                     {"id": "e3", **place("😀 on 17"), "type": "GPE", "canonical": "smile", **evidence}],
        "numbers": [], "quotes": [], "sentiment": [], "tokens": [],
        "layers": [{"name": "org.example.<x>", "annotations": [
            {**place("on 17 June 2014"), "type": "<T>", "features": [{"key": "<k>", "value": "<v>"}], **evidence}]}],
        "warnings": [{"code": "careful", "annotator": "dates", "message": "<u>odd</u>", "line": 3}], "error": None,
        "meta": {"__proto__": "kept", "big": 12345678901234567890},
    }


def surfaces(browser: Browser) -> list[tuple[str, str]]:
    """Layer and highlighted words of each mark in the open text."""
    return [tuple(pair) for pair in browser.evaluate("""(() => {
        const words = new Map();
        for (const piece of document.querySelectorAll('#text .piece'))
            for (const mark of piece.dataset.marks.split(' ')) words.set(mark, (words.get(mark) || '') + piece.textContent);
        return [...words].sort((a, b) => a[0] - b[0]).map(([mark, text]) => [mark, text]);
    })()""")]


def search(browser: Browser, words: str) -> None:
    """Types into the search above the list."""
    browser.evaluate(f"""(() => {{
        const field = document.getElementById('search');
        field.value = {json.dumps(words)};
        field.dispatchEvent(new Event('input'));
    }})()""")


def drawn_texts(record: dict[str, Any], layers: tuple[str, ...]) -> list[str]:
    """What the page should highlight of a record, as Python counts the offsets."""
    found = []
    for layer in layers:
        for annotation in record[layer]:
            parts = annotation.get("parts") or [annotation]
            found.append("".join(record["text"][part["start"]:part["end"]] for part in parts))
    return sorted(found)


class Checks:
    """Counts what was checked and stops at the first thing that is wrong."""

    def __init__(self) -> None:
        self.count = 0

    def equal(self, found: Any, wanted: Any, what: str) -> None:
        self.count += 1
        if found != wanted:
            raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")

    def true(self, condition: Any, what: str) -> None:
        self.equal(bool(condition), True, what)


def check_sound(browser: Browser, check: Checks, url: str) -> None:
    """Nothing was complained of, and nothing asked for but the page itself."""
    check.equal(browser.complaints(), [], "complaints")
    check.equal([request for request in browser.requests() if not request.startswith("data:")], [url], "requests")
    browser.events.clear()


def test_corpus(browser: Browser, check: Checks, url: str, records: list[dict[str, Any]], shot: Callable[[str], None]) -> None:
    """The sample corpora: texts, filters, tables, line of time."""
    browser.resize(1440, 900)
    browser.theme("light")
    browser.open(url)
    check.true("54 documents" in browser.evaluate("document.getElementById('figures').textContent"), "the figures")
    layers = ("entities", "dates", "numbers", "quotes")
    for number, record in enumerate(records):
        browser.evaluate(f"location.hash = '#documents/{number + 1}'")
        browser.wait(f"document.querySelector('.title').textContent === {json.dumps(record['id'])}")
        check.equal(browser.evaluate("document.getElementById('text').textContent"), record["text"], "the text")
        check.equal(sorted(text for _, text in surfaces(browser)), drawn_texts(record, layers), record["id"])
    shot("document")

    browser.evaluate("location.hash = '#documents/1'")
    browser.wait("document.querySelectorAll('#text .piece').length > 10")
    browser.evaluate("document.querySelector('[data-layer=entities]:not([data-type])').click()")
    check.equal(sorted(text for _, text in surfaces(browser)), drawn_texts(records[0], layers[1:]), "without names")
    browser.evaluate("document.querySelector('[data-layer=entities]:not([data-type])').click()")
    browser.evaluate("document.querySelector('[data-layer=entities][data-type=GPE]').click()")
    others = dict(records[0], entities=[e for e in records[0]["entities"] if e["type"] != "GPE"])
    check.equal(sorted(text for _, text in surfaces(browser)), drawn_texts(others, layers), "without places")
    browser.evaluate("document.querySelector('[data-layer=entities][data-type=GPE]').click()")

    browser.evaluate("document.getElementById('text').focus()")
    seen = []
    for _ in range(4):
        browser.press("ArrowRight")
        seen.append(browser.evaluate("document.querySelector('.annotation .surface').textContent"))
    drawn = [text for _, text in surfaces(browser)]
    check.equal(seen[0], " ".join(drawn[0].split()), "the first annotation by keys")
    check.equal(len(set(seen)), 4, "annotations by keys")
    fields = browser.evaluate("[...document.querySelectorAll('.annotation dt')].map(e => e.textContent)")
    for field in ("source", "rule", "score", "place"):
        check.true(field in fields, f"the field {field} is shown")
    browser.press("Escape")
    check.equal(browser.evaluate("document.querySelectorAll('.chosen').length"), 0, "Escape lets go")

    search(browser, "GOOSE")
    wanted = sum("goose" in (record["id"] + record["text"]).lower() for record in records)
    browser.wait(f"document.querySelector('.list > .hint').textContent.startsWith('{wanted} of ')")
    search(browser, "")
    browser.wait("document.querySelector('.list > .hint').textContent === '54 documents'")
    browser.evaluate("document.querySelector('.rows').focus()")
    browser.press("ArrowDown")
    check.equal(browser.evaluate("location.hash"), "#documents/2", "the list by keys")

    for view in ("entities", "numbers", "dates", "sentiment", "speakers", "rules", "problems"):
        browser.evaluate(f"location.hash = '#{view}'")
        browser.wait(f"document.querySelector('#views [aria-current]').dataset.view === '{view}'")
        check.true(browser.evaluate("document.querySelector('#main .panel h2') !== null"), f"{view} is drawn")
        shot(view)
    browser.evaluate("location.hash = '#entities'")
    browser.wait("document.querySelector('#main.entities tbody button') !== null")
    name, kind, count = browser.evaluate("[...document.querySelectorAll('#main tbody tr')[0].children].slice(0, 3).map(e => e.textContent)")
    check.equal(int(count), sum(e["canonical"] == name and e["type"] == kind for r in records for e in r["entities"]), name)
    browser.evaluate("document.querySelector('#main tbody button').click()")
    documents = sum(any(e["canonical"] == name and e["type"] == kind for e in r["entities"]) for r in records)
    browser.wait(f"document.querySelector('.list > .hint')?.textContent.startsWith('{documents} of ')")
    check.equal(browser.evaluate("document.querySelectorAll('.chip').length"), 1, "the filter is shown")
    browser.evaluate("document.querySelector('.chip').click()")
    browser.wait("document.querySelector('.list > .hint').textContent === '54 documents'")

    browser.evaluate("location.hash = '#dates'")
    browser.wait("document.querySelectorAll('.column').length > 5")
    browser.evaluate("document.querySelector('.column').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    browser.wait("document.querySelectorAll('.chip').length === 1")
    browser.evaluate("document.querySelector('.chip').click()")

    worst = min((s["score"], record["id"]) for record in records for s in record["sentiment"] if s["level"] == "document")
    browser.evaluate("location.hash = '#sentiment'")
    browser.wait("document.querySelector('#main.sentiment .bar') !== null")
    browser.evaluate("document.querySelector('.bar').click()")
    browser.wait(f"document.querySelector('.title')?.textContent === {json.dumps(worst[1])}")
    check.true(browser.evaluate("document.querySelectorAll('.sentences .bar').length > 3"), "sentences have bars")

    browser.evaluate("location.hash = '#speakers'")
    browser.wait("document.querySelector('.speakers details') !== null")
    browser.evaluate("document.querySelector('.speakers details').open = true")
    browser.wait("document.querySelectorAll('.speakers details[open] q').length > 0")

    for width, height, theme in ((420, 900, "light"), (900, 1000, "dark"), (1440, 900, "dark")):
        browser.resize(width, height)
        browser.theme(theme)
        browser.evaluate("location.hash = '#documents/1'")
        browser.wait("document.querySelector('#text .piece') !== null")
        check.true(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"no sideways scrolling at {width}")
        shot(f"document-{width}-{theme}")
    check_sound(browser, check, url)


def test_hostile(browser: Browser, check: Checks, url: str) -> None:
    """Texts and fields that look like markup stay what they are; overlapping and nested marks are all there."""
    browser.resize(1440, 900)
    browser.open(url)
    check.true(browser.evaluate("document.title").startswith("A & <b>B</b>"), "the title")
    check.equal(browser.evaluate("document.getElementById('text').textContent"), HOSTILE, "the text")
    check.equal([text for _, text in surfaces(browser)], ["Rome 😀 on", "Rome", "😀 on 17", "17 June 2014"], "the marks")
    browser.evaluate("[...document.querySelectorAll('[data-layer]')].find(e => e.dataset.layer.startsWith('org.') && !e.dataset.type).click()")
    check.equal([text for _, text in surfaces(browser)],
                ["Rome 😀 on", "Rome", "😀 on 17", "on 17 June 2014", "17 June 2014"], "the marks with a plugin's")
    deepest = browser.evaluate("Math.max(...[...document.querySelectorAll('.piece')].map(e => e.dataset.marks.split(' ').length))")
    check.equal(deepest, 3, "marks in one place")
    heights = browser.evaluate("new Set([...document.querySelectorAll('.piece')].flatMap(e => e.style.backgroundPosition.split(','))).size")
    check.true(heights >= 3, "bars on lines of their own")
    browser.evaluate("[...document.querySelectorAll('.piece')].find(e => e.textContent === '17').click()")
    check.true("In the same place" in browser.evaluate("document.querySelector('.annotation').textContent"), "the others there")
    check.true("12345678901234567890" in browser.evaluate("document.querySelector('.meta').textContent"), "fields of its own")
    check.true("__proto__" in browser.evaluate("document.querySelector('.meta').textContent"), "a field of an odd name")
    browser.evaluate("location.hash = '#problems'")
    browser.wait("document.querySelector('#main.problems tbody tr') !== null")
    told = browser.evaluate("document.getElementById('main').textContent")
    check.true("<u>odd</u>" in told and "gone wrong" in told and "no record" in told, "errors, warnings, lines")
    check.true("first 3 of 4" in browser.evaluate("document.getElementById('notice').textContent"), "the limit")
    check.equal(browser.evaluate("document.querySelectorAll('#main b, #main i, #main u').length"), 0, "no markup of the data")
    check_sound(browser, check, url)


def main() -> int:
    """Runs the tests with the program of the first argument."""
    postil, root = sys.argv[1], sys.argv[2]
    program = find()
    if program is None:
        print("skip  report: there is no Chromium (set CHROMIUM, or install the package chromium)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        shots = sys.argv[3] if len(sys.argv) > 3 else None
        if shots:
            os.makedirs(shots, exist_ok=True)

        def path(name: str) -> str:
            return os.path.join(folder, name)

        records = annotate(postil, [os.path.join(root, "seeds"), os.path.join(root, "corpora")], path("a.jsonl"))
        subprocess.run([postil, "report", path("a.jsonl"), "-o", path("a.html")], check=True)
        failed = dict(hostile_record("failed"), status="error", text="", dates=[], entities=[], layers=[],
                      error={"code": "x", "annotator": None, "message": "gone wrong", "line": 1})
        with open(path("b.jsonl"), "w", encoding="utf-8") as file:
            for record in (hostile_record("<a>"), failed, hostile_record("third"), hostile_record("fourth")):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
            file.write("no record\n")
        status = subprocess.run([postil, "report", path("b.jsonl"), "-o", path("b.html"), "--limit", "3", "--title", "A & <b>B</b>"],
                                stderr=subprocess.DEVNULL).returncode
        check = Checks()
        check.equal(status, 1, "the exit code of a file with a line that is no record")
        with Browser(program) as browser:
            def shot(name: str) -> None:
                if shots:
                    browser.screenshot(os.path.join(shots, f"{name}.png"))

            test_corpus(browser, check, f"file://{path('a.html')}", records, shot)
            test_hostile(browser, check, f"file://{path('b.html')}")
        print(f"ok  report: {check.count} checks in {os.path.basename(program)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
