"""A link and all that belongs to its page: the next pages of the article, the documents it links to instead of a text.

Each part is one more request under the lease, delay, robots.txt and address checks of the link itself. What the parts
are, `include.clean.articles.wanted` reads; how they ended stands in `Fetched.parts`:

- A part that fails for the moment makes the whole link transient, with the part's reason; the next try takes it from
  the start. From the third try on, and where a part is gone for good or declined, the page is kept without it.
- A host that wants to be left alone in mid-article parks the link.
- A walk that comes back to an address or a body that it has seen ends there; one of more than MOST_PARTS pages ends
  with a part whose reason is `page_limit`.
- An interruption between two parts keeps what is there as a failed attempt of the reason `interrupted`; the next call
  goes on behind it. Without that a host with a long delay would be asked for the first page for ever.
- An unchanged first page is an unchanged article: its parts are not asked for.
"""

import logging
from dataclasses import replace

from include.clean.articles.wanted import Wanted, wanted
from include.errors import BadPageError, InterruptedRunError, masked
from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.limits import MOST_PARTS
from include.fetch.outcomes import fetch_one
from include.records import Fetched, FetchedPart, Link
from include.runtime.state import Validator

log = logging.getLogger(__name__)

CONTINUATION, ATTACHMENT = "continuation", "attachment"
INTERRUPTED = "interrupted"
PAGE_LIMIT = "page_limit"
PATIENT_TRIES = 2  # of a link, at which a part that fails for the moment makes it fail


class InterruptedArticleError(InterruptedRunError):
    """The host must be left in mid-article; `begun` is the attempt so far, to be recorded and handed back."""

    def __init__(self, error: InterruptedRunError, begun: Fetched) -> None:
        super().__init__(str(error), reason=error.reason, after=error.after)
        self.begun = replace(begun, outcome="failed", reason=INTERRUPTED, transient=True)


def fetch_article(
    link: Link,
    fetcher: Fetcher,
    store: BodyStore,
    *,
    attempt: int = 1,
    known_sha256: str | None = None,
    validator: Validator | None = None,
    begun: Fetched | None = None,
) -> Fetched:
    """The outcome of one attempt at a link and at everything that belongs to its page. Takes and raises what
    `fetch_one` does; `begun` is what an InterruptedArticleError of this link brought."""
    fetched = _taken_up(begun, attempt, store) if begun else None
    if fetched is None:
        fetched = fetch_one(link, fetcher, attempt=attempt, store=store, known_sha256=known_sha256, validator=validator)
    if fetched.outcome != "fetched" or fetched.media_type_found is not None:
        return fetched
    return _with_parts(fetched, link, fetcher, store)


def _taken_up(begun: Fetched, attempt: int, store: BodyStore) -> Fetched | None:
    """The attempt that was interrupted, as it stood; None where the store has not all of its bodies any more."""
    try:
        for sha256 in (begun.body_sha256, *(part.body_sha256 for part in begun.parts)):
            store.get(str(sha256))
    except BadPageError:
        return None
    return replace(begun, outcome="fetched", reason=None, message=None, transient=False, attempt=attempt)


def _with_parts(fetched: Fetched, link: Link, fetcher: Fetcher, store: BodyStore) -> Fetched:
    while wish := _next_wish(fetched, fetcher, store):
        role, url = wish
        if len(fetched.parts) >= MOST_PARTS:
            return _and(fetched, FetchedPart(role, url, reason=PAGE_LIMIT))
        try:
            answer = fetch_one(replace(link, url=url), fetcher, attempt=fetched.attempt, store=store)
        except InterruptedRunError as error:
            raise InterruptedArticleError(error, fetched) from None
        if answer.body_sha256 in (
            fetched.body_sha256,
            *(part.body_sha256 for part in fetched.parts if part.body_sha256),
        ):
            return fetched
        if answer.outcome == "parked" or (answer.transient and fetched.attempt <= PATIENT_TRIES):
            return _failed(_and(fetched, _part(role, url, answer)), answer)
        fetched = _and(fetched, _part(role, url, answer))
    return fetched


def _next_wish(fetched: Fetched, fetcher: Fetcher, store: BodyStore) -> tuple[str, str] | None:
    """Role and address of what the page still lacks; it follows from what there is, so that a walk can be taken up."""
    last = fetched.parts[-1] if fetched.parts else None
    first = fetched.final_url or fetched.url
    seen = {first, *(part.url for part in fetched.parts)}
    if last is not None and last.role == CONTINUATION:
        if last.body_sha256 is None:  # only that page says where its next one is
            return None
        following = _wanted(store.get(last.body_sha256), last.url, fetcher, last.charset, first).next_url
        return (CONTINUATION, following) if following and following not in seen else None
    wish = _wanted(store.get(str(fetched.body_sha256)), first, fetcher, fetched.charset)
    if wish.next_url and wish.next_url not in seen:
        return CONTINUATION, wish.next_url
    return next(((ATTACHMENT, each.url) for each in wish.documents if each.url not in seen), None)


def _wanted(body: bytes, url: str, fetcher: Fetcher, charset: str | None, first: str | None = None) -> Wanted:
    """What a page wants; nothing where reading it fails: its body is safe, and clean fails on it in its own batch."""
    try:
        return wanted(body, url, fetcher.source.clean_rules, charset, first)
    except Exception:
        log.exception("cannot tell what belongs to %s", masked(url))
        return Wanted()


def _part(role: str, url: str, answer: Fetched) -> FetchedPart:
    return FetchedPart(
        role,
        url,
        body_sha256=answer.body_sha256,
        body_bytes=answer.body_bytes,
        charset=answer.charset,
        media_type_found=answer.media_type_found,
        status=answer.status,
        requested_at=answer.requested_at,
        reason=None if answer.body_sha256 else answer.reason,
    )


def _and(fetched: Fetched, part: FetchedPart) -> Fetched:
    return replace(fetched, parts=(*fetched.parts, part))


def _failed(fetched: Fetched, answer: Fetched) -> Fetched:
    """The link, ended as its last part did."""
    message = f"{fetched.parts[-1].role} {answer.message or answer.reason}"
    failed = replace(fetched, outcome=answer.outcome, reason=answer.reason, transient=answer.transient)
    return replace(failed, message=message, body_sha256=None, body_bytes=None)
