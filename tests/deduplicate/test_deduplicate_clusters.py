import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.deduplicate.clusters import Member, canonical, clusters, members
from include.records import CopyLink


def link(a: str, b: str, kind: str = "near", score: float = 0.9, direction: str | None = None) -> CopyLink:
    return CopyLink(min(a, b), max(a, b), kind, score, direction)


def groups(ids: str, links: list[CopyLink]) -> set[str]:
    found: dict[str, list[str]] = {}
    for speech, cluster in clusters(ids, links).items():
        found.setdefault(cluster, []).append(speech)
        assert cluster <= speech
    return {"".join(sorted(group)) for group in found.values()}


def all_linked(ids: str) -> list[CopyLink]:
    return [link(a, b) for a, b in itertools.combinations(ids, 2)]


@pytest.mark.parametrize(
    ("ids", "links", "expected"),
    [
        pytest.param("abc", [], {"a", "b", "c"}, id="alone"),
        pytest.param("abc", all_linked("abc"), {"abc"}, id="all-match"),
        pytest.param("abc", [link("a", "b"), link("b", "c")], {"ab", "c"}, id="no-chain"),
        pytest.param("abcd", [*all_linked("abc"), link("c", "d")], {"abc", "d"}, id="no-chain-from-a-group"),
        pytest.param("abcd", [*all_linked("abc"), link("b", "d"), link("c", "d")], {"abcd"}, id="one-link-missed"),
        pytest.param("abc", [link("a", "b", "edition"), link("b", "c")], {"a", "bc"}, id="edition"),
        pytest.param(
            "abc",
            [link("a", "c", "truncated", direction="a"), link("b", "c", "truncated", direction="b")],
            {"abc"},
            id="two-cut-copies-that-do-not-overlap",
        ),
        pytest.param(
            "abc",
            [link("a", "c", "part_of", direction="c"), link("b", "c", "part_of", direction="c")],
            {"a", "b", "c"},
            id="glued-page",
        ),
        pytest.param(
            "abc",
            [link("a", "c", "truncated", direction="a"), link("b", "c", "part_of", direction="c")],
            {"a", "b", "c"},
            id="glued-page-whose-first-part-looks-cut",
        ),
        pytest.param("ab", [link("a", "b"), link("b", "z")], {"ab"}, id="a-closed-speech-is-ignored"),
    ],
)
def test_clusters(ids, links, expected):
    assert groups(ids, links) == expected


KINDS = ("exact", "near", "masked", "truncated", "spun", "edition", "part_of")
IDS = "abcdefgh"


@st.composite
def graphs(draw):
    pairs = draw(st.lists(st.sampled_from(list(itertools.combinations(IDS, 2))), unique=True))
    return [
        CopyLink(
            a, b, draw(st.sampled_from(KINDS)), draw(st.sampled_from((0.5, 0.8, 1.0))), draw(st.sampled_from((a, b)))
        )
        for a, b in pairs
    ]


@given(graphs(), st.randoms())
def test_order_does_not_matter(links, chance):
    shuffled, ids = list(links), list(IDS)
    chance.shuffle(shuffled)
    chance.shuffle(ids)
    assert clusters(ids, shuffled) == clusters(IDS, links)


@given(graphs())
def test_every_cluster_has_a_member_that_all_others_match(links):
    matched = {frozenset((one.a, one.b)) for one in links if one.kind not in ("edition", "part_of")}
    for group in groups(IDS, links):
        hubs = [hub for hub in group if all(other == hub or {hub, other} in matched for other in group)]
        assert hubs


@given(graphs())
def test_components_can_be_clustered_apart(links):
    """What the warehouse relies on: speeches that no link joins do not change one another's clusters."""
    apart = [CopyLink(one.a.upper(), one.b.upper(), one.kind, one.score, one.direction.upper()) for one in links]
    both = clusters(IDS + IDS.upper(), [*links, *apart])
    assert {speech: both[speech] for speech in IDS} == clusters(IDS, links)


BEST = Member("m", official=True, masked=False, complete=True, published_on="2020-01-01")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Member("a", official=False, published_on="2019-01-01"), id="official-first"),
        pytest.param(Member("a", official=True, masked=True, published_on="2019-01-01"), id="then-unmasked"),
        pytest.param(Member("a", official=True, complete=False, published_on="2019-01-01"), id="then-complete"),
        pytest.param(Member("a", official=True, published_on="2020-01-02"), id="then-earliest"),
        pytest.param(Member("a", official=True, published_on=None), id="undated-last"),
        pytest.param(Member("n", official=True, published_on="2020-01-01"), id="then-smallest-id"),
    ],
)
def test_canonical(other):
    assert canonical([other, BEST]) == canonical([BEST, other]) == "m"


def test_canonical_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="empty"):
        canonical([])


def test_members_know_what_their_links_say():
    links = [link("a", "b", "masked", direction="b"), link("a", "c", "truncated", direction="c")]
    links.append(link("a", "d", "part_of", direction="d"))
    found = {one.id: (one.masked, one.complete) for one in members("abcd", links)}
    assert found == {"a": (False, True), "b": (True, True), "c": (False, False), "d": (False, False)}
