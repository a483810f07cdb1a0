import time
from collections import Counter
from datetime import date

import pytest

from include.sample_site.generate import build_site
from include.sample_site.site import ACCEPTED, CODECS, NAMES, QUARANTINED, SOFT_404
from include.sample_site.truth import truth_lines


def test_the_same_seed_gives_the_same_bytes(site):
    again = build_site.__wrapped__(site.seed)
    assert [page.body for page in again.all_pages()] == [page.body for page in site.all_pages()]
    assert truth_lines(again) == truth_lines(site)


def test_another_seed_gives_another_site_of_the_same_shape(site):
    other = build_site.__wrapped__(site.seed + 1)
    assert truth_lines(other) != truth_lines(site)
    assert Counter(page.expected for page in other.all_pages()) == Counter(page.expected for page in site.all_pages())


def test_building_takes_less_than_a_second():
    began = time.process_time()
    build_site.__wrapped__(1)
    assert time.process_time() - began < 1


def test_some_sixty_pages_over_thirty_days(site):
    pages = site.all_pages()
    assert 55 <= len(pages) <= 65
    days = [date.fromisoformat(page.listed_on) for page in pages if page.listed_on]
    assert (min(days), max(days)) == (date(2024, 3, 1), date(2024, 3, 30))
    assert sum(page.listed_on is None for page in pages) == 1
    assert len({(page.site, page.path) for page in pages}) == len(pages)


def test_every_outcome_is_there(site):
    outcomes = Counter(page.expected for page in site.all_pages())
    assert outcomes[SOFT_404] == 1
    assert outcomes[QUARANTINED] == 4
    assert outcomes[ACCEPTED] == len(site.all_pages()) - 5
    assert all(bool(page.speeches) == (page.expected == ACCEPTED) for page in site.all_pages())


@pytest.mark.parametrize("name", NAMES)
def test_a_site_is_in_the_order_of_its_listing(site, name):
    days = [page.published_on for page in site.pages[name]]
    assert days == sorted(days, reverse=True)


def test_gbk_pages_decode_and_need_more_than_gb2312(site):
    accepted = [page for page in site.pages["wenku"] if page.expected == ACCEPTED]
    for page in accepted:
        text = page.body.decode(CODECS["wenku"])
        assert "charset=gb2312" in text
        assert page.title in text
        with pytest.raises(UnicodeDecodeError):
            page.body.decode("utf-8")
    outside = [page for page in accepted if not decodes(page.body, "gb2312")]
    assert len(outside) >= 5
    assert all(decodes(page.body, "gbk") for page in accepted)


def decodes(body, codec):
    try:
        body.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def test_copies_are_on_other_sites_than_the_government_portal(site):
    assert all(speech.original is None for page in site.pages["portal"] for speech in page.speeches)
    copied = {speech.copy_kind for name in ("wenku", "fanwen") for page in site.pages[name] for speech in page.speeches}
    assert copied == {None, "exact", "masked", "truncated", "spun"}


def test_the_copying_site_has_several_speeches_on_a_page(site):
    counts = Counter(len(page.speeches) for page in site.pages["fanwen"])
    assert counts[2] >= 3
    assert counts[3] >= 3
    assert counts[1] >= 1
