"""Turns rows into pages: templates that escape everything, and a policy that lets nothing else in."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from include.pages import labels
from include.settings import TIMEZONE

BOUNDS = {"at_least": "≥ ", "at_most": "≤ ", "about": "≈ "}


def number(value: float) -> str:
    """All of its digits, grouped: 1234567.5 → 1,234,567.5."""
    return f"{Decimal(str(value)).normalize():,f}"


def moment(value: datetime) -> str:
    """To the minute in Asia/Shanghai; SQLite gives UTC without saying so."""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone(ZoneInfo(TIMEZONE)).strftime("%Y-%m-%d %H:%M")


def amount(observation: Mapping[str, Any]) -> str:
    """The value of an observation with bound and unit, e.g. `≥ 1,200 元`; a masked one says so."""
    if observation["value"] is None:
        return "masked 隐去" if observation["masked"] else "—"
    high = f" – {number(observation['value_high'])}" if observation["value_high"] is not None else ""
    text = f"{BOUNDS.get(observation['bound'], '')}{number(observation['value'])}{high}"
    return f"{text} {observation['unit']}" if observation["unit"] else text


def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(number=number, moment=moment, amount=amount, term=labels.term)
    made.globals.update(labels=labels)
    return made


_TEMPLATES = _environment()


def _hash_of(name: str) -> str:
    content = _TEMPLATES.get_template(name).render().encode()
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}'"


# The two inline blocks are named by their hash: text of a page that slipped through could neither run nor style.
SECURITY_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash_of('style.css')}",
            f"script-src {_hash_of('theme.js')}",
            "form-action 'self'",
            "frame-ancestors 'self'",
            "base-uri 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def render(template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """The page that `template` makes of `values`."""
    return HTMLResponse(_TEMPLATES.get_template(template).render(values), status)


def message(title: str, text: str, status: int) -> HTMLResponse:
    """A page that says one thing."""
    return render("message.html", {"title": title, "text": text}, status)
