"""Where a listing goes on: the links of its pager, in the forms that content systems write them."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from bs4 import BeautifulSoup, Tag

from include.platforms.query import number_in_query, query_without_number, with_number_in_query

# On a label without its blanks
NEXT = re.compile(
    r"[\[【<>»›→]*(?:下一?[页頁]|后一?页|next(?:page)?)[\]】>»›→]*(?:[(（]?\d{1,6}/\d{1,6}[)）]?)?|[>»›→]{1,2}",
    re.IGNORECASE,
)
# index.html, index_3.shtml, list-2.html: stem, number, extension
NUMBERED = re.compile(r"(?P<stem>[^/]*?)(?:(?P<mark>[_-])(?P<number>\d{1,6}))?(?P<extension>\.\w{1,8})")
LAST_NUMBER = re.compile(r"\d{1,6}(?=\D*$)")
ON_CLICK = re.compile(r"location(?:\.href)?\s*=\s*[\"']([^\"']{1,500})[\"']")
DEFAULT_FILE = "index.html"


def next_by_label(soup: BeautifulSoup, url: str) -> str | None:
    """Where the link that says "next page" leads; None where there is none, or it leads nowhere new."""
    for link in soup.find_all(["a", "link"]):
        if _says_next(link):
            target = _target(link, url).partition("#")[0]
            if urlsplit(target).scheme in ("http", "https") and not same_page(target, url):
                return target
    return None


def next_by_number(soup: BeautifulSoup, url: str) -> str | None:
    """The following page of a numbered listing, by its pager's links or its list of choices; None on the last page."""
    here = page_number(url) or 0
    numbers: dict[int, str] = {}
    for link in soup.find_all(["a", "option"]):
        target = _target(link, url).partition("#")[0]
        number = page_number(target) if same_listing(target, url) else None
        if number is not None and number > here:
            numbers.setdefault(number, target)
    return _following(numbers, here, url)


def next_by_digits(soup: BeautifulSoup, url: str) -> str | None:
    """The page behind this one by links that say 2, 3, … and lead to addresses alike but for that number.

    This reads /list/2/, p2.html or 2.html, whose form alone would not tell them from documents.
    """
    numbered: dict[str, dict[int, str]] = {}
    for link in soup.find_all("a", href=True):
        label, target = link.get_text(strip=True), _target(link, url).partition("#")[0]
        place = LAST_NUMBER.search(target)
        if re.fullmatch(r"[1-9]\d{0,3}", label) and place and int(place.group()) in (int(label), int(label) - 1):
            numbered.setdefault(LAST_NUMBER.sub("#", target), {})[int(label)] = target
    own = LAST_NUMBER.sub("#", url)
    for form, targets in numbered.items():
        shift = int(LAST_NUMBER.findall(next(iter(targets.values())))[0]) - next(iter(targets))
        here = int(LAST_NUMBER.findall(url)[0]) - shift if form == own else 1
        if here + 1 in targets and targets[here + 1] != url:
            return targets[here + 1]
    return None


def page_number(url: str) -> int | None:
    """The number of a listing page: 0 for index.html or a folder, 3 for index_3.html or ?page=3; else None."""
    if (found := number_in_query(url)) is not None:
        return found
    match = NUMBERED.fullmatch(_file(urlsplit(url).path))
    return int(match["number"] or 0) if match else None


def listing_file(url: str) -> tuple[str, str]:
    """Stem and extension of a listing's pages: ("index", "html") for a folder."""
    match = NUMBERED.fullmatch(_file(urlsplit(url).path))
    return (match["stem"], match["extension"].lstrip(".")) if match else ("index", "html")


def same_listing(target: str, url: str) -> bool:
    """Whether two addresses are pages of one listing: alike but for the page number."""
    return _unnumbered(target) == _unnumbered(url)


def same_page(target: str, url: str) -> bool:
    """Whether two addresses are the same page of one listing; a folder is its index.html."""
    return target == url or (same_listing(target, url) and page_number(target) == page_number(url) is not None)


def _says_next(link: Tag) -> bool:
    """By its text, its title, its picture's text, its relation, or, where it shows none of them, its class."""
    if "next" in (link.get("rel") or ()):
        return True
    picture = link.find("img", alt=True)
    label = link.get_text() or str(link.get("title", "")) or (str(picture["alt"]) if picture else "")
    label = "".join(label.split())
    return bool(NEXT.fullmatch(label)) if label else link.name == "a" and "next" in (link.get("class") or ())


def _following(numbers: dict[int, str], here: int, url: str) -> str | None:
    """The nearest number the pager shows. One that leaps far is the link to the last page: then count on from here."""
    if not numbers:
        return None
    nearest = min(numbers)
    return numbers[nearest] if nearest <= here + 2 else _with_number(numbers[nearest], here + 1)


def _target(link: Tag, url: str) -> str:
    """Where a link or a choice leads, by its script where its address is none; the page itself where nowhere."""
    address = str(link.get("href") or link.get("value") or "").strip()
    if (not address or address.startswith(("#", "javascript:"))) and (
        written := ON_CLICK.search(f"{link.get('onclick', '')} {address}")
    ):
        address = written[1]
    try:
        return urljoin(url, address)
    except ValueError:
        return url


def _file(path: str) -> str:
    return path.rpartition("/")[2] or DEFAULT_FILE


def _unnumbered(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    match = NUMBERED.fullmatch(_file(parts.path))
    stem = f"{match['stem']}{match['extension']}" if match else _file(parts.path)
    return parts.netloc, parts.path.rpartition("/")[0] + "/" + stem, query_without_number(url)


def _with_number(url: str, number: int) -> str:
    """The same listing page under another number."""
    if number_in_query(url) is not None:
        return with_number_in_query(url, number)
    parts = urlsplit(url)
    folder, _, file = parts.path.rpartition("/")
    name = NUMBERED.sub(lambda m: f"{m['stem']}{m['mark'] or '_'}{number}{m['extension']}", file, count=1)
    return urlunsplit(parts._replace(path=f"{folder}/{name}"))
