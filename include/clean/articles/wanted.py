"""What else belongs to a page that was just fetched: fetch asks this, and requests it as politely as the page."""

import re
from html import unescape
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

_REFERENCE = re.compile("&(?:#[0-9a-zA-Z]{1,8}|nbsp|ensp|emsp|thinsp|gt|raquo|rsaquo|rarr);?")
_APART = r"(?:\s|<[^<>]*>)*+"  # what may stand between the characters of a link's label
# Without any of these no link is labelled as a next page, and no script draws one: 下一页, next, », a linked number.
_NEXT = (
    re.compile("createPageHTML|countPage"),
    re.compile(f"[下后]{_APART}一?+{_APART}[页頁]"),
    re.compile(r"[nN](?<![\w.-].)[eE][xX][tT](?:\s*[pP][aA][gG][eE])?(?![\w.:=-])"),
    re.compile(r"[»›→]\s*+(?:$|[»›→]|<(?!a\b)|[\"'])"),
    re.compile(r">\s*+>{1,2}\s*+<(?!a\b)"),
    re.compile(r"(?:title|alt)\s*+=\s*+[\"']\s*+>{1,2}\s*+[\"']", re.IGNORECASE),
    re.compile(
        r"<(?:a|option)\b(?:[^<]*>[\s\[【(（第]*<(?!a\b|option\b)[a-z]){0,8}[^<]*>\s*[\[【(（第]?\s*[1-9]\d{0,2}\s*"
        r"[\]】)）页.]?\s*(?:<|$)",
        re.IGNORECASE,
    ),
)
# .pdf and .docx, also with escaped letters
_DOCUMENT = re.compile(
    r"[.%](?:(?<=\.)|2[eE])"
    r"(?:(?:[pP]|%[57]0)(?:[dD]|%[46]4)(?:[fF]|%[46]6)|(?:[dD]|%[46]4)(?:[oO]|%[46][fF])(?:[cC]|%[46]3)(?:[xX]|%[57]8))"
)


class Wanted(NamedTuple):
    """The next page of the article, and the documents whose text the page lacks."""

    next_url: str | None = None
    documents: tuple[Attachment, ...] = ()


def wanted(body: bytes, url: str, rules: CleanRules, charset: str | None = None, first: str | None = None) -> Wanted:
    """What a page at `url` is part of. `first` is the address of the article's first page, where this is a further one.

    Documents are only wanted for the first page, and only where there is no next one. A body that cannot be read wants
    nothing: clean says why. An ordinary page is not even parsed.
    """
    try:
        text = decode(body, charset).text
        if not may_want(text, url, first):
            return Wanted()
        tree = parse(text)
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


def may_want(text: str, url: str, first: str | None = None) -> bool:
    """A quick look at a decoded page: False where nothing in it could be a next page's label or a document's name."""
    shown = _REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text
    return any(form.search(shown) for form in _NEXT) or (first is None and bool(_DOCUMENT.search(f"{shown} {url}")))
