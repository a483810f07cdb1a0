import pytest

from include.deduplicate.boundaries import another_begins, at_paragraph_end


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        pytest.param("\n第二篇:在全县水利会议上的讲话\n同志们", True, id="numbered"),
        pytest.param("\n工作部署会讲话稿篇3\n各位", True, id="numbered-behind"),
        pytest.param("\n在开学典礼上的致辞\n春风送暖", True, id="title"),
        pytest.param("\n(二〇一八年三月二日)\n今天", True, id="date-line"),
        pytest.param("\n尊敬的各位来宾、朋友们:\n今天", True, id="address"),
        pytest.param("\n上一篇:在开学典礼上的致辞\n", False, id="navigation"),
        pytest.param("\n第二,要认真总结经验,把责任压到岗位。\n", False, id="next-point"),
        pytest.param("要继续努力,同志们要明白这个道理。", False, id="runs-on"),
    ],
)
def test_another_begins(follows, expected):
    text = "会议到此结束。" * 5
    assert another_begins(text + follows, len(text)) is expected


def test_at_paragraph_end():
    text = "认真总结经验教训," * 10 + "\n" + "深入开展调查研究," * 10
    assert at_paragraph_end(text, text.index("\n"))
    assert not at_paragraph_end(text, text.index("\n") - 40)
    assert at_paragraph_end(text, len(text))
