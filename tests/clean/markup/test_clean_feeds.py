import pytest

from include.clean.markup.feeds import feeds
from include.clean.markup.html import parse
from include.clean.markup.weights import running_text

COMMENT = "<li><b><a href=/u>网友</a></b><p>说得好，我赞成。</p></li>"
SUMMARY = "<div class=c><a href=/1>某县召开春耕现场会</a><p>日前，某县召开会议，作出部署。</p></div>"


@pytest.mark.parametrize(
    ("inner", "is_feed"),
    [
        pytest.param(COMMENT * 4, True, id="comments"),
        pytest.param(COMMENT * 3, False, id="too few"),
        pytest.param(SUMMARY * 2, True, id="two titles with a summary"),
        pytest.param("<p>今年，全县<a href=/gdp>生产总值</a>增长，形势很好。</p>" * 6, False, id="links in sentences"),
        pytest.param(
            "<p>今年，全县增产。</p>" * 6 + "<p><a href=/next>下一页</a></p>", False, id="a pager behind paragraphs"
        ),
        pytest.param(COMMENT.replace("我赞成", "我赞成，" * 60) * 5, False, id="long answers"),
        pytest.param("<p><a href=/1>某县召开春耕现场会</a></p>" * 9, False, id="links without text"),
    ],
)
def test_lists_of_short_items_with_a_link_each(inner, is_feed):
    body = parse(f"<body><div id=list>{inner}</div></body>").find("body")
    assert [element.get("id") for element in feeds(body, running_text(body))] == (["list"] if is_feed else [])
