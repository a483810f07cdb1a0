import pytest


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory):
    """One data folder for all tests that load jieba, so that its cache is built once."""
    return tmp_path_factory.mktemp("home")
