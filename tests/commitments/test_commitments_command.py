import json

from include.commitments.command import main


def test_commitments_as_json_lines(tmp_path, capsys):
    file = tmp_path / "speech.txt"
    file.write_bytes("同志们：\r\n水利局要在6月底前新建水厂12座。".encode())
    assert main([str(file)]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row == {
        "doc": "speech.txt",
        "start": 6,
        "end": 22,
        "quote": "水利局要在6月底前新建水厂12座",
        "task": "在6月底前新建水厂12座",
        "responsible": ["水利局"],
        "deadline": "6月底前",
        "target": "水厂12座",
    }


def test_an_unreadable_file_is_named(tmp_path, capsys):
    assert main([str(tmp_path / "none.txt")]) == 2
    assert "none.txt: " in capsys.readouterr().err
