import random
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import create_engine, func, insert, select, update

from include.deduplicate.compare import compare
from include.deduplicate.store import link_new_speeches
from include.deduplicate.texts import Text
from include.load.tables import body, cluster, fingerprint, link, listing, load, metadata, page, run, source, speech

NOW = datetime(2024, 1, 1, tzinfo=UTC)
FETCHED = {"source": "portal", "listed_on": None, "listing_url": "http://127.0.0.1/"}


@pytest.fixture
def connection():
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as open_connection:
        _prepare(open_connection)
        yield open_connection


def _prepare(connection):
    names = {"title": "网", "base_url": "http://127.0.0.1/", "platform": "portal"}
    sites = [names | {"source": "portal", "official": True}, names | {"source": "library", "official": False}]
    connection.execute(insert(source), sites)
    connection.execute(
        insert(run),
        {
            "run_id": "r",
            "run_type": "manual",
            "window_first": date(2024, 1, 1),
            "window_last": date(2024, 1, 1),
            "started_at": NOW,
        },
    )
    connection.execute(
        insert(load),
        {"load_id": "l", "run_id": "r", "committed_at": NOW, "observations_staged": 0, "rules_version": "1"},
    )
    connection.execute(insert(body), {"body_sha256": "0", "bytes": 1})


def add(connection, speech_id: str, text: str, site: str = "library", on: date | None = None, flags: tuple = ()):
    url = f"http://127.0.0.1/{speech_id}"
    connection.execute(
        insert(page),
        {
            "page_id": speech_id,
            "url": url,
            "body_sha256": "0",
            "published_on": on,
            "charset": "utf-8",
            "text": text,
            "stripped": [],
            "fetched_at": NOW,
            "cleaned_by": "1",
            "first_load": "l",
            "last_seen": NOW,
        },
    )
    row = {"run_id": "r", "source": site, "page_id": speech_id, "url": url, "title": "", "listing_url": url}
    connection.execute(insert(listing), row)
    connection.execute(
        insert(speech),
        {
            "speech_id": speech_id,
            "page_id": speech_id,
            "body_sha256": "0",
            "no": 1,
            "start": 0,
            "end": len(text),
            "text": text,
            "flags": list(flags),
            "first_load": "l",
        },
    )


def close(connection, speech_id: str, closed: str | None = "l"):
    connection.execute(update(speech).where(speech.c.speech_id == speech_id).values(closed_load=closed))


def linked(connection) -> set[tuple]:
    return {tuple(map(str, row)) for row in connection.execute(select(link))}


def clustered(connection) -> dict[str, tuple[str, bool]]:
    return {row.speech_id: (row.cluster_id, row.canonical) for row in connection.execute(select(cluster))}


def test_writes_what_the_pure_part_says(connection, speech):
    texts = {"a": speech(1), "b": speech(1) + "\n谢谢大家!", "c": speech(2)}
    for speech_id, text in texts.items():
        add(connection, speech_id, text)
    counts = link_new_speeches(connection)
    assert counts.pop("compared") >= 1
    assert counts == {"speeches": 3, "links": 1, "clustered": 3}
    expected = compare(Text("a", texts["a"]), Text("b", texts["b"]))
    row = connection.execute(select(link)).mappings().one()
    assert dict(row) == expected.to_dict() | {"reasons": list(expected.reasons)}
    printed = connection.scalars(select(fingerprint.c.hash).where(fingerprint.c.speech_id == "a"))
    assert set(printed) == Text("a", texts["a"]).fingerprint
    assert clustered(connection) == {"a": ("a", True), "b": ("a", False), "c": ("c", True)}


def test_a_second_run_changes_nothing(connection, speech):
    for speech_id in "abc":
        add(connection, speech_id, speech(1))
    add(connection, "none", "2019")  # without a fingerprint it has a cluster all the same
    link_new_speeches(connection)
    before = linked(connection), clustered(connection)
    assert set(link_new_speeches(connection).values()) == {0}
    assert (linked(connection), clustered(connection)) == before
    assert before[1]["none"] == ("none", True)


