import pytest

from include.clean.markup.html import parse
from include.clean.markup.weights import article_weights, running_text, weight_of


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


def test_what_is_named_as_furniture_weighs_nothing_beside_an_article(paragraphs):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body = parse(f"<body><div>{text}</div><div class=comments>{text}</div></body>").find("body")
    assert 2 * article_weights(body)[body] == running_text(body)[body]


def test_where_nothing_else_is_there_it_counts(paragraphs):
    body = parse(f"<body><div class=comments><p>{''.join(paragraphs)}</p></div></body>").find("body")
    assert article_weights(body) == running_text(body)
