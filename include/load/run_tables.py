"""Where rows come from: sources, runs, loads, listings, fetches and the bytes they brought."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
)

from include.load.columns import Id, Name, RunId, Sha256, Timestamp, metadata, optional, required

source = Table(
    "source",
    metadata,
    Column("source", Name, primary_key=True, comment="The source's name in its YAML file"),
    required("title", Text, "What the site calls itself"),
    required("base_url", Text, "Where it lies"),
    required("platform", Name, "Which platform module reads its listings"),
    required("official", Boolean, "Whether a government publishes it itself"),
    comment="A web site that is watched (来源)",
)

run = Table(
    "run",
    metadata,
    Column("run_id", RunId, primary_key=True, comment="Dag id / Airflow run id"),
    required("run_type", Name, "scheduled, manual or backfill"),
    optional("partition_key", Name, "The local day of a partitioned run"),
    required("window_first", Date, "First listed date taken, Asia/Shanghai"),
    required("window_last", Date, "Last listed date taken"),
    required("started_at", Timestamp, "When the run was planned"),
    comment="An Airflow run that landed (运行)",
)

load = Table(
    "load",
    metadata,
    Column("load_id", Id, primary_key=True, comment="Hash of the run and of the staged files it landed"),
    required(
        "run_id",
        RunId,
        "The run",
        ForeignKey("run.run_id"),
    ),
    required("committed_at", Timestamp, "When its one transaction was written"),
    required("observations_staged", Integer, "Observations in the staged rows, released or not"),
    required("rules_version", Name, "Version of the extraction rules"),
    optional("canonicaliser_version", Integer, "Version of the rules that make page ids; empty: 1"),
    comment="One transaction that landed rows (装载)",
)

listing = Table(
    "listing",
    metadata,
    Column("run_id", RunId, ForeignKey("run.run_id"), primary_key=True, comment="The run that saw it"),
    Column("source", Name, ForeignKey("source.source"), primary_key=True, comment="The source that lists it"),
    Column("page_id", Id, primary_key=True, comment="Hash of the canonical URL"),
    required("url", Text, "Canonical URL"),
    required("title", Text, "Title as listed"),
    optional("listed_on", Date, "Date as listed"),
    required("listing_url", Text, "The listing page it stood on"),
    comment="A link that a listing showed in a run's window (列表条目)",
)

body = Table(
    "body",
    metadata,
    Column("body_sha256", Sha256, primary_key=True, comment="SHA-256 of the bytes; their name in the raw store"),
    required("bytes", BigInteger, "Length"),
    optional("media_type", Text, "Content-Type as declared"),
    comment="The bytes of a page, kept once (原始字节)",
)

fetch = Table(
    "fetch",
    metadata,
    Column("run_id", RunId, primary_key=True, comment="The run"),
    Column("source", Name, primary_key=True, comment="The source"),
    Column("page_id", Id, primary_key=True, comment="The page"),
    Column("attempt", Integer, primary_key=True, comment="From 1 within the run; the last one is the link's outcome"),
    required("outcome", Name, "fetched, unchanged, skipped, declined, parked or failed"),
    optional("disposition", Name, "Of a fetched page: accepted, quarantined or held by a check"),
    optional("reason", Name, "More about the outcome: http_404, soft_404, robots, connect, …"),
    optional("message", Text, "The failure in words"),
    optional("status", Integer, "HTTP status"),
    optional("final_url", Text, "Where redirects led"),
    optional("body_sha256", Sha256, "The bytes", ForeignKey("body.body_sha256")),
    optional("wire_bytes", BigInteger, "Bytes of the body as they came, content encodings not undone"),
    optional("media_type_found", Text, "What the bytes are, where they are no page: application/pdf, …"),
    optional("charset_declared", Name, "Charset as declared"),
    optional("charset", Name, "Charset as the bytes have it"),
    optional("robots", Name, "What the host's robots.txt came to: rules, allowed or unreachable"),
    required("requested_at", Timestamp, "When, UTC"),
    required("elapsed_ms", Integer, "How long, in milliseconds"),
    required(
        "detail",
        JSON,
        "Redirect chain, request and response headers, exceptions made for the source, further bodies of the page",
    ),
    ForeignKeyConstraint(
        ["run_id", "source", "page_id"],
        ["listing.run_id", "listing.source", "listing.page_id"],
        name="fk_fetch_listing",
    ),
    Index(None, "page_id"),
    comment="Every attempt at a link (抓取)",
)

check_result = Table(
    "check_result",
    metadata,
    Column("load_id", Id, ForeignKey("load.load_id"), primary_key=True, comment="The load it judged"),
    Column("source", Name, ForeignKey("source.source"), primary_key=True, comment="Whose rows"),
    Column("check_name", Name, primary_key=True, comment="What was checked"),
    required("passed", Boolean, "Whether it holds"),
    required("checked", Integer, "Rows looked at"),
    required("failed", Integer, "Rows that fail"),
    required("sample", JSON, "Up to ten of those rows"),
    comment="A check of staged rows before they landed (检查)",
)

source_state = Table(
    "source_state",
    metadata,
    Column("run_id", RunId, primary_key=True, comment="The run; it need not have landed"),
    Column("source", Name, ForeignKey("source.source"), primary_key=True, comment="The source"),
    required("state", Name, "fresh, quiet, red, declined or parked"),
    required("since", Timestamp, "When that state began"),
    optional("reason", Name, "Why, in a word: broken_source, http_403, robots, lost_links, held, …"),
    optional("message", Text, "Why, in words"),
    optional("asked_at", Timestamp, "When this run last asked the site, or tried to; empty: it asked nothing"),
    optional("newest_listed", Date, "The newest listed date known then, Asia/Shanghai"),
    required("entries", Integer, "Entries on the listing pages read"),
    required("links", Integer, "Links that the run took from them"),
    required("listing_pages", Integer, "Listing pages read"),
    required("skipped", JSON, "Entries that gave no link, {reason: count}"),
    required("stopped", JSON, "Why the walk ended, {section: reason}"),
    Index(None, "source", "asked_at"),
    comment="How a source was at the end of a run (来源状态)",
)
