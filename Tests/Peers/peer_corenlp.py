"""NLTK's client of CoreNLP reads the JSON that Postil writes, from a server that hands it out.

packages: nltk requests
size: small
"""

import http.server
import json
import pathlib
import threading

from harness import convert, finish, labels, make_records, read_back, same, surfaces
from nltk.parse.corenlp import CoreNLPParser

records = {record["id"]: record for record in make_records()}
convert("corenlp", "json")
current = b""


class Server(http.server.BaseHTTPRequestHandler):
    """Answers every request with the document at hand, as a CoreNLP server would."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(current)))
        self.end_headers()
        self.wfile.write(current)

    def log_message(self, *arguments: object) -> None:
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}"
checked = 0
for path in sorted(pathlib.Path("json").iterdir()):
    current = path.read_bytes()
    document = json.loads(current)
    record = records[document["docId"]]
    words = [t["text"] for t in record["tokens"]]
    same(list(CoreNLPParser(url=url).tokenize("x")), words, "tokens")
    if words:
        tagged = [pair for sent in CoreNLPParser(url=url, tagtype="pos").raw_tag_sents(["x"]) for s in sent for pair in s]
        same(tagged, [(t["text"], t["xpos"]) for t in record["tokens"]], "tags")
    units = record["text"].encode("utf-16-le")
    mentions = [m for sentence in document["sentences"] for m in sentence["entitymentions"]]
    for mention in mentions:
        begin, end = mention["characterOffsetBegin"], mention["characterOffsetEnd"]
        same(units[2 * begin:2 * end].decode("utf-16-le"), mention["text"], "the text beside offsets")
    assert {(m["text"], m["ner"]) for m in mentions} <= set(surfaces(record)), "mentions"
    whole = "".join(t["before"] + t["originalText"] for s in document["sentences"] for t in s["tokens"])
    if words:
        same(whole + document["sentences"][-1]["tokens"][-1]["after"], record["text"], "the text between tokens")
    checked += len(words) + len(mentions)
server.shutdown()
for record in read_back("corenlp", "json"):
    own = records[record["id"]]
    same(record["text"], own["text"], "the text")
    same(set(labels(record)) - set(labels(own)), set(), "mentions that were read again")
finish(checked, "nltk")
