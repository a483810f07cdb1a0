import pytest

from include.sample_site.generate import build_site
from include.sample_site.truth import truth_rows


@pytest.fixture(scope="session")
def site():
    return build_site()


@pytest.fixture(scope="session")
def truth(site):
    rows = {"page": [], "speech": [], "observation": []}
    for row in truth_rows(site):
        rows[row["kind"]].append(row)
    return rows


@pytest.fixture(scope="session")
def texts(truth):
    return {row["key"]: row["text"] for row in truth["speech"]}
