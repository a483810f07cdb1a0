import pytest

from include.clean.markup.container import article_elsewhere, find_container
from include.clean.markup.html import parse


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


def test_tags_of_the_sites_own_are_walked_through(paragraphs):
    inner = f"<ucap-text><div id=text>{paragraphs_html(paragraphs)}</div></ucap-text>"
    assert container_of(f"<div><p>浏览 12</p>{inner}</div>").get("id") == "text"


def test_chapters_of_different_length_stay_together(paragraphs):
    chapters = "".join(f"<div class=chapter>{paragraphs_html(part)}</div>" for part in (paragraphs[:7], paragraphs[7:]))
    assert container_of(f"<div><div id=text>{chapters}</div></div>").get("id") == "text"


def comments(count, name="a"):
    item = "<li><div><a href=/u>网友{0}</a> 3天前</div><p>说得好，第{0}条我最赞成，希望早日办成。</p></li>"
    return f"<div class={name}><ul>{''.join(item.format(number) for number in range(count))}</ul></div>"


def summaries(count):
    text = "日前，某县召开第{0}次会议，研究部署下一步的工作，提出五点要求。"
    item = f"<div><a href=/{{0}}>某县召开第{{0}}次会议</a><p>{text}</p></div>"
    return f"<div class=b>{''.join(item.format(number) for number in range(count))}</div>"


@pytest.mark.parametrize("more", [comments(90), summaries(60)], ids=["comments", "related articles with a summary"])
def test_lists_of_items_without_a_telling_class_do_not_win(paragraphs, more):
    assert container_of(f"<div id=text>{paragraphs_html(paragraphs)}</div>{more}").get("id") == "text"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(lambda ps: "".join(f"<div>{p}</div>" for p in ps), id="divs"),
        pytest.param(lambda ps: "<br><br>".join(ps), id="line breaks"),
        pytest.param(lambda ps: "".join(f"<tr><td>{p}</td></tr>" for p in ps), id="table rows"),
        pytest.param(lambda ps: f"<ul>{''.join(f'<li>{p}</li>' for p in ps)}</ul>", id="list items"),
        pytest.param(
            lambda ps: paragraphs_html(ps[:3]) + f"<blockquote>{paragraphs_html(ps[3:])}</blockquote>", id="quote"
        ),
        pytest.param(
            lambda ps: "".join(f"<section><section><p>{p}</p></section></section>" for p in ps), id="sections"
        ),
    ],
)
def test_paragraphs_of_any_form_stay_together(paragraphs, text):
    tag = "table" if "<tr>" in text(paragraphs) else "div"
    found = container_of(
        f"<div><h1>标题</h1><{tag} id=text>{text(paragraphs)}</{tag}><div>本站声明，仅供参考。</div></div>"
    )
    words = found.text_content()
    assert all(paragraph in words for paragraph in paragraphs)
    assert "本站声明" not in words


def test_an_article_in_parts_that_are_named_as_such_is_kept_whole(paragraphs):
    parts = [f"<div class=post_text>{paragraphs_html(paragraphs[:8])}</div>"]
    parts.append(f"<div class=end-text>{paragraphs_html(paragraphs[8:])}</div>")
    assert container_of(f"<div><div id=text class=x>{''.join(parts)}</div></div>").get("id") == "text"


def test_a_hidden_copy_for_phones_is_not_taken(paragraphs):
    text = paragraphs_html(paragraphs)
    body = f"<div><div id=text>{text}</div></div><div style='display: none'><div><h1>标题</h1>{text}</div></div>"
    assert container_of(body).get("id") == "text"


def test_an_article_that_a_script_is_to_show_is_found(paragraphs):
    hidden = f"<div id=text style='display:none'>{paragraphs_html(paragraphs)}</div>"
    assert container_of(f"<div><p>{paragraphs[0]}</p></div>{hidden}").get("id") == "text"


def test_next_to_the_title_a_short_article_wins_over_a_longer_footer(paragraphs):
    footer = f"<div><p>{'本站所载，均为本站所有，未经许可不得使用。' * 6}</p></div>"
    page = f"<body><div><div id=art><h1>某镇农业增产</h1><p>{paragraphs[0]}</p></div></div>{footer}</body>"
    tree = parse(page)
    assert tree.find(".//h1") is not None
    assert find_container(tree.find("body"), tree.find(".//h1")).get("id") == "art"


@pytest.mark.parametrize(
    ("css", "missed"), [("foot", True), ("empty", True), ("text", False), ("wrap", False)], ids=lambda value: str(value)
)
def test_d10_a_selector_of_an_older_layout_is_noticed(paragraphs, css, missed):
    body = parse(
        f"<body><div id=wrap><div id=empty></div><div id=text>{paragraphs_html(paragraphs)}</div></div>"
        "<div id=foot><p>主办单位：某某县人民政府办公室，未经许可不得转载，违者必究。</p></div></body>"
    ).find("body")
    assert bool(article_elsewhere(body.find(f".//*[@id='{css}']"), body, None)) is missed


def test_two_paragraphs_that_open_alike_are_two():
    opening = "各乡镇、各部门要切实把思想和行动统一到全县经济工作会议的决策和部署上来，紧紧围绕年初确定的各项目标任务，"
    texts = [f"{opening}抓好{work}，确保按期完成，向全县人民交上一份满意的答卷。" for work in ("春季造林", "河道清淤")]
    found = container_of("".join(f"<div>{text}</div>" for text in texts))
    assert all(text in found.text_content() for text in texts)
