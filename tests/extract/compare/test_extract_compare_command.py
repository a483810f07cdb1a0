"""`python -m include extract --compare` over texts and over a warehouse."""

import json
import shutil

import pytest
from extract.compare.small_checkouts import checkout
from load.staged_runs import staged_run, version

from include.database import open_engine
from include.extract.command import main
from include.extract.compare.command import sentence_of
from include.load.load import load_run

TEXT = "今年粮食产量5万吨。\n明年力争6万吨，增长两成；再往后另说。"
OLD = {"5万吨": {"value": 5e4}, "6万吨": {"value": 6e4, "status": "actual"}}
NEW = {
    "5万吨": {"value": 5e4},
    "6万吨": {"value": 6e4, "status": "target"},
    "两成": {"value": 20, "rules_version": "2"},
}


@pytest.fixture
def run(capsys):
    """Runs the command; gives status, rows and what stands on standard error."""

    def compared(*arguments):
        status = main(["--compare", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, [json.loads(line) for line in printed.out.splitlines()], printed.err

    return compared


@pytest.fixture
def speech(tmp_path):
    file = tmp_path / "speech.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def old(tmp_path):
    return checkout(tmp_path / "old", OLD, speeches=False)


@pytest.fixture
def new(tmp_path):
    return checkout(tmp_path / "new", NEW)


@pytest.fixture
def warehouse(migrated, tmp_path):
    """Two pages, of which the second has been read again with another text; its URL."""
    url = f"sqlite:///{shutil.copy(migrated, tmp_path / 'w.db')}"
    engine = open_engine(url)
    with engine.begin() as connection:
        load_run(connection, staged_run("d/1", [version("http://x.cn/1", TEXT, ("5万吨", "6万吨"), value=5e4)]))
        load_run(connection, staged_run("d/2", [version("http://x.cn/2", "往年9万吨。", ("9万吨",))]))
        load_run(connection, staged_run("d/3", [version("http://x.cn/2", "后来另说。", hour=1)]))
    engine.dispose()
    return url


def test_each_difference_is_a_line(run, speech, old, new):
    status, (changed, added), _ = run(old, new, speech)
    assert status == 0
    assert changed == {
        "doc": "speech.txt", "change": "changed", "start": 15, "end": 18, "quote": "6万吨",
        "sentence": "明年力争6万吨，增长两成；", "fields": {"status": ["actual", "target"]},
    }  # fmt: skip
    assert (added["change"], added["quote"], added["fields"]) == ("new", "两成", {"value": [None, 20]})


def test_the_summary_counts_and_names_the_rules(run, speech, old, new):
    _, _, said = run(old, new, speech)
    assert said.splitlines() == [
        f"old  {old}: 2 observations, no rules version stated",
        f"new  {new}: 3 observations, rules 2",
        "1 text: 1 same, 1 new, 0 gone, 1 changed",
        "        1  status",
    ]


def test_the_exit_code_tells_of_differences_only_when_asked(run, speech, old, new):
    assert run(old, new, speech, "--exit-code")[0] == 1
    assert run(old, old, speech, "--exit-code")[0] == 0


def test_a_text_that_cannot_be_read_is_named_and_the_others_are_compared(run, speech, old, new, tmp_path):
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\xff")
    status, rows, said = run(old, new, broken, speech)
    assert status == 2
    assert len(rows) == 2
    assert said.startswith(f"{broken}: ")


def test_what_was_printed_earlier_is_a_side(run, speech, new, tmp_path, capsys):
    printed = tmp_path / "before.jsonl"
    rows = [{"doc": "speech.txt", "start": 15, "end": 18, "quote": "6万吨", "value": 6e4, "status": "estimate"}]
    printed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    status, found, _ = run(printed, new, speech)
    assert (status, [row["change"] for row in found]) == (0, ["new", "changed", "new"])
    assert found[1]["fields"] == {"status": ["estimate", "target"]}
    assert run(printed, printed)[1] == []


def test_two_printed_files_need_no_texts(run, tmp_path):
    for name, value in (("a", 1), ("b", 2)):
        row = {"doc": "x.txt", "start": 0, "end": 2, "quote": "5吨", "value": value}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    _, (row,), said = run(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert (row["doc"], row["sentence"], row["fields"]) == ("x.txt", None, {"value": [1, 2]})
    assert "1 text: 0 same, 0 new, 0 gone, 1 changed" in said


def test_the_current_speeches_of_the_warehouse_are_read_again(run, new, warehouse):
    status, rows, said = run("stored", new, "--warehouse", warehouse)
    assert status == 0
    assert [(row["change"], row["quote"]) for row in rows] == [("changed", "6万吨"), ("new", "两成")]
    assert rows[0]["fields"] == {"value": [5e4, 6e4], "status": ["actual", "target"]}
    assert len(rows[0]["speech_id"]) == 20
    assert "stored: 2 observations, rules 1" in said
    assert "2 texts: 1 same" in said


def test_a_checkout_reads_with_what_is_known_of_a_speech(run, old, new, warehouse):
    engine = open_engine(warehouse)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE speech SET region = '青溪县'")
    engine.dispose()
    _, rows, _ = run(old, new, "--warehouse", warehouse)
    assert [row["fields"].get("region") for row in rows] == [[None, "青溪县"]] * 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param("HEAD:include new a.txt", "HEAD:include is no folder, no .jsonl file", id="no-revision"),
        pytest.param("empty new a.txt", "empty is no checkout of this project", id="no-checkout"),
        pytest.param("broken new a.txt", "broken fails: it is broken", id="a-checkout-that-fails"),
        pytest.param("new chatty a.txt", "chatty holds what is no observation: b'good", id="something-else"),
        pytest.param("gone.jsonl new a.txt", "gone.jsonl: No such file or directory", id="no-file"),
        pytest.param("other.jsonl new a.txt", "holds observations of other.txt, which is none of", id="other-texts"),
        pytest.param("stored new a.txt", "name no others", id="stored-with-texts"),
        pytest.param("stored new", "there is no warehouse at", id="no-warehouse"),
        pytest.param("new new a.txt b/a.txt", "two texts are called a.txt", id="two-of-a-name"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(run, home, monkeypatch, arguments, said):
    monkeypatch.chdir(home)
    for name, settings in {"new": {}, "broken": {"fails": "it is broken"}, "chatty": {"says": "good morning"}}.items():
        checkout(home / name, NEW, **settings)
    (home / "empty").mkdir()
    (home / "a.txt").write_text(TEXT, encoding="utf-8")
    (home / "other.jsonl").write_text('{"doc": "other.txt", "start": 0, "end": 1}', encoding="utf-8")
    status, _, complaint = run(*arguments.split())
    assert status == 2
    assert complaint.startswith("extract --compare: ")
    assert said in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        pytest.param({"start": 6, "end": 9}, "今年粮食产量5万吨。", id="to-the-next-pause"),
        pytest.param({"start": 6, "end": 9, "sentence_start": 2, "sentence_end": 9}, "粮食产量5万吨", id="as-read"),
        pytest.param(
            {"start": 0, "end": 2, "sentence_start": 0, "sentence_end": 32}, "今年粮食产量5万吨。 明年", id="one-line"
        ),
    ],
)
def test_the_sentence_of_an_observation(row, shown):
    assert sentence_of(TEXT, row).startswith(shown)


def test_a_long_sentence_is_cut_around_the_figure():
    text = "前" * 500 + "5万吨" + "后" * 500
    shown = sentence_of(text, {"start": 500, "end": 503})
    assert shown == "…" + "前" * 38 + "5万吨" + "后" * 38 + "…"
