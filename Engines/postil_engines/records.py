"""Lines for the program, and repairs to the records that it answers with."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Mapping, Optional, Sequence, Union

_ESCAPED = re.compile(rb'[\x00-\x1f"\\]')
_SOUND = b'"warnings":[],"error":null,"meta":{'
_IDENTIFIER = re.compile(rb'^(\{"schema":"[^"]*","id":)"(?:[^"\\]|\\.)*"')
_LINE_NUMBER = re.compile(rb',"line":[0-9]+\}')
_META = b',"meta":{'
_ERROR = re.compile(rb'"error":(?:null|\{.*\})$', re.DOTALL)


def input_line(
    identifier: str,
    text: Union[str, bytes, None],
    anchor: Optional[str] = None,
    fields: Optional[Mapping[str, Any]] = None,
) -> bytes:
    """A line for ``postil annotate``.

    :param text: The text; bytes are UTF-8, and where they are not, the record says at which byte.
    :param anchor: The date to which the text's dates refer, for ``--anchor-key anchor``.
    :param fields: Further fields, which plugins get and the record's ``meta`` hands on.
    """
    members: Dict[str, Any] = {"id": identifier}
    if anchor is not None:
        members["anchor"] = anchor
    if fields:
        members.update(fields)
    head = _encoded(members)[:-1] + b',"text":'
    if isinstance(text, bytes):
        return head + b'"' + _ESCAPED.sub(_escape, text) + b'"}\n'
    return head + _encoded(text) + b"}\n"


def _encoded(value: Any) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        # Halves of surrogate pairs have no UTF-8: the program says where they are.
        return json.dumps(value, separators=(",", ":")).encode()


def _escape(match: "re.Match[bytes]") -> bytes:
    return b"\\u%04x" % match[0][0]


def placeless(record: bytes, identifier: str) -> bytes:
    """A record that does not tell where in the process's input its line stood.

    What a row is must not depend on which rows its task held before it: numbers of lines become null, and a document
    whose line was too damaged to find its identifier in gets the caller's.
    """
    if _SOUND in record:
        return record
    # Quotation marks inside strings stand behind backslashes, so that these bytes are keys wherever they are.
    head, separator, meta = record.partition(_META)
    head = _LINE_NUMBER.sub(b',"line":null}', head)
    found = _IDENTIFIER.match(head)
    if found and head.startswith(b',"status":"error"', found.end()):
        head = found[1] + _encoded(identifier) + head[found.end() :]
    return head + separator + meta


def failed_record(record: bytes, code: str, message: str) -> bytes:
    """An error record with another reason."""
    error = _encoded({"code": code, "annotator": None, "message": message, "line": None})
    head, separator, meta = record.partition(_META)
    return _ERROR.sub(lambda _: b'"error":' + error, head) + separator + meta


def textless_line(line: bytes, command: Sequence[str]) -> bytes:
    """A line with null for its text, which the program answers with an error record that has everything else."""
    key = command[command.index("--text-key") + 1] if "--text-key" in command else "text"
    try:
        document = json.loads(line)
    except ValueError:
        document = None
    if not isinstance(document, dict):
        document = {}
    holder = document
    *path, last = [key] if key in document else key.split(".")
    for step in path:
        if not isinstance(holder.get(step), dict):
            holder[step] = {}
        holder = holder[step]
    holder[last] = None
    return _encoded(document) + b"\n"
