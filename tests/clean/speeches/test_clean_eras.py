import pytest

from include.clean.speeches.eras import OPEN, anchored_years, eras_of


@pytest.mark.parametrize(
    ("clause", "year"),
    [
        ("是党的二十大召开之年", 2022),
        ("，党的十九大将于秋季召开", 2017),
        ("我们党将召开第十九次全国代表大会", 2017),
        ("，中国共产党第二十次全国代表大会胜利召开", 2022),
        ("即将召开党的二十大", 2022),
        ("是全面贯彻落实党的二十大精神的开局之年", 2023),
        ("是党的十八大召开后的第一年", 2013),
        ("党的二十一大将召开", 2027),
        ("是“十五”计划的最后一年", 2005),
        ("是“十一五”规划的开局之年", 2006),
        ("是实施“十二五”规划的第三年", 2013),
        ("是“十三五”收官之年", 2020),
        ("是“十四五”开局起步之年", 2021),
        ("是十四五规划的第二年", 2022),
        ("是“十五五”规划的开局之年", 2026),
        ("是“十四五”规划的谋篇布局之年", 2020),
        ("是中国共产党成立100周年", 2021),
        ("我们迎来建党九十五周年", 2016),
        ("是新中国成立75周年", 2024),
        ("是中华人民共和国成立六十周年", 2009),
        ("是改革开放三十周年", 2008),
        ("是中国人民抗日战争暨世界反法西斯战争胜利70周年", 2015),
        ("是红军长征胜利80周年", 2016),
        ("是五四运动100周年", 2019),
        ("是香港回归祖国25周年", 2022),
        ("是邓小平同志诞辰120周年", 2024),
        ("是改革开放40年", 2018),
        ("是决战脱贫攻坚之年", 2020),
        ("是全面建成小康社会的决胜之年", 2020),
        ("发生了汶川特大地震", 2008),
        ("我国成功举办奥运会之年", 2008),
        ("上海世博会开幕", 2010),
        ("北京冬奥会胜利举办", 2022),
    ],
)
def test_the_year_of_which_a_clause_is_true(clause, year):
    assert {found for found, _ in anchored_years(clause)} == {year}
    assert all(clause.startswith(words) for _, words in anchored_years(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "深入学习党的二十大精神",
        "自党的十九大召开以来",
        "共青团将召开第十九次全国代表大会",
        "党的十九大召开后",
        "完成了十四五规划的任务",
        "是二十五年来最好的一年",
        "十五年来",
        "是建设年",
        "是建县60周年",
        "改革开放以来",
        "汶川地震10周年",
        "是全面贯彻党的二十大精神的关键之年",
    ],
)
def test_a_clause_that_tells_no_year(clause):
    assert {year for year, _ in anchored_years(clause)} <= {2018}  # 汶川地震10周年
    assert "地震" in clause or not list(anchored_years(clause))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("落实家电下乡政策", 2008, 2012),
        ("落实“六稳”“六保”任务", 2020, 2022),
        ("发展新质生产力", 2023, OPEN),
        ("深化供给侧结构性改革", 2015, OPEN),
        ("深入贯彻党的十九届五中全会精神", 2020, 2021),
        ("贯彻党的十九届三中、四中、五中、六中全会精神", 2021, 2022),
        ("贯彻党的十八届三中全会精神和党的十九届四中全会精神", 2019, 2020),
        ("贯彻党的十六届三中全会精神", 2003, 2004),
        ("贯彻党的十七届七中全会精神", 2012, 2012),
        ("贯彻党的二十届四中全会精神", 2025, OPEN),
    ],
)
def test_words_that_were_current_for_some_years(text, first, last):
    (era,) = eras_of(text)
    assert (era.first, era.last) == (first, last)
    assert era.words in text


@pytest.mark.parametrize("text", ["", "党的十一届三中全会以来", "党的二十届九中全会精神", "发展农业生产"])
def test_words_of_every_year(text):
    assert eras_of(text) == []
