import json

import pytest

from include.segment.command import main

TEXT = "一、治水\r\n今年清淤3公里。"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "speech.txt"
    path.write_bytes(TEXT.encode())
    return path


def printed(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_segments_as_json_lines(file, capsys):
    assert main([str(file)]) == 0
    rows = printed(capsys)
    assert rows[0] == {"doc": "speech.txt", "kind": "heading", "level": 1, "start": 0, "end": 4, "text": "一、治水"}
    assert [row["kind"] for row in rows] == ["heading", "paragraph", "sentence"]


def test_offsets_count_the_file_as_it_lies(file, capsys):
    main([str(file)])
    raw = file.read_bytes().decode()
    assert all(raw[row["start"] : row["end"]] == row["text"] for row in printed(capsys))


def test_words_on_request(file, capsys, cache_home, monkeypatch):
    monkeypatch.setenv("JIANGHUA_HOME", str(cache_home))
    assert main([str(file), "--words"]) == 0
    found = [row["text"] for row in printed(capsys) if row["kind"] == "word"]
    assert found[-2:] == ["清淤", "3公里"]


def test_an_unreadable_file_does_not_stop_the_others(file, capsys, tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00")
    assert main([str(tmp_path / "broken.txt"), str(tmp_path / "none.txt"), str(file)]) == 2
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 3
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in shown.err.splitlines()] == ["broken.txt", "none.txt"]
