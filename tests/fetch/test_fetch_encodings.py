import gzip
import random
import zlib

import brotli
import pytest

from include.errors import PermanentError, TransientError
from include.fetch.encodings import PIECE, codings_of, decoded

TEXT = random.Random(4).randbytes(5000) * 8 + "同志们：".encode() * 30_000


def raw_deflate(body):
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(body) + stream.flush()


ENCODED = [
    pytest.param("gzip", gzip.compress(TEXT), id="gzip"),
    pytest.param("x-gzip", gzip.compress(TEXT), id="x-gzip"),
    pytest.param("deflate", zlib.compress(TEXT), id="deflate"),
    pytest.param("deflate", raw_deflate(TEXT), id="deflate without its wrapping"),
    pytest.param("br", brotli.compress(TEXT), id="br"),
]


def in_chunks(body, size):
    return iter([body[at : at + size] for at in range(0, len(body), size)])


def undone(body, *codings, size=1000, most=10_000_000):
    return b"".join(decoded(in_chunks(body, size), list(codings), most))


@pytest.mark.parametrize("size", [1, 700, 10_000_000])
@pytest.mark.parametrize(("coding", "body"), ENCODED)
def test_what_was_encoded_comes_back(coding, body, size):
    assert undone(body, coding, size=size) == TEXT


@pytest.mark.parametrize(("coding", "body"), ENCODED)
@pytest.mark.parametrize("lost", [1, 4, 9, 200])
def test_a6_a_stream_that_ends_before_its_end_mark_is_cut_off(coding, body, lost):
    with pytest.raises(TransientError, match="cut off") as caught:
        undone(body[:-lost], coding)
    assert caught.value.reason == "truncated"


@pytest.mark.parametrize(("coding", "body"), ENCODED)
def test_no_body_at_all_is_no_cut_one(coding, body):
    assert undone(b"", coding) == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_what_is_not_encoded_so_is_a_permanent_failure(coding):
    with pytest.raises(PermanentError) as caught:
        undone(b"<html>\xff\xfe plain" * 40, coding)
    assert caught.value.reason == "content_encoding"


def test_gzip_members_follow_one_another_and_padding_is_left_out():
    assert undone(gzip.compress(b"one") + gzip.compress(b"two") + bytes(100), "gzip", size=7) == b"onetwo"


@pytest.mark.parametrize("size", range(PIECE - 3, PIECE + 4))
def test_a_body_that_fills_a_piece_is_whole(size):
    body = b"z" * size
    assert undone(raw_deflate(body), "deflate") == undone(gzip.compress(body), "gzip") == body


def test_encodings_over_one_another_are_undone_in_turn():
    assert undone(gzip.compress(brotli.compress(TEXT)), "br", "gzip") == TEXT


def test_d1_pieces_of_a_bomb_are_small_whatever_it_grows_to():
    bomb = gzip.compress(gzip.compress(bytes(20_000_000), 1), 1)
    stream = decoded(iter([bomb]), ["gzip", "gzip"], 10_000_000)
    assert max(len(next(stream)) for _ in range(200)) <= PIECE


def test_d1_a_layer_within_that_gives_nothing_is_a_bomb_too():
    empty_members = gzip.compress(gzip.compress(b"") * 100_000)
    with pytest.raises(PermanentError) as caught:
        undone(empty_members, "gzip", "gzip", most=1_000_000)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        pytest.param("", [], id="none"),
        pytest.param("GZIP", ["gzip"], id="capitals"),
        pytest.param("identity, gzip ,br", ["gzip", "br"], id="several"),
        pytest.param("utf-8", [], id="no encoding, but sent as one"),
    ],
)
def test_the_header_names_them(header, codings):
    assert codings_of(header) == codings


@pytest.mark.parametrize(
    "header", [pytest.param("zstd", id="unknown"), pytest.param("gzip," * 4 + "gzip", id="five layers")]
)
def test_what_cannot_be_undone_is_a_permanent_failure(header):
    with pytest.raises(PermanentError) as caught:
        codings_of(header)
    assert caught.value.reason == "content_encoding"
