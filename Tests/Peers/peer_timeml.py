"""An XML parser other than ours reads the TimeML that Postil writes: the text, and what stands in each TIMEX3.

packages:
size: small
"""

import pathlib
import xml.etree.ElementTree as ElementTree

from harness import convert, make_records, read_back, same, surfaces

records = {record["id"]: record for record in make_records()}
convert("timeml", "timeml")
checked = 0
for path in sorted(pathlib.Path("timeml").iterdir()):
    root = ElementTree.parse(path).getroot()
    record = records[root.findtext("DOCID") or ""]
    text = root.find("TEXT")
    assert text is not None
    same("".join(text.itertext()), record["text"], "the text")
    found = [("".join(t.itertext()), t.get("type")) for t in text.iter("TIMEX3")]
    same(found, surfaces(record, ["dates"]), "dates")
    same([t.get("value") for t in text.iter("TIMEX3")], [d["value"] for d in record["dates"]], "values")
    anchor = root.find("DCT/TIMEX3")
    assert anchor is not None
    same(anchor.get("value"), "2014-06-17", "the reference date")
    checked += len(found)
    # As other programs indent and escape it.
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
for record in read_back("timeml", "timeml"):
    own = records[record["id"]]
    same(record["text"].replace("\r\n", "\n"), own["text"].replace("\r\n", "\n"), "the text that was read again")
    same(surfaces(record, ["dates"]), surfaces(own, ["dates"]), "dates that were read again")
assert checked > 0, "nothing was compared"
print(f"{checked} compared, Expat by Python's xml.etree")
