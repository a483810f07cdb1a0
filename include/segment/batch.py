"""The segment stage over one batch of cleaned pages."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from include.clean.batch import quarantine_row
from include.segment.segments import segment
from include.segment.words import term_counts

log = logging.getLogger(__name__)


def segment_batch(pages: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each page row an outline row: `{"kind": "outline", page_id, speeches, terms}`.

    `speeches` maps speech ids to their segments, `terms` to their words with how often each stands there.
    """
    for page in pages:
        if page["kind"] != "page":
            continue
        try:
            outlines = {s["speech_id"]: [part.to_dict() for part in segment(s["text"])] for s in page["speeches"]}
            terms = {s["speech_id"]: term_counts(s["text"]) for s in page["speeches"]}
            yield {"kind": "outline", "page_id": page["page_id"], "speeches": outlines, "terms": terms}
        except Exception as error:
            log.exception("segment failed on %s", page["url"])
            yield quarantine_row(page, "segment", error)
