"""One extractor over a list of pages: `extract.py NAME PAGES.json` prints what it took and the texts it gave, as JSON.

Start-up is not measured: imports, reading the files, and the first pages once.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

WARM_UP = 5  # pages


def ours() -> Callable[[bytes], str]:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from include.clean.page import clean_page
    from include.errors import BadPageError

    def extract(body: bytes) -> str:
        try:
            return clean_page(body).text
        except BadPageError:  # no article: the peers give nothing then
            return ""

    return extract


def trafilatura() -> Callable[[bytes], str]:
    """Plain text, as it comes."""
    from trafilatura import extract

    return lambda body: extract(body) or ""


def trafilatura_fast() -> Callable[[bytes], str]:
    """Its fastest documented way: no second tries by other extractors, no comments, no tables."""
    from trafilatura import extract

    return lambda body: extract(body, fast=True, include_comments=False, include_tables=False) or ""


def trafilatura_metadata() -> Callable[[bytes], str]:
    """With title and date, which ours finds too."""
    from trafilatura import bare_extraction

    def extract(body: bytes) -> str:
        found = bare_extraction(body, with_metadata=True)
        return (found.text or "") if found else ""

    return extract


def readability() -> Callable[[bytes], str]:
    """Title and summary; the summary's HTML is turned into text outside of the measurement, by `plain`."""
    from readability import Document

    def extract(body: bytes) -> str:
        document = Document(body)
        document.title()
        return document.summary()

    return extract


def plain(name: str, text: str) -> str:
    if name != "readability" or not text:
        return text
    from lxml import html

    return html.document_fromstring(text).text_content()


EXTRACTORS = {each.__name__: each for each in (ours, trafilatura, trafilatura_fast, trafilatura_metadata, readability)}


def main(name: str, listing: str) -> None:
    """Run over the pages once, and print seconds, CPU seconds and texts by file name."""
    paths = [Path(path) for path in json.loads(Path(listing).read_text())]
    bodies = [path.read_bytes() for path in paths]
    extract = EXTRACTORS[name]()
    for body in bodies[:WARM_UP]:
        extract(body)
    start, cpu = time.perf_counter(), time.process_time()
    texts = [extract(body) for body in bodies]
    took = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu}
    found = {path.name: plain(name, text) for path, text in zip(paths, texts, strict=True)}
    print(json.dumps({**took, "texts": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
