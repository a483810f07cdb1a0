"""What the commands of `python -m include` share: reading files, printing JSON lines, exit status."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from include.errors import JianghuaError

UNREADABLE = 2  # exit status when a file could not be used; the others still run


def read_text(path: Path) -> str:
    """A UTF-8 text as it lies on disk: no newline translation, so that offsets are the file's own."""
    return path.read_bytes().decode("utf-8")


def print_row(row: Mapping[str, Any]) -> None:
    """One JSON object on a line of its own, Chinese characters as they are."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def complain(file: Path | str, error: Exception) -> None:
    """One line on standard error that names the file and the reason."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    print(f"{file}: {reason}", file=sys.stderr)


def for_each_file(files: Iterable[Path], rows_of: Callable[[Path], Iterable[Mapping[str, Any]]]) -> int:
    """Print the rows of every file; a file that cannot be used gets one line on standard error."""
    status = 0
    for file in files:
        try:
            for row in rows_of(file):
                print_row(row)
        except BrokenPipeError:  # the reader of our output is gone: that is no fault of this file
            raise
        except (OSError, UnicodeDecodeError, JianghuaError) as error:
            complain(file, error)
            status = UNREADABLE
    return status
