"""Text that other programs wrote as markup: titles of feeds, sitemaps and search results as plain text; addresses."""

import html
import re
from urllib.parse import urljoin

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
NO_ADDRESS = "about:blank"  # of an entry that has none: it keeps its place, and discover counts it as bad_url


def plain(text: str) -> str:
    """`text` without tags, entities resolved, on one line. Markup that was escaped once more goes, too."""
    once = html.unescape(TAG.sub("", text))
    return " ".join(TAG.sub("", once).split())


def joined(base: str, address: str) -> str:
    """An address resolved against `base`; as it stands where it is none: whoever asks for it says what is wrong."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address
