"""Lines in, as many records out, whatever happens to the process between."""

from __future__ import annotations

from collections import deque
from typing import Deque, Iterable, Iterator, Optional

from .errors import PostilError
from .options import Locate, Options
from .process import Process, ProcessEnded
from .records import failed_record, textless_line

# Wrong usage, unreadable input, failed output, too many errors, no program: no other document would fare better.
_HOPELESS = {2, 3, 4, 5, 126, 127}


class Annotator:
    """Keeps one process of ``postil annotate`` for many documents.

    ::

        with Annotator(Options(layers=["sentences", "dates"])) as annotator:
            for record in annotator.annotate(input_line(id, text) for id, text in documents):
                ...

    A process that ends or hangs is started anew. The lines that it had not answered are then sent one at a time; one
    that ends it again is sent once more, alone, to a fresh process, and gets an error record (``process-ended`` or
    ``timeout``) if that ends too. So a kill from outside costs nothing, and a document that kills costs itself.
    """

    def __init__(self, options: Options = Options(), locate: Optional[Locate] = None) -> None:
        """Prepares to annotate; the process starts with the first line.

        :param locate: Finds files that an engine has brought along.
        :raises PostilError: The program is not there.
        """
        self._options = options
        self._command = options.command(locate)
        self._process: Optional[Process] = None
        self._pending: Deque[bytes] = deque()
        self._pending_bytes = 0
        self._poisonous = 0
        self.restarts = 0
        """How often a process was started in place of one that had ended."""

    def __enter__(self) -> "Annotator":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self._kill()

    @property
    def pid(self) -> Optional[int]:
        """The number of the process; ``None`` while there is none."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Ends the process, which says so by the end of its input.

        :raises PostilError: It has written more records than it was sent lines.
        """
        process, self._process = self._process, None
        if process is None:
            return
        if self._pending:
            process.kill()
        else:
            process.finish(self._options.timeout)

    def annotate(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The record of each line, in order, each with its line end; the process is kept for the next call.

        As many lines are sent ahead as ``Options.pending_lines`` and ``pending_bytes`` allow; records are given out as
        soon as they are there, before the next line is asked for.

        :raises PostilError: The program cannot be run with these options, or too many documents end it.
        :raises ValueError: A line has a line end inside.
        """
        try:
            for line in lines:
                self._send(line)
                while self._pending and (not self._has_room() or self._running().has_answer()):
                    yield from self._next_records()
            while self._pending:
                yield from self._next_records()
        finally:
            if self._pending:
                # The caller gave up: the next call must not get the answers that are still to come.
                self._kill()

    def _kill(self) -> None:
        process, self._process = self._process, None
        self._pending.clear()
        self._pending_bytes = 0
        if process is not None:
            process.kill()

    def _has_room(self) -> bool:
        return len(self._pending) < self._options.pending_lines and self._pending_bytes < self._options.pending_bytes

    def _running(self) -> Process:
        if self._process is None:
            self._process = Process(self._command, self._options.environment)
        return self._process

    def _send(self, line: bytes) -> None:
        line = line[:-1] if line.endswith(b"\n") else line
        if b"\n" in line:
            raise ValueError(f"a line of JSON has a line end inside: {line[:100]!r}")
        line += b"\n"
        self._pending.append(line)
        self._pending_bytes += len(line)
        self._running().send(line)

    def _next_records(self) -> Iterator[bytes]:
        """One record, or those of all pending lines where the process has ended."""
        try:
            record = self._running().receive(self._options.timeout)
        except ProcessEnded as ended:
            pending = list(self._pending)
            self._discard(ended)
            for line in pending:
                yield self._alone(line)
            return
        line = self._pending.popleft()
        self._pending_bytes -= len(line)
        yield self._bounded(record, line)

    def _alone(self, line: bytes) -> bytes:
        """The record of a line while no other is under way; an error record where it ends the process twice."""
        for _ in range(2):
            try:
                process = self._running()
                process.send(line)
                return self._bounded(process.receive(self._options.timeout), line)
            except ProcessEnded as ended:
                self._discard(ended)
                cause = ended
        self._poisonous += 1
        if self._poisonous > self._options.poison_limit:
            raise PostilError(
                f"{self._poisonous} documents have each ended postil twice, so that the fault is hardly theirs: {cause}"
            )
        return self._failed(line, cause.code, str(cause))

    def _bounded(self, record: bytes, line: bytes) -> bytes:
        limit = self._options.record_bytes
        if len(record) <= limit:
            return record
        return self._failed(line, "record-too-large", f"the record has {len(record)} bytes, more than {limit}")

    def _failed(self, line: bytes, code: str, message: str) -> bytes:
        """An error record for a line, from a process of its own, so that it is like any other error record."""
        process = Process(self._command, self._options.environment)
        try:
            process.send(textless_line(line, self._command))
            return failed_record(process.receive(self._options.timeout), code, message)
        except ProcessEnded as ended:
            raise PostilError(f"postil ends without a text to annotate: {ended}") from ended
        finally:
            process.kill()

    def _discard(self, ended: ProcessEnded) -> None:
        self._kill()
        if ended.status in _HOPELESS:
            raise PostilError(str(ended))
        self.restarts += 1
