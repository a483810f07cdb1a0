"""Pages that lie or are broken, through the whole stage; the ids are those of the fault matrix."""

import pytest

from include.clean.page import clean_page
from include.clean.rules import CleanRules
from include.errors import BadPageError

TITLE = "在全区农业工作会议上的讲话"


def html(paragraphs, head="", shape="<html><head>{head}</head><body>{body}</body></html>"):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body = f"<h1>{TITLE}</h1><div class=info>发布时间：2021-03-05 来源：某某网</div><div class=text>{text}</div>"
    return shape.format(head=f"<title>{TITLE}_某某网</title>{head}", body=body).encode()


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param("<html><head>{head}</head><body>{body}</body></html></body></html>", id="D7 two ends"),
        pytest.param("<html><head>{head}</head></html><html><body>{body}</body></html>", id="D7 two documents"),
        pytest.param("{head}{body}", id="D7 neither html nor body"),
        pytest.param("<html><head>{head}</head>{body}</html>", id="D7 no body"),
        pytest.param(
            "<html><head>{head}</head><body><p>首页</p></body></html>{body}<div>版权所有：某某网</div>",
            id="D7 all behind the end",
        ),
    ],
)
def test_d7_pages_with_the_wrong_frame_are_read_whole(paragraphs, shape):
    cleaned = clean_page(html(paragraphs, shape=shape))
    assert cleaned.text == "\n".join(paragraphs)
    assert (cleaned.title, cleaned.title_from) == (TITLE, "heading")


def test_d7_an_end_in_the_middle_of_the_text(paragraphs):
    marked = [*paragraphs[:5], f"{paragraphs[5]}</p></body></html><p>", *paragraphs[6:]]
    assert clean_page(html(marked)).text == "\n".join(paragraphs)


@pytest.mark.parametrize("css", ["#gone", ".foot", ".empty"])
def test_d10_selectors_of_an_older_layout_put_the_page_aside(paragraphs, css):
    shape = (
        "<html><head>{head}</head><body><div class=empty></div>{body}"
        "<div class=foot><p>主办单位：某某县人民政府办公室，未经许可不得转载，违者必究。</p></div></body></html>"
    )
    with pytest.raises(BadPageError, match=css) as caught:
        clean_page(html(paragraphs, shape=shape), rules=CleanRules(content=css))
    assert caught.value.reason == "layout"


@pytest.mark.parametrize(
    ("head", "listed_on", "day", "place", "flags"),
    [
        pytest.param("", "2021-03-08", "2021-03-05", "visible", (), id="D13 listed three days later"),
        pytest.param("", "2022-03-08", "2021-03-05", "visible", ("date_conflict",), id="D13 listed a year later"),
        pytest.param(
            "<meta name=PubDate content='2999-03-05'>", "2021-03-05", "2021-03-05", "visible", (), id="D13 future"
        ),
        pytest.param(
            "<meta name=PubDate content='2017——04——12 21:37'>",
            "2021-03-05",
            "2017-04-12",
            "meta:pubdate",
            ("date_conflict",),
            id="D13 the meta against the page",
        ),
    ],
)
def test_d13_dates_that_cannot_be_or_contradict_each_other(paragraphs, head, listed_on, day, place, flags):
    cleaned = clean_page(html(paragraphs, head), listed_on=listed_on)
    assert (cleaned.published_on, cleaned.published_from, cleaned.flags) == (day, place, flags)


@pytest.mark.parametrize("code", ["3601000001", None], ids=["D14 the registered code", "D14 no code"])
def test_d14_pages_of_the_source(paragraphs, code):
    head = f"<meta name=SiteIDCode content={code}>" if code else ""
    assert clean_page(html(paragraphs, head), rules=CleanRules(site_id="3601000001")).text


def test_d14_a_page_of_another_site_is_put_aside(paragraphs):
    page = html(paragraphs, "<meta name=SiteIDCode content=4401000009>")
    with pytest.raises(BadPageError, match="4401000009") as caught:
        clean_page(page, rules=CleanRules(site_id="3601000001"))
    assert caught.value.reason == "identity"


def test_where_title_and_source_were_read(paragraphs):
    meta = clean_page(
        html(paragraphs, "<meta name=ArticleTitle content='在会上的讲话'>").replace("来源：某某网".encode(), b"")
    )
    assert (meta.title, meta.title_from, meta.source_from) == ("在会上的讲话", "meta:articletitle", None)
    seen = clean_page(html(paragraphs), rules=CleanRules(title=".info"))
    assert (seen.title_from, seen.source_line, seen.source_from) == ("selector", "来源：某某网", "visible")
