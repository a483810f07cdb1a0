import hashlib

import pytest

from include.errors import BadPageError
from include.fetch.bodies import BodyStore


def test_a_body_lies_under_its_hash_once(tmp_path):
    store = BodyStore(tmp_path)
    sha256 = store.put("讲话".encode())
    assert sha256 == hashlib.sha256("讲话".encode()).hexdigest()
    assert store.put("讲话".encode()) == sha256
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / sha256[:2] / sha256[2:4] / sha256]
    assert store.get(sha256) == "讲话".encode()


def test_f3_an_altered_body_is_found_when_read_and_mended_when_put_again(tmp_path):
    store = BodyStore(tmp_path)
    sha256 = store.put(b"a body")
    store.path(sha256).write_bytes(b"a bodY")
    with pytest.raises(BadPageError) as caught:
        store.get(sha256)
    assert caught.value.reason == "corrupt_body"
    store.put(b"a body")
    assert store.get(sha256) == b"a body"


def test_a_body_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadPageError, match="no body") as caught:
        BodyStore(tmp_path).get("0" * 64)
    assert caught.value.reason == "missing_body"


def test_f1_a_full_disk_leaves_nothing_under_the_name(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("include.fetch.bodies.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        BodyStore(tmp_path).put(b"a body")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
