"""A small warehouse for the pages: a speech, its copy, hostile text, a quarantined page, a failed check."""

from datetime import timedelta

from load.staged_runs import T0, quarantined, staged_run, version

from include.load import tables
from include.load.load import load_run

RUN = "ingest_speeches/manual__2024-03-02T00:00:00+00:00__a+b"
LATER = "ingest_speeches/backfill__2024-03-05"
HOSTILE = '<script>alert("1")</script>'

GRAIN = version("http://x.cn/1", "今年形势很好。全县粮食产量12吨，增长喜人。", ("12吨",), region="东山镇")
COPY = version("http://x.cn/2", "转载。全县粮食产量12吨，增长喜人。", ("12吨",))
TRADE = version(
    "http://x.cn/3?a=<b>", f"{HOSTILE}外贸出口达到<b>7亿元{HOSTILE}。", ("<b>7亿元",), indicator=f"出口_100%{HOSTILE}"
)
EMPTY = version("http://x.cn/<i>4", "没有讲话")
REFUSED = quarantined(EMPTY) | {"message": f"no article {HOSTILE}"}
CHECKS = [
    {"source": "portal", "check_name": "speech_keys_unique", "passed": True, "checked": 9, "failed": 0, "sample": []},
    {
        "source": "portal",
        "check_name": "words_are_known",
        "passed": False,
        "checked": 9,
        "failed": 2,
        "sample": [HOSTILE],
    },
]


def land(engine):
    """A manual run of four pages, then a backfilled one of which a check holds the only page."""
    first = staged_run(RUN, [GRAIN, COPY, TRADE, EMPTY], quarantined=[REFUSED])
    for page in first.pages:
        page["title"] = f"题{HOSTILE}" if page["page_id"] == TRADE["page_id"] else "在大会上的讲话"
    later = staged_run(
        LATER, [GRAIN], checks=CHECKS, held=frozenset(["portal"]), run_type="backfill",
        partition_key="2024-03-05", started_at=T0 + timedelta(days=4),
    )  # fmt: skip
    with engine.begin() as connection:
        load_run(connection, first)
        load_run(connection, later)
        connection.execute(tables.cluster.insert(), [_clustered(v) for v in (GRAIN, COPY, TRADE)])


def _clustered(v):
    return {"speech_id": v["speech_id"], "cluster_id": v["speech_id"], "canonical": v is not COPY}
