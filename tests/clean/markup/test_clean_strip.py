import pytest

from include.clean.markup.html import parse
from include.clean.markup.strip import strip


def stripped(body, **options):
    return strip(parse(f"<body><div id=text>{body}</div></body>").find(".//div"), **options)


def test_blocks_br_and_rows_become_lines():
    table = "<table><tr><td>产值</td><td>3亿元</td></tr><tr><td>税收</td><td> 1 </td></tr></table>"
    text, _ = stripped(f"<p>　　一段。</p>两行<br/>之后{table}")
    assert text.split("\n") == ["一段。", "两行", "之后", "产值\t3亿元", "税收\t1"]


def test_source_lines_wrapped_between_characters_are_joined():
    assert stripped("<p>今天，我们\n   开会 and\n eat。</p>")[0] == "今天，我们开会 and eat。"


def test_preformatted_lines_stay():
    assert stripped("<pre>一、开会。\n二、散会。</pre>")[0] == "一、开会。\n二、散会。"


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("<div class='relatedNews'>看看别的</div>", "related"),
        ("<div id='bdshare'>分享</div>", "share"),
        ("<div class='crumbs'>首页 - 讲话</div>", "breadcrumb"),
        ("<nav>首页</nav>", "navigation"),
        ("<p style='display: none'>藏起来的字</p>", "hidden"),
        ("<ul><li><a href=1>某镇通知之一</a></li><li><a href=2>某镇通知之二</a></li></ul>", "links"),
    ],
    ids=lambda value: value if value.isascii() and value.isalpha() else "",
)
def test_the_sites_blocks_go_and_are_reported(block, kind, paragraphs):
    text, gone = stripped(f"<p>{paragraphs[0]}</p>{block}<p>{paragraphs[1]}</p>")
    assert text.split("\n") == paragraphs[:2]
    assert [piece.kind for piece in gone] == [kind]


def test_a_block_with_most_of_the_text_stays_whatever_its_class_says(paragraphs):
    text, gone = stripped(f"<div class='comment share'><p>{paragraphs[0]}</p></div><p>{paragraphs[1]}</p>")
    assert paragraphs[0] in text
    assert not gone


def test_visibility_hidden_is_kept_and_so_is_a_hidden_article(paragraphs):
    assert paragraphs[0] in stripped(f"<div style='visibility:hidden'>{paragraphs[0]}</div>")[0]
    assert paragraphs[0] in stripped(f"<div style='display:none'>{paragraphs[0]}</div>")[0]


def test_the_sources_own_selectors_drop(paragraphs):
    text, gone = stripped(f"<p>{paragraphs[0]}</p><div class=zx>点此咨询</div>", drop=(".zx",))
    assert text == paragraphs[0]
    assert [(piece.kind, piece.text) for piece in gone] == [("selector", "点此咨询")]


def test_deep_trees_keep_their_text():
    assert stripped("<div><span class=a>" * 300 + "<p>同志们，开会。</p><p>散会。</p>")[0].split("\n")[-2:] == [
        "同志们，开会。",
        "散会。",
    ]
