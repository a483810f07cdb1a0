import gzip
import http.client
import socket
from urllib.parse import urlsplit

import pytest

from include.sample_site.server import running
from include.sample_site.site import NAMES


@pytest.fixture(scope="module")
def addresses():
    with running() as found:
        yield found


def get(url, path, method="GET", **headers):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=5)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_three_sites_on_ports_of_their_own(addresses):
    assert tuple(addresses) == NAMES
    assert len({urlsplit(url).port for url in addresses.values()}) == 3


@pytest.mark.parametrize("name", NAMES)
def test_a_page_comes_as_its_bytes_with_validators(addresses, site, name):
    page = site.pages[name][0]
    answer, body = get(addresses[name], page.path)
    assert (answer.status, body) == (200, page.body)
    assert answer.headers["Content-Type"] == page.content_type
    assert answer.headers["ETag"]
    assert answer.headers["Last-Modified"].endswith("00:00:00 GMT")


@pytest.mark.parametrize(
    ("condition", "validator"),
    [
        pytest.param("If_None_Match", "ETag", id="etag"),
        pytest.param("If_Modified_Since", "Last-Modified", id="last-modified"),
    ],
)
def test_a_matching_condition_gets_304(addresses, site, condition, validator):
    path = site.pages["portal"][0].path
    first, _ = get(addresses["portal"], path)
    again, body = get(addresses["portal"], path, **{condition: first.headers[validator]})
    assert (again.status, body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_another_etag_gets_the_page_even_if_the_date_matches(addresses, site):
    path = site.pages["portal"][0].path
    first, _ = get(addresses["portal"], path)
    modified = first.headers["Last-Modified"]
    answer, _ = get(addresses["portal"], path, If_None_Match='"old"', If_Modified_Since=modified)
    assert answer.status == 200


def test_gzip_where_it_is_accepted(addresses, site):
    page = site.pages["wenku"][0]
    answer, body = get(addresses["wenku"], page.path, Accept_Encoding="gzip, deflate")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == page.body


def test_robots_and_listings(addresses):
    _, robots = get(addresses["portal"], "/robots.txt")
    assert b"Disallow: /private/" in robots
    for path in ("/", "/jianghua/", "/jianghua/index.html", "/jianghua/index_1.html"):
        assert get(addresses["portal"], path)[0].status == 200


@pytest.mark.parametrize(
    "path", ["/jianghua/index_9.html", "/private/a.html", "/nothing.html", "/jianghua/../../etc/passwd"]
)
def test_everything_else_is_404(addresses, path):
    assert get(addresses["portal"], path)[0].status == 404


def test_head_has_no_body(addresses, site):
    answer, body = get(addresses["portal"], site.pages["portal"][0].path, method="HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(site.pages["portal"][0].body)


def test_a_site_that_is_down_refuses_connections():
    with running() as ports:
        free = urlsplit(ports["portal"]).port
    with running(free, down=("wenku",)) as addresses:
        assert addresses == {"portal": f"http://127.0.0.1:{free}", "fanwen": f"http://127.0.0.1:{free + 2}"}
        with pytest.raises(ConnectionRefusedError):
            get(f"http://127.0.0.1:{free + 1}", "/")


def test_a_taken_second_port_is_an_error_and_not_a_hang():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1] - 1
        with pytest.raises(OSError, match="in use"), running(port):
            pass
