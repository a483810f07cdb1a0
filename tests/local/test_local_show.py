"""What the terminal shows of a warehouse: row counts, and observations with their sentences."""

import pytest
from load.staged_runs import staged_run, version

from include.database import open_engine
from include.deduplicate.store import link_new_speeches
from include.load.load import load_run
from include.load.migrate import migrate
from include.local import show

TEXT = "会议开始。全县粮食产量12吨。蔬菜产量7吨。"


def text(number):
    """The same words before other ones, so that no speech is a copy of another."""
    return TEXT + "".join(chr(0x4E00 + (number * 977 + place * 31) % 20000) for place in range(200))


@pytest.fixture
def landed(home, monkeypatch):
    """A warehouse with one speech a URL."""
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", f"sqlite:///{home / 'w.db'}")
    engine = open_engine(f"sqlite:///{home / 'w.db'}")
    migrate(engine)

    def land(count=1, quotes=("12吨",), **changes):
        changes = {"indicator_code": "grain_output", "sentence_start": 5, "sentence_end": 15, "value": 12.0, **changes}
        versions = [version(f"http://x.cn/{n}", text(n), quotes, **changes) for n in range(count)]
        with engine.begin() as connection:
            load_run(connection, staged_run("d/1", versions))
            link_new_speeches(connection)

    yield land
    engine.dispose()


def test_every_table_has_its_count(landed, capsys):
    landed()
    show.show_row_counts()
    counts = dict(line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("  "))
    assert (counts["page"], counts["speech"], counts["observation"], counts["quarantine"]) == ("1", "1", "1", "0")


def test_an_observation_is_shown_with_its_sentence_and_speech(landed, capsys):
    landed(period="2023")
    show.show_observations()
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert lines == ["粮食产量 = 12 吨 (actual, 2023)", "全县粮食产量12吨。", "— 题"]


def test_only_some_are_shown_and_one_a_speech(landed, capsys):
    landed(count=show.SHOWN + 2, quotes=("12吨", "7吨"))
    show.show_observations()
    assert capsys.readouterr().out.count("粮食产量 = ") == show.SHOWN


@pytest.mark.parametrize("changes", [{"indicator_code": None}, {"measure": "change"}, {"value": None, "masked": True}])
def test_what_says_little_is_not_shown(landed, capsys, changes):
    landed(**changes)
    show.show_observations()
    assert "粮食产量" not in capsys.readouterr().out


def test_an_empty_warehouse_can_be_shown(landed, capsys):
    show.show_row_counts()
    show.show_observations()
    assert "a few observations" in capsys.readouterr().out
