"""One running process that answers each line with a line."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from typing import List, Mapping, Optional, Sequence

from .errors import PostilError

_KEPT_STDERR = 8 << 10
_WRITE_BYTES = 64 << 10


class ProcessEnded(Exception):
    """The process has ended, or was ended, with lines unanswered."""

    def __init__(self, code: str, message: str, status: Optional[int]) -> None:
        super().__init__(message)
        self.code = code
        self.status = status


class Process:
    """A process with one thread that feeds it, one that takes its answers and one that keeps the end of what it says.

    Neither ``send`` nor ``receive`` can wait for the other, however full pipes are and whenever the process flushes.
    The queues have no limits of their own: whoever sends bounds what is unanswered.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Starts the process.

        :raises PostilError: It cannot be started.
        """
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, **environment},
            )
        except OSError as error:
            raise PostilError(f"{command[0]} cannot be started: {error}") from error
        self._lines: queue.SimpleQueue[Optional[bytes]] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Optional[bytes]] = queue.SimpleQueue()
        self._said = bytearray()
        self._threads = [
            threading.Thread(target=body, name=f"postil-{body.__name__}", daemon=True)
            for body in (self._write, self._read, self._listen)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def said(self) -> str:
        """The end of what the process has written to standard error."""
        return self._said.decode("utf-8", "replace").strip()

    def send(self, line: bytes) -> None:
        """Hands over a line, without waiting."""
        self._lines.put(line)

    def receive(self, timeout: float) -> bytes:
        """The next answer, with its line end.

        :raises ProcessEnded: There is none: the process has ended, or did not answer in ``timeout`` seconds and was
            killed.
        """
        try:
            answer = self._answers.get(timeout=timeout)
        except queue.Empty:
            self.kill()
            raise ProcessEnded("timeout", f"postil did not answer in {timeout:g} s{self._quoted()}", None) from None
        if answer is None:
            status = self._process.wait()
            self._join()
            raise ProcessEnded("process-ended", f"postil ended with {_named(status)}{self._quoted()}", status)
        return answer

    def has_answer(self) -> bool:
        """Whether ``receive`` would not wait."""
        return not self._answers.empty()

    def finish(self, timeout: float) -> None:
        """Ends the input and waits for the process.

        :raises PostilError: It has written more than was asked for.
        """
        self._lines.put(None)
        try:
            rest = self._answers.get(timeout=timeout)
            self._process.wait(timeout=timeout)
        except (queue.Empty, subprocess.TimeoutExpired):
            rest = None
        self.kill()
        if rest is not None:
            raise PostilError(f"postil wrote a record that nothing was asked for: {rest[:200]!r}")

    def kill(self) -> None:
        """Ends the process at once; harmless where it has ended."""
        self._process.kill()
        self._process.wait()
        self._lines.put(None)
        self._join()

    def _join(self) -> None:
        for thread in self._threads[1:]:
            # A program that the process started may keep the pipes open.
            thread.join(timeout=1)

    def _quoted(self) -> str:
        return f"; it said: {self.said}" if self._said else ""

    def _write(self) -> None:
        pipe = self._process.stdin
        try:
            while (line := self._lines.get()) is not None:
                block: List[bytes] = [line]
                size = len(line)
                while size < _WRITE_BYTES and not self._lines.empty():
                    line = self._lines.get()
                    if line is None:
                        break
                    block.append(line)
                    size += len(line)
                pipe.write(b"".join(block))
                pipe.flush()
                if line is None:
                    break
        except OSError:
            pass  # The process has ended; its answers end too.
        finally:
            try:
                pipe.close()
            except OSError:
                pass

    def _read(self) -> None:
        with self._process.stdout as pipe:
            for line in pipe:
                # A process that was killed may leave half a line.
                if line.endswith(b"\n"):
                    self._answers.put(line)
        self._answers.put(None)

    def _listen(self) -> None:
        with self._process.stderr as pipe:
            while block := os.read(pipe.fileno(), 1 << 16):
                self._said += block
                del self._said[:-_KEPT_STDERR]


def _named(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"exit code {status}"
