"""FAULTS D3 and D17: whatever a page looks like, cleaning it is bounded. Bounds are ratios, or ceilings far above."""

import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import include.clean
from include.clean import cues
from include.clean.markup import html, strip
from include.clean.page import clean_page
from include.errors import BadPageError

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "今天下午，我们在这里召开会议，总结全年的各项工作。"
SPEECH = f"<h1>在会议上的讲话</h1><p>同志们：</p><p>{SENTENCE * 3}</p>"
NEVER_TIMED = 0.03  # seconds: below, nothing can be said about growth
GROWTH = 4.5  # of the time for twice the input: linear is 2, quadratic 4, with a busy machine's share on top


def page(body: str) -> bytes:
    return f"<html><head><title>在会议上的讲话</title></head><body>{body}</body></html>".encode()


def nested(*tags: str, closed: bool = False):
    opening, ending = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
    return lambda n: page(opening * n + SPEECH + ending * n * closed)


def repeated(piece: str, before: str = SPEECH):
    return lambda n: page(before + piece * n)


# What makes the page, how many in the everyday suite, how many in the slow one.
CASES = [
    *(
        pytest.param(nested(*tags), 10_000, 200_000 // len(tags), id=f"D3 nested {' '.join(tags)}")
        for tags in (
            *(("div",), ("p",), ("span",), ("font",), ("b",), ("a",), ("blockquote",), ("x-own",), ("h2",)),
            *(("table", "tr", "td"), ("ul", "li"), ("dl", "dd"), ("div class=a", "span id=b", "b"), ("a href=1",)),
        )
    ),
    pytest.param(nested("div", closed=True), 10_000, 200_000, id="D3 nested and closed"),
    pytest.param(lambda n: page("<div>一</div><div>" * n + SPEECH), 5_000, 100_000, id="D3 nested, text between"),
    pytest.param(repeated(SENTENCE, SPEECH + "<p>"), 4_000, 66_000, id="D3 one text node"),
    pytest.param(repeated("今天我们召开会议总结工作", SPEECH + "<p>"), 8_000, 140_000, id="D3 one text node, no marks"),
    pytest.param(repeated(f"{SENTENCE}<br>"), 2_000, 60_000, id="D3 lines"),
    pytest.param(repeated("<br>"), 10_000, 1_200_000, id="D3 br"),
    pytest.param(lambda n: page(f"<p {attributes(n)}>{SPEECH}"), 50_000, 1_000_000, id="D3 attributes of a tag"),
    pytest.param(
        lambda n: page(SPEECH + f"<p {attributes(100)}>{SENTENCE}</p>" * (n // 100)),
        20_000,
        1_000_000,
        id="D3 attributes",
    ),
    pytest.param(
        lambda n: page("<p " + " ".join(f"a{i}='>'" for i in range(n)) + f">{SPEECH}"),
        50_000,
        1_000_000,
        id="D3 attributes that hold a tag's end",
    ),
    pytest.param(
        lambda n: page(SPEECH + "".join(f"<p>{SENTENCE}第{i}次。</p>" for i in range(n))),
        2_000,
        50_000,
        id="D3 paragraphs",
    ),
    pytest.param(
        lambda n: page(SPEECH + "".join(f"<a href={i}>通知{i}</a>" for i in range(n))), 5_000, 200_000, id="D3 links"
    ),
    pytest.param(repeated("<td>3.5</td>", f"{SPEECH}<table><tr>"), 5_000, 100_000, id="D3 cells"),
    pytest.param(repeated("<span class=x></span>"), 10_000, 100_000, id="D3 empty spans"),
    pytest.param(repeated("<span style=a>字，</span>", f"{SPEECH}<p>"), 10_000, 100_000, id="D3 spans"),
    pytest.param(
        repeated("<p>" + "<i id=x>" * 50 + SENTENCE + "</i>" * 50 + "</p>"), 100, 2_000, id="D3 inline nesting"
    ),
    pytest.param(repeated("<!-- x -->"), 10_000, 100_000, id="D3 comments"),
    pytest.param(repeated("if(a<b){}", f"{SPEECH}<script>"), 20_000, 500_000, id="D3 script"),
    pytest.param(repeated("<script>"), 20_000, 500_000, id="D3 scripts without an end"),
    pytest.param(repeated("a{b:c}", f"{SPEECH}<style>"), 20_000, 500_000, id="D3 style"),
    pytest.param(repeated("A", f"{SPEECH}<img src='data:image/png;base64,"), 500_000, 5_000_000, id="D3 picture"),
    pytest.param(repeated("<![CDATA[ x ]]>"), 10_000, 100_000, id="D3 CDATA"),
    pytest.param(repeated("<![if !supportLists]>一、<![endif]>"), 5_000, 50_000, id="D3 conditions"),
    pytest.param(repeated("<path d='M0'/>", f"{SPEECH}<svg>"), 5_000, 200_000, id="D3 svg"),
    pytest.param(
        lambda n: page(f"{SPEECH}<script type='application/ld+json'>{'[' * n}{']' * n}</script>"),
        10_000,
        100_000,
        id="D3 nested JSON",
    ),
]


def attributes(count: int) -> str:
    return " ".join(f"a{number}=1" for number in range(count))


def outcome(body: bytes) -> tuple[str, float]:
    """What became of a page, and the CPU seconds it took."""
    start = time.process_time()
    try:
        text = clean_page(body).text
    except BadPageError as error:
        return error.reason, time.process_time() - start
    return ("accepted" if SENTENCE in text else "lost"), time.process_time() - start


@pytest.mark.parametrize(("made", "count", "most"), CASES)
def test_d3_absurd_pages_cost_no_more_than_their_length(made, count, most):
    how, took = outcome(made(count // 8))
    assert how == "accepted"
    if took > NEVER_TIMED:
        assert outcome(made(count // 4))[1] < GROWTH * took


CHILD = """
import json, sys
sys.path[:0] = sys.argv[1:3]
from clean.test_clean_bounds import CASES, outcome
from peak_memory import peak_megabytes
case = next(case for case in CASES if case.id == sys.argv[3])
before = peak_megabytes()
how, took = outcome(case.values[0](case.values[2]))
print(json.dumps({"how": how, "seconds": took, "before": before, "peak": peak_megabytes()}))
"""


# One of each kind: a process and some seconds each
FULL_SIZE = (
    *("nested div", "nested table tr td", "nested a href=1", "one text node", "lines", "br"),
    *("attributes of a tag", "attributes", "paragraphs", "links", "spans", "picture"),
)


@pytest.mark.slow
@pytest.mark.parametrize("name", [f"D3 {kind}" for kind in FULL_SIZE])
def test_d3_pages_of_the_full_size_are_read_or_refused_in_bounds(name):
    command = [sys.executable, "-c", CHILD, str(ROOT), str(ROOT / "tests"), name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-600:]
    took = json.loads(done.stdout.splitlines()[-1])
    assert took["how"] in ("accepted", "too_large")
    assert took["seconds"] < 90
    assert took["peak"] is None or took["peak"] < 700, took


def test_d3_more_text_than_any_speech_has_is_refused_with_the_amount(monkeypatch):
    monkeypatch.setattr(strip, "MAX_TEXT", 1000)
    with pytest.raises(BadPageError, match=r"\d{4} characters of text, more than 1000") as caught:
        clean_page(page(SPEECH + f"<p>{SENTENCE * 60}</p>"))
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(("module", "limit"), [(html, "MAX_ELEMENTS"), (strip, "MAX_TAGS")])
def test_d3_more_tags_than_any_article_has_are_refused_with_the_amount(module, limit, monkeypatch):
    monkeypatch.setattr(module, limit, 100)
    with pytest.raises(BadPageError, match="more than 100") as caught:
        clean_page(page(SPEECH + f"<p class=x>{SENTENCE}</p>" * 120))
    assert caught.value.reason == "too_large"


# Every pattern against what may drive it mad: one run of a piece, as long as the text that pattern is given at most.
PIECES = (
    "1",
    "2020年",
    ",",
    "的",
    " ",
    "【",
    "（",
    "－",
    "第",
    "XX",
    "1、",
    "1 ",
    "\t",
    "一",
    "，",
    "讲话",
    "的，",
    "。",
    "a",
    "a-",
)
PIECES += (
    "=",
    "'",
    '"',
    "<",
    "<a ",
    "<!-",
    "&#",
    "今年",
    "同志们",
    "尊敬的",
    "亿",
    "%",
    "1.",
    "/",
    "-",
    "—",
    "：",
    "*",
    "\n",
    "\u3000",
)
LONG = 800  # characters; lines that cues are tried on have 300 at most


def cue_tables():
    """What `cues.yaml` is compiled to: openings of lines by place, and what is searched for in them."""
    places = [place for place in cues._cues()["lines"] if place != "words"]
    found = {f"opening {place}": cues._line_cues(place)[0] for place in places}
    return {**found, "inside": [cues._line_cues(place)[1] for place in places], "blocks": cues.block_cues()}


# What the code only ever matches at the start of a text, or against the whole of it.
ANCHORED = {"include.clean.articles.continuation._FIRST": "fullmatch", "include.clean.cues.opening": "match"}


def patterns():
    """Every compiled pattern of the package by the place where it lives, those of the YAML lists included."""
    found = {}
    for module in pkgutil.walk_packages(include.clean.__path__, "include.clean."):
        if module.name.endswith("__main__"):
            continue
        names = {**vars(importlib.import_module(module.name)), **(cue_tables() if module.name == cues.__name__ else {})}
        for name in [name for name, value in names.items() if hasattr(value, "cache_info")]:
            names[name] = _asked(names[name])
        for name, value in names.items():
            for number, pattern in enumerate(_inside(value)):
                place = f"{module.name}.{name}"
                found.setdefault((pattern.pattern, pattern.flags), (f"{place}[{number}]" if number else place, pattern))
    return dict(found.values())


def _asked(cached):
    """What a cached function without arguments gives, a table of patterns perhaps."""
    return cached() if not inspect.signature(cached).parameters else None


def _inside(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from _inside(each)


def seconds(name: str, pattern: re.Pattern, piece: str, length: int) -> float:
    text = piece * (length // len(piece))
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    getattr(pattern, ANCHORED.get(name.partition(" ")[0], "search"))(given)
    return time.process_time() - start


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*each, id=f"D17 {each[0]}") for each in patterns().items()])
def test_d17_no_pattern_runs_away(name, pattern):
    longest = cues.LONGEST_CUE if name.startswith(cues.__name__) else LONG
    for piece in PIECES:
        took = seconds(name, pattern, piece, longest)
        if took > NEVER_TIMED:
            assert seconds(name, pattern, piece, 2 * longest) < GROWTH * took or took < 0.2, (name, piece)


HOSTILE = [
    pytest.param(piece, id=f"D17 {piece!a}")
    for piece in ("1", ",", "的", " ", "【", "（", "－", "第", "XX", "1、", "2020年")
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda piece, n: page(f"{SPEECH}<p>{piece * n}</p>"), id="one line"),
        pytest.param(lambda piece, n: page(SPEECH + f"<p>{piece * 300}</p>" * (n // 300)), id="many lines"),
        pytest.param(lambda piece, n: page(f"<h1>在会议上的讲话{piece * n}</h1>{SPEECH}"), id="a heading"),
        pytest.param(
            lambda piece, n: f"<title>在会议上的讲话{piece * n}</title><body>{SPEECH}".encode(), id="the title"
        ),
        pytest.param(lambda piece, n: page(f"<span class=date>发布时间：{piece * n}</span>{SPEECH}"), id="a date line"),
        pytest.param(lambda piece, n: page(f'{SPEECH}<div class="{piece * n}">看看</div>'), id="a class"),
    ],
)
def test_d17_hostile_lines_do_not_hold_up_a_page(made, piece):
    body = made(piece, 1_200 // len(piece))
    how, took = outcome(body)
    assert how == "accepted"
    assert took < 5
