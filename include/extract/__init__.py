"""The extract stage: statistical observations in a speech.

Takes the text of a speech, its segments (headings, paragraphs, sentences) and what is known of it (`facts`). Gives an
`Observation` for every number the text states about an indicator: the span of the value, its name, number, unit,
measure, comparison, status, bound, period and region, each as the text has it; beside the words what they were
resolved to, and what makes the figure doubtful. Keeps, with every observation, the id of the rule that read the number;
`rules.version.RULES_VERSION` names the state of the rules as a whole.

The path of a number, a folder a step; each names its modules:

    values      the text folded, what is no quantity, numbers with their units
    context     what stands around a figure and above it; which figures are observations
    names · claims · periods    what it is about · measure, comparison, bound, status · when it holds
    resolve     codes and days for the words
    plausibility    flags

`observations.extract` goes this way with one speech, `batch.extract_batch` with a batch of pages. `rules` holds the
words that decide, as data. `compare` shows what a change of the rules would change. docs/extract.md explains it all.
"""
