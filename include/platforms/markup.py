"""The HTML of a listing, ready to be read: lists that hide in scripts unpacked, addresses with their base."""

import re

from bs4 import BeautifulSoup

from include.platforms.plain import joined

# <script type="text/xml"><datastore><record><![CDATA[<li>…</li>]]></record>…: as one content system sends its lists
OPENED = re.compile(r"<script[^>]{0,100}>\s*<datastore>", re.IGNORECASE)
CLOSED = re.compile(r"</datastore>\s*</script>", re.IGNORECASE)
RECORD = re.compile(r"<record>", re.IGNORECASE)
NEXT_GROUP = re.compile(r"<nextgroup>\s*<!\[CDATA\[\s*<a\s+href=([\"'][^\"']{1,2000}[\"'])", re.IGNORECASE)


def read_html(text: str, url: str) -> BeautifulSoup:
    """The page `text` that came from `url`; its links are absolute where a `base` element says what they refer to."""
    soup = BeautifulSoup(_unpacked(text), "lxml")
    base = soup.find("base", href=True)
    if base is not None:
        root = joined(url, str(base["href"]).strip())
        for link in soup.find_all("a", href=True):
            if not str(link["href"]).startswith(("#", "javascript:")):
                link["href"] = joined(root, str(link["href"]).strip())
    return soup


def _unpacked(text: str) -> str:
    """The text with each list in a script as HTML in the script's place; linear in the text, whatever it is."""
    parts, place = [], 0
    while (opened := OPENED.search(text, place)) and (closed := CLOSED.search(text, opened.end())):
        parts += [text[place : opened.start()], _list(text[opened.end() : closed.start()])]
        place = closed.end()
    return "".join(parts) + text[place:]


def _list(store: str) -> str:
    records = [record.partition("<![CDATA[")[2].rpartition("]]>")[0] for record in RECORD.split(store)[1:]]
    onward = NEXT_GROUP.search(store)
    return "".join(records) + (f"<a href={onward[1]} rel='next'></a>" if onward else "")
