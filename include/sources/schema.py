"""What a source file may say. The model is the reference; docs/adding_a_site.md shows one."""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, Field, field_validator, model_validator

from include.clean.rules import CleanRules
from include.discover.canonical import canonical_url, host_port
from include.errors import PermanentError
from include.platforms import PLATFORMS
from include.platforms.base import JsonPaths, ListingRules
from include.sources.parts import (
    FROZEN,
    CleanSelectors,
    Hours,
    JsonListing,
    Name,
    Pattern,
    Selector,
    Text,
    UnverifiedTls,
)

PRODUCT = "Jianghua"  # what robots.txt files may call us
AGENT = f"{PRODUCT}/0.1"
HOST_PORT = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:.]+\]):\d{1,5}")
CONTACT = re.compile(
    r"[\x21-\x7e]+@[\x21-\x7e]+\.[a-z]{2,}|https?://[\x21-\x7e]+|mailto:[\x21-\x7e]+@[\x21-\x7e]+", re.I
)
DEFAULT_PORTS = (":80", ":443")


class Source(BaseModel):
    """One web site: where its listings are, how they look, and how it wants to be treated."""

    model_config = FROZEN

    name: Name
    title: Text
    base_url: Text
    platform: str
    sections: Annotated[tuple[Text, ...], Field(min_length=1)]  # paths of listings, relative to base_url
    first_date: date  # nothing older is asked for
    minimum_entries: Annotated[int, Field(ge=0)]  # that its listings show in all; fewer: the source is broken
    contact: str  # e-mail or URL; goes into the User-Agent
    official: bool = False  # a government's own site
    encoding: str | None = None  # where the site declares none, or a wrong one
    delay_seconds: Annotated[float, Field(ge=0, le=300)] = 2.0  # between two requests to one host
    allow_hosts: tuple[str, ...] = ()  # host:port that links may lead to; may have private addresses
    enabled: bool = True
    rows: Selector | None = None  # CSS selector of the listing's rows, where the general reading does not find them
    only: Pattern | None = None  # a regular expression: links whose address does not hold it are skipped as unwanted
    # listing pages of one section in one walk; a calendar that goes on for ever ends here
    page_limit: Annotated[int, Field(ge=1, le=10_000)] = 500
    json_fields: JsonListing | None = None  # for the platform json_listing
    robots_strict: bool = False  # a robots.txt behind 401 or 403 forbids everything, instead of nothing
    hours: Hours | None = None  # when the site may be asked; outside, its links are parked
    shares_host_with: Name | None = None  # sources that give the same name here are one host to the delay
    quiet_days: Annotated[int, Field(ge=1)] = 60  # so long without a new entry is usual
    unverified_tls: UnverifiedTls | None = None
    clean: CleanSelectors | None = None

    @field_validator("base_url")
    @classmethod
    def _base_url_is_a_site(cls, value: str) -> str:
        try:
            return canonical_url(value)
        except PermanentError as error:
            raise ValueError(str(error)) from error

    @field_validator("platform")
    @classmethod
    def _platform_exists(cls, value: str) -> str:
        if value not in PLATFORMS:
            raise ValueError(f"no platform {value!r}; there are {', '.join(sorted(PLATFORMS))}")
        return value

    @field_validator("contact")
    @classmethod
    def _contact_can_be_reached(cls, value: str) -> str:
        if not CONTACT.fullmatch(value):
            raise ValueError("must be an e-mail address or a URL, in ASCII: site owners write to it")
        return value

    @field_validator("allow_hosts")
    @classmethod
    def _hosts_have_ports(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        hosts = tuple(host.lower() for host in value)
        for host in hosts:
            if not HOST_PORT.fullmatch(host):
                raise ValueError(f"{host!r} is not host:port")
        return hosts

    @field_validator("encoding")
    @classmethod
    def _encoding_is_known(cls, value: str | None) -> str | None:
        try:
            "".encode(value or "utf-8")
        except LookupError as error:
            raise ValueError(str(error)) from error
        return value

    @model_validator(mode="after")
    def _json_listing_says_where(self) -> Self:
        if (self.platform == "json_listing") != (self.json_fields is not None):
            raise ValueError("json_fields belongs to the platform json_listing, and that needs it")
        return self

    @model_validator(mode="after")
    def _sections_lie_on_its_hosts(self) -> Self:
        for section in self.sections:
            try:
                host = host_port(canonical_url(section, self.base_url))
            except PermanentError as error:
                raise ValueError(f"section {section!r}: {error}") from error
            if host not in self.hosts:
                raise ValueError(f"section {section!r} leads to {host}, which is no host of this source")
        return self

    @property
    def listing_rules(self) -> ListingRules:
        """How to read the listings, as the platforms take it."""
        paths = JsonPaths(**self.json_fields.model_dump()) if self.json_fields else None
        return ListingRules(rows=self.rows, json=paths)

    @property
    def clean_rules(self) -> CleanRules:
        """The selectors as the clean stage takes them."""
        return CleanRules(**self.clean.model_dump()) if self.clean else CleanRules()

    @property
    def user_agent(self) -> str:
        """The honest User-Agent: who we are, and whom to write to."""
        return f"{AGENT} (+{self.contact})"

    @property
    def hosts(self) -> frozenset[str]:
        """Every host:port that a link of this source may lead to; http and https of the site itself are one."""
        own = host_port(self.base_url)
        name, _, port = own.rpartition(":")
        both = {name + port for port in DEFAULT_PORTS} if f":{port}" in DEFAULT_PORTS else set()
        return frozenset({own, *both, *self.allow_hosts})
