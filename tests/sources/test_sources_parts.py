import pytest
from pydantic import ValidationError

from include.clean.rules import CleanRules
from include.sources.parts import CleanSelectors


@pytest.mark.parametrize("code", ["3601000001", "bm07000001"], ids=["a place", "a ministry"])
def test_d14_the_code_of_a_site_reaches_the_clean_stage(code):
    assert CleanRules(**CleanSelectors(site_id=code).model_dump()).site_id == code


@pytest.mark.parametrize("code", ["", "36", "3601 000001", "某某县"])
def test_d14_what_is_no_code_is_refused(code):
    with pytest.raises(ValidationError):
        CleanSelectors(site_id=code)
