"""The extract stage over one batch of cleaned and segmented pages."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from include.clean.batch import quarantine_row
from include.commitments.commitments import find_commitments
from include.extract.facts import SpeechFacts
from include.extract.observations import extract
from include.ids import commitment_id, observation_id
from include.records import Segment

log = logging.getLogger(__name__)


def extract_batch(
    pages: Iterable[Mapping[str, Any]], outlines: Mapping[str, Mapping[str, list[dict[str, Any]]]]
) -> Iterator[dict[str, Any]]:
    """For each page row that has outlines (`page_id` → `speech_id` → segments) a row with what its speeches state.

    Gives `{"kind": "statements", page_id, observations: […], commitments: […]}`, or a quarantine row.
    """
    for page in pages:
        if page["kind"] != "page" or page["page_id"] not in outlines:
            continue
        try:
            yield _statements(page, outlines[page["page_id"]])
        except Exception as error:
            log.exception("extract failed on %s", page["url"])
            yield quarantine_row(page, "extract", error)


def _statements(page: Mapping[str, Any], outlines: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    observations, commitments = [], []
    for speech in page["speeches"]:
        speech_id, text = speech["speech_id"], speech["text"]
        segments = [Segment(**part) for part in outlines[speech_id]]
        for found in extract(text, segments, SpeechFacts.of(page, speech)):
            key = observation_id(speech_id, found.start, found.end)
            observations.append({"observation_id": key, "speech_id": speech_id, **found.to_dict()})
        for promise in find_commitments(text, segments):
            key = commitment_id(speech_id, promise.start, promise.end)
            commitments.append({"commitment_id": key, "speech_id": speech_id, **promise.to_dict()})
    return {
        "kind": "statements",
        "page_id": page["page_id"],
        "observations": observations,
        "commitments": commitments,
    }
