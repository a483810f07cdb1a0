"""What is left of a page, as lines."""

import pytest
from bs4 import BeautifulSoup

from include.clean.markup.html import LINE_BREAK
from include.clean.markup.render import lines


def rendered(html):
    return lines(BeautifulSoup(html, "lxml")).split("\n")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>一。</p><p>二。</p>", ["一。", "二。"], id="paragraphs"),
        pytest.param(
            "一<div>二<section>三</section>四</div>五", ["一", "二", "三", "四", "五"], id="blocks within blocks"
        ),
        pytest.param(f"<p>一{LINE_BREAK}{LINE_BREAK}二</p>", ["一", "二"], id="line breaks"),
        pytest.param("<p>一<b>二</b><span>三</span></p>", ["一二三"], id="inline tags end no line"),
        pytest.param("<p> 一 \t\u3000二 </p><p> </p>", ["一 二"], id="white space is closed up, empty lines go"),
        pytest.param("<p>一<!-- 二 --></p>", ["一"], id="comments"),
        pytest.param(
            "<table><tr><th>产值</th><td> 3 <b>亿元</b></td><td></td><td>9%</td></tr><tr><td>税收</td></tr></table>",
            ["产值\t3 亿元\t9%", "税收"],
            id="cells",
        ),
        pytest.param(
            "<table><tr><td><p>一</p><p>二</p></td><td>三</td></tr></table>", ["一", "二", "三"], id="cells of lines"
        ),
        pytest.param("<p>我们\n  开会</p>", ["我们开会"], id="a source line wrapped between characters"),
        pytest.param("<p>we\n  meet</p>", ["we meet"], id="between words"),
        pytest.param("<p>有12\n个乡</p>", ["有12 个乡"], id="between a figure and a character"),
        pytest.param("<pre>一\n二<b>三\n四</b></pre>", ["一", "二三", "四"], id="preformatted"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_a_tree_as_lines(html, expected):
    assert rendered(html) == expected
