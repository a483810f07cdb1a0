import pytest

from include.clean.numerals import number_of
from include.clean.years import ContentYear, content_year_of, stated_year_of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年是党的二十大召开之年，任务很重。", 2022),
        ("今年，是“十四五”规划的开局之年。", 2021),
        ("今年是“十三五”收官之年，也是决胜之年。", 2020),
        ("今年是新中国成立70周年。", 2019),
        ("今年（2016年），我们要抓三件事。", 2016),
        ("这次会议的任务是部署2018年全区重点工作。", 2018),
        ("2017年工作开局良好。做好2018年各项工作，意义重大。2018年的预期目标是增长8%。", 2018),
        ("2015年是难得的机遇年，也是攻坚克难的一年。", 2015),
        ("去年收入5亿元，增长8%；前年4亿元；2003年3亿元。", 2006),
        ("我代表政府向大会报告工作，请予审议。一、2011年工作回顾", 2012),
        ("要应对国际金融危机，保增长、保民生、保稳定，落实家电下乡。", 2009),
        ("我们要抓好农业生产。", None),
        ("2015年是极不平凡的一年，我们取得了显著成绩。", None),
        ("到2035年基本实现现代化。", None),
    ],
)
def test_the_year_the_content_speaks_of(text, year):
    found = content_year_of(text)
    assert found.year == year
    assert (found.evidence is None) == (year is None)
    assert found.evidence is None or found.evidence in text


def test_the_titles_year_is_only_confirmed():
    text = "要落实“六稳”“六保”，统筹推进疫情防控和经济社会发展。"
    assert content_year_of(text, stated=2021).year == 2021
    assert content_year_of(text).year is None
    assert content_year_of("我们要抓好农业生产。", stated=2021).year is None


def test_a_report_may_look_back_on_the_year_before():
    text = "保增长、保民生、保稳定，家电下乡，成效明显。"
    assert content_year_of(text, stated=2010).year is None
    assert content_year_of(text, stated=2023).year == 2009


@pytest.mark.parametrize(
    ("title", "stated", "conflict"),
    [
        ("在2023年会议上的讲话", 2023, True),
        ("在2021年度总结表彰会上的讲话", 2021, False),
        ("在2022年会议上的讲话", 2022, False),
    ],
)
def test_a_conflict_of_years_is_told(title, stated, conflict):
    assert stated_year_of(title) == stated
    assert ContentYear(2022, "今年").contradicts(stated, title) is conflict


def test_years_in_titles():
    assert stated_year_of("二〇二一年政府工作报告") == 2021
    assert stated_year_of("2020年总结暨2021年工作会上的讲话") == 2021
    assert stated_year_of("在全区会议上的讲话") is None


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("17", 17),
        ("二〇〇八", 2008),
        ("第", None),
        ("", None),
    ],
)
def test_numerals(numeral, number):
    assert number_of(numeral) == number
