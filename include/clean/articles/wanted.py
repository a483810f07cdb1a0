"""What else belongs to a page that was just fetched: fetch asks this, and requests it as politely as the page."""

from typing import NamedTuple

from include.clean.absence import NoArticleError
from include.clean.articles.article import root_of
from include.clean.articles.attachments import READABLE, attachments_of, documents_for_text
from include.clean.articles.continuation import next_page
from include.clean.charset import decode
from include.clean.markup.html import parse
from include.clean.page import clean_page
from include.clean.rules import CleanRules
from include.errors import BadPageError
from include.records import Attachment


class Wanted(NamedTuple):
    """The next page of the article, and the documents whose text the page lacks."""

    next_url: str | None = None
    documents: tuple[Attachment, ...] = ()


def wanted(body: bytes, url: str, rules: CleanRules, charset: str | None = None, first: str | None = None) -> Wanted:
    """What a page at `url` is part of. `first` is the address of the article's first page, where this is a further one.

    Documents are only wanted for the first page, and only where there is no next one. A body that cannot be read wants
    nothing: clean says why.
    """
    try:
        tree = parse(decode(body, charset).text)
    except BadPageError:
        return Wanted()
    following = next_page(tree, url, first)
    root = root_of(tree)
    if following or first or not any(each.kind in READABLE for each in attachments_of(root, root, None, url)):
        return Wanted(following)
    try:
        page = clean_page(body, url, rules=rules, charset=charset)
    except NoArticleError as error:
        return Wanted(None, documents_for_text(error.attachments, error.title, ""))
    except BadPageError:
        return Wanted()
    return Wanted(None, documents_for_text(page.attachments, page.title, page.text))
