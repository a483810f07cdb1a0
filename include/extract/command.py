"""`python -m include extract TEXT.txt…`: one JSON line for every observation of every file."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from include.command import for_each_file, read_text
from include.extract.observations import extract

FIELDS = (
    "start", "end", "quote", "indicator", "value", "value_high", "unit", "measure", "compared_to", "status", "bound",
    "masked", "period", "region", "rule", "indicator_code",
)  # fmt: skip


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The observations of one file; offsets count code points of the file as it lies on disk."""
    for observation in extract(read_text(path)):
        record = observation.to_dict()
        yield {"doc": path.name, **{field: record[field] for field in FIELDS}}


def main(argv: list[str]) -> int:
    """Print the observations of the files; 2 when one could not be read."""
    parser = argparse.ArgumentParser(prog="python -m include extract", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT.txt")
    return for_each_file(parser.parse_args(argv).files, rows)
