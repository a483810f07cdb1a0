"""The nested parts of a source file."""

import re
from datetime import date, time
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

FROZEN = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

Name = Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=60)]
Text = Annotated[str, Field(min_length=1)]


def _is_selector(value: str) -> str:
    import soupsieve  # only the few sources with selectors need it

    try:
        soupsieve.compile(value)
    except soupsieve.SelectorSyntaxError as error:
        raise ValueError(f"no CSS selector: {str(error).splitlines()[0]}") from error
    return value


def _is_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from error
    return value


Selector = Annotated[str, AfterValidator(_is_selector)]
Pattern = Annotated[str, Field(min_length=1), AfterValidator(_is_pattern)]
SiteCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9]{4,20}$")]  # 网站标识码: 10 digits, or bm and 8 digits


class CleanSelectors(BaseModel):
    """CSS selectors for pages that the general extraction reads wrongly, and the code that they bear; all optional."""

    model_config = FROZEN

    content: Selector | None = None  # the element that holds the text
    title: Selector | None = None
    date: Selector | None = None
    drop: tuple[Selector, ...] = ()
    site_id: SiteCode | None = None  # a page with another SiteIDCode is of another site


class JsonListing(BaseModel):
    """Where the fields of a JSON listing stand, as dotted paths (`data.list`)."""

    model_config = FROZEN

    items: Text  # the list of entries
    title: Text  # in an entry, as are url and date
    url: Text
    date: Text | None = None
    pages: Text | None = None  # how many pages there are, from the top


class UnverifiedTls(BaseModel):
    """A site whose certificate is known to be bad is read all the same, for a reason and for a time."""

    model_config = FROZEN

    until: date  # the last day, local; afterwards the certificate is checked again
    reason: Text


class Hours(BaseModel):
    """The hours of the day, Asia/Shanghai, in which a site may be asked; `start` may lie after `end`: over midnight."""

    model_config = FROZEN

    start: time
    end: time
