"""`python -m include commitments TEXT.txt…`: a commitment a line, as JSON."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from include.command import for_each_file, read_text
from include.commitments.commitments import find_commitments


def main(argv: list[str]) -> int:
    """Print {doc, start, end, quote, task, responsible, deadline, target} for every commitment of every file."""
    parser = argparse.ArgumentParser(prog="python -m include commitments", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT.txt")
    return for_each_file(parser.parse_args(argv).files, _rows)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for commitment in find_commitments(read_text(file)):
        yield {"doc": file.name, **commitment.to_dict()}
