"""Pages as bytes: speeches put into the frames of `templates/`, with what such sites set around a text."""

import html
import random
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template

from include.sample_site.articles import pager as article_pager
from include.sample_site.articles import shares
from include.sample_site.site import CODECS, SECTION, Page
from include.sample_site.speech import Speech

TEMPLATES = Path(__file__).parent / "templates"
PER_LISTING = {"portal": 12, "wenku": 10, "fanwen": 10}
NUMERALS = "一二三四五六"
MARKERS = ("第{chinese}篇：{title}", "篇{number}：{title}", "【篇{chinese}】{title}")
FRAGMENTS = ("2024", "全市", "会议", "会上", "讲话", "领导", "重要", "范文", "工作", "精选")
UPLOADERS = ("xiaoyu88", "文山书客", "a15077", "静水流深")
OFFICE_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the first bytes of an old word processor's file
JUNK_BYTES = 6000


@cache
def template(name: str) -> Template:
    """A frame, read once."""
    return Template((TEMPLATES / f"{name}.html").read_text("utf-8"))


def page_body(page: Page, pages: Sequence[Page], special: str | None, rng: random.Random, number: int = 0) -> bytes:
    """The bytes of one page. `pages` are all pages of its site, `special` what the page is if it is no speech;
    `number` counts the pages of an article, from 0."""
    if special == "junk":
        return OFFICE_FILE + rng.randbytes(JUNK_BYTES)
    values = {**common(page, rng), **neighbours(page, pages, rng)}
    if special in ("soft_404", "shell"):
        return encode(page, template(special).substitute(values))
    values["pages"] = article_pager(page, number, page.page_count)
    if page.in_document:
        special = "attachment"
    values["body"] = template(special).substitute(values) if special else FILLERS[page.site](page, values, rng, number)
    return encode(page, template(f"{page.site}_page").substitute(values))


def encode(page: Page, text: str) -> bytes:
    """Text in the encoding of the page's site."""
    return text.encode(CODECS[page.site])


def common(page: Page, rng: random.Random) -> dict[str, str]:
    """What every frame may name."""
    return {
        "title": html.escape(page.title),
        "published": page.published_on,
        "clock": f"{rng.randint(8, 17):02}:{rng.randint(0, 59):02}",
        "hits": str(rng.randint(60, 4800)),
        "number": page.path.rpartition("/")[2].partition(".")[0],
        "path": page.path,
    }


def neighbours(page: Page, pages: Sequence[Page], rng: random.Random) -> dict[str, str]:
    """Links to other pages of the site: the one before, the one after, and a box of related ones."""
    place = next(index for index, other in enumerate(pages) if other.path == page.path)
    related = rng.sample([other for other in pages if other is not page], 5)
    return {
        "previous": near("上一篇", pages[place + 1] if place + 1 < len(pages) else None),
        "next": near("下一篇", pages[place - 1] if place else None),
        "related": "\n".join(f"<li>{anchor(other)}</li>" for other in related),
        "recommended": " ".join(anchor(other) for other in related[:3]),
    }


def near(label: str, page: Page | None) -> str:
    """The link to a neighbour."""
    return f"{label}：{anchor(page) if page else '没有了'}"


def anchor(page: Page) -> str:
    """A link with the page's title."""
    return f'<a href="{page.path}">{html.escape(page.title)}</a>'


def fill_portal(page: Page, values: Mapping[str, str], rng: random.Random, number: int) -> str:
    """A portal sets headings in bold and indents by style; it may cut a long article into pages."""
    style = '<p style="text-indent: 2em;">{}</p>'
    return "\n".join(
        style.format(f"<strong>{html.escape(line)}</strong>" if line[:2] in HEADINGS else html.escape(line))
        for line in shares(page.speeches[0].lines(), page.page_count)[number]
    )


HEADINGS = {f"{numeral}、" for numeral in NUMERALS}


def fill_wenku(page: Page, values: dict[str, str], rng: random.Random, number: int) -> str:
    """A document-sharing site indents with spaces, and names keywords, an uploader and a button to go on."""
    tags = rng.sample(FRAGMENTS, 6)
    values["keywords"] = ",".join(tags)
    values["tags"] = "\n".join(f"<span>{tag}</span>" for tag in tags)
    values["uploader"] = rng.choice(UPLOADERS)
    values["more"] = rng.choice(["继续阅读", "查看全文"])
    values["lead"] = f"下面是小编为大家整理的{values['title']}，供大家参考，希望对您有所帮助。"
    return "\n".join(f"<p>　　{html.escape(line)}</p>" for line in page.speeches[0].lines())


def fill_fanwen(page: Page, values: dict[str, str], rng: random.Random, number: int) -> str:
    """A site of model texts: several speeches, each under a marker, with a table of contents above them."""
    marker = rng.choice(MARKERS)
    values["lead"] = f"讲话稿是领导在会议上使用的文稿。下面是小满范文小编给大家整理的{values['title']}，仅供参考。"
    values["contents"] = ""
    if len(page.speeches) == 1:
        return paragraphs(page.speeches[0])
    heads = [html.escape(head(marker, place, speech)) for place, speech in enumerate(page.speeches)]
    items = "".join(f'<li><a href="#p{place}">{text}</a></li>' for place, text in enumerate(heads))
    values["contents"] = f'<div class="toc"><p>目录</p><ul>{items}</ul></div>'
    return "\n".join(
        f'<h2 id="p{place}">{text}</h2>\n{paragraphs(speech)}'
        for place, (text, speech) in enumerate(zip(heads, page.speeches, strict=True))
    )


def head(marker: str, place: int, speech: Speech) -> str:
    """The line above one of several speeches."""
    return marker.format(chinese=NUMERALS[place], number=place + 1, title=speech.title)


def paragraphs(speech: Speech) -> str:
    """A speech as plain paragraphs."""
    return "\n".join(f"<p>{html.escape(line)}</p>" for line in speech.lines())


FILLERS = {"portal": fill_portal, "wenku": fill_wenku, "fanwen": fill_fanwen}


def listing_count(pages: Sequence[Page]) -> int:
    """How many listing pages a site has."""
    return -(-len(pages) // PER_LISTING[pages[0].site])


def listing_body(pages: Sequence[Page], number: int) -> bytes:
    """Listing page `number` (from 0) of a site, newest first."""
    site, size = pages[0].site, PER_LISTING[pages[0].site]
    shown = pages[number * size : (number + 1) * size]
    text = template(f"{site}_list").substitute(
        entries="\n".join(row(page) for page in shown), pager=pager(number, listing_count(pages))
    )
    return text.encode(CODECS[site])


def row(page: Page) -> str:
    """One entry of a listing; a portal cuts long titles and keeps the whole one in the attribute."""
    title = html.escape(page.title)
    shown = f"{title[:18]}…" if page.site == "portal" and len(title) > 18 else title
    day = f"<span>{page.listed_on}</span>" if page.listed_on else ""
    return f'<li><a href="{page.path}" title="{title}" target="_blank">{shown}</a>{day}</li>'


def pager(number: int, count: int) -> str:
    """Links to the listing's other pages."""
    names = [listing_path(other) for other in range(count)]
    links = " ".join(f"<b>{n + 1}</b>" if n == number else f'<a href="{names[n]}">{n + 1}</a>' for n in range(count))
    onward = f' <a href="{names[number + 1]}">下一页</a>' if number + 1 < count else ""
    return f"共{count}页 {links}{onward}"


def listing_path(number: int) -> str:
    """The path of a listing page: index.html, index_1.html, …."""
    return f"{SECTION}index{f'_{number}' if number else ''}.html"
