import pytest

from include.errors import BrokenSourceError, DeclinedError, PermanentError
from include.sources.scaffold_detect import detect

URL = "http://town.example/jh/"
ROWS = """<ul><li><a href="/jh/11.html">在全县会议上的讲话</a><b>2024-03-05</b></li>
<li><a href="/jh/10.html">在座谈会上的发言</a><b>2024-03-04</b></li></ul>"""


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        pytest.param(f"<html>{ROWS}<a href='index_1.html'>2</a></html>", "numbered_listing", id="numbered"),
        pytest.param(f"<html>{ROWS}</html>", "numbered_listing", id="one page"),
        pytest.param(f"{ROWS}<script>createPageHTML(3, 0, 'index', 'html')</script>", "numbered_listing", id="script"),
        pytest.param(f"<html>{ROWS}<a href='?cursor=x7'>下一页</a></html>", "next_link", id="next link"),
        pytest.param("<urlset><url><loc>http://town.example/1.html</loc></url></urlset>", "sitemap", id="sitemap"),
        pytest.param(
            "<sitemapindex><sitemap><loc>http://town.example/1.xml</loc></sitemap></sitemapindex>",
            "sitemap",
            id="index",
        ),
        pytest.param("http://town.example/1.html\nhttp://town.example/2.html", "sitemap", id="sitemap as a text"),
        pytest.param("<rss><channel><item><link>/1.html</link></item></channel></rss>", "feed", id="feed"),
        pytest.param('[{"title": "在会上的讲话", "url": "/1.html"}]', "json_listing", id="JSON"),
        pytest.param('back({"l": [{"title": "在会上的讲话", "url": "/1.html"}]});', "json_listing", id="JSONP"),
    ],
)
def test_the_platform_is_found_by_the_body(text, platform):
    assert detect(text, URL).platform == platform


@pytest.mark.parametrize(
    ("text", "error", "complaint"),
    [
        pytest.param(
            "<html><div id=app></div></html>", BrokenSourceError, "browser's network view", id="drawn by a script"
        ),
        pytest.param('{"code": 500}', BrokenSourceError, "no list of objects", id="JSON without a list"),
        pytest.param(
            "<html><title>安全验证</title><body>请完成安全验证后继续访问</body></html>",
            DeclinedError,
            "a challenge page",
            id="D8",
        ),
        pytest.param(
            "<html><title>404</title><body>您访问的页面不存在</body></html>", PermanentError, "a soft_404 page", id="D9"
        ),
    ],
)
def test_what_is_no_listing_is_said(text, error, complaint):
    with pytest.raises(error, match=complaint):
        detect(text, URL)
