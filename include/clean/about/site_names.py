"""What of a `<title>` is the site's name or a section, and what is the article's title."""

import re

TELLING = 8  # characters from which a heading is more than a label
LONGEST_SITE = 20  # characters of a site's name; longer texts that end in 中心 or 局 are titles
LONGEST_SECTION = 8  # characters of a section's name beside the site's
_SEPARATOR = re.compile(r"\s*(?:_{1,2}|\s[-–—|｜]\s?|[|｜]|--+)\s*")
_HYPHEN = re.compile(r"(?<![\d-])-(?![\d-])")  # weaker: titles have them too
_SITE = re.compile(
    "(?:网|网站|官网|人民政府|门户|首页|频道|中心|委员会|[局厅办报社]|\\.com|\\.cn|在线|平台|文库|客户端)$",
    re.IGNORECASE,
)
_OFFICE = re.compile("(?:大学|学院|学校|中学|小学|医院|协会|公司|集团|研究[院所])$")


def without_site(title: str) -> str:
    """`<title>` without the site's name: the first part that is long enough to tell."""
    parts = telling_parts(title)
    return next((part for part in parts if len(part) >= TELLING), max(parts, key=len, default=""))


def telling_parts(title: str) -> list[str]:
    """The parts of a `<title>` but for the site's name; all of them where nothing else is left."""
    parts = [part for part in _SEPARATOR.split(" ".join(title.split())) if part]
    return [_without_ends(part) for part in parts if not is_site(part) or _HYPHEN.search(part)] or parts


def is_site(text: str) -> bool:
    """Whether a text ends as names of sites and offices do."""
    return len(text) <= LONGEST_SITE and bool(_SITE.search(text))


def site_names(title: str) -> list[str]:
    """The parts of a `<title>` that name the site."""
    return [part for part in _SEPARATOR.split(title) if is_site(part)]


def _without_ends(title: str) -> str:
    """标题-栏目-网站 and 网站-栏目-标题 without the site's name and the section next to it."""
    parts = _HYPHEN.split(title)
    for end in (-1, 0):
        is_at_site = False
        while len(parts) > 1 and (
            is_site(parts[end]) or _OFFICE.search(parts[end]) or (is_at_site and len(parts[end]) <= LONGEST_SECTION)
        ):
            is_at_site = True
            parts.pop(end)
    return "-".join(parts)
