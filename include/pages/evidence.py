"""Observations with all that vouches for them: sentence, speech, page, bytes, load, run."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Join, Select, Text, and_, cast, func, select

from include.load import tables

PAGE_SIZE = 50
CONTEXT = 60  # characters either side of a number whose sentence is not known


@dataclass(frozen=True)
class Wanted:
    """Which observations: those whose indicator and region contain these words; empty takes all.

    `doubtful` takes only those that carry a flag.
    """

    indicator: str = ""
    region: str = ""
    doubtful: bool = False


def count(connection: Connection, wanted: Wanted) -> int:
    """How many current observations in canonical copies match."""
    return connection.scalar(_current(select(func.count()).select_from(_clustered()), wanted)) or 0


def search(connection: Connection, wanted: Wanted, page: int) -> list[dict[str, Any]]:
    """The matching observations of one page, from 1; each with its sentence cut into `before`, `marked`, `after`."""
    observation, speech, web_page, load = tables.observation.c, tables.speech.c, tables.page.c, tables.load.c
    columns: list[FromClause | ColumnElement[Any]] = [
        tables.observation,
        *(
            speech.text,
            speech.content_year,
            speech.flags.label("speech_flags"),
            speech.title.label("speech_title"),
            speech.body_sha256,
        ),
        *(
            speech.region.label("speech_region"),
            speech.region_code.label("speech_region_code"),
            speech.office,
            speech.speaker,
            speech.occasion,
        ),
        *(web_page.title.label("page_title"), web_page.url, web_page.published_on, web_page.published_from),
        *(web_page.flags.label("page_flags"), web_page.parts, speech.start.label("speech_start")),
        *(load.run_id, load.committed_at),
    ]
    shown = _keys(wanted, page).subquery()
    same = and_(observation.observation_id == shown.c.observation_id, observation.first_load == shown.c.first_load)
    chain = _dated().join(tables.load, load.load_id == observation.first_load).join(shown, same)
    query = select(*columns).select_from(chain).order_by(*_newest_first())
    return [_with_sentence(dict(row)) for row in connection.execute(query).mappings()]


def _keys(wanted: Wanted, page: int) -> Select[Any]:
    """The keys of one page alone: sorted with the texts beside them, many observations take minutes."""
    keys = select(tables.observation.c.observation_id, tables.observation.c.first_load).select_from(_dated())
    return _current(keys, wanted).order_by(*_newest_first()).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)


def _current(query: Select[Any], wanted: Wanted) -> Select[Any]:
    observation = tables.observation.c
    # load closes an observation together with its speech, so that the speech need not be asked
    query = query.where(tables.cluster.c.canonical, observation.closed_load.is_(None))
    if wanted.indicator:
        query = query.where(observation.indicator.contains(wanted.indicator, autoescape=True))
    if wanted.region:
        query = query.where(observation.region.contains(wanted.region, autoescape=True))
    if wanted.doubtful:
        query = query.where(cast(observation.flags, Text).startswith('["'))  # a list of words that is not empty
    return query


def _clustered() -> Join:
    return tables.observation.join(tables.cluster, tables.cluster.c.speech_id == tables.observation.c.speech_id)


def _dated() -> Join:
    speech = tables.speech.c
    with_speech = _clustered().join(tables.speech, speech.speech_id == tables.observation.c.speech_id)
    return with_speech.join(tables.page, tables.page.c.page_id == speech.page_id)


def _newest_first() -> tuple[ColumnElement[Any], ...]:
    page, speech, observation = tables.page.c, tables.speech.c, tables.observation.c
    return page.published_on.desc().nulls_last(), page.page_id, speech.no, observation.start, observation.observation_id


def _with_sentence(row: dict[str, Any]) -> dict[str, Any]:
    text, start, end = row.pop("text"), row["start"], row["end"]
    first, last = row["sentence_start"], row["sentence_end"]
    first = max(start - CONTEXT, 0) if first is None else min(first, start)
    last = end + CONTEXT if last is None else max(last, end)
    row |= _bytes_of(row)
    return row | {"before": text[first:start].lstrip(), "marked": text[start:end], "after": text[end:last].rstrip()}


def _bytes_of(row: dict[str, Any]) -> dict[str, Any]:
    """Where the number itself stands: on the page, or in a further body of it, `{body_sha256, part}`."""
    at = row.pop("speech_start") + row["start"]
    parts = (part for part in row.pop("parts") or () if part["start"] <= at < part["end"])
    part = next(parts, None)
    return {"part": part, "body_sha256": part["body_sha256"] if part else row["body_sha256"]}
