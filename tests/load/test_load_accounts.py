"""The rows of every attempt: what is a column, and what stands in its detail."""

from load.staged_runs import staged_run, version

from include.load.accounts import fetch_rows
from include.load.tables import fetch
from include.records import Fetched

PAGE = version("http://x.cn/1", "全县粮食产量12吨。")
ATTEMPT = Fetched(
    "portal", PAGE["page_id"], PAGE["url"], 1, "failed", "unsupported_type", "a PDF", status=200,
    redirects=("http://x.cn/r",), wire_bytes=321, media_type="text/html", media_type_found="application/pdf",
    requested_at="2024-03-01T00:00:00.000+00:00", request_headers={"user-agent": "x"}, response_headers={"etag": "y"},
    robots="rules", exceptions=("unverified_tls until 2024-12-31: the certificate ran out",),
)  # fmt: skip


def test_a_fetch_row_keeps_what_the_attempt_said():
    (row,) = fetch_rows(staged_run("d/1", [PAGE], attempts=[ATTEMPT]))
    assert (row["robots"], row["wire_bytes"], row["media_type_found"]) == ("rules", 321, "application/pdf")
    assert row["detail"] == {
        "redirects": ("http://x.cn/r",),
        "request_headers": {"user-agent": "x"},
        "response_headers": {"etag": "y"},
        "exceptions": ("unverified_tls until 2024-12-31: the certificate ran out",),
        "parts": (),
    }


def test_a_fetch_row_has_every_column_of_its_table():
    (row,) = fetch_rows(staged_run("d/1", [PAGE], attempts=[ATTEMPT]))
    assert row.keys() == {column.name for column in fetch.columns}
