"""The rules that are data: cue words, units and the dictionary of indicators, with their checks and their version."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
