"""Holds a warehouse against the sample site's truth. A smoke test: none of these shares is an accuracy."""

from collections import defaultdict
from urllib.parse import urlsplit

from sqlalchemy import select

from include.load import tables
from include.sample_site.generate import build_site
from include.sample_site.truth import truth_rows


def rows(kind):
    return [row for row in truth_rows(build_site()) if row["kind"] == kind]


def site_of(url, base_port):
    """`portal/…` from a URL: the three sites stand on three ports in a row."""
    parts = urlsplit(url)
    return ("portal", "wenku", "fanwen")[parts.port - base_port] + parts.path


def landed_pages(connection, base_port):
    """Page key → accepted, quarantined, or the outcome and reason of the last attempt."""
    found = {}
    listing, fetch = tables.listing.c, tables.fetch.c
    same = (listing.run_id == fetch.run_id) & (listing.source == fetch.source) & (listing.page_id == fetch.page_id)
    query = select(listing.url, fetch.outcome, fetch.reason, fetch.disposition).join_from(
        tables.listing, tables.fetch, same
    )
    for url, outcome, reason, disposition in connection.execute(query):
        if outcome != "unchanged":
            found[site_of(url, base_port)] = disposition or f"{outcome}:{reason}"
    return found


def landed_speeches(connection, base_port):
    """Page key → the texts of its current speeches, in order."""
    speech, page = tables.speech.c, tables.page.c
    query = (
        select(page.url, speech.text)
        .join_from(tables.speech, tables.page, page.page_id == speech.page_id)
        .where(speech.closed_load.is_(None))
        .order_by(page.url, speech.no)
    )
    found = defaultdict(list)
    for url, text in connection.execute(query):
        found[site_of(url, base_port)].append(text)
    return found


def clusters_by_text(connection):
    """Speech text → the clusters it stands in; an exact copy shares its original's."""
    speech, cluster = tables.speech.c, tables.cluster.c
    query = select(speech.text, cluster.cluster_id).join_from(
        tables.speech, tables.cluster, speech.speech_id == cluster.speech_id
    )
    found = defaultdict(set)
    for text, cluster_id in connection.execute(query):
        found[text].add(cluster_id)
    return found


def landed_observations(connection):
    """Every current observation as (text of its speech, start, end, value, unit)."""
    speech, observation = tables.speech.c, tables.observation.c
    query = (
        select(speech.text, observation.start, observation.end, observation.value, observation.unit)
        .join_from(tables.observation, tables.speech, speech.speech_id == observation.speech_id)
        .where(observation.closed_load.is_(None))
    )
    return {
        (text, start, end, None if value is None else round(value, 4), unit)
        for text, start, end, value, unit in connection.execute(query)
    }


def true_observations():
    """The same of the truth."""
    texts = {row["key"]: row["text"] for row in rows("speech")}
    return {
        (
            texts[row["speech"]],
            row["start"],
            row["end"],
            None if row["value"] is None else round(row["value"], 4),
            row["unit"],
        )
        for row in rows("observation")
    }
