from include.deduplicate.batch import link_batch


def test_copies_meet_in_one_cluster_and_the_full_text_is_canonical(speech):
    text = speech(1, 40, figures=10)
    texts = {"a": text[: len(text) * 2 // 3], "b": text, "c": text + "\n谢谢大家!", "d": speech(2)}
    batch = link_batch(texts)
    assert batch.cluster == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert batch.canonical == {"a": "b", "d": "d"}
    assert {one: link.kind for one, link in batch.link.items()} == {"a": "truncated", "c": "near"}


def test_the_order_of_texts_does_not_matter(speech):
    texts = {str(seed): speech(seed // 2, 30) + f"\n第{seed}稿" for seed in range(10)}
    assert link_batch(texts) == link_batch(dict(reversed(texts.items())))


def test_a_glued_page_is_made_of_its_parts(speech):
    one, other = speech(3), speech(4)
    page = f"{one}\n在年终总结会上的讲话\n{other}"
    batch = link_batch({"one": one, "other": other, "page": page})
    assert batch.cluster == {"one": "one", "other": "other", "page": "page"}
    found = [(part.of, page[part.start : part.end].strip()) for part in batch.parts["page"]]
    assert [of for of, _ in found] == ["one", "other"]
    assert found[1][1][5:-5] in other


def test_nothing_gives_nothing():
    assert link_batch({}).cluster == {}
