"""Staged files: JSON lines that carry the hash of their content in their name and are never overwritten.

An orphaned first try of a task may still be writing while its retry runs: both write the same name only
when they write the same bytes.
"""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any, TypedDict

from include.errors import PermanentError

KEPT_DAYS = 30


class Staged(TypedDict):
    """What travels through XCom: a file's name below the staging folder, the SHA-256 of its bytes, its rows."""

    name: str
    sha256: str
    rows: int


def stage(folder: Path, prefix: str, rows: Iterable[Mapping[str, Any]]) -> Staged:
    """Write `rows` to `folder/<prefix>-<hash>.jsonl` and say where they lie."""
    prefix_folder = (folder / prefix).parent
    prefix_folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=prefix_folder, suffix=".part", delete=False) as file:
        try:
            sha256, count = _write(file, rows)
        except BaseException:
            Path(file.name).unlink()
            raise
    name = f"{prefix}-{sha256[:16]}.jsonl"
    Path(file.name).replace(folder / name)
    return Staged(name=name, sha256=sha256, rows=count)


def _write(file: IO[bytes], rows: Iterable[Mapping[str, Any]]) -> tuple[str, int]:
    hashed, count = hashlib.sha256(), 0
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, sort_keys=True, allow_nan=False).encode() + b"\n"
        file.write(line)
        hashed.update(line)
        count += 1
    file.flush()
    os.fsync(file.fileno())
    return hashed.hexdigest(), count


def read(folder: Path, staged: Staged) -> Iterator[dict[str, Any]]:
    """The rows of a staged file; PermanentError where it is gone or its bytes are not those that were staged."""
    path = folder / staged["name"]
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise PermanentError(
            f"staged file {path} is gone; clear the run from `discover` on", reason="staging"
        ) from None
    if hashlib.sha256(content).hexdigest() != staged["sha256"]:
        raise PermanentError(f"staged file {path} was altered after it was staged", reason="staging")
    for line in content.splitlines():
        yield json.loads(line)


def drop_expired(folder: Path, days: int = KEPT_DAYS) -> int:
    """Remove the folders of runs that nothing has written to for `days`; how many went."""
    if not folder.is_dir():
        return 0
    # Several runs may clean up at once: what another one removed first is gone all the same
    old = [run.path for run in os.scandir(folder) if run.stat().st_mtime < time.time() - days * 86400]
    for run in old:
        shutil.rmtree(run, ignore_errors=True)
    return len(old)
