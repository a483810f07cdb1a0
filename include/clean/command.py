"""`python -m include clean FILE… [--url URL]`: one JSON line for each page or document, which its bytes tell apart."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from include.clean.page import clean_page
from include.command import for_each_file


def main(argv: list[str]) -> int:
    """Clean files; exit status 2 when one could not be used, the others still run."""
    parser = argparse.ArgumentParser(
        prog="python -m include clean", description="Text, speeches and what was stripped."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a page, .pdf or .docx")
    parser.add_argument("--url", default="", help="the address the page came from: its date may stand there")
    options = parser.parse_args(argv)

    def rows(file: Path) -> Iterator[dict[str, Any]]:
        yield {"file": str(file), **clean_page(file.read_bytes(), options.url).to_dict()}

    return for_each_file(options.files, rows)
