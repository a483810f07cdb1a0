"""A listing's link that leads straight to a document."""

import json

import pytest
from made_documents import docx, paragraph, pdf, printed
from test_clean_further import TEXT, TITLE

from include.clean.command import main
from include.clean.page import clean_page

pytestmark = pytest.mark.usefixtures("readers_here")

BODIES = [
    pytest.param(docx("".join(map(paragraph, [TITLE, "同志们：", *TEXT]))), id="docx"),
    pytest.param(pdf([printed(["同志们：", *TEXT], top=800)], info={"Title": TITLE}), id="pdf"),
]


@pytest.mark.parametrize("body", BODIES)
def test_a_document_is_a_page(body):
    cleaned = clean_page(body, "http://town.example/d/1.bin", listed_on="2021-03-05")
    assert cleaned.text.endswith("\n".join(["同志们：", *TEXT]))
    assert (cleaned.title, cleaned.published_on, cleaned.published_from) == (TITLE, "2021-03-05", "listing")
    assert cleaned.title_from in ("document", "document_info")
    assert len(cleaned.speeches) == 1


def test_a_document_that_names_nothing_is_called_what_its_listing_calls_it():
    body = docx("".join(map(paragraph, ["同志们：", *TEXT])))
    assert clean_page(body).title_from is None
    cleaned = clean_page(body, listed_title="全市农业工作会议材料")
    assert (cleaned.title, cleaned.title_from) == ("全市农业工作会议材料", "listing")


def test_its_day_stands_in_its_address_first():
    cleaned = clean_page(BODIES[0].values[0], "http://town.example/202103/P20210304512.docx", listed_on="2021-03-09")
    assert cleaned.published_from in ("url", "listing")
    dated = clean_page(BODIES[0].values[0], "http://town.example/2021/03/04/1.docx", listed_on="2021-03-09")
    assert (dated.published_on, dated.published_from) == ("2021-03-04", "url")
    assert clean_page(BODIES[0].values[0]).published_on is None


def test_the_command_reads_documents_whatever_they_are_called(tmp_path, capsys):
    file = tmp_path / "讲话.html"
    file.write_bytes(BODIES[0].values[0])
    assert main([str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == TITLE


def test_the_command_names_what_it_cannot_read(tmp_path, capsys):
    file = tmp_path / "讲话.pdf"
    file.write_bytes(pdf([[]]))
    assert main([str(file)]) == 2
    assert "讲话.pdf: application/pdf: 1 pages with 0 characters" in capsys.readouterr().err
