"""Where a listing goes on: the pager of numbered static listings, in the forms that content systems write it."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from bs4 import BeautifulSoup, Tag

NEXT = re.compile(r"[\s\[【<>»›]*(?:下一页|下页|后一页|下一頁|next(?: page)?)[\s\]】>»›]*|[>»›]{1,2}", re.IGNORECASE)
# createPageHTML(25, 0, "index", "html"): pages, the current one from 0, stem, extension
SCRIPTED = re.compile(
    r"createPageHTML\w*\(\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*[\"']([\w./-]{1,80})[\"']\s*,\s*[\"'](\w{1,8})[\"']"
)
# index.html, index_3.shtml, list-2.html: stem, number, extension
NUMBERED = re.compile(r"(?P<stem>[^/]*?)(?:(?P<mark>[_-])(?P<number>\d{1,6}))?(?P<extension>\.\w{1,8})")
IN_QUERY = re.compile(r"(?:^|(?<=&))(page|pageindex|pageno|p|pn|curpage)=(\d{1,6})", re.IGNORECASE)
DEFAULT_FILE = "index.html"


def next_by_label(soup: BeautifulSoup, url: str) -> str | None:
    """Where the link that says "next page" leads; None where there is none, or it leads nowhere new."""
    for link in soup.find_all("a", href=True):
        if NEXT.fullmatch(link.get_text(strip=True) or str(link.get("title", ""))):
            target = _target(link, url)
            if urlsplit(target).scheme in ("http", "https") and not same_page(target, url):
                return target.partition("#")[0]
    return None


def next_by_number(soup: BeautifulSoup, text: str, url: str) -> str | None:
    """The following page of a numbered listing, by its pager's links or by its script; None on the last page."""
    if scripted := SCRIPTED.search(text):
        count, current, stem, extension = int(scripted[1]), int(scripted[2]), scripted[3], scripted[4]
        return urljoin(url, f"{stem}_{current + 1}.{extension}") if current + 1 < count else None
    here = page_number(url) or 0
    numbers: dict[int, str] = {}
    for link in soup.find_all("a", href=True):
        target = _target(link, url).partition("#")[0]
        number = page_number(target) if same_listing(target, url) else None
        if number is not None and number > here:
            numbers.setdefault(number, target)
    return _following(numbers, here, url)


def page_number(url: str) -> int | None:
    """The number of a listing page: 0 for index.html or a folder, 3 for index_3.html or ?page=3; else None."""
    parts = urlsplit(url)
    if found := IN_QUERY.search(parts.query):
        return int(found[2])
    match = NUMBERED.fullmatch(_file(parts.path))
    return int(match["number"] or 0) if match else None


def same_listing(target: str, url: str) -> bool:
    """Whether two addresses are pages of one listing: alike but for the page number."""
    return _unnumbered(target) == _unnumbered(url)


def same_page(target: str, url: str) -> bool:
    """Whether two addresses are the same page of one listing; a folder is its index.html."""
    return same_listing(target, url) and page_number(target) == page_number(url)


def _following(numbers: dict[int, str], here: int, url: str) -> str | None:
    """The nearest number the pager shows. One that leaps far is the link to the last page: then count on from here."""
    if not numbers:
        return None
    nearest = min(numbers)
    return numbers[nearest] if nearest <= here + 2 else _with_number(numbers[nearest], here + 1)


def _target(link: Tag, url: str) -> str:
    """Where a link leads; the page itself where that is no address."""
    try:
        return urljoin(url, str(link["href"]).strip())
    except ValueError:
        return url


def _file(path: str) -> str:
    return path.rpartition("/")[2] or DEFAULT_FILE


def _unnumbered(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    match = NUMBERED.fullmatch(_file(parts.path))
    stem = f"{match['stem']}{match['extension']}" if match else _file(parts.path)
    return parts.netloc, parts.path.rpartition("/")[0] + "/" + stem, IN_QUERY.sub("", parts.query).strip("&")


def _with_number(url: str, number: int) -> str:
    """The same listing page under another number."""
    parts = urlsplit(url)
    if IN_QUERY.search(parts.query):
        return urlunsplit(parts._replace(query=IN_QUERY.sub(rf"\g<1>={number}", parts.query)))
    folder, _, file = parts.path.rpartition("/")
    name = NUMBERED.sub(lambda m: f"{m['stem']}{m['mark'] or '_'}{number}{m['extension']}", file, count=1)
    return urlunsplit(parts._replace(path=f"{folder}/{name}"))
