"""Why a page holds no article: the reasons with which it is quarantined."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from include.errors import BadPageError
from include.records import Attachment

LONGEST_MESSAGE = 200  # characters of a page that says only that something is missing
LONGEST_SHELL = 400  # visible characters of a page that a script was to fill
MOST_ATTACHMENTS = 12  # more links to documents are a list of downloads, not an article's attachments
MANY_LINKS = 10
NAMED = 3  # attachments that a message names
_SENTENCE = re.compile(
    "[\u3400-\u9fff][^。！？!?\n]{14,60}[。！？!?…]"
)  # bounded: a long text may hold no full stop at all
_GONE = re.compile(
    "(?:页面|内容|文章|信息|网页|链接|文档)(?:不存在|已(?:被)?删除|已失效|已下线|未找到|找不到|走丢|没有找到)"
    "|(?:找不到|无法找到|没有找到)(?:您|你)?(?:所)?(?:要|访问|请求|查看|需要)?的?(?:页面|网页|内容|文章|文档|文件)"
    "|404 ?(?:not found|错误|页面)|HTTP 404"
    "|您(?:所)?(?:访问|请求|查看)的(?:页面|网页|内容|文章)[^。]{0,12}(?:不存在|删除|失效)",
    re.IGNORECASE,
)
_LOADING = re.compile(
    "正在加载|加载中|数据加载|页面加载|请稍(?:候|等)|loading|(?:启用|开启|支持|打开)\\s{0,3}java\\s?script"
    "|(?:请先|您还未|尚未|需要)登[录陆]|登[录陆]后(?:查看|阅读|浏览)",
    re.IGNORECASE,
)
_APP_ROOTS = frozenset({"app", "root", "__next", "__nuxt", "q-app"})  # the empty elements that scripts fill
_PLAYER = re.compile(r"\.(?:mp4|m3u8|flv|wmv|avi|mov)\b|player|youku|v\.qq\.com|video", re.IGNORECASE)
_ORNAMENT = re.compile(
    r"logo|icon|banner|qrcode|ewm|erweima|wechat|weixin|share|button|btn|dzjg|conac|jiucuo|beian|gongan|spacer|blank",
    re.IGNORECASE,
)
SMALL = 120  # pixels: a smaller picture is an ornament


class NoArticleError(BadPageError):
    """A page without an article of its own; it may have documents instead."""

    def __init__(self, message: str, *, reason: str, title: str | None, attachments: Sequence[Attachment]) -> None:
        super().__init__(message, reason=reason)
        self.title, self.attachments = title, tuple(attachments)


def has_article(text: str) -> bool:
    """Whether a text has a sentence in it, and is more than the message that something is gone."""
    return bool(_SENTENCE.search(text)) and not (len(text) <= LONGEST_MESSAGE and _GONE.search(text))


def absence(
    text: str, root: HtmlElement, title: str | None, attachments: Sequence[Attachment], missing: Sequence[str] = ()
) -> NoArticleError:
    """The error for a page without an article, whose message names the documents and what of them is `missing`.

    Its reason is the first that holds of

    `soft_404`, `attachment_only`, `shell` (loading …, log in first), `video_only`, `picture_only` (a scan),
    `search_form`, `link_list`, `no_speech`.
    """
    reason = next((reason for reason, holds in _reasons(text, root, title, attachments) if holds), "no_speech")
    message = f"no article on the page ({len(text)} characters of text)"
    if reason == "attachment_only":
        named = ", ".join(f"{each.name or each.url} ({each.kind})" for each in attachments[:NAMED])
        message += f", only {len(attachments)} attached: {'; '.join([named, *missing])}"
    return NoArticleError(message, reason=reason, title=title, attachments=attachments)


def _reasons(
    text: str, root: HtmlElement, title: str | None, attachments: Sequence[Attachment]
) -> Iterator[tuple[str, bool]]:
    everything = " ".join(str(root.text_content()).split())
    yield "soft_404", len(everything) <= 10 * LONGEST_MESSAGE and bool(_GONE.search(f"{title} {text} {everything}"))
    yield "attachment_only", 0 < len(attachments) <= MOST_ATTACHMENTS
    yield "shell", _is_shell(root)
    yield "video_only", _has_video(root)
    yield "picture_only", any(not _is_ornament(picture) for picture in root.iter("img"))  # portals search on every page
    yield "search_form", root.find(".//form") is not None and len(text) < LONGEST_MESSAGE
    yield "link_list", sum(bool(link.get("href")) for link in root.iter("a")) >= MANY_LINKS


def _is_shell(root: HtmlElement) -> bool:
    """A page that a script was to fill, or that shows nothing before a login."""
    seen = " ".join(_visible(root)).strip()
    empty = any(
        (element.get("id") or "") in _APP_ROOTS and not "".join(_visible(element)).strip()
        for element in root.iter("div", "main")
    )
    return len(seen) <= LONGEST_SHELL and (empty or bool(_LOADING.search(seen)))


def _visible(root: HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "template", "title"):
            yield element.text or ""
        if element is not root:
            yield element.tail or ""


def _has_video(root: HtmlElement) -> bool:
    if next(root.iter("video"), None) is not None:
        return True
    addresses = (element.get("src") or element.get("data") or "" for element in root.iter("embed", "object", "iframe"))
    return any(_PLAYER.search(address) for address in addresses)


def _is_ornament(picture: HtmlElement) -> bool:
    """Whether a picture shows no text: by its address, class or size, or as a link, or in the head or foot."""
    label = " ".join(picture.get(name) or "" for name in ("src", "class", "id", "alt"))
    sizes = [
        int(size) for name in ("width", "height") if (size := (picture.get(name) or "").removesuffix("px")).isdigit()
    ]
    around = (parent.tag for parent in picture.iterancestors())
    return (
        bool(_ORNAMENT.search(label))
        or min(sizes, default=SMALL) < SMALL
        or bool({"a", "header", "footer"} & set(around))
    )
