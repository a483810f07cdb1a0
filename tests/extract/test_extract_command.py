"""`python -m include extract` on files."""

import json

import pytest

from include.extract.command import main
from include.extract.rules.version import RULES_VERSION


def test_each_observation_is_a_line_with_the_fields_of_the_guide(tmp_path, capsys):
    path = tmp_path / "speech.txt"
    path.write_bytes("一、2017年工作回顾\r\n全县实现生产总值５亿元。\r\n".encode())
    assert main([str(path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    row = json.loads(line)
    text = path.read_bytes().decode()
    assert row["doc"] == "speech.txt"
    assert text[row["start"] : row["end"]] == row["quote"] == "５亿元"
    assert (row["indicator"], row["value"], row["unit"], row["period"]) == ("生产总值", 5e8, "元", "2017年")
    assert row["rule"]


def test_an_unreadable_file_is_named_and_the_others_still_run(tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("产值5亿元。", encoding="utf-8")
    bad.write_bytes(b"\xff\xfe\xff")
    assert main([str(bad), str(good)]) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "bad.txt" in captured.err


def test_speeches_are_read_with_what_is_known_of_them(tmp_path, capsys):
    path = tmp_path / "speeches.jsonl"
    speeches = [
        {"doc": "a", "text": "上半年产值5亿元。", "content_year": 2009},
        {"doc": "b", "text": "上半年产值6亿元。"},
    ]
    path.write_text("".join(json.dumps(speech) + "\n" for speech in speeches), encoding="utf-8")
    assert main(["--speeches", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["doc"], row["period_first"]) for row in rows] == [("a", "2009-01-01"), ("b", None)]
    assert {row["rules_version"] for row in rows} == {RULES_VERSION}


@pytest.mark.parametrize(
    ("options", "first", "code"),
    [
        pytest.param(["--year", "2012", "--region", "南京市"], "2012-01-01", "320106", id="given"),
        pytest.param([], "2009-01-01", None, id="read off the text"),
    ],
)
def test_year_and_region_are_given_or_read_off_the_text(tmp_path, capsys, options, first, code):
    path = tmp_path / "speech.txt"
    path.write_text(
        "在全市经济工作会议上的讲话\n（2009年7月5日）\n上半年，鼓楼区完成财政收入5亿元。\n", encoding="utf-8"
    )
    assert main([*options, str(path)]) == 0
    (row,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (row["period_first"], row["region_code"], row["indicator_alias"]) == (first, code, "财政收入")
    assert (row["flags"], row["flag_reasons"]) == ([], [])


def test_a_line_that_is_no_speech_is_named(tmp_path, capsys):
    path = tmp_path / "speeches.jsonl"
    path.write_text('{"doc": "a", "text": "产值5亿元。"}\n{"doc": "b"}\n', encoding="utf-8")
    assert main(["--speeches", str(path)]) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "line 2 is no speech" in captured.err


@pytest.mark.parametrize(
    "arguments", [pytest.param([], id="nothing"), pytest.param(["--compare", ".", ".", "--year", "2009"], id="a year")]
)
def test_what_cannot_be_meant_is_refused(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "error: " in capsys.readouterr().err
