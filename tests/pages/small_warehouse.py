"""A small warehouse for the pages: a speech, its copy, hostile text, a quarantined page, a failed check, sources."""

from datetime import date, timedelta

from load.staged_runs import SOURCE, T0, quarantined, staged_run, version

from include.load import tables
from include.load.load import load_run
from include.load.source_states import write_source_states

RUN = "ingest_speeches/manual__2024-03-02T00:00:00+00:00__a+b"
LATER = "ingest_speeches/backfill__2024-03-05"
LOST = "ingest_speeches/scheduled__2024-03-06"  # its load failed
HOSTILE = '<script>alert("1")</script>'

RESOLVED = {
    "period": "今年", "period_first": "2024-01-01", "period_last": "2024-12-31", "period_reason": "今年 is 2024",
    "region_code": "990101", "indicator_code": "grain_output", "indicator_alias": "粮食产量",
    "flags": ("out_of_range",), "flag_reasons": (f"less than usual {HOSTILE}",),
}  # fmt: skip

GRAIN = version("http://x.cn/1", "今年形势很好。全县粮食产量12吨，增长喜人。", ("12吨",), region="东山镇", **RESOLVED)
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


VILLAGE = {**SOURCE, "source": "village", "title": "某村"}


def state(run, source, word, day, reason=None, message=None, asked=True, newest=None):
    """A row of source_state: the source is so since noon of a day of March, which is when the run asked it."""
    moment = T0.replace(day=day, hour=4)
    return {
        "run_id": run, "source": source, "state": word, "since": moment, "reason": reason, "message": message,
        "asked_at": moment if asked else None, "newest_listed": newest, "entries": 20, "links": 0, "listing_pages": 1,
        "skipped": {}, "stopped": {},
    }  # fmt: skip


STATES = [
    state(RUN, "portal", "fresh", 2, newest=date(2024, 3, 1)),
    state(RUN, "village", "quiet", 2, "no_new_entry", "its newest entry is of 2023-01-01", newest=date(2023, 1, 1)),
    state(LATER, "portal", "declined", 5, "challenge", f"/jianghua/ answers with {HOSTILE}"),
    state(LATER, "village", "quiet", 2, "no_new_entry", "its newest entry is of 2023-01-01", asked=False),
    state(LOST, "village", "red", 6, "http_503", "http://x.cn/ answers 503"),
]


def land(engine):
    """A manual run of four pages, then a backfilled one of which a check holds the only page."""
    first = staged_run(RUN, [GRAIN, COPY, TRADE, EMPTY], quarantined=[REFUSED])
    for page in first.pages:
        page["title"] = f"题{HOSTILE}" if page["page_id"] == TRADE["page_id"] else "在大会上的讲话"
    first.pages[0]["flags"] = ["date_conflict"]
    first.pages[0]["parts"] = [
        {"role": "continuation", "url": "http://x.cn/1_2", "body_sha256": "a" * 64, "start": 7, "end": 99}
    ]
    first.pages[0]["speeches"][0] |= {
        "region": "东山县", "office": "县长", "speaker": f"张三{HOSTILE}", "occasion": "全县农业工作会议"
    }  # fmt: skip
    later = staged_run(
        LATER, [GRAIN], checks=CHECKS, held=frozenset(["portal"]), run_type="backfill",
        partition_key="2024-03-05", started_at=T0 + timedelta(days=4),
    )  # fmt: skip
    with engine.begin() as connection:
        load_run(connection, first)
        load_run(connection, later)
        write_source_states(connection, [SOURCE, VILLAGE], STATES)
        connection.execute(tables.cluster.insert(), [_clustered(v) for v in (GRAIN, COPY, TRADE)])


def _clustered(v):
    return {"speech_id": v["speech_id"], "cluster_id": v["speech_id"], "canonical": v is not COPY}
