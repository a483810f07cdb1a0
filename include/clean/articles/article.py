"""From the tree of one page to the lines of its article: container, strip, chrome. Each of its pages goes this way."""

from typing import NamedTuple

from lxml.html import HtmlElement

from include.clean.about.metadata import check_site, metas_of
from include.clean.about.titles import find_heading
from include.clean.charset import Decoded, decode
from include.clean.markup.container import article_elsewhere, find_container
from include.clean.markup.html import parse, sniff
from include.clean.markup.selectors import select
from include.clean.markup.strip import strip
from include.clean.rules import CleanRules
from include.clean.text.chrome import without_chrome
from include.errors import BadPageError
from include.records import Stripped


class Mark(NamedTuple):
    """Tag, id and class of an element."""

    tag: str
    id: str
    classes: str


class Opened(NamedTuple):
    """One page of an article as a tree: the element that shows its title, the one that holds its text."""

    decoded: Decoded
    tree: HtmlElement
    root: HtmlElement
    metas: dict[str, str]
    heading: HtmlElement | None
    container: HtmlElement


def open_page(body: bytes, charset: str | None, rules: CleanRules, mark: Mark | None = None) -> Opened:
    """Decode and parse a page and find its article; where `mark` names one element of it, that is the container.

    BadPageError: `empty`, `unsupported_type`, `undecodable`, `not_html`, `too_large`, `identity`, `layout`.
    """
    sniff(body)
    decoded = decode(body, charset)
    tree = parse(decoded.text)
    root, metas = root_of(tree), metas_of(tree)
    check_site(metas, rules.site_id)
    heading = find_heading(tree, metas)
    twin = marked(root, mark)
    container = container_of(root, heading, rules) if twin is None else twin
    return Opened(decoded, tree, root, metas, heading, container)


def root_of(tree: HtmlElement) -> HtmlElement:
    """The body of a page; the tree itself where it has none."""
    body = tree.find("body")
    return tree if body is None else body


def container_of(root: HtmlElement, heading: HtmlElement | None, rules: CleanRules) -> HtmlElement:
    """The element that holds the article: the source's own selector, else what `find_container` finds.

    BadPageError (`layout`) where the selector matches nothing, or an element without the article.
    """
    if rules.content is None:
        return find_container(root, heading)
    chosen = select(root, rules.content)
    if not chosen:
        raise BadPageError(f"the content selector {rules.content!r} matches nothing", reason="layout")
    if missed := article_elsewhere(chosen[0], root, heading):
        message = f"the content selector {rules.content!r} matches an element without the article ({missed} characters)"
        raise BadPageError(message, reason="layout")
    return chosen[0]


def mark_of(container: HtmlElement) -> Mark | None:
    """What tells a container from the other elements of its page; None where only its place does."""
    mark = Mark(str(container.tag), container.get("id") or "", container.get("class") or "")
    return mark if mark.id or mark.classes else None


def marked(root: HtmlElement, mark: Mark | None) -> HtmlElement | None:
    """The only element of a page with that mark: the next page of an article holds its text where the first one does,
    though the last few lines of it weigh little."""
    found = [element for element in root.iter(mark.tag) if mark_of(element) == mark] if mark else []
    return found[0] if len(found) == 1 else None


def article_text(container: HtmlElement, rules: CleanRules, title: str | None) -> tuple[str, list[Stripped]]:
    """The lines of a container that are the article's, and what was stripped. The container is used up."""
    raw, stripped = strip(container, rules.drop)
    kept, lines = without_chrome(raw, title)
    return kept, [*stripped, *lines]
