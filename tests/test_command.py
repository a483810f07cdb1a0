"""What the commands on files share: files as they lie, JSON lines, one line for a file that cannot be used."""

import json

import pytest

from include.command import UNREADABLE, complain, for_each_file, print_row, read_text
from include.errors import BadPageError, PermanentError


def test_a_text_keeps_its_line_ends_and_its_mark(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeff一\r\n二\r三\n".encode())
    assert read_text(file) == "\ufeff一\r\n二\r三\n"


def test_a_row_is_one_line_with_its_characters(capsys):
    print_row({"text": "讲话\n第二行"})
    assert capsys.readouterr().out == '{"text": "讲话\\n第二行"}\n'


@pytest.mark.parametrize(
    ("error", "line"),
    [
        pytest.param(PermanentError("first\nsecond"), "a.txt: first", id="first-line-only"),
        pytest.param(RuntimeError(), "a.txt: RuntimeError", id="no-message"),
    ],
)
def test_a_complaint_is_one_line(capsys, error, line):
    complain("a.txt", error)
    assert capsys.readouterr().err == line + "\n"


def rows_of(file):
    yield {"length": len(read_text(file))}
    if file.stem == "bad":
        raise BadPageError("no speech in it")


def test_every_file_gets_its_rows(tmp_path, capsys):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("讲话")
    assert for_each_file([tmp_path / "a.txt", tmp_path / "b.txt"], rows_of) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [{"length": 2}] * 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("none.txt", None, id="no-file"),
        pytest.param("gbk.txt", "讲话".encode("gbk"), id="no-utf-8"),
        pytest.param("bad.txt", b"", id="an-error-of-ours"),
        pytest.param("folder", ..., id="a-folder"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_the_others_run(tmp_path, capsys, name, content):
    good, odd = tmp_path / "good.txt", tmp_path / name
    good.write_text("讲话")
    if content is ...:
        odd.mkdir()
    elif content is not None:
        odd.write_bytes(content)
    assert for_each_file([odd, good], rows_of) == UNREADABLE
    told = capsys.readouterr()
    assert json.loads(told.out.splitlines()[-1]) == {"length": 2}
    assert told.err.startswith(f"{odd}: ")
    assert told.err.count("\n") == 1


def test_a_fault_of_ours_is_not_hidden(tmp_path):
    def broken(file):
        raise KeyError("x")

    with pytest.raises(KeyError):
        for_each_file([tmp_path / "a.txt"], broken)
