import pytest

from include.clean.about.metadata import metas_of
from include.clean.about.site_names import telling_parts
from include.clean.about.titles import find_heading, tidy, title_of
from include.clean.markup.html import parse

NAME = "在全区春耕会上的讲话"


def title_in(head, body):
    tree = parse(f"<html><head>{head}</head><body>{body}<div id=text><p>今天，开会。</p></div></body></html>")
    metas = metas_of(tree)
    return title_of(tree, metas, find_heading(tree, metas), tree.get_element_by_id("text"))


@pytest.mark.parametrize(
    ("head", "body", "title", "place"),
    [
        pytest.param(
            f"<meta name=ArticleTitle content='{NAME}'><title>某区政府</title>",
            "<h1>首页</h1>",
            NAME,
            "meta:articletitle",
            id="meta",
        ),
        pytest.param(
            "<meta name=ArticleTitle content='在全区春耕…'><title>某区政府</title>",
            f"<h1>{NAME}</h1>",
            NAME,
            "heading",
            id="meta cut short",
        ),
        pytest.param(
            f"<meta name=ArticleTitle content='某某区人民政府'><title>{NAME}_某某区</title>",
            f"<h1>{NAME}</h1>",
            NAME,
            "heading",
            id="the site's name in the meta",
        ),
        pytest.param(
            f"<title>{NAME}_公文网</title>", f"<h1>公文网</h1><h2>{NAME}</h2>", NAME, "heading", id="confirmed"
        ),
        pytest.param(f"<title>{NAME} - 某某人民政府</title>", "", NAME, "page_title", id="page title"),
        pytest.param(
            f"<title>{NAME}-领导讲话-某某县人民政府</title>", "", NAME, "page_title", id="section and site behind"
        ),
        pytest.param(
            f"<title>某某县人民政府-领导讲话-{NAME}</title>", "", NAME, "page_title", id="section and site ahead"
        ),
        pytest.param(
            "<title>2021-2025年工作要点-某某县人民政府</title>",
            "",
            "2021-2025年工作要点",
            "page_title",
            id="years stay together",
        ),
        pytest.param(
            "<title>某某区人民政府门户网站</title>",
            f"<div class=title>{NAME}</div>",
            NAME,
            "nearest_heading",
            id="nearest",
        ),
        pytest.param(
            "<title>某某区人民政府门户网站</title>",
            f"<table><tr><td align=center><font size=5>{NAME}</font></td></tr></table>",
            NAME,
            "large_print",
            id="large print",
        ),
        pytest.param(
            f"<title>{NAME[:6]}…_某某网</title>",
            f"<div class=title><h1>{NAME}</h1><p>2021-03-05 来源：某某网</p></div>",
            NAME,
            "heading",
            id="page title cut short",
        ),
        pytest.param(
            f"<title>{NAME}_某某网</title>",
            f"<h1>{NAME}<br>——县长张三</h1>",
            NAME,
            "heading",
            id="sub-title in the heading",
        ),
        pytest.param(
            f"<title>{NAME}_某某网</title>",
            f"<h1>{NAME[:5]}<br>{NAME[5:]}</h1>",
            NAME,
            "heading",
            id="broken over two lines",
        ),
        pytest.param(
            "<title>凝心聚力再出发：在全区春耕会上的讲话_某某网</title>",
            "<h1>凝心聚力再出发</h1><h2>在全区春耕会上的讲话</h2>",
            "凝心聚力再出发：在全区春耕会上的讲话",
            "page_title",
            id="two headings joined",
        ),
        pytest.param(f"<title>{NAME}.docx_文档网</title>", f"<h1>{NAME}.docx</h1>", NAME, "heading", id="file name"),
    ],
)
def test_the_title_and_where_it_was_read(head, body, title, place):
    assert title_in(head, body) == (title, place)


def test_no_title_at_all():
    assert title_in("", "") is None


def test_counts_of_comments_are_no_title():
    found = title_in("<title>某某网</title>", f"<h1>{NAME}</h1><h4>249人参与49评论</h4>")
    assert found == (NAME, "nearest_heading")


@pytest.mark.parametrize(
    ("text", "title"),
    [("在&nbsp;会上<br/>的讲话", "在 会上 的讲话"), ("讲话.pdf", "讲话"), ("  讲 话 ", "讲 话")],
    ids=["markup", "file", "blanks"],
)
def test_titles_are_tidied(text, title):
    assert tidy(text) == title


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("市领导调研市行政服务中心", ["市领导调研市行政服务中心"]),
        ("要闻|市领导调研_某某网", ["要闻", "市领导调研"]),
        ("春耕会召开-某某大学", ["春耕会召开"]),
    ],
    ids=["a title that ends like an office", "separators", "a school"],
)
def test_the_parts_of_a_page_title(title, parts):
    assert telling_parts(title) == parts
