"""The prose as data: speeches are built from the YAML files in `prose/`, with figures and names drawn from a seed."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from include.sample_site.figures import Scope, parse_paragraph
from include.sample_site.speech import Speech

PROSE = Path(__file__).parent / "prose"
NO_SCRIPTS = {"world.yaml", "synonyms.yaml", "plan.yaml"}
ALTERNATIVE = " ⇄ "
YEAR = 2024  # the year of the speeches; an edition is of the year before

World = Mapping[str, str]


@cache
def read(name: str) -> Any:  # noqa: ANN401 - what a YAML file holds
    """A YAML file of `prose/`, read once."""
    return yaml.safe_load((PROSE / name).read_text("utf-8"))


def scripts() -> dict[str, dict[str, str]]:
    """Every speech of the stock by its key."""
    files = sorted(path.name for path in PROSE.glob("*.yaml") if path.name not in NO_SCRIPTS)
    return {script["key"]: script for name in files for script in read(name)}


def draw_world(rng: random.Random) -> World:
    """The names of places and firms for one seed: one of each list of `world.yaml`."""
    return {key: rng.choice(names) if isinstance(names, list) else names for key, names in read("world.yaml").items()}


def build_originals(seed: int, world: World) -> dict[str, Speech]:
    """All original speeches by key; an edition has the key `<key>-edition`. Each draws from its own stream."""
    originals: dict[str, Speech] = {}
    for key, script in scripts().items():
        originals[key] = build(key, script["title"], script, YEAR, seed, world)
        if "edition" in script:
            name = f"{key}-edition"
            originals[name] = build(name, script["edition"], script, YEAR - 1, seed, world, edition_of=key)
    return originals


def build(
    key: str,
    title: str,
    script: Mapping[str, str],
    year: int,
    seed: int,
    world: World,
    edition_of: str | None = None,
) -> Speech:
    """One speech of the stock; `edition_of` takes the second wording where a line has two."""
    rng = random.Random(f"{seed}/{key}")
    # an edition's title says its own year by {L}, as seen from the later one
    names = {**world, **year_names(YEAR if edition_of else year)}
    scope: Scope = {}
    lines = [wording(line, 1 if edition_of else 0) for line in script["text"].strip().splitlines()]
    named = [fill(line, {**world, **year_names(year)}) for line in lines]
    return Speech(
        key=key,
        title=fill(title, names),
        paragraphs=tuple(parse_paragraph(line, scope, rng) for line in named),
        edition_of=edition_of,
    )


def wording(line: str, which: int) -> str:
    """The wording of a line that may have two."""
    choices = line.strip().split(ALTERNATIVE)
    return choices[which % len(choices)]


def year_names(year: int) -> dict[str, str]:
    """The years as the prose names them: this one, the last, the next and five years back."""
    return {"Y": str(year), "L": str(year - 1), "N": str(year + 1), "B": str(year - 5)}


def fill(line: str, names: World) -> str:
    """A line with its `{names}` put in; the mark-up of figures has no braces."""
    return line.format_map(names)
