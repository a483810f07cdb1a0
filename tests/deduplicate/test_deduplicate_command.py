import json

import pytest

from include.deduplicate.command import main

FIELDS = {"doc", "start", "end", "cluster", "canonical", "kind", "score", "reasons"}


@pytest.fixture
def folder(tmp_path, speech):
    text = speech(1)
    for name, content in {"a": text, "b": text + "\n谢谢大家!", "c": speech(2)}.items():
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8", newline="")
    return tmp_path


def rows(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_per_speech_of_a_folder(folder, capsys):
    assert main([str(folder)]) == 0
    found = rows(capsys)
    assert [row["doc"] for row in found] == ["a.txt", "b.txt", "c.txt"]
    assert all(row.keys() == FIELDS for row in found)
    assert found[0]["cluster"] == found[1]["cluster"] != found[2]["cluster"]
    assert sum(row["canonical"] for row in found[:2]) == 1
    assert {row["kind"] for row in found} == {None, "near"}
    text = (folder / "c.txt").read_bytes().decode()
    assert text[found[2]["start"] : found[2]["end"]].startswith("同志们")


def test_files_give_the_same_as_their_folder(folder, capsys):
    main([str(folder)])
    expected = rows(capsys)
    main([str(folder / f"{name}.txt") for name in "abca"])
    assert rows(capsys) == expected


def test_a_page_of_several_speeches_has_several_lines(folder, capsys, speech):
    page = "".join(f"第{number}篇:在部署会上的讲话\n\n{speech(seed)}\n\n" for number, seed in (("一", 1), ("二", 2)))
    (folder / "page.txt").write_text(page, encoding="utf-8")
    main([str(folder)])
    found = rows(capsys)
    assert [row["cluster"] for row in found if row["doc"] == "page.txt"] == [found[0]["cluster"], found[2]["cluster"]]


def test_an_unreadable_file_does_not_stop_the_others(folder, capsys):
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xb1")
    (folder / "blank.txt").write_text("\n \n")
    assert main([str(folder), str(folder / "none.txt")]) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 3
    assert [line.split(":")[0].rsplit("/", 1)[-1] for line in captured.err.splitlines()] == [
        "bad.txt",
        "blank.txt",
        "none.txt",
    ]
