"""A process for each document: its reader may loop, swell or crash, and the worker goes on."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

from include.clean.charset import visible
from include.clean.documents.record import BROKEN, DOCUMENTS, Document
from include.clean.media_types import foreign_type
from include.errors import BadPageError
from include.records import Stripped

ROOT = Path(__file__).resolve().parents[3]
POLL = 0.02  # seconds
MEGABYTE = 1 << 20
# All that Python itself may need: what else the worker knows (connections, keys) is no business of a stranger's file
NEEDED = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "TMPDIR", "LANG", "LC_ALL")
LONGEST_COMPLAINT = 200  # characters of what a crashed reader says


@dataclass(frozen=True, slots=True)
class Budget:
    """What the reading of one document may cost: seconds of the processor, seconds by the clock, megabytes.

    A report of 200 pages takes about 10 seconds and 150 megabytes.
    """

    cpu_seconds: int = 60
    seconds: float = 180.0
    megabytes: int = 768


DEFAULT = Budget()


def read_document(body: bytes, budget: Budget = DEFAULT) -> Document:
    """The text of a .pdf or .docx; BadPageError where it has none or cannot be read (see the package).

    RuntimeError where the reader itself does not run: that is no fault of the file.
    """
    kind = foreign_type(body)
    if kind not in DOCUMENTS:
        raise BadPageError(f"the body is {kind}, whose text we cannot read", reason="unsupported_type")
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        given.write(body)
        given.seek(0)
        ended = _run(given, answer, complaint, budget)
        answer.seek(0)
        complaint.seek(0)
        return _document(kind, ended, answer.read(), complaint.read().decode("utf-8", "replace"))


def _run(given: IO[bytes], answer: IO[bytes], complaint: IO[bytes], budget: Budget) -> int | str:
    """The child's exit status, or which limit it was ended at. Files, not pipes: nobody can wait for the other."""
    command = [sys.executable, "-m", "include.clean.documents", str(budget.cpu_seconds), str(budget.megabytes)]
    environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=given, stdout=answer, stderr=complaint) as child:  # noqa: S603
        ends_at = time.monotonic() + budget.seconds
        while True:
            try:
                return child.wait(POLL)
            except subprocess.TimeoutExpired:
                if broken := _broken_limit(child.pid, ends_at, budget):
                    child.kill()
                    return broken


def _broken_limit(pid: int, ends_at: float, budget: Budget) -> str | None:
    if time.monotonic() > ends_at:
        return f"{budget.seconds:g} seconds"
    try:  # macOS ignores RLIMIT_AS, which the child sets for itself
        used = psutil.Process(pid).memory_info().rss
    except psutil.Error:  # it has just ended
        return None
    return f"{budget.megabytes} megabytes" if used > budget.megabytes * MEGABYTE else None


def _document(kind: str, ended: int | str, answer: bytes, complaint: str) -> Document:
    if isinstance(ended, str) or ended in (-signal.SIGXCPU, -signal.SIGKILL):
        limit = ended if isinstance(ended, str) else "the processor's time"
        raise BadPageError(f"reading the {kind} took more than {limit}", reason="too_large")
    if ended != 0:
        last = complaint.strip().rpartition("\n")[2][:LONGEST_COMPLAINT]
        if ended > 0 and ended != BROKEN:
            raise RuntimeError(f"the reader of documents does not run: status {ended}: {last}")
        raise BadPageError(f"reading the {kind} ended with status {ended}: {last}", reason="unreadable_document")
    read = json.loads(answer)
    if "reason" in read:
        raise BadPageError(f"{kind}: {read['message']}", reason=read["reason"])
    title = visible(read["title"]) if read["title"] else None
    stripped = tuple(Stripped(each["kind"], visible(each["text"])) for each in read["stripped"])
    return Document(visible(read["text"]), title, read["title_from"], stripped)
