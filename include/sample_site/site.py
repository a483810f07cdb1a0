"""What the sample site consists of: three sites, each with its pages in the order of its listing."""

from dataclasses import dataclass

from include.sample_site.speech import Speech

SECTION = "/jianghua/"
NAMES = ("portal", "wenku", "fanwen")  # in the order of their ports
CHARSETS = {"portal": "utf-8", "wenku": "gb2312", "fanwen": "utf-8"}  # as declared
CODECS = {"portal": "utf-8", "wenku": "gb18030", "fanwen": "utf-8"}  # as written
ACCEPTED, QUARANTINED, SOFT_404 = "accepted", "quarantined", "failed:soft_404"


@dataclass(frozen=True, slots=True)
class Extra:
    """What belongs to a page at an address of its own: the next page of its article, a document."""

    path: str
    body: bytes
    content_type: str
    published_on: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `expected` is what must become of it, `listed_on` None where the listing shows no date.

    Its article goes over `page_count` pages; `in_document` where its speech stands in a document that it links to.
    """

    site: str
    path: str
    title: str
    listed_on: str | None
    published_on: str
    expected: str
    speeches: tuple[Speech, ...]
    content_type: str = "text/html"
    body: bytes = b""
    page_count: int = 1
    in_document: bool = False
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All three sites of one seed; `pages` by site, newest first."""

    seed: int
    pages: dict[str, tuple[Page, ...]]

    def all_pages(self) -> list[Page]:
        """The pages of all sites, site by site."""
        return [page for name in NAMES for page in self.pages[name]]
