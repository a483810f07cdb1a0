"""The types that pass between stages. All are flat, frozen and JSON-ready: dates are ISO strings, offsets
count Unicode code points of the text they lead into (LF line ends), half open."""

from dataclasses import asdict, dataclass, field
from typing import Any


class Record:
    """Gives every record its way into and out of a line of JSON."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data; nested records become dicts."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]


@dataclass(frozen=True, slots=True)
class Link(Record):
    """What discover gives: one entry of a listing, as listed."""

    source: str
    page_id: str
    url: str  # canonical
    title: str
    listed_on: str | None  # YYYY-MM-DD, None where the listing shows no date
    listing_url: str


@dataclass(frozen=True, slots=True)
class FetchedPart(Record):
    """A further body of a page: the next page of its article, or a document it links to instead of a text.

    `body_sha256` is None where it could not be had; `reason` then says why.
    """

    role: str  # continuation, attachment
    url: str
    body_sha256: str | None = None
    body_bytes: int | None = None
    charset: str | None = None
    media_type_found: str | None = None
    status: int | None = None
    requested_at: str = ""  # ISO, UTC
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched(Record):
    """What fetch gives: the outcome of one attempt at one link.

    `outcome` is one of fetched, unchanged, skipped, declined, parked, failed; `reason` says more in a word
    (`connect`, `soft_404`, `robots`, `http_503`); `transient` whether another try may help.
    """

    source: str
    page_id: str
    url: str
    attempt: int
    outcome: str
    reason: str | None = None
    message: str | None = None
    transient: bool = False
    status: int | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    body_sha256: str | None = None
    body_bytes: int | None = None
    wire_bytes: int | None = None  # as they came, content encodings not undone
    media_type: str | None = None  # as declared
    media_type_found: str | None = None  # as the bytes have it, where they are no page: application/pdf
    charset_declared: str | None = None
    charset: str | None = None
    requested_at: str = ""  # ISO, UTC
    elapsed_ms: int = 0
    request_headers: dict[str, str] = field(default_factory=dict)
    response_headers: dict[str, str] = field(default_factory=dict)
    robots: str | None = None  # what the host's robots.txt came to: rules, allowed, unreachable
    exceptions: tuple[str, ...] = ()  # rules that were set aside for this source, and until when
    parts: tuple[FetchedPart, ...] = ()  # what else belongs to the page, in reading order


@dataclass(frozen=True, slots=True)
class Stripped(Record):
    """A piece of text that clean took away, by kind (notice, editor_line, breadcrumb, related, pager, …)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Repair(Record):
    """A careful change to what text conversion broke: `text[start:end]` is what stands now, `before` what stood there.

    Putting every `before` back gives the text as it was read.
    """

    rule: str  # broken_number, spaced_digits, page_number, doubled, …
    start: int  # into the text as stored
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Attachment(Record):
    """A document that a page links to, as listed there."""

    url: str
    name: str  # the words of the link
    kind: str  # pdf, docx, doc, xlsx, …: by the address


@dataclass(frozen=True, slots=True)
class TextPart(Record):
    """Which stretch of a page's text came from which further body; what lies before the first is the page's own."""

    role: str  # continuation, attachment
    url: str
    body_sha256: str | None  # None: it could not be had, the text lacks it
    start: int  # into the text as stored
    end: int


@dataclass(frozen=True, slots=True)
class SpeechSpan(Record):
    """One speech on a page: `start` and `end` lead into the page's text.

    Each `…_from` says where its neighbour was read: title, page_title, heading, own_line, text, source_line, site.
    """

    no: int  # from 1, in the order of the page
    title: str | None
    start: int
    end: int
    content_year: int | None = None  # the year the content speaks of
    year_evidence: str | None = None  # the words that say so
    stated_year: int | None = None  # the year the title claims
    flags: tuple[str, ...] = ()  # year_conflict, masked, truncated
    title_from: str | None = None
    speaker: str | None = None  # the name as it stands, masked or not
    office: str | None = None  # the speaker's office: 市委副书记、市长
    speaker_from: str | None = None
    occasion: str | None = None  # the meeting: 市政府第五次全体会议
    occasion_from: str | None = None
    region: str | None = None  # whose government speaks: 江北县
    region_from: str | None = None
    region_code: str | None = None  # of that region in GB/T 2260, six digits, where one division alone fits


@dataclass(frozen=True, slots=True)
class CleanedPage(Record):
    """What clean makes of one body: the text without the site, the speeches in it and what was stripped."""

    title: str | None
    published_on: str | None  # YYYY-MM-DD
    published_from: str | None  # meta:PubDate, json-ld, visible, url, listing
    charset: str
    text: str
    speeches: tuple[SpeechSpan, ...]
    stripped: tuple[Stripped, ...] = ()
    source_line: str | None = None  # 来源, as it stands
    title_from: str | None = None  # heading, meta:…, page_title, selector, document, document_info, listing, …
    source_from: str | None = None  # visible, meta:ContentSource
    flags: tuple[str, ...] = ()  # date_conflict, incomplete, unreadable_characters
    repairs: tuple[Repair, ...] = ()  # in the order of the text
    attachments: tuple[Attachment, ...] = ()  # in the order of the page
    parts: tuple[TextPart, ...] = ()  # in the order of the text


@dataclass(frozen=True, slots=True)
class Segment(Record):
    """A heading, paragraph or sentence of a speech. `level` is 1–3 for headings, else 0.

    A heading's span is its own words (without what runs on behind them). `parent` is the index, in the same
    list, of the heading it stands under, or None.
    """

    kind: str
    level: int
    start: int
    end: int
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Observation(Record):
    """One number that a text states about one indicator. docs/extract.md defines the fields.

    The words of the text stand in `indicator`, `period` and `region`; what they were resolved to stands beside them,
    each with its reason, and is None where it cannot be known.
    """

    start: int
    end: int
    quote: str
    indicator: str | None
    value: float | None  # in the base unit; None when masked
    value_high: float | None
    unit: str | None
    measure: str  # level, change, share, rank, index
    compared_to: str | None  # yoy, mom, ytd, plan, other; only for change
    status: str  # actual, target, estimate
    bound: str  # exact, at_least, at_most, about, range
    masked: bool
    period: str | None
    region: str | None
    rule: str  # the id of the rule that read the number
    indicator_code: str | None = None  # from the indicator dictionary
    sentence_start: int | None = None
    sentence_end: int | None = None
    indicator_alias: str | None = None  # the name in the dictionary that matched
    period_first: str | None = None  # YYYY-MM-DD, the first day of the period
    period_last: str | None = None  # YYYY-MM-DD, its last day, included
    period_reason: str | None = None  # what the days follow from, or why there are none
    region_code: str | None = None  # of `region` in GB/T 2260, six digits
    region_reason: str | None = None  # what the code follows from, or why there is none
    flags: tuple[str, ...] = ()  # what makes the figure doubtful: out_of_range, does_not_add_up, …
    flag_reasons: tuple[str, ...] = ()  # a sentence for each flag, in the same order


@dataclass(frozen=True, slots=True)
class Commitment(Record):
    """Who is to do what by when."""

    start: int
    end: int
    quote: str
    task: str
    responsible: tuple[str, ...] = ()
    deadline: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class CopyLink(Record):
    """How one speech relates to another. `a` < `b`; `direction` is the id of the copy where that is clear.

    `kind` is one of exact, near, masked, truncated, part_of, spun, edition (edition: no copy).
    """

    a: str
    b: str
    kind: str
    score: float  # 0–1, the share of the smaller text that is found in the larger
    direction: str | None
    reasons: tuple[str, ...] = ()
