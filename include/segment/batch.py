"""The segment stage over one batch of cleaned pages."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from include.clean.batch import quarantine_row
from include.segment.segments import segment

log = logging.getLogger(__name__)


def segment_batch(pages: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each page row a `{"kind": "outline", page_id, speeches: {speech_id: [segment, …]}}` row."""
    for page in pages:
        if page["kind"] != "page":
            continue
        try:
            outlines = {s["speech_id"]: [part.to_dict() for part in segment(s["text"])] for s in page["speeches"]}
            yield {"kind": "outline", "page_id": page["page_id"], "speeches": outlines}
        except Exception as error:
            log.exception("segment failed on %s", page["url"])
            yield quarantine_row(page, "segment", error)
