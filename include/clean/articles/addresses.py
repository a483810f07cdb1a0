"""Addresses as a page writes them, made absolute."""

from urllib.parse import urljoin

from lxml.html import HtmlElement

NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:", "about:")


def base_of(tree: HtmlElement, url: str) -> str:
    """What the page's relative addresses start from: its `<base>`, where it has one, else its own address."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return resolved(url, base) or url if base else url


def resolved(base: str, address: str | None) -> str | None:
    """An address made absolute; None for one that leads nowhere, or is none at all (`http://[`)."""
    bare = (address or "").strip()
    if not bare or bare.lower().startswith(NOWHERE):
        return None
    try:
        return urljoin(base, bare)
    except ValueError:
        return None
