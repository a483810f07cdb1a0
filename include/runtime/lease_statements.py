"""The SQL of leases, made once: to build a statement anew takes longer than SQLite needs to run it.

`server` says whether the server's clock is to be used. Parameters: key (the host), who and token (the owner and its
fence), term (seconds of the lease), and moment where the server's clock is not used.
"""

from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Float,
    Select,
    Table,
    Update,
    bindparam,
    cast,
    extract,
    func,
    or_,
    select,
    update,
)

from include.runtime.state_tables import host_lease, parked_host


def moment(server: bool) -> ColumnElement[float]:
    """The time: the server's own, or what the parameter `moment` says."""
    return cast(extract("epoch", func.clock_timestamp()), Float) if server else bindparam("moment", type_=Float)


def _given(name: str) -> ColumnElement[float]:
    return bindparam(name, type_=Float)


def _mine() -> Update:
    """Only the owner, by name and fence."""
    owned = (host_lease.c.owner == bindparam("who"), host_lease.c.fence == bindparam("token"))
    return update(host_lease).where(host_lease.c.host == bindparam("key"), *owned)


def _of_host(table: Table, name: str) -> Select[Any]:
    return select(table.c[name]).where(table.c.host == bindparam("key"))


@cache
def column(name: str) -> Select[Any]:
    """One column of a host's lease."""
    return _of_host(host_lease, name)


@cache
def take(server: bool) -> Update:
    """Take a lease that is free, expired or already the owner's."""
    now = moment(server)
    who: BindParameter[str] = bindparam("who")
    free = or_(host_lease.c.owner.is_(None), host_lease.c.owner == who, host_lease.c.expires_at <= now)
    values = {"owner": who, "fence": host_lease.c.fence + 1, "expires_at": now + _given("term")}
    return update(host_lease).where(host_lease.c.host == bindparam("key"), free).values(values)


@cache
def shorten(server: bool) -> Update:
    """End a lease earlier that would end later than any can."""
    latest = moment(server) + _given("longest")
    late = (host_lease.c.host == bindparam("key"), host_lease.c.expires_at > latest)
    return update(host_lease).where(*late).values(expires_at=latest)


@cache
def start(server: bool) -> Update:
    """Prolong one's own lease and note that a request goes out now, unless the host is parked."""
    now = moment(server)
    parked = _of_host(parked_host, "until").where(parked_host.c.until > now).exists()
    return _mine().where(~parked).values(expires_at=now + _given("term"), last_request_at=now)


@cache
def patience(server: bool) -> Update:
    """Note that a request ended now, and until when the host asks to be left alone."""
    now = moment(server)
    return _mine().values(last_request_at=now, not_before=now + _given("term"))


@cache
def release() -> Update:
    """Give one's own lease back."""
    return _mine().values(owner=None, expires_at=0.0)


@cache
def end(server: bool) -> Update:
    """Give one's own lease back, and note when the last request ended."""
    return _mine().values(owner=None, expires_at=0.0, last_request_at=moment(server) - _given("ago"))


@cache
def standing(server: bool) -> Select[Any]:
    """The time, what a host's lease says of its last request, and until when and why it is parked."""
    leased = [_of_host(host_lease, name).scalar_subquery().label(name) for name in ("last_request_at", "not_before")]
    parked = [_of_host(parked_host, name).scalar_subquery().label(name) for name in ("until", "reason")]
    return select(moment(server).label("now"), *leased, *parked)
