"""Builds the sample site from a seed: the plan of `prose/plan.yaml`, filled with speeches and copies of them."""

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from include.sample_site.articles import document, page_path
from include.sample_site.copies import copy
from include.sample_site.library import World, build_originals, draw_world, read
from include.sample_site.pages import page_body
from include.sample_site.site import ACCEPTED, CHARSETS, NAMES, QUARANTINED, SECTION, SOFT_404, Extra, Page, Site
from include.sample_site.speech import Speech

SEED = 20240301
MONTH = "2024-03"
EXPECTED = {"soft_404": SOFT_404}  # of pages that are no speech; all others are quarantined

Entry = Mapping[str, Any]


@lru_cache(maxsize=4)
def build_site(seed: int = SEED) -> Site:
    """The three sites with their pages as bytes. The same seed gives the same bytes."""
    world = draw_world(random.Random(f"{seed}/world"))
    originals = build_originals(seed, world)
    plan = read("plan.yaml")
    return Site(seed, {name: build_pages(name, plan[name], originals, seed, world) for name in NAMES})


def build_pages(
    name: str, entries: list[Entry], originals: Mapping[str, Speech], seed: int, world: World
) -> tuple[Page, ...]:
    """The pages of one site, newest first."""
    numbers = random.Random(f"{seed}/{name}").sample(range(10000, 99999), len(entries))
    drafts = [
        draft(name, entry, number, speeches_of(entry, originals, random.Random(f"{seed}/{name}/{place}"), world))
        for place, (entry, number) in enumerate(zip(entries, sorted(numbers), strict=True))
    ][::-1]
    return tuple(
        finished(page, drafts, entries[-1 - place].get("page"), f"{seed}/{page.path}")
        for place, page in enumerate(drafts)
    )


def finished(page: Page, drafts: list[Page], special: str | None, seed: str) -> Page:
    """A draft with its bytes, and those of what belongs to it. Every page of one article draws the same chrome."""
    bodies = [page_body(page, drafts, special, random.Random(seed), number) for number in range(page.page_count)]
    extras = [
        Extra(page_path(page, number), body, page.content_type, page.published_on)
        for number, body in enumerate(bodies)
        if number > 0
    ]
    if page.in_document:
        extras.append(document(page))
    return replace(page, body=bodies[0], extras=tuple(extras))


def speeches_of(entry: Entry, originals: Mapping[str, Speech], rng: random.Random, world: World) -> tuple[Speech, ...]:
    """The speeches that the plan puts on a page: `KEY` or `KEY as KIND`."""
    speeches = []
    for wanted in entry.get("speeches", ()):
        key, _, kind = wanted.partition(" as ")
        speeches.append(copy(originals[key], kind, rng, world) if kind else originals[key])
    return tuple(speeches)


def draft(name: str, entry: Entry, number: int, speeches: tuple[Speech, ...]) -> Page:
    """A page without its body."""
    published_on = f"{MONTH}-{entry['day']:02}"
    listed = entry.get("listed", True)
    return Page(
        site=name,
        path=address(name, published_on if listed else None, number),
        title=entry.get("title") or speeches[0].title,
        listed_on=published_on if listed else None,
        published_on=published_on,
        expected=ACCEPTED if speeches else EXPECTED.get(entry["page"], QUARANTINED),
        speeches=speeches,
        content_type=f"text/html; charset={CHARSETS[name]}",
        page_count=entry.get("pages", 1),
        in_document=entry.get("document", False),
    )


def address(name: str, day: str | None, number: int) -> str:
    """The path of a page, in the manner of its kind of site; an undated entry has no date in its address either."""
    if name != "portal":
        return f"{SECTION}{number}.html"
    return (
        f"{SECTION}{day[:7].replace('-', '')}/t{day.replace('-', '')}_{number}.html"
        if day
        else f"{SECTION}art_{number}.html"
    )
