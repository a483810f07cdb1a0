"""The child: `python -m include.clean.documents CPU_SECONDS MEGABYTES < FILE` prints a document, or why not."""

import json
import logging
import resource
import sys
from collections.abc import Callable
from contextlib import suppress

from include.clean.documents.record import BROKEN, PDF, Document
from include.clean.media_types import foreign_type
from include.errors import BadPageError


def main(cpu_seconds: int, megabytes: int) -> None:
    """Read standard input within limits; the exit status is BROKEN where a reader fails on the file."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(ValueError, OSError):  # macOS has no such limit; the parent watches
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    body = sys.stdin.buffer.read()
    print(json.dumps(_read(body)))


def _read(body: bytes) -> dict[str, object]:
    try:
        return _reader(body)(body).to_dict()
    except BadPageError as error:
        return {"reason": error.reason, "message": str(error)}
    except MemoryError:
        return {"reason": "too_large", "message": "not enough memory for it"}
    except Exception:  # readers raise whatever a broken file leads them into
        logging.exception("cannot read it")
        sys.exit(BROKEN)


def _reader(body: bytes) -> Callable[[bytes], Document]:
    if foreign_type(body) == PDF:
        from include.clean.documents.pdf import read_pdf

        return read_pdf
    from include.clean.documents.docx import read_docx

    return read_docx


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