def test_the_canonical_copy_is_official_then_unmasked_then_earliest(connection, speech):
    add(connection, "a", speech(1), on=date(2019, 1, 1))
    add(connection, "b", speech(1), "portal", on=date(2020, 1, 1), flags=("masked",))
    add(connection, "c", speech(1), "portal", on=date(2021, 1, 1))
    add(connection, "d", speech(1), "portal", on=date(2021, 1, 2))
    link_new_speeches(connection)
    assert [one for one, (_, quoted) in clustered(connection).items() if quoted] == ["c"]


def test_a_closed_speech_leaves_its_cluster_and_keeps_its_links(connection, speech):
    for speech_id in "abc":
        add(connection, speech_id, speech(1))
    link_new_speeches(connection)
    close(connection, "a")
    assert link_new_speeches(connection)["clustered"] == 2
    assert clustered(connection) == {"b": ("b", True), "c": ("b", False)}
    assert len(linked(connection)) == 3
    add(connection, "d", speech(1))
    link_new_speeches(connection)
    assert connection.scalar(select(func.count()).where(link.c.a == "a")) == 2, "closed speeches are no candidates"


def test_a_speech_that_is_opened_again_catches_up(connection, speech):
    for speech_id in "ab":
        add(connection, speech_id, speech(1))
    link_new_speeches(connection)
    close(connection, "a")
    add(connection, "c", speech(1))
    link_new_speeches(connection)
    close(connection, "a", None)
    link_new_speeches(connection)
    assert clustered(connection) == {"a": ("a", True), "b": ("a", False), "c": ("a", False)}
    assert len(linked(connection)) == 3


def test_a_glued_page_that_becomes_known_as_one_leaves_the_cluster(connection, speech):
    one, other = speech(1), speech(2).partition("\n")[2]
    add(connection, "a", one)
    add(connection, "page", f"{one}\n{other}")
    link_new_speeches(connection)
    assert clustered(connection)["page"] == ("a", True), "nothing yet says that the page holds two speeches"
    add(connection, "b", other)
    link_new_speeches(connection)
    assert {one: found for one, (found, _) in clustered(connection).items()} == {"a": "a", "page": "page", "b": "b"}


def corpus(speech) -> dict[str, str]:
    texts = {}
    for seed in range(3):
        text = speech(seed, 24, figures=8)
        texts |= {
            f"{seed}full": text,
            f"{seed}cut": text[: len(text) * 2 // 3],
            f"{seed}next": speech(seed, 24, figures=8, factor=1.2),
            f"{seed}spun": text.replace("加快", "加紧").replace("落实", "贯彻"),
            f"{seed}glued": f"{text}\n第二篇:在部署会上的讲话\n{speech(seed + 1, 24, figures=8)}",
        }
    return texts


@pytest.mark.parametrize("seed", range(3))
def test_order_and_batches_do_not_matter(speech, seed):
    """Speeches that come in any order and grouping, some of them closed meanwhile, end as if they had come at once."""
    texts, chance = corpus(speech), random.Random(seed)
    gone = set(chance.sample(sorted(texts), 3))
    order = chance.sample(sorted(texts), len(texts))
    results = []
    for batch in (len(texts), chance.randint(1, 7)):
        engine = create_engine("sqlite://")
        metadata.create_all(engine)
        with engine.begin() as connection:
            _prepare(connection)
            for start in range(0, len(order), batch):
                for speech_id in order[start : start + batch]:
                    add(connection, speech_id, texts[speech_id])
                link_new_speeches(connection)
                for speech_id in gone.intersection(order[:start]):
                    close(connection, speech_id)
            for speech_id in gone:
                close(connection, speech_id)
            link_new_speeches(connection)
            closed = tuple(gone)
            open_links = {row for row in linked(connection) if row[0] not in closed and row[1] not in closed}
            results.append((open_links, clustered(connection)))
    assert results[0] == results[1]
    assert len({found for found, _ in results[0][1].values()}) < len(results[0][1])
