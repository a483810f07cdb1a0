"""Staged files: named by their content, never overwritten, checked when read."""

import hashlib
import os
import time

import pytest

from include.errors import PermanentError
from include.runtime.staging import KEPT_DAYS, drop_expired, read, stage

ROWS = [{"b": 1, "a": "讲话"}, {"a": "全县\n粮食"}]


def test_rows_come_back_as_they_went(tmp_path):
    staged = stage(tmp_path, "run/pages-0", ROWS)
    assert list(read(tmp_path, staged)) == ROWS
    assert staged["rows"] == 2


@pytest.mark.parametrize("text", ["\u2028", "\u2029", "\x85", "\r", "\x0b\x0c\x1c", "\x00", "𠮷"], ids=ascii)
def test_no_character_of_a_page_breaks_a_line(tmp_path, text):
    rows = [{"text": f"前{text}后"}, {"text": "次"}]
    assert list(read(tmp_path, stage(tmp_path, "run/pages-0", rows))) == rows


def test_a_file_is_named_by_its_content(tmp_path):
    staged = stage(tmp_path, "run/pages-0", ROWS)
    content = (tmp_path / staged["name"]).read_bytes()
    assert staged["sha256"] == hashlib.sha256(content).hexdigest()
    assert staged["name"] == f"run/pages-0-{staged['sha256'][:16]}.jsonl"


def test_the_same_rows_are_the_same_file_whatever_the_order_of_their_fields(tmp_path):
    turned = [dict(reversed(row.items())) for row in ROWS]
    assert stage(tmp_path, "run/pages-0", ROWS) == stage(tmp_path, "run/pages-0", turned)
    assert len(list((tmp_path / "run").iterdir())) == 1


def test_other_rows_lie_beside_the_first_and_leave_them_alone(tmp_path):
    first, second = stage(tmp_path, "run/pages-0", ROWS), stage(tmp_path, "run/pages-0", ROWS[:1])
    assert first["name"] != second["name"]
    assert list(read(tmp_path, first)) == ROWS
    assert list(read(tmp_path, second)) == ROWS[:1]


def test_no_row_is_a_file_too(tmp_path):
    staged = stage(tmp_path, "run/pages-0", [])
    assert (staged["rows"], list(read(tmp_path, staged))) == (0, [])


def test_a_file_that_was_altered_is_refused(tmp_path):
    staged = stage(tmp_path, "run/pages-0", ROWS)
    file = tmp_path / staged["name"]
    file.write_bytes(file.read_bytes().replace(b"1", b"2"))
    with pytest.raises(PermanentError, match="was altered") as caught:
        list(read(tmp_path, staged))
    assert caught.value.reason == "staging"


def test_a_file_that_was_cut_is_refused(tmp_path):
    staged = stage(tmp_path, "run/pages-0", ROWS)
    file = tmp_path / staged["name"]
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(PermanentError, match="was altered"):
        list(read(tmp_path, staged))


def test_a_file_that_is_gone_says_what_to_do(tmp_path):
    staged = stage(tmp_path, "run/pages-0", ROWS)
    (tmp_path / staged["name"]).unlink()
    with pytest.raises(PermanentError, match="is gone; clear the run") as caught:
        list(read(tmp_path, staged))
    assert caught.value.reason == "staging"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_json_is_refused_and_no_staged_file_appears(tmp_path, value):
    with pytest.raises(ValueError, match="JSON"):
        stage(tmp_path, "run/pages-0", [{"value": value}])
    assert list((tmp_path / "run").glob("*.jsonl")) == []


def test_a_stage_that_fails_leaves_nothing_behind(tmp_path):
    def rows():
        yield ROWS[0]
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        stage(tmp_path, "run/pages-0", rows())
    assert list((tmp_path / "run").iterdir()) == []


def test_only_folders_that_nothing_wrote_to_for_long_are_dropped(tmp_path):
    old, young = stage(tmp_path, "old/pages-0", ROWS), stage(tmp_path, "young/pages-0", ROWS)
    long_ago = time.time() - KEPT_DAYS * 86400 - 60
    os.utime(tmp_path / "old", (long_ago, long_ago))
    os.utime(tmp_path / "young", (long_ago + 120, long_ago + 120))
    assert drop_expired(tmp_path) == 1
    assert not (tmp_path / old["name"]).exists()
    assert list(read(tmp_path, young)) == ROWS


def test_a_folder_that_was_never_made_has_nothing_to_drop(tmp_path):
    assert drop_expired(tmp_path / "none") == 0
