import pytest

from include.errors import ConfigurationError
from include.segment.cues import FILE, heading_cues


def test_the_shipped_file_is_valid():
    assert "回顾" in heading_cues(FILE).subjects


@pytest.mark.parametrize(
    ("content", "named"),
    [
        pytest.param("periods: [", "while parsing", id="no-yaml"),
        pytest.param("periods: []", "periods", id="empty-list"),
        pytest.param("colours: [red]", "colours", id="unknown-list"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path, content, named):
    file = tmp_path / "cues.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=named) as refused:
        heading_cues(file)
    assert str(file) in str(refused.value)
