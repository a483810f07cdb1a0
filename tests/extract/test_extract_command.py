"""`python -m include extract` on files."""

import json

from include.extract.command import main


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
