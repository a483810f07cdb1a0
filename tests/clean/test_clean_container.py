import pytest

from include.clean.container import find_container, running_text, weight_of
from include.clean.html import parse


def paragraphs_html(paragraphs):
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def container_of(body):
    return find_container(parse(f"<html><body>{body}</body></html>").find("body"))


def test_the_walk_ends_at_the_element_that_holds_the_paragraphs(paragraphs):
    sidebar = (
        "<div class=right>"
        + "".join(f"<li><a href=/{n}>关于某事的通知，第{n}号</a></li>" for n in range(60))
        + "</div>"
    )
    found = container_of(
        f"<div id=wrap><div id=left><div id=text>{paragraphs_html(paragraphs)}</div></div>{sidebar}</div>"
    )
    assert found.get("id") == "text"


def test_the_longest_paragraph_is_not_the_article(paragraphs):
    long, short = "".join(paragraphs), paragraphs[0]
    found = container_of(f"<div id=text><p>{short}</p><p>{long}</p></div>")
    assert found.get("id") == "text"


def test_paragraphs_may_be_divs(paragraphs):
    body = "".join(f"<div>{text}</div>" for text in ["".join(paragraphs), paragraphs[1]])
    assert container_of(f"<div><div id=text>{body}</div></div>").get("id") == "text"


def test_comments_longer_than_the_article_do_not_win(paragraphs):
    comments = "<div class='comment-list'>" + paragraphs_html(paragraphs * 3) + "</div>"
    found = container_of(f"<div id=text>{paragraphs_html(paragraphs[:5])}</div>{comments}")
    assert found.get("id") == "text"


def test_a_text_said_once_for_each_screen_is_taken_once(paragraphs):
    text = paragraphs_html(paragraphs)
    assert container_of(f"<div id=pc>{text}</div><div id=mobile>{text}</div>").get("id") == "pc"


def test_an_article_named_as_such_is_kept_whole(paragraphs):
    parts = f"<section>{paragraphs_html(paragraphs[:7])}</section><section>{paragraphs_html(paragraphs[7:])}</section>"
    assert container_of(f"<div><div class=article-content id=text>{parts}</div></div>").get("id") == "text"


def test_a_short_article_beside_its_heading_wins_over_short_texts_elsewhere(paragraphs):
    other = "".join(f"<div><p>{text}</p></div>" for text in paragraphs[3:6])
    tree = parse(f"<body><div id=art><h1>某镇农业增产</h1><p>{paragraphs[0]}</p></div><div>{other}</div></body>")
    assert find_container(tree.find("body"), tree.find(".//h1")).get("id") == "art"


@pytest.mark.parametrize(
    ("text", "weight"),
    [("首页 新闻 公告", 0), ("今天，我们开会。", 6), (None, 0), ("Hello, world.", 0)],
    ids=["labels", "sentence", "nothing", "no Chinese"],
)
def test_running_text_is_punctuated_chinese(text, weight):
    assert weight_of(text) == weight


def test_links_and_scripts_weigh_nothing():
    body = parse("<body><a href=x>今天，开会。</a><script>var 今天，='开会。'</script><p>今天，开会。</p></body>").find(
        "body"
    )
    assert running_text(body)[body] == 4


def test_tags_of_the_sites_own_are_walked_through(paragraphs):
    inner = f"<ucap-text><div id=text>{paragraphs_html(paragraphs)}</div></ucap-text>"
    assert container_of(f"<div><p>浏览 12</p>{inner}</div>").get("id") == "text"


def test_chapters_of_different_length_stay_together(paragraphs):
    chapters = "".join(f"<div class=chapter>{paragraphs_html(part)}</div>" for part in (paragraphs[:7], paragraphs[7:]))
    assert container_of(f"<div><div id=text>{chapters}</div></div>").get("id") == "text"
