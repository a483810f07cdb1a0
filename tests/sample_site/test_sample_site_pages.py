import re

import pytest
from bs4 import BeautifulSoup

from include.sample_site.pages import PER_LISTING, listing_body, listing_count
from include.sample_site.site import ACCEPTED, CODECS, NAMES


def decoded(page):
    return page.body.decode(CODECS[page.site])


def test_the_paragraphs_of_every_speech_stand_in_its_page_in_order(site):
    for page in site.all_pages():
        if page.expected != ACCEPTED or page.in_document:
            continue
        bodies = [part.body.decode(CODECS[page.site]) for part in (page, *page.extras)]
        found = [p.get_text().strip("　\n ") for body in bodies for p in BeautifulSoup(body, "lxml").find_all("p")]
        wanted = [line for speech in page.speeches for line in speech.lines()]
        position = 0
        for line in wanted:
            position = found.index(line, position) + 1


def test_the_portal_has_its_mandatory_meta_elements(site):
    page = next(page for page in site.pages["portal"] if page.expected == ACCEPTED)
    soup = BeautifulSoup(decoded(page), "lxml")
    meta = {tag["name"]: tag["content"] for tag in soup.find_all("meta", attrs={"name": True})}
    assert meta["ArticleTitle"] == page.title
    assert meta["PubDate"].startswith(page.published_on)
    assert re.fullmatch(r"\d{10}", meta["SiteIDCode"])
    assert meta["ContentSource"]


def test_the_document_site_sets_its_chrome_around_the_text(site):
    text = decoded(site.pages["wenku"][0])
    assert all(words in text for words in ("温馨提示", "推荐访问", "相关内容", "小编", "下载文档"))
    assert "继续阅读" in text or "查看全文" in text


def test_a_page_of_several_speeches_marks_each_and_lists_them(site):
    for page in site.pages["fanwen"]:
        soup = BeautifulSoup(decoded(page), "lxml")
        heads = [h.get_text() for h in soup.find_all("h2")]
        assert len(heads) == (len(page.speeches) if len(page.speeches) > 1 else 0)
        assert all(head.endswith(speech.title) for head, speech in zip(heads, page.speeches, strict=False))
        assert bool(soup.select(".toc li")) == (len(page.speeches) > 1)


@pytest.mark.parametrize("name", NAMES)
def test_listings_hold_every_page_once_newest_first(site, name):
    pages = site.pages[name]
    found = []
    for number in range(listing_count(pages)):
        soup = BeautifulSoup(listing_body(pages, number).decode(CODECS[name]), "lxml")
        items = soup.select("li a[title]")
        assert len(items) <= PER_LISTING[name]
        found += [(item["href"], item["title"], date_of(item)) for item in items]
    assert found == [(page.path, page.title, page.listed_on) for page in pages]


def date_of(item):
    span = item.parent.find("span")
    return span.get_text() if span else None


def test_pages_that_are_no_speech(site):
    special = {page.title: page for page in site.all_pages() if page.expected != ACCEPTED}
    assert b"\x00" in special["在全市消防工作会议上的讲话"].body
    assert "您访问的页面不存在" in decoded(special["在全市信访工作联席会议上的讲话"])
    assert "<form" in decoded(special["领导讲话检索"])
    assert ".docx" in decoded(special["在全市双拥工作会议上的讲话（附件下载）"])
    shell = BeautifulSoup(decoded(special["在全市统战工作会议上的讲话"]), "lxml")
    assert shell.body.find(string=lambda s: s.strip() and s.parent.name != "script") is None
