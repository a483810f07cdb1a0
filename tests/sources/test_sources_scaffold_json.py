import pytest

from include.errors import BrokenSourceError
from include.platforms.base import JsonPaths
from include.sources.scaffold_json import guess_paths

URL = "http://town.example/api"


def items(**fields):
    return [{key: value.format(n=n) for key, value in fields.items()} for n in range(1, 4)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            {"data": {"list": items(title="在会上的讲话", url="/a/{n}.html", date="2024-03-0{n}"), "pages": 9}},
            JsonPaths("data.list", "title", "url", "date", "data.pages"),
            id="by the book",
        ),
        pytest.param(
            items(DOCTITLE="在会上的讲话{n}", DOCPUBURL="http://t.example/{n}.html", DOCRELTIME="2024-03-05 10:00:00"),
            JsonPaths("$", "DOCTITLE", "DOCPUBURL", "DOCRELTIME"),
            id="a list at the top",
        ),
        pytest.param(
            {
                "nav": [{"name": "首页和栏目", "link": "/"}],
                "rows": items(
                    siteName="某县人民政府", subTitle="副标题一则", title="在会上的讲话", summary="同志们：" * 60,
                    thumbUrl="/img/{n}.html", url="./{n}.html", updateTime="2024-03-09", publishTime="2024-03-05",
                ),
            },
            JsonPaths("rows", "title", "url", "publishTime"),
            id="many keys",
        ),
        pytest.param(
            {"hits": [{"_source": {"name": "在会上的讲话", "link": "/a/1.html", "t": 1709568000000}}]},
            JsonPaths("hits", "_source.name", "_source.link", "_source.t"),
            id="nested, by the values",
        ),
    ],
)  # fmt: skip
def test_paths_are_guessed(data, expected):
    assert guess_paths(data, URL) == expected


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param({"list": [{"id": 7, "name": "在会上的讲话"}]}, "the longest has: id, name", id="no address"),
        pytest.param({"code": 500, "list": []}, "no list of objects", id="no list"),
        pytest.param("无", "no list of objects", id="a text"),
    ],
)
def test_what_cannot_be_guessed_is_said(data, complaint):
    with pytest.raises(BrokenSourceError, match=complaint):
        guess_paths(data, URL)
