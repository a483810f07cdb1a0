"""What was read: pages, speeches, their parts, and how speeches relate. Each thing once, however often it is seen."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from include.load.columns import Id, Name, Sha256, Timestamp, closed_load, first_load, metadata, optional, required

page = Table(
    "page",
    metadata,
    Column("page_id", Id, primary_key=True, comment="Hash of the canonical URL"),
    required("url", Text, "Canonical URL"),
    required("body_sha256", Sha256, "Its current version: the bytes fetched last", ForeignKey("body.body_sha256")),
    optional("title", Text, "Title on the page"),
    optional("published_on", Date, "Publication date, Asia/Shanghai"),
    optional("published_from", Name, "Where the date was read: meta, visible, url, listing, …"),
    optional("source_line", Text, "来源 as it stands"),
    required("charset", Name, "Charset of the bytes"),
    required("text", Text, "The text without the site; speeches are spans of it"),
    required("stripped", JSON, "What was taken away, [{kind, text}]"),
    required("fetched_at", Timestamp, "When its current version was fetched"),
    required("first_load", Id, "The load that brought it", ForeignKey("load.load_id")),
    required("last_seen", Timestamp, "When a fetch last confirmed it"),
    optional("gone_since", Timestamp, "Since when it answers 404, 410 or with a soft 404; empty while it is there"),
    UniqueConstraint("url"),
    comment="A web page (网页)",
)

speech = Table(
    "speech",
    metadata,
    Column("speech_id", Id, primary_key=True, comment="Hash of the page and the text"),
    required(
        "page_id",
        Id,
        "The page it stands on",
        ForeignKey("page.page_id"),
    ),
    required("body_sha256", Sha256, "The version of the page", ForeignKey("body.body_sha256")),
    required("no", Integer, "Its number on the page, from 1"),
    optional("title", Text, "Its own title"),
    required("start", Integer, "Its first character in the page's text"),
    required("end", Integer, "Behind its last character"),
    required("text", Text, "The speech; every offset below leads into it"),
    optional("content_year", Integer, "The year the content speaks of"),
    optional("year_evidence", Text, "The words that say so"),
    optional("stated_year", Integer, "The year the title claims"),
    required("flags", JSON, "year_conflict, masked, truncated"),
    first_load(),
    closed_load(),
    Index(None, "page_id"),
    comment="A speech (讲话)",
)

segment = Table(
    "segment",
    metadata,
    Column("speech_id", Id, ForeignKey("speech.speech_id"), primary_key=True, comment="The speech"),
    Column("position", Integer, primary_key=True, comment="Order in the speech, from 0"),
    required("kind", Name, "heading, paragraph or sentence"),
    required("level", Integer, "1–3 for headings, else 0"),
    required("start", Integer, "First character in the speech"),
    required("end", Integer, "Behind the last character"),
    optional("parent", Integer, "Position of the heading it stands under"),
    comment="The outline of a speech, offsets only (段落与标题)",
)

term = Table(
    "term",
    metadata,
    Column("speech_id", Id, ForeignKey("speech.speech_id"), primary_key=True, comment="The speech"),
    Column("term", String(200), primary_key=True, comment="A word as jieba cuts it; no stop word, no number"),
    required("count", Integer, "How often it stands in the speech"),
    comment="The words of a speech, for trends (词频)",
)

observation = Table(
    "observation",
    metadata,
    Column("observation_id", Id, primary_key=True, comment="Hash of speech, start and end"),
    Column(
        "first_load", Id, ForeignKey("load.load_id"), primary_key=True, comment="The load that brought this reading"
    ),
    required("speech_id", Id, "The speech", ForeignKey("speech.speech_id")),
    required("start", Integer, "First character of the number in the speech"),
    required("end", Integer, "Behind its unit"),
    required("quote", Text, "The characters between, literally"),
    optional("sentence_start", Integer, "First character of its sentence"),
    optional("sentence_end", Integer, "Behind its sentence"),
    optional("indicator", Text, "The indicator's name as the text gives it"),
    optional("indicator_code", Name, "Its code in the indicator dictionary"),
    optional("value", Float, "In the base unit; empty when masked"),
    optional("value_high", Float, "Upper end of a range"),
    optional("unit", Text, "Base unit: 元, %, 百分点, 亩, …"),
    required("measure", Name, "level, change, share, rank or index"),
    optional("compared_to", Name, "Of a change: yoy, mom, ytd, plan or other"),
    required("status", Name, "actual, target or estimate"),
    required("bound", Name, "exact, at_least, at_most, about or range"),
    required("masked", Boolean, "The number is blanked out (X亿元)"),
    optional("period", Text, "The period as the text gives it"),
    optional("region", Text, "The region, where the text names another than the speaker's own"),
    required("rule", Name, "The rule that read it"),
    required("rules_version", Name, "Version of the rules"),
    closed_load(),
    Index(None, "speech_id"),
    comment="One number that a speech states about one indicator (指标陈述)",
)

commitment = Table(
    "commitment",
    metadata,
    Column("commitment_id", Id, primary_key=True, comment="Hash of speech, start and end"),
    Column("first_load", Id, ForeignKey("load.load_id"), primary_key=True, comment="The load that brought it"),
    required("speech_id", Id, "The speech", ForeignKey("speech.speech_id")),
    required("start", Integer, "First character in the speech"),
    required("end", Integer, "Behind the last"),
    required("quote", Text, "The characters between, literally"),
    required("task", Text, "What is to be done (任务)"),
    required("responsible", JSON, "Who (责任人)"),
    optional("deadline", Text, "By when (时限)"),
    optional("target", Text, "The figure aimed at"),
    required("rules_version", Name, "Version of the rules"),
    closed_load(),
    Index(None, "speech_id"),
    comment="Who is to do what by when (承诺)",
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("speech_id", Id, ForeignKey("speech.speech_id"), primary_key=True, comment="The speech"),
    Column("hash", BigInteger, primary_key=True, comment="A sampled hash of five characters"),
    Index(None, "hash"),
    comment="The index that finds possible copies (指纹)",
)

link = Table(
    "link",
    metadata,
    Column("a", Id, ForeignKey("speech.speech_id"), primary_key=True, comment="The smaller speech id"),
    Column("b", Id, ForeignKey("speech.speech_id"), primary_key=True, comment="The larger speech id"),
    required("kind", Name, "exact, near, masked, truncated, part_of, spun, edition (edition: no copy)"),
    required("score", Float, "Share of the smaller text found in the larger, 0–1"),
    optional("direction", Id, "Which of the two is the copy, where that is clear"),
    required("reasons", JSON, "Why"),
    comment="How one speech relates to another (副本关系)",
)

cluster = Table(
    "cluster",
    metadata,
    Column("speech_id", Id, ForeignKey("speech.speech_id"), primary_key=True, comment="A current, linked speech"),
    required("cluster_id", Id, "Its smallest speech id"),
    required("canonical", Boolean, "Whether this is the copy to quote"),
    Index(None, "cluster_id"),
    comment="Speeches that are copies of one another (副本簇)",
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("page_id", Id, primary_key=True, comment="The page"),
    Column("body_sha256", Sha256, ForeignKey("body.body_sha256"), primary_key=True, comment="The bytes"),
    required("source", Name, "The source", ForeignKey("source.source")),
    required("url", Text, "Canonical URL"),
    required("stage", Name, "clean, segment or extract"),
    required("reason", Name, "no_speech, undecodable, …"),
    required("message", Text, "In words"),
    required("rules_version", Name, "Version of the rules that refused it"),
    first_load(),
    closed_load(),
    comment="A page that could not be read, and why (隔离)",
)
