"""The bundled sample site's pages without a server, for a source that only shows the form."""

from functools import cache
from urllib.parse import urlsplit

from include.errors import PermanentError
from include.sample_site.generate import build_site
from include.sample_site.pages import listing_body
from include.sample_site.site import SECTION

HOST = "http://www.lanting.example"  # as the sample's own pages name it
SAMPLE_URL = f"{HOST}{SECTION}index.html"


def get_sample(url: str) -> tuple[str, bytes]:
    """The body at an address of the sample's portal; PermanentError where it has none."""
    bodies = _bodies()
    path = urlsplit(url).path
    if path not in bodies:
        raise PermanentError(f"the sample site has no {path}", reason="http_404")
    return url, bodies[path]


@cache
def _bodies() -> dict[str, bytes]:
    pages = build_site().pages["portal"]
    return {f"{SECTION}index.html": listing_body(pages, 0), **{page.path: page.body for page in pages}}
