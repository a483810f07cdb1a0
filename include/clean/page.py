"""The clean stage for one page: bytes in, `CleanedPage` out. A pure function, whatever the page looks like."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from include.clean.about.dates import first_date
from include.clean.about.metadata import Found, date_conflict, publication_date, publisher, texts_near
from include.clean.about.titles import Title, title_of
from include.clean.absence import absence, has_article
from include.clean.articles.article import Opened, article_text, mark_of, open_page
from include.clean.articles.attachments import attachments_of
from include.clean.articles.document_page import clean_document, is_document
from include.clean.articles.further import Further, read_further
from include.clean.articles.join import Piece, join
from include.clean.markup.selectors import select
from include.clean.rules import CleanRules
from include.clean.speeches.split import split_speeches
from include.records import CleanedPage


class Listed(NamedTuple):
    """What a listing showed of a page."""

    title: str | None
    day: str | None

    @property
    def named(self) -> Title | None:
        """The listed title, as one that was read there."""
        return Title(self.title, "listing") if self.title else None


def clean_page(
    body: bytes,
    url: str = "",
    *,
    rules: CleanRules | None = None,
    listed_on: str | None = None,
    listed_title: str | None = None,
    charset: str | None = None,
    parts: Sequence[Further] = (),
) -> CleanedPage:
    """The speeches of a page, or the one text of an article that is no speech, without anything of the site.

    What a listing showed counts where the page itself says nothing. `charset` is what fetch read the body by; it counts
    only where the bytes leave it open. `parts` are the further pages of the article and the documents that stand in for
    its text. A body that is itself a document is read as one.
    Raises `BadPageError` with a reason: `empty`, `unsupported_type`, `not_html`, `undecodable`, `too_large` (more text,
    lines or tags than any article has), `identity`, `layout`, those of `absence`, and those of `documents` for a
    document.
    """
    rules = rules or CleanRules()
    if is_document(body):
        return clean_document(body, url, listed_on, listed_title)
    return _clean_html(open_page(body, charset, rules), url, rules, Listed(listed_title, listed_on), parts)


def _clean_html(page: Opened, url: str, rules: CleanRules, listed: Listed, parts: Sequence[Further]) -> CleanedPage:
    decoded, tree, root, metas, heading, container = page
    near = texts_near(tree, container)
    named = _named(tree, rules.title) or title_of(tree, metas, heading, container) or listed.named
    title = named.text if named else None
    published = _published(tree, metas, near, url, rules, listed.day)
    published_by = publisher(metas, near)
    attachments = attachments_of(root, container, heading, url)
    mark = mark_of(container)
    first, stripped = article_text(container, rules, title)
    further = read_further(parts, rules, title, first, stripped, mark)
    text, repairs, text_parts = join([Piece(first), *further.pieces])
    if not has_article(text):
        raise absence(text, root, title, attachments, further.missing)
    flags = {
        "unreadable_characters": bool(decoded.bad_bytes),
        "incomplete": bool(further.missing),
        "date_conflict": date_conflict(published, near, listed.day),
    }
    return CleanedPage(
        title=title,
        title_from=named.place if named else None,
        published_on=published.day if published else None,
        published_from=published.place if published else None,
        charset=decoded.charset,
        text=text,
        speeches=tuple(split_speeches(text, title, published_by)),
        stripped=(*stripped, *further.stripped),
        source_line=published_by.source_line,
        source_from=published_by.source_from,
        flags=tuple(flag for flag, holds in flags.items() if holds),
        repairs=repairs,
        attachments=attachments,
        parts=text_parts,
    )


def _named(tree: HtmlElement, css: str | None) -> Title | None:
    text = _selected(tree, css)
    return Title(text, "selector") if text else None


def _selected(tree: HtmlElement, css: str | None) -> str | None:
    texts = (" ".join(str(element.text_content()).split()) for element in select(tree, css)) if css else ()
    return next((text for text in texts if text), None)


def _published(
    tree: HtmlElement, metas: dict[str, str], near: list[str], url: str, rules: CleanRules, listed_on: str | None
) -> Found | None:
    """The source's own selector, what the page tells, the listing."""
    selected = first_date(_selected(tree, rules.date))
    if selected:
        return Found(selected, "selector")
    return publication_date(tree, metas, near, url) or (Found(listed_on, "listing") if listed_on else None)
