"""Lines that no single cue gives away, but the words of a site heaped in them do: 全稿见文末，关注我们免费下载."""

import re
from collections.abc import Sequence

from include.clean.text.lines import SALUTATION

LONGEST_LINE = 120  # characters
LONGEST_LEAD = 200
LONGEST_LABEL = 40  # characters of a line without a sentence, behind the text
ENOUGH = 2  # different words of a site, one of them its own
CERTAIN = 3  # that many outweigh words which the name of a speech may hold: 农村工作会议
AMID = 2  # of them its own in the middle of the text, where a speaker may talk of web sites
# What sites say of documents, of themselves and of what a visitor may do there; what others say too.
_OWN = re.compile(
    "范[文本]|(?:讲话|发言|演讲|致辞)稿|稿子|全稿|[本此投约荐审]稿|本篇|文末|文档|文库|文秘|预览|试[看读]|小编(?![制织组号程排])|本站|站内|侵删|私信|后台回复|Ctrl|ctrl"
    "|粘贴|付款|发货|电子版|卖家|买家|店铺|word|Word|WORD|蓝字|楼主|沙发|写材料|写稿|套用|直达|字数|读完|点[击这]|长按"
    "|小贴士|下图|素材|模板|取用|翻页|VIP|任何媒体|转给|读者|网友|打赏|在看|取阅|出处|戳[此这“]|本段|篇稿|稿件|文稿|合辑|打几分|错别字|笑纳|献上|压缩包|解压|仿写|查重"
    "|化名|群里|馆藏|转藏|献花|乱码|空白页|插播|[左右上下]滑|滑动|稿酬|搜索框|赏阅|导读|评论区|转引|赏析"
)
_SHARED = re.compile(
    "网址|链接|https?:|www|浏览器|全文|正文|文中|编辑|网站|本网(?!格)|侵权|后台|浏览(?!器)|复制|会员|免费|付费|格式|注册|登录|登陆|收藏|点赞|转发|转载|扫码|扫描|二维码|公众号|原创|首发|独家"
    "|版权|写作|阅读|搜索|下载|温馨|友情|上传|挑选|推荐|推送|资源|同行|参考|帮助|分享|喜欢|整理|收集|收录|网络|供大家|[给为帮](?:您|大家)|请勿|擅自|关注"
    "|查看|提示|显示|超出|更多|评论|留言|客服|聊|密码|作者|入口|备注|标注|征集|排版|打卡|甄别|诈骗|适用|删节|站长|站务|下方|右侧|左侧|顶部|此处|正文如下|欢迎|告知|引用|咨询|转引"
)
_SITE = re.compile(f"{_OWN.pattern}|{_SHARED.pattern}")
# What a speaker speaks of. A line with any of these is taken for his, however many words of a site are in it.
_SPEAKER = re.compile(
    "我(?!们|是|为|给|来|收|整|要收)|我们(?!网|站|将|为)|全[市县区镇乡省州国社]|各[级地乡镇县区市]|同志|群众|企业|必须|要(?!是|求|的)|乡镇|干部|农民|农户|居民|市民|人民"
    "|[万亿%％]|增长|下降|让[^，。]{1,12}|坚持|加快|加大|确保|决不|绝不|申请|办理|政务|登记|按要求|我的|今天的?会|会后|散会|文件|执法|行业"
)
# The same where no speech has begun, and the site may say 要 and 领导 too.
_SPEAKER_AHEAD = re.compile("[我全][市县区镇乡省州]|同志们|各[级地]|乡镇|[万亿%％]|申请|办理")
_NAME = re.compile("工作|发展|建设|服务|项目|政府|经济|安全|部门|单位")
_SENTENCE_MARK = re.compile("[，。！？；,!?：:（(【]")
_LABEL_STAYS = re.compile(
    "[。！!）)]$|^附件|^(?:主办|承办|协办|支持|联系|时间|地点|地址|电话|传真|邮箱)[^：:]{0,4}[：:]"
    "|谢谢|祝|\\d{4}\\s?年|[年月日]$|[〇○零一二三四五六七八九]{4}年|(?:书记|[市县区镇乡州省厅局部]长|主任|主席)(?:\\s|[：:]|$)"
)


def is_site_wording(line: str, enough: int = ENOUGH, own_enough: int = 1) -> bool:
    """Whether a line says nothing a speaker would, in at least `enough` different words of a site, `own_enough` of
    them its own."""
    if len(line) > LONGEST_LINE or len(own := set(_OWN.findall(line))) < own_enough or SALUTATION.match(line):
        return False
    words = len(own) + len(set(_SHARED.findall(line)))
    if words < enough or not _SENTENCE_MARK.search(line) or _SPEAKER.search(line):
        return False
    return words >= CERTAIN or not _NAME.search(line)


def is_lead(line: str) -> bool:
    """The same for a line before the speech begins, where the words of a speaker are few and those of the site many."""
    words = set(_SITE.findall(line)) if len(line) <= LONGEST_LEAD else set()
    return len(words) >= CERTAIN and bool(_SENTENCE_MARK.search(line)) and not _SPEAKER_AHEAD.search(line)


def labels(lines: Sequence[str], kinds: Sequence[str | None], last: int) -> list[int]:
    """Buttons, labels and titles without a sentence behind the first line of the site that follows the text."""
    start = next((i for i in range(last + 1, len(lines)) if kinds[i] is not None), len(lines))
    return [i for i in range(start, len(lines)) if len(lines[i]) <= LONGEST_LABEL and not _LABEL_STAYS.search(lines[i])]
