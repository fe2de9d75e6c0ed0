"""Runs the annotation program ``postil`` under engines: one long-lived process a task, a record a row, nothing lost.

``Annotator`` drives a process from any Python program and needs the standard library alone; ``postil_engines.spark``
annotates DataFrames with it.
"""

from .annotator import Annotator
from .errors import PostilError
from .options import Options
from .records import input_line

__all__ = ["Annotator", "Options", "PostilError", "input_line"]
