"""`python -m include segment TEXT.txt… [--words]`: a segment a line, as JSON."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from include.command import for_each_file, read_text
from include.segment.segments import segment


def main(argv: list[str]) -> int:
    """Print {doc, kind, level, start, end, text} for every file; with --words its words as well."""
    parser = argparse.ArgumentParser(prog="python -m include segment", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT.txt")
    parser.add_argument("--words", action="store_true", help="print the words, too")
    arguments = parser.parse_args(argv)
    return for_each_file(arguments.files, lambda file: _rows(file, words=arguments.words))


def _rows(file: Path, *, words: bool) -> Iterator[dict[str, Any]]:
    text = read_text(file)
    for part in segment(text):
        row = part.to_dict()
        row.pop("parent")
        yield {"doc": file.name, **row, "text": text[part.start : part.end]}
    if words:
        yield from _word_rows(file, text)


def _word_rows(file: Path, text: str) -> Iterator[dict[str, Any]]:
    from include.segment.words import words  # jieba loads its dictionary: only where asked for

    for word in words(text):
        yield {"doc": file.name, "kind": "word", "start": word.start, "end": word.end, "text": word.word}
