import pytest

from include.clean.speeches.names import name_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("张三", "张三"),
        ("张 三", "张三"),
        ("张　小　三", "张小三"),
        ("司马光明", "司马光明"),
        ("买买提·艾力", "买买提·艾力"),
        ("×××", "×××"),
        ("某某", "某某"),
        ("李某", "李某"),
        ("张三同志", "张三"),
        ("江北县", None),
        ("张书记", None),
        ("高度", None),
        ("时间", None),
        ("常小青", "常小青"),
        ("常态化", None),
        ("代表们", None),
        ("会议", None),
        ("关于", None),
        ("张", None),
        ("", None),
        ("一二", None),
        ("张三李四王", None),
    ],
)
def test_names(words, name):
    assert name_of(words) == name
