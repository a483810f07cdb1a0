"""What docs/adding_a_site.md shows is valid."""

import re
from pathlib import Path

import pytest
import yaml

from include.platforms import PLATFORMS
from include.sources.registry import read_source
from include.sources.schema import Source

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "adding_a_site.md").read_text("utf-8")
FIRST, JSON = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
FIELDS = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|$", GUIDE, re.MULTILINE))


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="as written"),
        pytest.param(JSON, id="JSON"),
        *(
            pytest.param({field: yaml.safe_load(example)}, id=field)
            for field, text in FIELDS.items()
            for example in re.findall(r"`(\{.*?\})`", text)
        ),
    ],
)
def test_the_examples_of_the_guide_are_valid(tmp_path, more):
    file = tmp_path / "lanting.yaml"
    file.write_text(yaml.safe_dump({**FIRST, **more}, default_flow_style=False), encoding="utf-8")
    assert read_source(file).name == "lanting"


def test_the_guide_names_every_platform_and_every_field():
    assert set(PLATFORMS) <= set(FIELDS)
    assert set(Source.model_fields) <= set(FIELDS) | set(FIRST) | set(JSON)


def test_the_guide_stays_short():
    assert len(GUIDE.splitlines()) < 140
