"""`python -m include deduplicate TEXT.txt…|DIR`: a line for each speech of the files, with its cluster."""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from include.clean.speeches.split import speeches_of_raw_text
from include.command import UNREADABLE, complain, print_row, read_text
from include.deduplicate.batch import link_batch
from include.errors import BadPageError, JianghuaError
from include.ids import speech_id
from include.records import CopyLink

GLUED = 0.5  # share of a text that, found in others, makes it a page of several speeches and none itself


@dataclass(frozen=True)
class Unit:
    """A speech in a file: [start, end) of the file's characters."""

    id: str
    doc: str
    start: int
    end: int
    text: str


def main(argv: Sequence[str]) -> int:
    """Print {doc, start, end, cluster, canonical, kind, score, reasons} for every speech; 2 if a file is unusable."""
    parser = argparse.ArgumentParser(prog="python -m include deduplicate", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="TEXT.txt|DIR")
    status = 0
    units: list[Unit] = []
    for path in dict.fromkeys(_files(parser.parse_args(argv).paths)):
        try:
            units.extend(_units(path))
        except (OSError, UnicodeDecodeError, JianghuaError) as error:
            complain(path, error)
            status = UNREADABLE
    for row in _rows(units):
        print_row(row)
    return status


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.txt")) if path.is_dir() else (path,)


def _units(path: Path) -> Iterator[Unit]:
    """The speeches of a file; where none can be told apart, the whole text. BadPageError for a blank file."""
    text = read_text(path)
    if not text.strip():
        raise BadPageError("no text in it", reason="empty")
    spans = [(span.start, span.end) for span in speeches_of_raw_text(text)]
    for start, end in spans or [(0, len(text))]:
        part = text[start:end]
        yield Unit(speech_id(f"{path}#{start}", part), path.name, start, end, part)


def _rows(units: Sequence[Unit]) -> Iterator[Mapping[str, Any]]:
    """A row a speech; a page that turns out to be glued from others has one for each of these instead."""
    batch = link_batch({unit.id: unit.text for unit in units})
    for unit in units:
        parts = batch.parts.get(unit.id, ())
        if sum(part.end - part.start for part in parts) < GLUED * len(unit.text):
            quoted = batch.canonical[batch.cluster[unit.id]] == unit.id
            yield _row(unit, (unit.start, unit.end), batch.cluster[unit.id], batch.link.get(unit.id), quoted)
        for part in parts:
            span = (unit.start + part.start, unit.start + part.end)
            yield _row(unit, span, batch.cluster[part.of], part.link, False)


def _row(unit: Unit, span: tuple[int, int], cluster: str, link: CopyLink | None, canonical: bool) -> Mapping[str, Any]:
    return {
        "doc": unit.doc,
        "start": span[0],
        "end": span[1],
        "cluster": cluster,
        "canonical": canonical,
        "kind": link.kind if link else None,
        "score": link.score if link else None,
        "reasons": list(link.reasons) if link else [],
    }
