"""Records: frozen, flat, and there and back through JSON."""

import json
from dataclasses import FrozenInstanceError, fields

import pytest

from include import records
from include.records import (
    Attachment,
    CleanedPage,
    Commitment,
    CopyLink,
    Fetched,
    FetchedPart,
    Link,
    Observation,
    Record,
    Repair,
    Segment,
    SpeechSpan,
    Stripped,
    TextPart,
)

EXAMPLES = [
    Link("town", "p", "http://x.cn/1", "讲话", None, "http://x.cn/"),
    Fetched("town", "p", "http://x.cn/1", 1, "fetched", redirects=("http://x.cn/2",), request_headers={"a": "b"}),
    FetchedPart("continuation", "http://x.cn/1_2", "sha", 120, "gb18030", status=200),
    Stripped("notice", "声明"),
    Repair("broken_number", 3, 3, "\n"),
    Attachment("http://x.cn/1.docx", "全文", "docx"),
    TextPart("continuation", "http://x.cn/1_2", "sha", 4, 9),
    SpeechSpan(1, None, 0, 4, flags=("masked",)),
    CleanedPage("题", None, None, "gb18030", "同志们：", (SpeechSpan(1, None, 0, 4),), (Stripped("notice", "声明"),)),
    Segment("heading", 1, 0, 4, None),
    Observation(
        0, 4, "12万吨", "粮食产量", 120000.0, None, "吨", "level", None, "actual", "exact", False, None, None, "plain"
    ),
    Commitment(0, 4, "开会。", "开会", ("县政府",), "6月底前"),
    CopyLink("a", "b", "near", 0.93, "b", ("title",)),
]


def rebuilt(kind, data):
    """The record from plain data: JSON's lists were tuples."""
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in data.items()})


def test_every_record_has_an_example():
    kinds = {kind for kind in vars(records).values() if isinstance(kind, type) and issubclass(kind, Record)}
    assert kinds - {Record} == {type(example) for example in EXAMPLES}


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: type(record).__name__)
def test_a_record_is_plain_data_and_cannot_be_changed(record):
    data = record.to_dict()
    assert list(data) == [field.name for field in fields(record)]
    assert json.loads(json.dumps(data, allow_nan=False)) == json.loads(json.dumps(data))
    with pytest.raises(FrozenInstanceError):
        setattr(record, fields(record)[0].name, None)


@pytest.mark.parametrize(
    "record",
    [example for example in EXAMPLES if not isinstance(example, CleanedPage)],
    ids=lambda record: type(record).__name__,
)
def test_flat_records_come_back_from_json(record):
    assert rebuilt(type(record), json.loads(json.dumps(record.to_dict()))) == record


def test_nested_records_become_plain_data():
    page = next(example for example in EXAMPLES if isinstance(example, CleanedPage)).to_dict()
    assert page["speeches"][0] == SpeechSpan(1, None, 0, 4).to_dict()
    assert page["stripped"] == (Stripped("notice", "声明").to_dict(),)


def test_the_data_is_a_copy():
    fetched = EXAMPLES[1]
    fetched.to_dict()["request_headers"]["a"] = "changed"
    assert fetched.request_headers == {"a": "b"}
