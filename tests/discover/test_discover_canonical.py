import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.discover.canonical import canonical_url, host_port
from include.errors import PermanentError

BASE = "http://town.example/jh/index_1.html"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("t1.html", "http://town.example/jh/t1.html", id="relative"),
        pytest.param("../xw/./t1.html", "http://town.example/xw/t1.html", id="dot segments"),
        pytest.param("http://town.example/a/../../b/./c/..", "http://town.example/b/", id="dot segments, absolute"),
        pytest.param("//Town.Example:80/a", "http://town.example/a", id="case and default port"),
        pytest.param("HTTPS://town.example:443", "https://town.example/", id="https default port, empty path"),
        pytest.param("http://town.example:8080/a", "http://town.example:8080/a", id="another port stays"),
        pytest.param("/a.html#top", "http://town.example/a.html", id="fragment"),
        pytest.param("/a;jsessionid=1F3A?x=1", "http://town.example/a?x=1", id="session in the path"),
        pytest.param("/a?PHPSESSID=9&id=3&utm_source=x&spm=1.2", "http://town.example/a?id=3", id="session, tracking"),
        pytest.param("/a?id=3&_=1709640000123&t=1709640000", "http://town.example/a?id=3", id="B10 time stamps"),
        pytest.param("/a?t=5&v=2", "http://town.example/a?t=5&v=2", id="short values mean something"),
        pytest.param("/讲话/1.html", "http://town.example/%E8%AE%B2%E8%AF%9D/1.html", id="Chinese path"),
        pytest.param("/%e8%ae%b2%7e%41", "http://town.example/%E8%AE%B2~A", id="escapes in one spelling"),
        pytest.param("/100%", "http://town.example/100%25", id="a lone percent sign"),
        pytest.param("http://中国.example/", "http://xn--fiqs8s.example/", id="international name"),
        pytest.param("http://town.example./a", "http://town.example/a", id="final dot"),
        pytest.param("http://[2606:4700::1111]:80/a", "http://[2606:4700::1111]/a", id="IPv6"),
        pytest.param(" /a \n", "http://town.example/a", id="white space around"),
        pytest.param("/a?", "http://town.example/a", id="empty query"),
        pytest.param("/a/%2e%2E/b/%2e/c", "http://town.example/b/c", id="B8 dot segments, escaped"),
        pytest.param(
            "/(S(lit3py55t21z5v55vlm25s55))/a.aspx", "http://town.example/a.aspx", id="B10 session of ASP.NET"
        ),
        pytest.param("/a?id=3&t=20240305020000", "http://town.example/a?id=3", id="B10 a moment written out"),
        pytest.param("/a?id=3&from=timeline", "http://town.example/a?id=3", id="a mark of sharing"),
        pytest.param("/a?from=2024-01-01", "http://town.example/a?from=2024-01-01", id="from that chooses"),
        pytest.param("/a?t=4512345678&v=20240305", "http://town.example/a?t=4512345678&v=20240305", id="no moment"),
        pytest.param("/a?sid=7&page=2", "http://town.example/a?sid=7&page=2", id="what may choose stays"),
        pytest.param("http://中国。example/a", "http://xn--fiqs8s.example/a", id="ideographic full stop"),
        pytest.param("/a//b", "http://town.example/a//b", id="double slash stays"),
    ],
)
def test_one_spelling_for_an_address(url, expected):
    assert canonical_url(url, BASE) == expected


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("javascript:void(0)", id="script"),
        pytest.param("mailto:a@b.org", id="mail"),
        pytest.param("ftp://town.example/a", id="ftp"),
        pytest.param("https://", id="no host"),
        pytest.param("http://[::1", id="broken IPv6"),
        pytest.param("http://town.example:port/", id="no port"),
        pytest.param("http://good\\@bad.example/", id="B6 backslash"),
        pytest.param("/a\r\nb", id="B8 line break"),
        pytest.param("http://town%2Eexample/a", id="B6 escaped host"),
        pytest.param("http://town example/a", id="blank in the host"),
        pytest.param("/" + "a" * 10_000, id="B8 10,000 characters"),
        pytest.param("http://" + "中" * 80 + ".example/", id="a label too long"),
    ],
)
def test_no_web_address(url):
    with pytest.raises(PermanentError) as caught:
        canonical_url(url, BASE)
    assert caught.value.reason == "bad_url"


@given(st.text(alphabet="aA0%/.?&=;#:@讲 \u00e9+~-_2eEfF", max_size=40))
def test_a_canonical_address_stays_as_it_is(path):
    try:
        once = canonical_url("/" + path, "http://town.example/")
    except PermanentError:
        return
    assert canonical_url(once) == once


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("http://Town.example/a", "town.example:80", id="http"),
        pytest.param("https://town.example/a", "town.example:443", id="https"),
        pytest.param("http://127.0.0.1:8080/", "127.0.0.1:8080", id="port"),
        pytest.param("http://[::1]:81/", "[::1]:81", id="IPv6"),
    ],
)
def test_host_port(url, expected):
    assert host_port(url) == expected
