"""What ``postil`` is run with, and where it is found."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import Callable, List, Mapping, Optional, Sequence

from .errors import PostilError

Locate = Callable[[str], Optional[str]]


@dataclass(frozen=True)
class Options:
    """How a process of ``postil annotate`` is started and watched.

    A path (``binary``, ``plugins``, ``pipeline``, ``dictionaries``) may name a file that an engine has brought along:
    it is looked for there, in the working folder and, the binary, in ``PATH``.
    """

    binary: str = "postil"
    """The program."""
    layers: Sequence[str] = ()
    """The layers to write; the program's own choice if there are none."""
    plugins: Sequence[str] = ()
    """Plugins: folders, files of rules, programs or names."""
    pipeline: Optional[str] = None
    """A pipeline file."""
    dictionaries: Sequence[str] = ()
    """Dictionaries of names."""
    anchor: Optional[str] = None
    """The date to which dates refer where a document has none of its own."""
    offset_unit: str = "codepoint"
    """The unit of offsets: codepoint, utf8 or utf16."""
    arguments: Sequence[str] = ()
    """Further arguments for ``postil annotate``, as they stand."""
    jobs: int = 1
    """Workers of the process; engines that run a task a core want 1."""
    timeout: float = 600.0
    """Seconds without a record after which a process counts as hung."""
    pending_lines: int = 1024
    """Lines that are under way at most."""
    pending_bytes: int = 1 << 20
    """Bytes of lines that are under way at most; one line may be longer."""
    record_bytes: int = 256 << 20
    """Bytes of a record at most; a longer one, which an engine's rows could not hold, becomes an error record."""
    poison_limit: int = 10
    """Documents that may end or hang the process; with one more the fault is not the documents'."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables that the process gets besides those of its parent."""

    def command(self, locate: Optional[Locate] = None) -> List[str]:
        """The command line of a process that reads JSON lines and answers each with a record.

        :param locate: Finds a file that the engine has brought along; ``None`` for one that it has not.
        :raises PostilError: The program is not there.
        """
        return [self.program(locate), *self.annotate_arguments(locate)]

    def annotate_arguments(self, locate: Optional[Locate] = None) -> List[str]:
        """What stands behind the program's name in ``command``."""
        command = ["annotate", "-", *self.input_format(), "--jobs", str(self.jobs)]
        if self.layers:
            command += ["--layers", ",".join(self.layers)]
        for plugin in self.plugins:
            command += ["--plugin", _found(plugin, locate)]
        if self.pipeline is not None:
            command += ["--pipeline", _found(self.pipeline, locate)]
        for dictionary in self.dictionaries:
            command += ["--dictionary", _found(dictionary, locate)]
        if self.anchor is not None:
            command += ["--anchor", self.anchor]
        if self.offset_unit != "codepoint":
            command += ["--offset-unit", self.offset_unit]
        # The codes for documents that failed are not errors: their records say so.
        return command + ["--ok-on-doc-errors", *self.arguments]

    @staticmethod
    def input_format() -> List[str]:
        """The arguments that make each line of the input a record, whatever it begins with."""
        return ["--input-format", "jsonl"]

    def program(self, locate: Optional[Locate] = None) -> str:
        """The path of the program.

        :raises PostilError: It is not there, or cannot be run.
        """
        path = _found(self.binary, locate)
        if not os.path.isfile(path):
            path = shutil.which(self.binary) or ""
        if not path:
            raise PostilError(
                f"'{self.binary}' is not found: name the program by its path, bring it along with the engine "
                "(Spark: --files), or put it into PATH"
            )
        if not os.access(path, os.X_OK):
            raise PostilError(f"'{path}' may not be run: chmod +x it")
        return os.path.abspath(path)


def _found(name: str, locate: Optional[Locate]) -> str:
    """The path of a file that may have been brought along; the name itself where there is none."""
    if not os.path.isabs(name):
        brought = locate(name) if locate else None
        if brought is not None and os.path.exists(brought):
            return brought
    return name
