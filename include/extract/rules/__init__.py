"""The rules that are data: cue words, units and the dictionary of indicators, with their checks and their version."""
