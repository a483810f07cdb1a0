"""Boundaries: does a stretch of a text begin and end where a speech does? It tells a glued page from a cut copy."""

import re

NEAR = 120  # characters behind the stretch that are looked at
BLUR = 20  # an alignment's ends are this uncertain
_OCCASION = "讲话|致辞|发言|报告|演讲|讲稿|讲话稿|发言稿"
_STARTS = re.compile(
    r"^\s*(?:"
    r"第?[一二三四五六七八九十\d]{1,3}篇.{0,60}"  # 第二篇:…
    r"|.{0,60}篇[一二三四五六七八九十\d]{1,3}[:\s]?.{0,40}"  # 讲话稿篇2
    rf"|.{{2,60}}(?:{_OCCASION})(?:材料)?[一二三四五六七八九十\d]{{0,3}}"  # a line that is a title
    r"|[(\[]?[一二三四五六七八九〇零○\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日[)\]]?"
    r"|(?:尊敬的|各位|同志们|女士们|朋友们|老师们|同学们|代表们)[^。;]{0,40}:"
    r")\s*$",
    re.MULTILINE,
)
_NAVIGATION = re.compile(r"上一篇|下一篇|上篇|下篇|相关|推荐|更多")


def another_begins(plain: str, offset: int) -> bool:
    """Whether another speech begins at about `offset` (of the simplified text): a title, a date line, an address."""
    beside = plain[max(offset - BLUR, 0) : offset + NEAR]
    return any(not _NAVIGATION.search(match[0]) for match in _STARTS.finditer(beside))


def at_paragraph_end(plain: str, offset: int) -> bool:
    """Whether a paragraph ends at about `offset`; a cut copy mostly stops in the middle of one."""
    return "\n" in plain[max(offset - BLUR, 0) : offset + BLUR].strip(" \t\u3000") or offset + BLUR >= len(plain)
