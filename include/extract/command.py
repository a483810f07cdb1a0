"""`python -m include extract TEXT.txt…`: one JSON line for every observation of every file."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from include.command import for_each_file, read_text
from include.errors import BadPageError
from include.extract.facts import UNKNOWN, SpeechFacts
from include.extract.rules.version import RULES_VERSION

FIELDS = (
    "start", "end", "quote", "indicator", "value", "value_high", "unit", "measure", "compared_to", "status", "bound",
    "masked", "period", "region", "rule", "indicator_code", "indicator_alias", "period_first", "period_last",
    "period_reason", "region_code", "region_reason", "flags", "flag_reasons", "sentence_start", "sentence_end",
)  # fmt: skip


def rows(doc: str, text: str, facts: SpeechFacts = UNKNOWN) -> Iterator[dict[str, Any]]:
    """The observations of one text; offsets count its code points."""
    from include.extract.observations import extract  # a mistake in a rule file is a line on standard error, too

    for observation in extract(text, facts=facts):
        record = observation.to_dict()
        yield {"doc": doc, **{field: record[field] for field in FIELDS}, "rules_version": RULES_VERSION}


def rows_of_speeches(path: Path) -> Iterator[dict[str, Any]]:
    """The observations of the speeches of a file of JSON lines: {doc, text} and, where known, the facts of a speech."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                speech = json.loads(line)
                doc, text = str(speech["doc"]), str(speech["text"])
            except (ValueError, KeyError, TypeError) as error:
                raise BadPageError(f"line {number} is no speech, {{doc, text, …}}: {error}") from error
            yield from rows(doc, text, SpeechFacts.of(speech, speech))


def facts_of(text: str, year: int | None, region: str | None) -> SpeechFacts:
    """What is known of the speech in a raw text: the year and region as given, else as clean reads them off the text.

    Where a text holds several speeches of different years, none is known.
    """
    from include.clean.speeches.split import speeches_of_raw_text

    speeches = speeches_of_raw_text(text) if year is None or region is None else []
    years = {speech.content_year for speech in speeches}
    regions = {speech.region for speech in speeches}
    return SpeechFacts(
        content_year=year or (years.pop() if len(years) == 1 else None),
        region=region or (regions.pop() if len(regions) == 1 else None),
    )


def _rows_of_file(path: Path, year: int | None, region: str | None) -> Iterator[dict[str, Any]]:
    text = read_text(path)
    return rows(path.name, text, facts_of(text, year, region))


def main(argv: list[str]) -> int:
    """Print the observations of the files; 2 when one could not be read."""
    parser = argparse.ArgumentParser(prog="python -m include extract", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="TEXT.txt")
    parser.add_argument(
        "--speeches",
        type=Path,
        metavar="FILE.jsonl",
        help="speeches as lines of JSON instead of texts: {doc, text, content_year, region, region_code, published_on}",
    )
    parser.add_argument("--year", type=int, help="the year the speeches were given in; default: read off each text")
    parser.add_argument("--region", help="whose government speaks, as 德阳市; default: read off each text")
    comparing = parser.add_argument_group("what a change of the rules would change")
    comparing.add_argument(
        "--compare",
        nargs=2,
        metavar=("OLD", "NEW"),
        help="print a line for each difference between two of: a git revision, a folder with a checkout (. for this "
        "one), a .jsonl file that extract printed, `stored` for the warehouse; over TEXT.txt…, else over its speeches",
    )
    comparing.add_argument("--exit-code", action="store_true", help="1 where there are differences")
    comparing.add_argument("--warehouse", metavar="URL", help="default: JIANGHUA_WAREHOUSE, else data/warehouse.db")
    options = parser.parse_args(argv)
    if options.compare:
        if options.year or options.region:
            parser.error("--compare reads year and region off each text, or has them from the warehouse")
        from include.extract.compare.command import main as compare

        old, new = options.compare
        return compare(old, new, options.files, options.warehouse, exit_code=options.exit_code)
    if options.speeches:
        return for_each_file([options.speeches], rows_of_speeches)
    if not options.files:
        parser.error("name a text, --speeches or --compare")
    return for_each_file(options.files, lambda path: _rows_of_file(path, options.year, options.region))
