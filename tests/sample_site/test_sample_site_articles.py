"""Speeches that one page does not hold."""

import io
import re
import zipfile

import pytest

from include.sample_site.articles import docx, page_path, shares
from include.sample_site.site import ACCEPTED


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_shares_are_all_lines_in_order(count):
    lines = [str(number) for number in range(11)]
    parts = shares(lines, count)
    assert len(parts) == count
    assert [line for part in parts for line in part] == lines
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_an_article_of_several_pages_names_them_in_its_pager(site):
    (page,) = (page for page in site.all_pages() if page.page_count > 1)
    assert page.expected == ACCEPTED
    assert [extra.path for extra in page.extras] == [page_path(page, number) for number in range(1, page.page_count)]
    calls = [re.search(r"createPageHTML\((\d+), (\d+), \"(.*?)\", \"html\"\)", part.body.decode()).groups()
             for part in (page, *page.extras)]  # fmt: skip
    stem = page.path.rpartition("/")[2].removesuffix(".html")
    assert calls == [(str(page.page_count), str(number), stem) for number in range(page.page_count)]


def test_a_speech_in_a_document_stands_there_and_not_on_the_page(site):
    (page,) = (page for page in site.all_pages() if page.in_document)
    (document,) = page.extras
    assert f'href="{document.path}"' in page.body.decode()
    with zipfile.ZipFile(io.BytesIO(document.body)) as archive:
        text = archive.read("word/document.xml").decode()
    assert all(line in text and line not in page.body.decode() for line in page.speeches[0].lines())


def test_the_same_lines_are_the_same_bytes():
    assert docx(["同志们：", "a < b"]) == docx(["同志们：", "a < b"])
