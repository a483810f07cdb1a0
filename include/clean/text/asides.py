"""What the site says in the middle of a line: a sentence run together with a paragraph, a stamp between two words."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from include.clean.cues import kind_of_line

# Words without which no sentence of a site stands inside a paragraph; they only decide whether to look closer.
_TRIGGER = re.compile(
    "小编|本[站网文篇栏频]|范文|文库|文秘|转载|侵权|版权|下载|推荐[访阅]|热词|标签|查看|阅读|浏览|收藏|参考|借鉴|来源|网络|公众号|二维码"
    "|微信|客服|VIP|www|WWW|http|[上下]一[篇页]|精品|优质|更多|讲话稿|发言稿|演讲稿|网友|广告|点赞|打赏|false"
)
_SENTENCE_END = re.compile("[。！？!?～~…]+[”’」』）)】\\]]*\\s*")
_STAMP = (
    "(?:精品|精选|优质|经典|实用)(?:文档|资料|范文|文库|文件)[ .·|]{0,3}"
    "(?:(?:值得|欢迎)(?:下载|收藏)(?:使用)?|可?编辑(?:修改)?|仅供参考)"
)
_BRACKETED = "[（(【\\[〖][^（(）)【】\\[\\]〖〗]{2,90}[）)】\\]〗]"
_INSERTED = re.compile(f"{_STAMP}|{_BRACKETED}")


class Piece(NamedTuple):
    """A stretch of a line, and the kind of chrome it is."""

    start: int
    end: int
    kind: str | None


def asides(line: str) -> list[int]:
    """Where to cut a line so that each thing the site says in it stands alone: ascending offsets, none of them 0.

    A line that is the site's as a whole is cut between its sentences only.
    """
    if not _TRIGGER.search(line):
        return []
    pieces = list(_pieces(line))
    return [after.start for before, after in pairwise(pieces) if before.kind or after.kind]


def _pieces(line: str) -> Iterator[Piece]:
    """The sentences of a line; one that is the speaker's is cut further where something is inserted in it."""
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(line)), len(line)]
    before = None
    for start, end in pairwise(edges):
        sentence = line[start:end].strip()
        kind = kind_of_line(sentence, "anywhere") or (kind_of_line(sentence, f"after_{before}") if before else None)
        if sentence and kind is None:
            yield from _around_insertions(line, start, end)
        elif sentence:
            yield Piece(start, end, kind)
        before = kind


def _around_insertions(line: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for match in _INSERTED.finditer(line, start, end):
        if kind := kind_of_line(match[0], "anywhere"):
            yield Piece(at, match.start(), None)
            yield Piece(*match.span(), kind)
            at = match.end()
    yield Piece(at, end, None)
