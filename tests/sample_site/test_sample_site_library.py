import random
import re
from itertools import combinations

import pytest

from include.sample_site.library import build_originals, draw_world, scripts, wording

SHARED = 0.05  # of the 6-grams of the shorter of two different speeches


@pytest.fixture(scope="module")
def originals():
    return build_originals(5, draw_world(random.Random(5)))


def grams(text):
    return {text[i : i + 6] for i in range(len(text) - 5)}


def test_there_are_many_occasions_and_every_speech_is_of_real_length(originals):
    assert len(scripts()) >= 20
    assert all(800 <= len(speech.text()) <= 2600 for speech in originals.values())


def test_no_mark_up_is_left_in_a_text(originals):
    left = re.compile(r"[\[\]{}|#⇄~]")
    assert [key for key, speech in originals.items() if left.search(speech.text() + speech.title)] == []


def test_different_speeches_share_hardly_a_phrase(originals):
    shingles = {key: grams(speech.text()) for key, speech in originals.items()}
    shared = {
        (a, b): len(shingles[a] & shingles[b]) / min(len(shingles[a]), len(shingles[b]))
        for a, b in combinations(shingles, 2)
    }
    edition = shared.pop(("work-report", "work-report-edition"))
    assert max(shared.values()) < SHARED
    assert 0.25 < edition < 0.75


def test_an_edition_has_another_year_and_other_figures(originals):
    report, edition = originals["work-report"], originals["work-report-edition"]
    assert (report.title[:5], edition.title[:5]) == ("2024年", "2023年")
    assert "一、2023年工作回顾" in report.lines()
    assert "一、2022年工作回顾" in edition.lines()
    assert edition.edition_of == "work-report"
    figures = [{row["quote"] for row in speech.observations() if len(row["quote"]) > 4} for speech in (report, edition)]
    assert len(figures[0] & figures[1]) < 0.3 * len(figures[0])


def test_parts_add_up(originals):
    rows = {(row["indicator"], row["measure"]): row["value"] for row in originals["work-report"].observations()}
    parts = ["第一产业增加值", "第二产业增加值", "第三产业增加值"]
    assert sum(rows[part, "level"] for part in parts) == pytest.approx(rows["地区生产总值", "level"])


def test_every_sector_and_measure_is_there(originals):
    rows = [row for speech in originals.values() for row in speech.observations()]
    assert {row["measure"] for row in rows} == {"level", "change", "share", "rank"}
    assert {row["status"] for row in rows} == {"actual", "target", "estimate"}
    assert {row["compared_to"] for row in rows} >= {"yoy", "mom", "ytd", "other", None}
    assert {row["bound"] for row in rows} >= {"exact", "range", "at_least", "at_most", "about"}


def test_another_seed_gives_other_figures():
    first, second = (build_originals(seed, draw_world(random.Random(seed)))["economy"].text() for seed in (1, 2))
    assert first != second


def test_a_line_with_one_wording_is_the_same_for_an_edition():
    assert wording("只有一种。", 1) == "只有一种。"
    assert [wording("甲。 ⇄ 乙。", which) for which in (0, 1)] == ["甲。", "乙。"]
