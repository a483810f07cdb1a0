"""The extract stage: statistical observations in a speech.

Takes the text of a speech and its segments (headings, paragraphs, sentences). Gives an `Observation` for every
number the text states about an indicator: the span of the value, its name, number, unit, measure, comparison,
status, bound, period and region, each as the text has it. Keeps, with every observation, the id of the rule that
read the number; `version.RULES_VERSION` names the state of the rules as a whole.

The path of a number, a module a step:

    folding → not_quantities → numbers, words, units, bare_numbers → quantities (figures)
            → clauses (what stands around a figure), scopes (what stands above it) → filters (no observations)
            → name_words, names, spreads · measures, bounds · status · periods, dating · regions · dictionary
            → observations

Words that decide are data: `cues.yaml` (cue words by kind), `units.yaml` (units by class), `indicators.csv` (the
dictionary). A mistake in one of them is refused with the file and the line. Entry point: `observations.extract`.
"""
